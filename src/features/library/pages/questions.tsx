import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { askers, libraryKeepers, mayAnswer, mayAsk } from '../access.ts';
import { askQuestion } from '../ask-question.ts';
import { questionFields } from '../fields.ts';
import { type Question, questionsOf } from '../question-rows.ts';

const state = (question: Question, answers: boolean) => {
  if (question.closedOn !== null) return <Badge tone="mute">закрыт</Badge>;
  if (question.waits) return <Badge tone={answers ? 'warn' : 'run'}>ждёт ответа</Badge>;
  return <Badge tone="ok">есть ответ</Badge>;
};

const columns = (answers: boolean): Column<Question>[] => [
  { key: 'title', label: 'Вопрос', head: true, cell: (one) => <a href={`/questions/${one.id}`}>{one.title}</a> },
  ...(answers ? [{ key: 'who', label: 'Кто спросил', cell: (one: Question) => one.asker }] : []),
  { key: 'when', label: 'Когда', cell: (one) => formatDay(one.askedOn) },
  { key: 'state', label: 'Состояние', cell: (one) => state(one, answers) },
];

export const questionsPage: MemberRoute = {
  method: 'GET',
  path: '/questions',
  who: [...new Set([...libraryKeepers, ...askers])],
  async handle(ctx) {
    const answers = mayAnswer(ctx.actor) === true;
    const { personId } = ctx.actor;
    const questions = answers ? await questionsOf(ctx.db) : personId ? await questionsOf(ctx.db, { personId }) : [];
    const waiting = questions.filter(({ waits }) => waits).length;
    const lead = answers
      ? `Ждут ответа: ${counted(waiting, 'вопрос', 'вопроса', 'вопросов')}.`
      : 'Переписку видите вы и кураторы.';
    return screen(
      ctx,
      { title: 'Вопросы куратору' },
      <>
        <Heading
          title="Вопросы куратору"
          lead={lead}
          actions={
            mayAsk(ctx.actor) === true ? (
              <LinkButton kind="primary" icon="message-circle" href="/questions/new">
                Задать вопрос
              </LinkButton>
            ) : null
          }
        />
        <Table
          caption="Вопросы"
          columns={columns(answers)}
          rows={questions}
          empty={
            <Empty icon="message-circle" title={answers ? 'Вопросов нет' : 'Вы ещё ни о чём не спрашивали'}>
              {answers
                ? 'Когда наставник или наставляемый спросит, вопрос появится здесь и на странице «Сегодня».'
                : 'Спросите о том, с чем трудно: куратор ответит здесь же.'}
            </Empty>
          }
        />
      </>,
    );
  },
};

const page = (ctx: PageCtx, form: RawForm, errors: FormErrors = {}) =>
  screen(
    ctx,
    { title: 'Вопрос куратору' },
    <>
      <Heading
        title="Вопрос куратору"
        crumbs={[{ label: 'Вопросы', href: '/questions' }, { label: 'Новый' }]}
        lead="Прочтут только кураторы. Если кому-то грозит опасность, звоните 112 и идите к любому взрослому в колледже."
      />
      <Form
        action="/questions/new"
        errors={errors}
        draft="question"
        actions={
          <Button kind="primary" busy="Отправляем…">
            Отправить
          </Button>
        }
      >
        <FormFields fields={questionFields} form={form} errors={errors} />
      </Form>
    </>,
  );

export const newQuestionPage: MemberRoute = {
  method: 'GET',
  path: '/questions/new',
  who: askers,
  handle: (ctx) => page(ctx, emptyForm),
};

export const sendQuestion: MemberRoute = {
  method: 'POST',
  path: '/questions/new',
  who: askers,
  async handle(ctx, { form }) {
    const read = readForm(questionFields, form);
    if (!read.ok) return again(await page(ctx, form, read.errors));
    const outcome = await askQuestion(ctx, read.value);
    return goTo(outcome.ok ? `/questions/${outcome.value}` : '/questions', {
      toast: { text: 'Вопрос отправлен куратору' },
    });
  },
};
