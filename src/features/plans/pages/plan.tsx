import { formatDay } from '../../../kernel/day.ts';
import { download, found, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { journalOf } from '../../../platform/journal.ts';
import { fileById } from '../../../platform/storage.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { momentWords } from '../../college/moments.ts';
import { mayReadPairs } from '../../pairs/access.ts';
import { mayKeepPlans, planVisitors } from '../access.ts';
import { differenceOf } from '../difference.ts';
import { planOfScan, tasksOf } from '../rows.ts';
import { plansJournal } from '../texts.ts';
import { planCrumbs } from './crumbs.ts';
import { DifferenceSections } from './difference-parts.tsx';
import { PlanTerms, pairWords, progressWords, TaskSections, Trace } from './plan-parts.tsx';
import { type Shown, shownVersion, type ThePlan, thePlan } from './the-plan.ts';

const agreedBy = ({ agreements }: ThePlan, versionId: string, side: ThePlan['side']): boolean =>
  agreements.some((one) => one.versionId === versionId && one.side === side);

/** The one thing to do next, for the person who looks. */
const MainAction = ({ ctx, the, shown }: { ctx: PageCtx; the: ThePlan; shown: Shown }) => {
  const { plan, open, side, writes } = the;
  const { version } = shown;
  if (version.id !== open?.id) return null;
  const hidden = { version: version.version };
  if (version.state === 'draft')
    return writes ? (
      <PostButton action={`/plans/${plan.id}/propose`} hidden={hidden}>
        <Button kind="primary" icon="send" busy="Отправляем…">
          Отправить на согласование
        </Button>
      </PostButton>
    ) : null;
  if (side && !agreedBy(the, version.id, side))
    return (
      <PostButton action={`/plans/${plan.id}/agree`} hidden={hidden}>
        <Button kind="primary" icon="check" busy="Записываем…">
          Согласовать план
        </Button>
      </PostButton>
    );
  return mayKeepPlans(ctx.actor) === true ? (
    <LinkButton kind="primary" href={`/plans/${plan.id}/paper`} icon="signature">
      Подписан на бумаге
    </LinkButton>
  ) : null;
};

/** Everything else that may be done, quieter. */
const OtherActions = ({ the, shown }: { the: ThePlan; shown: Shown }) => {
  const { plan, open, inForce, side, writes } = the;
  const { version } = shown;
  const isOpen = version.id === open?.id;
  const files = `/plans/${plan.id}/file?version=${version.number}`;
  return (
    <>
      {isOpen && version.state === 'proposed' && side && !agreedBy(the, version.id, side) ? (
        <LinkButton href={`/plans/${plan.id}/return`} icon="undo-2">
          Попросить изменить
        </LinkButton>
      ) : null}
      {isOpen && version.state === 'proposed' && writes ? (
        <PostButton action={`/plans/${plan.id}/take-back`}>
          <Button icon="undo-2">Забрать на доработку</Button>
        </PostButton>
      ) : null}
      {isOpen && version.state === 'draft' && inForce && writes ? (
        <LinkButton href={`/plans/${plan.id}/drop`} icon="x">
          Отменить правку
        </LinkButton>
      ) : null}
      {inForce && !open && (side || writes) ? (
        <LinkButton href={`/plans/${plan.id}/correct`} icon="pencil">
          Поправить план
        </LinkButton>
      ) : null}
      {writes ? (
        <LinkButton href={`/plans/${plan.id}/copy`} icon="copy">
          Скопировать другим парам
        </LinkButton>
      ) : null}
      <LinkButton href={`${files}&as=pdf`} icon="printer" download>
        PDF
      </LinkButton>
      <LinkButton href={`${files}&as=docx`} icon="file-text" download>
        Word
      </LinkButton>
    </>
  );
};

const waitingFor = (the: ThePlan, versionId: string): string => {
  const missing = [
    agreedBy(the, versionId, 'mentor') ? '' : the.pair.mentor.firstName,
    agreedBy(the, versionId, 'mentee') ? '' : the.pair.mentee.firstName,
  ].filter(Boolean);
  return missing.join(' и ');
};

const StateNote = ({ the, shown: { version } }: { the: ThePlan; shown: Shown }) => {
  if (version.state === 'draft')
    return version.remark ? (
      <Note kind="warn" title="План вернули на доработку">
        {version.remark}
      </Note>
    ) : (
      <Note kind="info">Черновик видят наставник и куратор. Наставляемый увидит план, когда вы отправите его.</Note>
    );
  if (version.state === 'proposed')
    return (
      <Note kind="info" title={`Версия ${version.number} ждёт согласия: ${waitingFor(the, version.id)}`}>
        {version.reason ? `Почему поправили: ${version.reason}` : 'Прочитайте цели и задачи.'}
      </Note>
    );
  if (version.state === 'superseded')
    return (
      <Note kind="warn" actions={<LinkButton href={`/plans/${the.plan.id}`}>Открыть нынешний план</LinkButton>}>
        Это прежняя версия: она действовала с {version.agreedOn ? formatDay(version.agreedOn) : ''}.
      </Note>
    );
  return null;
};

/** What an open correction changes in the plan in force. */
const CorrectionChanges = async ({ ctx, the, shown }: { ctx: PageCtx; the: ThePlan; shown: Shown }) => {
  const { inForce } = the;
  if (!inForce || shown.version.id !== the.open?.id) return null;
  const before = { ...inForce, tasks: await tasksOf(ctx.db, inForce.id) };
  const difference = differenceOf(before, { ...shown.version, tasks: shown.tasks });
  return (
    <Section title={`Что изменилось с версии ${inForce.number}`} icon="git-compare">
      <DifferenceSections difference={difference} />
    </Section>
  );
};

const leadOf = (ctx: PageCtx, the: ThePlan, { version, tasks }: Shown): string =>
  version.state === 'agreed' || version.state === 'superseded'
    ? `Согласован ${version.agreedOn ? formatDay(version.agreedOn) : ''}. ${progressWords(tasks, the.marks, ctx.today)}.`
    : `Версия ${version.number}, ${formatDay(the.pair.from)} — ${formatDay(the.pair.till)}.`;

const main = async (ctx: PageCtx, the: ThePlan, shown: Shown) => {
  const draft = the.writes && shown.version.state === 'draft';
  const marking = the.writes && shown.version.state === 'agreed';
  const href = draft
    ? (task: { id: string }) => `/plans/${the.plan.id}/tasks/${task.id}`
    : marking
      ? (task: { id: string }) => `/plans/${the.plan.id}/marks/${task.id}`
      : undefined;
  return (
    <>
      <StateNote the={the} shown={shown} />
      {await CorrectionChanges({ ctx, the, shown })}
      <Section
        title="Цели и стороны"
        icon="target"
        aside={draft ? <a href={`/plans/${the.plan.id}/words`}>Изменить</a> : undefined}
      >
        <PlanTerms version={shown.version} />
      </Section>
      {shown.tasks.length === 0 ? <p>Задач пока нет.</p> : null}
      <TaskSections tasks={shown.tasks} marks={the.marks} today={ctx.today} href={href} />
      {draft ? (
        <p>
          <LinkButton href={`/plans/${the.plan.id}/tasks/new`} icon="plus">
            Добавить задачу
          </LinkButton>
        </p>
      ) : null}
    </>
  );
};

/** Who did what with the plan, for those who see all pairs. */
const History = async ({ ctx, the }: { readonly ctx: PageCtx; readonly the: ThePlan }) => {
  const history = await journalOf(ctx.db, { kind: 'plan', id: the.plan.id }, 20);
  const moment = await momentWords(ctx.db);
  return (
    <Section title="Журнал">
      <ul class="plain-list">
        {history.map(({ action, actorName, at, details }) => (
          <li>
            {plansJournal[action] ?? action}
            {typeof details.title === 'string' ? `: ${details.title}` : ''}{' '}
            <span class="hint">
              {actorName}, {moment(at)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** The page of a plan; `refusal` after an action that could not be done. */
export const planScreen = async (ctx: PageCtx, the: ThePlan, number?: number, refusal?: string) => {
  const shown = await shownVersion(ctx, the, number);
  const aside = (
    <>
      <Trace the={the} />
      {mayReadPairs(ctx.actor) === true ? await History({ ctx, the }) : null}
    </>
  );
  return screen(
    ctx,
    { title: `План: ${the.pair.mentor.lastName} — ${the.pair.mentee.lastName}` },
    <>
      <Heading
        title="Индивидуальный план"
        crumbs={planCrumbs(ctx, the)}
        lead={
          <>
            <a href={`/pairs/${the.pair.id}`}>{pairWords(the)}</a>. {shown ? leadOf(ctx, the, shown) : ''}
          </>
        }
        actions={shown ? <MainAction ctx={ctx} the={the} shown={shown} /> : undefined}
      />
      {refusal ? <Note kind="bad">{refusal}</Note> : null}
      {shown ? (
        <Columns aside={aside}>
          {await main(ctx, the, shown)}
          <Section title="Ещё можно">
            <div class="actions">
              <OtherActions the={the} shown={shown} />
            </div>
          </Section>
        </Columns>
      ) : (
        <Empty icon="target" title="План составляют">
          {the.pair.mentor.firstName} готовит план. Когда он будет отправлен на согласование, вы прочитаете его здесь и
          согласуете.
        </Empty>
      )}
    </>,
  );
};

export const planPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId',
  who: planVisitors,
  async handle(ctx, input) {
    const number = Number(input.query.get('version')) || undefined;
    return planScreen(ctx, await thePlan(ctx, input), number);
  },
};

export const planScan: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/scans/:fileId',
  who: planVisitors,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const fileId = param(input, 'fileId');
    if ((await planOfScan(ctx.db, fileId)) !== the.plan.id) found(undefined, 'file');
    const file = await fileById(ctx.db, fileId);
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};
