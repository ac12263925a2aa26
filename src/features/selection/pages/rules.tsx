import { demand } from '../../../kernel/actor.ts';
import { emptyForm, type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { mayKeepSelection, selectionKeepers } from '../access.ts';
import { addQuestion, addRule, chooseDemands, dropQuestion, dropRule, takeStarter } from '../change-settings.ts';
import type { Rule } from '../requirement.ts';
import { demandFields, questionFields, ruleFields } from '../setting-fields.ts';
import { demandsOf, isUntouched, questionsOf, rulesOf } from '../setting-rows.ts';
import { clearanceNames, ruleKindNames, settingRefusals } from '../texts.ts';
import { selectionCrumb } from './words.tsx';

const path = '/selection/rules';

interface Sent {
  readonly part: 'rule' | 'question' | 'demands';
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const checkedBy = ({ kind, least, clearance }: Rule): string => {
  if (clearance) return clearanceNames[clearance];
  return least === null ? ruleKindNames[kind] : `${ruleKindNames[kind]} ${least}`;
};

const Drop = ({ action }: { readonly action: string }) => (
  <PostButton action={action}>
    <Button size="s" kind="quiet">
      Убрать
    </Button>
  </PostButton>
);

const rulesScreen = async (ctx: PageCtx, sent?: Sent) => {
  demand(mayKeepSelection(ctx.actor));
  const forms = await normsOf(ctx.db, 'form');
  const options = forms.map(({ code, label }) => ({ value: code, label }));
  const nameOf = (code: string) =>
    code === '' ? 'для всех' : (forms.find((form) => form.code === code)?.label ?? code);
  const [rules, questions] = [await rulesOf(ctx.db), await questionsOf(ctx.db)];
  const chosen = await demandsOf(ctx.db);
  const of = (part: Sent['part']) => (sent?.part === part ? sent : undefined);
  return screen(
    ctx,
    { title: 'Требования к наставникам' },
    <>
      <Heading
        title="Требования к наставникам"
        crumbs={[selectionCrumb, { label: 'Требования' }]}
        lead="По этому списку проверяют кандидатов. Невыполненное требование становится причиной отказа."
      />
      {(await isUntouched(ctx.db)) ? (
        <Note
          title="Список пуст"
          actions={
            <PostButton action={`${path}/start`}>
              <Button kind="primary">Взять готовый список</Button>
            </PostButton>
          }
        >
          Готовый список — только начало: поправьте его по положению колледжа.
        </Note>
      ) : null}
      <Columns
        aside={
          <Section title="Допуск к парам">
            <p class="hint">Что делать, когда составляют пару, а чего-то у наставника нет.</p>
            <Form action={`${path}/demands`} errors={of('demands')?.errors} actions={<Button>Сохранить допуск</Button>}>
              <FormFields
                fields={demandFields}
                form={of('demands')?.form ?? formOf({ ...chosen })}
                errors={of('demands')?.errors}
              />
            </Form>
          </Section>
        }
      >
        <Section title="Требования" count={rules.length}>
          {rules.length > 0 ? (
            <Table
              plain
              caption="Требования к наставникам"
              rows={rules}
              columns={[
                { key: 'words', label: 'Требование', head: true, cell: ({ words }) => words },
                { key: 'form', label: 'Форма', cell: ({ form }) => nameOf(form) },
                { key: 'kind', label: 'Как проверяют', cell: checkedBy },
                {
                  key: 'drop',
                  label: 'Действия',
                  kind: 'actions',
                  cell: ({ id }) => <Drop action={`${path}/${id}/drop`} />,
                },
              ]}
            />
          ) : null}
          <details open={of('rule') !== undefined || undefined}>
            <summary>Внести требование</summary>
            <Form
              action={path}
              errors={of('rule')?.errors}
              refusal={of('rule')?.refusal}
              actions={<Button>Внести требование</Button>}
            >
              <FormFields
                fields={ruleFields(options)}
                form={of('rule')?.form ?? emptyForm}
                errors={of('rule')?.errors}
              />
            </Form>
          </details>
        </Section>
        <Section title="Вопросы собеседования" count={questions.length}>
          {questions.length > 0 ? (
            <Table
              plain
              caption="Вопросы собеседования"
              rows={questions}
              columns={[
                { key: 'question', label: 'Что оценивают', head: true, cell: ({ question }) => question },
                { key: 'form', label: 'Форма', cell: ({ form }) => nameOf(form) },
                {
                  key: 'drop',
                  label: 'Действия',
                  kind: 'actions',
                  cell: ({ id }) => <Drop action={`/selection/questions/${id}/drop`} />,
                },
              ]}
            />
          ) : null}
          <details open={of('question') !== undefined || undefined}>
            <summary>Внести вопрос</summary>
            <Form
              action="/selection/questions"
              errors={of('question')?.errors}
              refusal={of('question')?.refusal}
              actions={<Button>Внести вопрос</Button>}
            >
              <FormFields
                fields={questionFields(options)}
                form={of('question')?.form ?? emptyForm}
                errors={of('question')?.errors}
              />
            </Form>
          </details>
        </Section>
      </Columns>
    </>,
  );
};

const optionsOf = async (ctx: PageCtx) =>
  (await normsOf(ctx.db, 'form')).map(({ code, label }) => ({ value: code, label }));

export const rulesPage: MemberRoute = {
  method: 'GET',
  path,
  who: selectionKeepers,
  handle: (ctx) => rulesScreen(ctx),
};

export const addRuleForm: MemberRoute = {
  method: 'POST',
  path,
  who: selectionKeepers,
  async handle(ctx, { form }) {
    const read = readForm(ruleFields(await optionsOf(ctx)), form);
    if (!read.ok) return again(await rulesScreen(ctx, { part: 'rule', form, errors: read.errors }));
    const outcome = await addRule(ctx, read.value);
    if (!outcome.ok)
      return again(await rulesScreen(ctx, { part: 'rule', form, refusal: settingRefusals[outcome.reason] }));
    return goTo(path, { toast: { text: 'Требование внесено' } });
  },
};

export const dropRuleForm: MemberRoute = {
  method: 'POST',
  path: `${path}/:ruleId/drop`,
  who: selectionKeepers,
  async handle(ctx, input) {
    await dropRule(ctx, param(input, 'ruleId'));
    return goTo(path, { toast: { text: 'Требование убрано' } });
  },
};

export const addQuestionForm: MemberRoute = {
  method: 'POST',
  path: '/selection/questions',
  who: selectionKeepers,
  async handle(ctx, { form }) {
    const read = readForm(questionFields(await optionsOf(ctx)), form);
    if (!read.ok) return again(await rulesScreen(ctx, { part: 'question', form, errors: read.errors }));
    const outcome = await addQuestion(ctx, read.value);
    if (!outcome.ok)
      return again(await rulesScreen(ctx, { part: 'question', form, refusal: settingRefusals[outcome.reason] }));
    return goTo(path, { toast: { text: 'Вопрос внесён' } });
  },
};

export const dropQuestionForm: MemberRoute = {
  method: 'POST',
  path: '/selection/questions/:questionId/drop',
  who: selectionKeepers,
  async handle(ctx, input) {
    await dropQuestion(ctx, param(input, 'questionId'));
    return goTo(path, { toast: { text: 'Вопрос убран' } });
  },
};

export const chooseDemandsForm: MemberRoute = {
  method: 'POST',
  path: `${path}/demands`,
  who: selectionKeepers,
  async handle(ctx, { form }) {
    const read = readForm(demandFields, form);
    if (!read.ok) return again(await rulesScreen(ctx, { part: 'demands', form, errors: read.errors }));
    const { clearance, basis, training } = read.value;
    await chooseDemands(ctx, { clearance, basis, training });
    return goTo(path, { toast: { text: 'Допуск к парам сохранён' } });
  },
};

export const takeStarterForm: MemberRoute = {
  method: 'POST',
  path: `${path}/start`,
  who: selectionKeepers,
  async handle(ctx) {
    const outcome = await takeStarter(ctx);
    return goTo(path, { toast: { text: outcome.ok ? 'Список взят' : settingRefusals[outcome.reason] } });
  },
};
