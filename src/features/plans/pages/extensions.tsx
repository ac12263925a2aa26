import { formatDay } from '../../../kernel/day.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Section } from '../../../ui/heading.tsx';
import type { ListedPair } from '../../pairs/rows.ts';
import { mayWritePlan } from '../access.ts';
import { planOfPair } from '../rows.ts';
import { PlanTerms, progressWords, TaskSections, VersionState } from './plan-parts.tsx';
import { planFor, shownVersion } from './the-plan.ts';

/** The plan on a pair's page: its state, its goals and tasks, and the way to the whole of it. */
export const planSection = async (ctx: PageCtx, pair: ListedPair) => {
  const plan = await planOfPair(ctx.db, pair.id);
  const writes = mayWritePlan(ctx.actor, pair) === true;
  if (!plan)
    return (
      <Section title="Индивидуальный план" icon="target">
        <p>Плана ещё нет.</p>
        {writes && pair.till >= ctx.today ? (
          <LinkButton href={`/pairs/${pair.id}/plan`} icon="plus">
            Начать план
          </LinkButton>
        ) : null}
      </Section>
    );
  const the = await planFor(ctx, plan.id);
  const shown = await shownVersion(ctx, the);
  const href = `/plans/${plan.id}`;
  if (!shown)
    return (
      <Section title="Индивидуальный план" icon="target">
        <p>План составляют: он появится здесь, когда его отправят на согласование.</p>
      </Section>
    );
  const { version, tasks } = shown;
  return (
    <>
      <Section
        title="Индивидуальный план"
        icon="target"
        aside={
          <>
            <VersionState version={version} /> <a href={href}>Открыть план</a>
          </>
        }
      >
        <p class="hint">
          {version.agreedOn ? `Согласован ${formatDay(version.agreedOn)}. ` : ''}
          {progressWords(tasks, the.marks, ctx.today)}
        </p>
        <PlanTerms version={version} />
      </Section>
      <TaskSections tasks={tasks} marks={the.marks} today={ctx.today} />
    </>
  );
};
