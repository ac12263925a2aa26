import { sentValue } from '../../../platform/fields.ts';
import { found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Quote } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { mayKeepQuestionnaires, questionnaireKeepers, resultReaders } from '../access.ts';
import { readResults, textQuestions } from '../read-results.ts';
import { tagsOf } from '../result-rows.ts';
import { tagAnswer } from '../tag-answer.ts';

interface OpenAnswer {
  readonly sheetId: string;
  readonly text: string;
  readonly source: string | undefined;
  readonly tags: readonly string[];
}

const pathOf = (roundId: string, question: string): string => `/questionnaires/rounds/${roundId}/open/${question}`;

const AnswerView = ({
  answer,
  action,
  keeper,
}: {
  readonly answer: OpenAnswer;
  readonly action: string;
  readonly keeper: boolean;
}) => (
  <li id={`row-${answer.sheetId}`}>
    <Quote source={answer.source}>{answer.text}</Quote>
    {keeper ? (
      <Form action={action} hidden={{ sheet: answer.sheetId }} actions={<Button size="s">Отметить</Button>}>
        <TextField
          name="tags"
          id={`tags-${answer.sheetId}`}
          label="Темы через запятую"
          optional
          value={answer.tags.join(', ')}
        />
      </Form>
    ) : (
      <p>{answer.tags.join(', ')}</p>
    )}
  </li>
);

/** All words on one question, read together; themes count them. */
export const openAnswers: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/rounds/:roundId/open/:question',
  who: resultReaders,
  async handle(ctx, input) {
    const results = await readResults(ctx, param(input, 'roundId'));
    const { round, sheets } = results;
    const question = found(
      textQuestions(results).find(({ id }) => id === param(input, 'question')),
      'question',
    );
    const tags = await tagsOf(ctx.db, round.id, question.id);
    const answers = sheets.flatMap(({ id, answers: given, name, groupCode }): OpenAnswer[] => {
      const text = given.get(question.id);
      const source = round.anonymous ? undefined : [name, groupCode].filter(Boolean).join(', ') || undefined;
      return typeof text === 'string' ? [{ sheetId: id, text, source, tags: tags.get(id) ?? [] }] : [];
    });
    const wanted = input.query.get('tag');
    const shown = answers.filter((one) => wanted === null || one.tags.includes(wanted));
    const themes = [...new Set(answers.flatMap((one) => one.tags))].toSorted((one, other) =>
      one.localeCompare(other, 'ru'),
    );
    const base = `/questionnaires/rounds/${round.id}`;
    const path = pathOf(round.id, question.id);
    return screen(
      ctx,
      { title: question.text },
      <>
        <Heading
          title={question.text}
          crumbs={[
            { label: 'Анкеты', href: '/questionnaires' },
            { label: round.title, href: base },
            { label: 'Результаты', href: `${base}/results` },
            { label: 'Открытые ответы' },
          ]}
          lead={`Ответов: ${answers.length}. Отмечайте похожие одной темой, и станет видно, о чём пишут чаще.`}
        />
        <FilterBar live={`Ответов: ${shown.length}`}>
          {themes.map((tag) => (
            <FilterPill
              label={tag}
              count={answers.filter((one) => one.tags.includes(tag)).length}
              active={wanted === tag}
              href={wanted === tag ? path : `${path}?tag=${encodeURIComponent(tag)}`}
            />
          ))}
        </FilterBar>
        {shown.length > 0 ? (
          <ul class="fill-parts">
            {shown.map((answer) => (
              <AnswerView answer={answer} action={path} keeper={mayKeepQuestionnaires(ctx.actor) === true} />
            ))}
          </ul>
        ) : (
          <Empty
            icon="message-square-quote"
            title="Показать нечего"
            action={<LinkButton href={`${base}/results`}>К результатам</LinkButton>}
          >
            На этот вопрос не ответили, или ответов слишком мало, чтобы их открыть.
          </Empty>
        )}
      </>,
    );
  },
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const tagOpenAnswer: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/rounds/:roundId/open/:question',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const [roundId, question] = [param(input, 'roundId'), param(input, 'question')];
    const sent = sentValue(input.form, 'sheet');
    const sheetId = found(uuid.test(sent) ? sent : undefined, 'sheet');
    await tagAnswer(ctx, { roundId, sheetId, question, tags: sentValue(input.form, 'tags') });
    return goTo(`${pathOf(roundId, question)}#row-${sheetId}`);
  },
};
