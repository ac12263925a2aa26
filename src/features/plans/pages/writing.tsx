import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { mayWritePlan, planWorkers } from '../access.ts';
import { type Changed, type TaskField, taskChanged, type WordField, wordsChanged } from '../difference.ts';
import { taskFields, wordsFields } from '../fields.ts';
import type { PlanTask, PlanWords } from '../plan.ts';
import { tasksOf } from '../rows.ts';
import { taskRefusals, writeRefusals } from '../texts.ts';
import { addTask, changeTask, removeTask, writeWords } from '../write-plan.ts';
import { planCrumbs } from './crumbs.ts';
import { Changes } from './difference-parts.tsx';
import { pairWords } from './plan-parts.tsx';
import { draftOf, type ThePlan, thePlan } from './the-plan.ts';

interface Sent {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
  /** What somebody else wrote meanwhile, against what was typed. */
  readonly changes?: readonly Changed<WordField | TaskField>[];
}

const NoDraft = ({ the }: { readonly the: ThePlan }) => (
  <Note kind="info" actions={<LinkButton href={`/plans/${the.plan.id}`}>Открыть план</LinkButton>}>
    {writeRefusals['no-draft']}
  </Note>
);

const Meanwhile = ({ changes = [] }: { readonly changes: Sent['changes'] | undefined }) =>
  changes.length > 0 ? (
    <Section title="Сейчас записано → вы написали" icon="git-compare">
      <Changes changes={changes} />
    </Section>
  ) : null;

const storedWords = ({ strengths, weaknesses, goals, formats, otherFormat }: PlanWords): RawForm =>
  formOf({ strengths, weaknesses, goals, formats, otherFormat });

const wordsScreen = (ctx: PageCtx, the: ThePlan, { form, errors, refusal, changes }: Sent = {}) => {
  demand(mayWritePlan(ctx.actor, the.pair));
  const draft = draftOf(the);
  return screen(
    ctx,
    { title: 'Цели и стороны' },
    <>
      <Heading title="Цели и стороны" crumbs={planCrumbs(ctx, the, 'Цели и стороны')} lead={pairWords(the)} />
      {draft ? (
        <Form
          action={`/plans/${the.plan.id}/words`}
          version={draft.version}
          errors={errors}
          refusal={refusal}
          draft={`plan-${the.plan.id}`}
          actions={<Button kind="primary">Сохранить</Button>}
        >
          <Meanwhile changes={changes} />
          <FormFields
            fields={wordsFields}
            form={form ?? storedWords(draft)}
            errors={errors}
            only={['goals', 'strengths', 'weaknesses', 'formats', 'otherFormat']}
          />
        </Form>
      ) : (
        <NoDraft the={the} />
      )}
    </>,
  );
};

export const wordsPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/words',
  who: planWorkers,
  handle: async (ctx, input) => wordsScreen(ctx, await thePlan(ctx, input)),
};

export const saveWords: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/words',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const { form } = input;
    const read = readForm(wordsFields, form);
    if (!read.ok) return again(await wordsScreen(ctx, the, { form, errors: read.errors }));
    const outcome = await writeWords(ctx, the.plan.id, read.value);
    if (outcome.ok) return goTo(`/plans/${the.plan.id}`, { toast: { text: 'План сохранён' } });
    const now = draftOf(the);
    const changes = outcome.reason === 'changed-meanwhile' && now ? wordsChanged(now, read.value) : [];
    return again(await wordsScreen(ctx, the, { form, refusal: writeRefusals[outcome.reason], changes }));
  },
};

const taskScreen = (ctx: PageCtx, the: ThePlan, task: PlanTask | undefined, sent: Sent = {}) => {
  demand(mayWritePlan(ctx.actor, the.pair));
  const { form, errors, refusal, changes } = sent;
  const draft = draftOf(the);
  const title = task ? 'Задача плана' : 'Новая задача';
  const action = `/plans/${the.plan.id}/tasks/${task?.id ?? 'new'}`;
  const stored = task ? { title: task.title, expected: task.expected, due: formatDay(task.due) } : {};
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        crumbs={planCrumbs(ctx, the, title)}
        lead={`Срок — с ${formatDay(the.pair.from)} по ${formatDay(the.pair.till)}.`}
      />
      {draft ? (
        <Form
          action={action}
          version={task?.version ?? 0}
          errors={errors}
          refusal={refusal}
          draft={`task-${task?.id ?? the.plan.id}`}
          actions={<Button kind="primary">{task ? 'Сохранить задачу' : 'Добавить задачу'}</Button>}
        >
          <Meanwhile changes={changes} />
          <FormFields
            fields={taskFields}
            form={form ?? formOf(stored)}
            errors={errors}
            only={['title', 'expected', 'due']}
          />
        </Form>
      ) : (
        <NoDraft the={the} />
      )}
      {draft && task ? (
        <PostButton action={`${action}/remove`} hidden={{ version: task.version }}>
          <Button kind="danger" icon="trash-2">
            Убрать задачу
          </Button>
        </PostButton>
      ) : null}
    </>,
  );
};

export const newTaskPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/tasks/new',
  who: planWorkers,
  handle: async (ctx, input) => taskScreen(ctx, await thePlan(ctx, input), undefined),
};

export const newTask: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/tasks/new',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const { form } = input;
    const read = readForm(taskFields, form);
    if (!read.ok) return again(await taskScreen(ctx, the, undefined, { form, errors: read.errors }));
    const outcome = await addTask(ctx, the.plan.id, read.value);
    if (outcome.ok) return goTo(`/plans/${the.plan.id}`, { toast: { text: 'Задача добавлена' } });
    return again(await taskScreen(ctx, the, undefined, { form, refusal: taskRefusals[outcome.reason] }));
  },
};

const taskOf = async (ctx: PageCtx, the: ThePlan, taskId: string): Promise<PlanTask | undefined> => {
  const draft = draftOf(the);
  return draft && (await tasksOf(ctx.db, draft.id)).find(({ id }) => id === taskId);
};

export const taskPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/tasks/:taskId',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    demand(mayWritePlan(ctx.actor, the.pair));
    return taskScreen(ctx, the, found(await taskOf(ctx, the, param(input, 'taskId')), 'task'));
  },
};

export const saveTask: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/tasks/:taskId',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const { form } = input;
    const id = param(input, 'taskId');
    const read = readForm(taskFields, form);
    const now = await taskOf(ctx, the, id);
    if (!read.ok) return again(await taskScreen(ctx, the, now, { form, errors: read.errors }));
    const outcome = await changeTask(ctx, the.plan.id, { id, ...read.value });
    if (outcome.ok) return goTo(`/plans/${the.plan.id}`, { toast: { text: 'Задача сохранена' } });
    const changes = outcome.reason === 'changed-meanwhile' && now ? taskChanged(now, read.value) : [];
    // A task that somebody took away meanwhile comes back as a new one, with everything typed.
    return again(await taskScreen(ctx, the, now, { form, refusal: taskRefusals[outcome.reason], changes }));
  },
};

export const removeThisTask: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/tasks/:taskId/remove',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const id = param(input, 'taskId');
    const version = Number(sentValue(input.form, 'version')) || 0;
    const outcome = await removeTask(ctx, the.plan.id, { id, version });
    if (outcome.ok) return goTo(`/plans/${the.plan.id}`, { toast: { text: 'Задача убрана' } });
    const now = await taskOf(ctx, the, id);
    return again(await taskScreen(ctx, the, now, { refusal: writeRefusals[outcome.reason] }));
  },
};
