import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { mayWritePlan, planWorkers } from '../access.ts';
import { markFields } from '../fields.ts';
import { markTask, unmarkTask } from '../mark-task.ts';
import type { Marked, PlanTask } from '../plan.ts';
import { tasksOf } from '../rows.ts';
import { markNames, markRefusals } from '../texts.ts';
import { planCrumbs } from './crumbs.ts';
import { type ThePlan, thePlan } from './the-plan.ts';

interface Sent {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

/** The task of the plan in force that this address names. */
const taskIn = async (ctx: PageCtx, the: ThePlan, input: Input): Promise<PlanTask> => {
  demand(mayWritePlan(ctx.actor, the.pair));
  const { id } = found(the.inForce, 'version');
  const taskId = param(input, 'taskId');
  return found(
    (await tasksOf(ctx.db, id)).find((task) => task.id === taskId),
    'task',
  );
};

const stored = (marked: Marked | undefined): RawForm =>
  formOf({
    mark: marked?.mark,
    result: marked?.result,
    movedTo: marked?.movedTo ? formatDay(marked.movedTo) : undefined,
  });

/** What somebody else has marked while this form was open. */
const Others = ({ marked }: { readonly marked: Marked }) => (
  <Note kind="warn" title="Сейчас записано">
    {markNames[marked.mark]}
    {marked.movedTo ? ` на ${formatDay(marked.movedTo)}` : ''}
    {marked.result ? `: ${marked.result}` : ''}
  </Note>
);

const markScreen = (ctx: PageCtx, the: ThePlan, task: PlanTask, { form, errors, refusal }: Sent = {}) => {
  const marked = the.marks.get(task.id);
  const action = `/plans/${the.plan.id}/marks/${task.id}`;
  return screen(
    ctx,
    { title: 'Как прошла задача' },
    <>
      <Heading
        title={task.title}
        crumbs={planCrumbs(ctx, the, 'Как прошла задача')}
        lead={`Срок ${formatDay(task.due)}.`}
      />
      {task.expected ? <DefinitionList terms={[{ label: 'Что должно получиться', value: task.expected }]} /> : null}
      {refusal && marked ? <Others marked={marked} /> : null}
      <Form
        action={action}
        version={marked?.version ?? 0}
        errors={errors}
        refusal={refusal}
        draft={`mark-${task.id}`}
        actions={<Button kind="primary">Записать</Button>}
      >
        <FormFields
          fields={markFields}
          form={form ?? stored(marked)}
          errors={errors}
          only={['mark', 'result', 'movedTo']}
        />
      </Form>
      {marked ? (
        <Section title="Отметка поставлена по ошибке?">
          <PostButton action={`${action}/remove`}>
            <Button icon="undo-2">Снять отметку</Button>
          </PostButton>
        </Section>
      ) : null}
    </>,
  );
};

export const markPage: MemberRoute = {
  method: 'GET',
  path: '/plans/:planId/marks/:taskId',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    return markScreen(ctx, the, await taskIn(ctx, the, input));
  },
};

export const markThisTask: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/marks/:taskId',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const task = await taskIn(ctx, the, input);
    const { form } = input;
    const read = readForm(markFields, form);
    if (!read.ok) return again(await markScreen(ctx, the, task, { form, errors: read.errors }));
    const outcome = await markTask(ctx, { planId: the.plan.id, taskId: task.id }, read.value);
    if (outcome.ok) return goTo(`/plans/${the.plan.id}`, { toast: { text: 'Результат записан' } });
    const words = markRefusals[outcome.reason];
    const aboutDay = outcome.reason === 'day-missing' || outcome.reason === 'outside-period';
    const sent = aboutDay ? { form, errors: { movedTo: words } } : { form, refusal: words };
    return again(await markScreen(ctx, the, task, sent));
  },
};

export const unmarkThisTask: MemberRoute = {
  method: 'POST',
  path: '/plans/:planId/marks/:taskId/remove',
  who: planWorkers,
  async handle(ctx, input) {
    const the = await thePlan(ctx, input);
    const task = await taskIn(ctx, the, input);
    await unmarkTask(ctx, { planId: the.plan.id, taskId: task.id });
    return goTo(`/plans/${the.plan.id}`, { toast: { text: 'Отметка снята' } });
  },
};
