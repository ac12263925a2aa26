import { demand } from '../../../kernel/actor.ts';
import { emptyForm, type FormErrors, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Quote } from '../../../ui/note.tsx';
import { Reading } from '../../../ui/reading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { momentWords } from '../../college/moments.ts';
import { askers, libraryKeepers, mayReadQuestion } from '../access.ts';
import { closeQuestion, sayMore } from '../ask-question.ts';
import { wordsFields } from '../fields.ts';
import { type Question, questionById, wordsOf } from '../question-rows.ts';
import { questionRefusals } from '../texts.ts';

const sides = [...new Set([...libraryKeepers, ...askers])];

const theQuestion = async (ctx: PageCtx, input: Input): Promise<Question> => {
  const question = found(await questionById(ctx.db, param(input, 'questionId')), 'question');
  demand(mayReadQuestion(ctx.actor, question));
  return question;
};

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = async (ctx: PageCtx, question: Question, { form, errors = {}, refusal }: Sent = { form: emptyForm }) => {
  const said = await wordsOf(ctx.db, question.id);
  const moment = await momentWords(ctx.db);
  const own = ctx.actor.personId === question.personId;
  const closed = question.closedOn !== null;
  return screen(
    ctx,
    { title: question.title },
    <>
      <Heading
        title={question.title}
        crumbs={[{ label: 'Вопросы', href: '/questions' }, { label: question.title }]}
        lead={own ? 'Переписку видите вы и кураторы.' : `Спрашивает ${question.asker}.`}
      />
      {said.map(({ author, fromAsker, words, saidAt }) => (
        <Quote source={`${fromAsker ? question.asker : `${author}, куратор`}, ${moment(saidAt)}`}>
          <Reading text={words} />
        </Quote>
      ))}
      {closed ? null : (
        <Form
          action={`/questions/${question.id}/words`}
          errors={errors}
          refusal={refusal}
          draft={`question-${question.id}`}
          actions={
            <Button kind="primary" busy="Отправляем…">
              {own ? 'Добавить' : 'Ответить'}
            </Button>
          }
        >
          <FormFields fields={wordsFields} form={form} errors={errors} />
        </Form>
      )}
      <PostButton action={`/questions/${question.id}/close`} hidden={{ back: closed ? 'yes' : '' }}>
        <Button kind="quiet">{closed ? 'Открыть вопрос снова' : 'Закрыть: вопрос решён'}</Button>
      </PostButton>
    </>,
  );
};

export const questionPage: MemberRoute = {
  method: 'GET',
  path: '/questions/:questionId',
  who: sides,
  handle: async (ctx, input) => page(ctx, await theQuestion(ctx, input)),
};

export const sendWords: MemberRoute = {
  method: 'POST',
  path: '/questions/:questionId/words',
  who: sides,
  async handle(ctx, input) {
    const question = await theQuestion(ctx, input);
    const { form } = input;
    const read = readForm(wordsFields, form);
    if (!read.ok) return again(await page(ctx, question, { form, errors: read.errors }));
    const outcome = await sayMore(ctx, { questionId: question.id, ...read.value });
    if (!outcome.ok) return again(await page(ctx, question, { form, refusal: questionRefusals[outcome.reason] }));
    return goTo(`/questions/${question.id}`, { toast: { text: 'Сообщение отправлено' } });
  },
};

export const closeThis: MemberRoute = {
  method: 'POST',
  path: '/questions/:questionId/close',
  who: sides,
  async handle(ctx, input) {
    const question = await theQuestion(ctx, input);
    const back = sentValue(input.form, 'back') !== '';
    await closeQuestion(ctx, { questionId: question.id, back });
    return goTo(`/questions/${question.id}`, { toast: { text: back ? 'Вопрос открыт снова' : 'Вопрос закрыт' } });
  },
};
