import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { HiddenField } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Reading } from '../../../ui/reading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { caseVisitors, mayAnswerCase, mayReadCase, mayWriteCase } from '../access.ts';
import { answersTo, type CaseAnswer, caseById, type PracticeCase } from '../case-rows.ts';
import { answerFields, caseFields } from '../fields.ts';
import { answerRefusals, caseRefusals } from '../texts.ts';
import { answerCase, askSides, writeCase } from '../write-case.ts';
import { CaseState } from './cases.tsx';

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const theCase = async (ctx: PageCtx, input: Input): Promise<PracticeCase> => {
  const one = found(await caseById(ctx.db, param(input, 'caseId')), 'case');
  demand(mayReadCase(ctx.actor, one));
  return one;
};

const parts = [
  ['С чего начали', 'situation'],
  ['Что делали', 'work'],
  ['Что вышло', 'result'],
  ['Что взять другим', 'advice'],
] as const;

const answerWords = ({ version }: PracticeCase, answer: CaseAnswer | undefined): string => {
  if (!answer) return 'ещё не ответила';
  const said = answer.agreed ? 'согласна' : `просит поправить: ${answer.remark}`;
  const old = answer.caseVersion === version ? '' : ', но текст с тех пор изменён';
  return `${said}, ${formatDay(answer.answeredOn)}${old}`;
};

const AnswerForm = ({ one, sent }: { readonly one: PracticeCase; readonly sent: Sent }) => (
  <Section title="Ваше слово">
    <Form
      action={`/rewards/cases/${one.id}/answer`}
      errors={sent.errors ?? {}}
      refusal={sent.refusal}
      draft={`case-answer-${one.id}`}
      actions={
        <Button kind="primary" busy="Записываем…">
          Ответить
        </Button>
      }
    >
      <HiddenField name="version" value={String(one.version)} />
      <FormFields fields={answerFields} form={sent.form} errors={sent.errors ?? {}} />
    </Form>
  </Section>
);

const page = async (ctx: PageCtx, one: PracticeCase, sent: Sent = { form: emptyForm }, asking?: string) => {
  const answers = await answersTo(ctx.db, one.id);
  const writer = mayWriteCase(ctx.actor, one) === true;
  const side = mayAnswerCase(ctx.actor, one) === true;
  const of = (wanted: CaseAnswer['side']) => answers.find((answer) => answer.side === wanted);
  return screen(
    ctx,
    { title: one.title },
    <>
      <Heading
        title={one.title}
        crumbs={[{ label: 'Кейсы', href: '/rewards/cases' }, { label: one.title }]}
        lead={`${one.mentor} — ${one.mentee}`}
        before={<CaseState state={one.state} />}
        actions={
          writer ? (
            <>
              <LinkButton icon="pencil" href={`/rewards/cases/${one.id}/edit`}>
                Писать
              </LinkButton>
              {one.state === 'draft' ? (
                <PostButton action={`/rewards/cases/${one.id}/ask`}>
                  <Button kind="primary" busy="Отправляем…">
                    На согласование
                  </Button>
                </PostButton>
              ) : null}
            </>
          ) : null
        }
      />
      {asking ? <Note kind="bad" title={asking} /> : null}
      {parts.map(([title, part]) =>
        one[part] ? (
          <Section title={title}>
            <Reading text={one[part]} />
          </Section>
        ) : null,
      )}
      {one.state === 'draft' ? null : (
        <Section title="Что сказали стороны">
          <List
            rows={[
              { title: 'Сторона наставника', text: answerWords(one, of('mentor')) },
              { title: 'Сторона наставляемого', text: answerWords(one, of('mentee')) },
            ]}
          />
        </Section>
      )}
      {side && one.state !== 'draft' ? <AnswerForm one={one} sent={sent} /> : null}
      {one.state === 'agreed' ? (
        <Note kind="info">
          Согласие с текстом не заменяет согласия на публикацию: вне колледжа имена называют, только если его дали оба.
        </Note>
      ) : null}
    </>,
  );
};

export const casePage: MemberRoute = {
  method: 'GET',
  path: '/rewards/cases/:caseId',
  who: caseVisitors,
  handle: async (ctx, input) => page(ctx, await theCase(ctx, input)),
};

const editPage = async (ctx: PageCtx, one: PracticeCase, { form, errors = {}, refusal }: Sent) =>
  screen(
    ctx,
    { title: one.title },
    <>
      <Heading
        title={one.title}
        crumbs={[
          { label: 'Кейсы', href: '/rewards/cases' },
          { label: one.title, href: `/rewards/cases/${one.id}` },
          { label: 'Текст' },
        ]}
        lead={one.state === 'draft' ? undefined : 'После правки стороны согласуют текст заново.'}
      />
      <Form
        action={`/rewards/cases/${one.id}/edit`}
        version={one.version}
        errors={errors}
        refusal={refusal}
        draft={`case-${one.id}`}
        actions={
          <Button kind="primary" busy="Записываем…">
            Записать
          </Button>
        }
      >
        <FormFields fields={caseFields} form={form} errors={errors} />
      </Form>
    </>,
  );

export const editCasePage: MemberRoute = {
  method: 'GET',
  path: '/rewards/cases/:caseId/edit',
  who: caseVisitors,
  async handle(ctx, input) {
    const one = await theCase(ctx, input);
    demand(mayWriteCase(ctx.actor, one));
    const { title, situation, work, result, advice } = one;
    return editPage(ctx, one, { form: formOf({ title, situation, work, result, advice }) });
  },
};

export const saveCase: MemberRoute = {
  method: 'POST',
  path: '/rewards/cases/:caseId/edit',
  who: caseVisitors,
  async handle(ctx, input) {
    const one = await theCase(ctx, input);
    demand(mayWriteCase(ctx.actor, one));
    const { form } = input;
    const read = readForm(caseFields, form);
    if (!read.ok) return again(await editPage(ctx, one, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await writeCase(ctx, { caseId: one.id, version, words: read.value });
    if (!outcome.ok) return again(await editPage(ctx, one, { form, refusal: caseRefusals[outcome.reason] }));
    return goTo(`/rewards/cases/${one.id}`, { toast: { text: 'Кейс записан' } });
  },
};

export const askThis: MemberRoute = {
  method: 'POST',
  path: '/rewards/cases/:caseId/ask',
  who: caseVisitors,
  async handle(ctx, input) {
    const one = await theCase(ctx, input);
    const outcome = await askSides(ctx, one.id);
    if (!outcome.ok) return again(await page(ctx, one, { form: emptyForm }, caseRefusals[outcome.reason]));
    return goTo(`/rewards/cases/${one.id}`, { toast: { text: 'Кейс отправлен обеим сторонам' } });
  },
};

export const answerThis: MemberRoute = {
  method: 'POST',
  path: '/rewards/cases/:caseId/answer',
  who: caseVisitors,
  async handle(ctx, input) {
    const one = await theCase(ctx, input);
    const { form } = input;
    const read = readForm(answerFields, form);
    if (!read.ok) return again(await page(ctx, one, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await answerCase(ctx, { caseId: one.id, version, ...read.value });
    if (!outcome.ok) return again(await page(ctx, one, { form, refusal: answerRefusals[outcome.reason] }));
    return goTo(`/rewards/cases/${one.id}`, { toast: { text: 'Ответ записан' } });
  },
};
