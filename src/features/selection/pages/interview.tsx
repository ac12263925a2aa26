import { formatDay, weekdayName } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { TextArea } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Scale } from '../../../ui/scale.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { interviewVisitors, mayHold, mayMark, mayReadSelection } from '../access.ts';
import { meanMark } from '../candidate.ts';
import { holdFields } from '../fields.ts';
import { holdInterview, markInterview } from '../hold-interview.ts';
import { type Interview, marksOf } from '../interview-rows.ts';
import { type Question, questionsOf } from '../setting-rows.ts';
import { holdRefusals, marksRefusals, outcomeNames, stateNames } from '../texts.ts';
import { inviteSection, theInterview } from './invite.tsx';

const path = '/selection/interviews/:interviewId';
const markName = (questionId: string): string => `mark-${questionId}`;

interface Sent {
  readonly form: RawForm;
  readonly part: 'marks' | 'outcome';
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

/** Whose marks the form is about: the own ones, or those that a curator types in from paper. */
const interviewerOf = (ctx: PageCtx, interview: Interview, asked: string): string | undefined =>
  [asked, ctx.actor.personId ?? '', ...interview.interviewerIds].find(
    (id) => id !== '' && mayMark(ctx.actor, interview, id) === true,
  );

const marksSection = async (
  ctx: PageCtx,
  interview: Interview,
  questions: readonly Question[],
  interviewerId: string,
  sent: Sent | undefined,
) => {
  const kept = (await marksOf(ctx.db, interview.id)).filter((mark) => mark.interviewerId === interviewerId);
  const who = interview.interviewers.find(({ id }) => id === interviewerId);
  const own = sent?.part === 'marks' ? sent : undefined;
  const markOf = (questionId: string) =>
    own
      ? sentValue(own.form, markName(questionId))
      : String(kept.find((mark) => mark.questionId === questionId)?.mark ?? '');
  const others = interview.interviewerIds.filter((id) => mayMark(ctx.actor, interview, id) === true);
  return (
    <Section title={`Оценки: ${who?.name ?? ''}`}>
      {others.length > 1 ? (
        <Tabs
          label="Чьи оценки"
          tabs={interview.interviewers
            .filter(({ id }) => others.includes(id))
            .map(({ id, name }) => ({
              href: `/selection/interviews/${interview.id}?by=${id}`,
              label: name,
              current: id === interviewerId,
            }))}
        />
      ) : null}
      <Form
        action={`/selection/interviews/${interview.id}/marks`}
        hidden={{ interviewerId }}
        errors={own?.errors}
        refusal={own?.refusal}
        draft={`interview-${interview.id}-${interviewerId}`}
        actions={
          <Button kind="primary" size="l">
            Сохранить оценки
          </Button>
        }
      >
        {questions.map(({ id, question }) => (
          <Scale
            name={markName(id)}
            label={question}
            from={1}
            to={5}
            ends={['совсем нет', 'вполне']}
            value={markOf(id)}
            optional
          />
        ))}
        <TextArea name="note" label="Заметка" optional value={own ? sentValue(own.form, 'note') : (who?.note ?? '')} />
      </Form>
    </Section>
  );
};

const outcomeSection = (ctx: PageCtx, interview: Interview, sent: Sent | undefined) => {
  const own = sent?.part === 'outcome' ? sent : undefined;
  if (mayHold(ctx.actor, interview) !== true || interview.day > ctx.today) return null;
  const form =
    own?.form ??
    formOf({ outcome: interview.outcome ?? '', summary: interview.summary, version: String(interview.version) });
  return (
    <Section title="Итог собеседования">
      <Form
        action={`/selection/interviews/${interview.id}/outcome`}
        errors={own?.errors}
        refusal={own?.refusal}
        actions={<Button size="l">Записать итог</Button>}
      >
        <FormFields fields={holdFields} form={form} errors={own?.errors} />
      </Form>
    </Section>
  );
};

const summarySection = async (ctx: PageCtx, interview: Interview, questions: readonly Question[]) => {
  const marks = await marksOf(ctx.db, interview.id);
  if (marks.length === 0) return null;
  const mean = (one: readonly { mark: number }[]) => meanMark(one.map(({ mark }) => mark));
  const shown = (value: number | null) => (value === null ? '—' : String(value).replace('.', ','));
  return (
    <Section title="Что вышло">
      <DefinitionList
        terms={[
          { label: 'Средняя оценка', value: `${shown(mean(marks))} из 5` },
          ...questions.map(({ id, question }) => ({
            label: question,
            value: shown(mean(marks.filter(({ questionId }) => questionId === id))),
          })),
          ...interview.interviewers.flatMap(({ name, note }) => (note ? [{ label: name, value: note }] : [])),
          ...(interview.outcome
            ? [
                {
                  label: 'Итог',
                  value: [outcomeNames[interview.outcome], interview.summary].filter(Boolean).join('. '),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
};

const interviewScreen = async (ctx: PageCtx, input: Input, interview: Interview, sent?: Sent) => {
  const questions = await questionsOf(ctx.db, interview.forms);
  const asked = sent ? sentValue(sent.form, 'interviewerId') : (input.query.get('by') ?? '');
  const interviewerId = interviewerOf(ctx, interview, asked);
  const title = interview.personName ?? 'Свободное время';
  const open = interview.personId !== null && interview.state !== 'cancelled';
  return screen(
    ctx,
    { title: `Собеседование: ${title}` },
    <>
      <Heading
        title={title}
        crumbs={[{ label: 'Собеседования', href: '/selection/interviews' }, { label: title }]}
        lead={`${formatDay(interview.day)}, ${weekdayName(interview.day)}, ${interview.starts}, ${interview.place}: ${stateNames[interview.state]}`}
      />
      {interview.state === 'planned' && interview.personId === null ? (
        await inviteSection(ctx, input, interview)
      ) : !open ? (
        <Empty icon="calendar-clock" title="Оценивать пока некого">
          На это время никто не приглашён, или собеседование отменено.
        </Empty>
      ) : questions.length === 0 ? (
        <Empty icon="list-checks" title="Вопросов для собеседования нет">
          Куратор вносит их на странице «Требования».
        </Empty>
      ) : interviewerId ? (
        await marksSection(ctx, interview, questions, interviewerId, sent)
      ) : null}
      {open ? outcomeSection(ctx, interview, sent) : null}
      {mayReadSelection(ctx.actor) === true || interview.outcome
        ? await summarySection(ctx, interview, questions)
        : null}
    </>,
  );
};

export const interviewPage: MemberRoute = {
  method: 'GET',
  path,
  who: interviewVisitors,
  handle: async (ctx, input) => interviewScreen(ctx, input, await theInterview(ctx, input)),
};

const marksIn = (form: RawForm): Record<string, number> =>
  Object.fromEntries(
    Object.keys(form.values)
      .filter((name) => name.startsWith('mark-'))
      .map((name): [string, number] => [name.slice('mark-'.length), Number(sentValue(form, name))])
      .filter(([, mark]) => Number.isInteger(mark) && mark >= 1 && mark <= 5),
  );

export const saveMarksForm: MemberRoute = {
  method: 'POST',
  path: `${path}/marks`,
  who: interviewVisitors,
  async handle(ctx, input) {
    const interview = await theInterview(ctx, input);
    const { form } = input;
    const interviewerId = sentValue(form, 'interviewerId');
    const note = sentValue(form, 'note').slice(0, 2000);
    const outcome = await markInterview(ctx, { interviewId: interview.id, interviewerId, marks: marksIn(form), note });
    if (!outcome.ok)
      return again(
        await interviewScreen(ctx, input, interview, { form, part: 'marks', refusal: marksRefusals[outcome.reason] }),
      );
    return goTo(`/selection/interviews/${interview.id}?by=${interviewerId}`, { toast: { text: 'Оценки сохранены' } });
  },
};

export const saveOutcomeForm: MemberRoute = {
  method: 'POST',
  path: `${path}/outcome`,
  who: interviewVisitors,
  async handle(ctx, input) {
    const interview = await theInterview(ctx, input);
    const { form } = input;
    const read = readForm(holdFields, form);
    if (!read.ok)
      return again(await interviewScreen(ctx, input, interview, { form, part: 'outcome', errors: read.errors }));
    const outcome = await holdInterview(ctx, { interviewId: interview.id, ...read.value });
    if (!outcome.ok)
      return again(
        await interviewScreen(ctx, input, interview, { form, part: 'outcome', refusal: holdRefusals[outcome.reason] }),
      );
    return goTo('/selection/interviews', { toast: { text: 'Итог собеседования записан' } });
  },
};
