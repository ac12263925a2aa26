import { formatDay } from '../../../kernel/day.ts';
import type { RawForm } from '../../../platform/fields.ts';
import { sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { fullName } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { groupById } from '../../people/study-group-rows.ts';
import { mayEnterPapers, resultReaders } from '../access.ts';
import { type Answer, readAnswer } from '../answer.ts';
import { questionsOf } from '../definition.ts';
import { enterPaper, type PaperOutcome, type PaperTarget, paperFilling } from '../enter-paper.ts';
import { openSheet } from '../give-answers.ts';
import { versionById } from '../rows.ts';
import { answersOf } from '../sheet-rows.ts';
import { answerRefusals, paperRefusals } from '../texts.ts';
import { Blank } from './blank.tsx';
import { QuestionView } from './question.tsx';
import { roundIn, seenRound } from './round.tsx';

export const paperBlank: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/rounds/:roundId/paper',
  who: resultReaders,
  async handle(ctx, input) {
    const { round } = await seenRound(ctx, input);
    const version = found(await versionById(ctx.db, round.versionId), 'version');
    const back = `/questionnaires/rounds/${round.id}`;
    return screen(
      ctx,
      { title: round.title },
      <>
        <Heading
          title={round.title}
          crumbs={[
            { label: 'Анкеты', href: '/questionnaires' },
            { label: round.title, href: back },
            { label: 'Бланк' },
          ]}
        />
        <Blank
          definition={version.definition}
          before={
            <>
              <p>
                <strong>{version.title}</strong>. Сдать до {formatDay(round.closesOn)}.
              </p>
              {round.anonymous ? (
                <p>Имя не указывайте: ответы безымянные.</p>
              ) : (
                <p>Имя и группа: ____________________________</p>
              )}
            </>
          }
        />
      </>,
    );
  },
};

const targetIn = ({ params }: Input): PaperTarget =>
  params.personId ? { personId: params.personId } : { groupId: param({ params }, 'groupId') };

const whose = async (ctx: PageCtx, target: PaperTarget): Promise<string> => {
  if ('groupId' in target) return found(await groupById(ctx.db, target.groupId), 'group').code;
  return fullName(found(await personById(ctx.db, target.personId), 'person'));
};

/** What was just typed, so that a mistake costs no typing. */
const typed = (form: RawForm, definition: Parameters<typeof questionsOf>[0]): Map<string, Answer> =>
  new Map(
    questionsOf(definition).flatMap((question): [string, Answer][] => {
      const read = readAnswer(question, (name) => form.values[name] ?? []);
      return read.ok && read.value !== null ? [[question.id, read.value]] : [];
    }),
  );

const entryScreen = async (ctx: PageCtx, input: Input, failed?: Extract<PaperOutcome, { ok: false }>) => {
  const round = await roundIn(ctx, input);
  const target = targetIn(input);
  const filling = await paperFilling(ctx, round.id, target);
  const { definition, versionId, sheetId } = await openSheet(filling, sentValue(input.form, 'version') || undefined);
  const answers = failed
    ? typed(input.form, definition)
    : sheetId
      ? (await answersOf(ctx.db, sheetId)).answers
      : new Map<string, Answer>();
  const name = await whose(ctx, target);
  const back = `/questionnaires/rounds/${round.id}`;
  const mistakes = failed?.mistakes ?? {};
  return screen(
    ctx,
    { title: `Лист: ${name}` },
    <>
      <Heading
        title={name}
        crumbs={[
          { label: 'Анкеты', href: '/questionnaires' },
          { label: round.title, href: back },
          { label: 'Бумажный лист' },
        ]}
        lead="Перенесите ответы с бумаги. Что пропущено на бумаге, пропустите и здесь."
      />
      <Form
        action={
          input.params.personId
            ? `${back}/entry/${input.params.personId}`
            : `${back}/entry-of-group/${input.params.groupId}`
        }
        hidden={{ version: versionId }}
        refusal={failed ? paperRefusals[failed.reason] : undefined}
        draft={`paper-${round.id}`}
        actions={
          <>
            <Button kind="primary">Внести и перейти к следующему</Button>
            <LinkButton kind="quiet" href={back}>
              Не вносить
            </LinkButton>
          </>
        }
      >
        {definition.sections.map((section) => (
          <Section title={section.title || 'Вопросы'}>
            {section.questions.map((question) => {
              const mistake = mistakes[question.id];
              return (
                <QuestionView
                  question={{ ...question, required: false }}
                  answer={answers.get(question.id)}
                  error={mistake ? answerRefusals[mistake] : undefined}
                />
              );
            })}
          </Section>
        ))}
      </Form>
    </>,
  );
};

/** The next of the same group who has not answered; the round's page when that was the last. */
const nextPath = async (ctx: PageCtx, input: Input): Promise<string> => {
  const { round, people } = await seenRound(ctx, input);
  const base = `/questionnaires/rounds/${round.id}`;
  const { personId, groupId } = input.params;
  if (!personId) return `${base}/entry-of-group/${groupId}`;
  const own = people.find((person) => person.personId === personId);
  const next = people.find(
    (person) => !person.answered && person.groupId === own?.groupId && mayEnterPapers(ctx.actor, person) === true,
  );
  return next ? `${base}/entry/${next.personId}` : base;
};

const entry = (path: string): MemberRoute[] => [
  { method: 'GET', path, who: resultReaders, handle: (ctx, input) => entryScreen(ctx, input) },
  {
    method: 'POST',
    path,
    who: resultReaders,
    async handle(ctx, input) {
      const round = await roundIn(ctx, input);
      const sent = (name: string) => input.form.values[name] ?? [];
      const outcome = await enterPaper(ctx, round.id, targetIn(input), {
        versionId: sentValue(input.form, 'version'),
        sent,
      });
      if (!outcome.ok) return again(await entryScreen(ctx, input, outcome));
      return goTo(await nextPath(ctx, input), { toast: { text: 'Лист внесён' } });
    },
  },
];

/** Papers of a round with names are entered one by one; those of an anonymous round by groups. */
export const paperEntries: readonly MemberRoute[] = [
  ...entry('/questionnaires/rounds/:roundId/entry/:personId'),
  ...entry('/questionnaires/rounds/:roundId/entry-of-group/:groupId'),
];
