import { formatDayMonth } from '../../../kernel/day.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Section } from '../../../ui/heading.tsx';
import { TaskList } from '../../../ui/task-list.tsx';
import { mayKeepCases } from '../../support-cases/access.ts';
import { stateOf } from '../../support-cases/case.ts';
import { casesOf } from '../../support-cases/rows.ts';

const most = 5;

/** Cases of mentees without a mentor whose next step is overdue, or whose pair was found: for the psychologist and the curator. */
export const SupportDuties = async (ctx: PageCtx, year: number) => {
  if (mayKeepCases(ctx.actor) !== true) return null;
  const waiting = (await casesOf(ctx.db, year, ctx.today)).filter((one) =>
    ['overdue', 'found'].includes(stateOf(one, ctx.today)),
  );
  if (waiting.length === 0) return null;
  return (
    <Section
      title="Пока без пары"
      icon="hand-heart"
      count={waiting.length}
      bad={waiting.some((one) => stateOf(one, ctx.today) === 'overdue')}
      aside={waiting.length > most ? <a href="/support-cases">Показать всех</a> : undefined}
    >
      <TaskList
        tasks={waiting.slice(0, most).map((one) => ({
          title: `${one.paired ? 'Закрыть сопровождение' : 'Сделать следующий шаг'}: ${one.name}`,
          href: `/support-cases/${one.id}`,
          reason: one.paired ? 'Пара нашлась' : `Срок был ${formatDayMonth(one.dueOn)}. ${one.place}`,
          action: (
            <LinkButton size="s" href={`/support-cases/${one.id}`}>
              Открыть
            </LinkButton>
          ),
        }))}
      />
    </Section>
  );
};
