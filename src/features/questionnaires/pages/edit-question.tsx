import { type FormErrors, formOf, type RawForm, readForm, type ValuesOf } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { questionnaireKeepers } from '../access.ts';
import { conditionValues, type Question, questionOf, questionsOf } from '../definition.ts';
import { readDefinition } from '../definition-fields.ts';
import {
  conditionOf,
  conditionText,
  linesOfOptions,
  newQuestionId,
  optionsOfLines,
  putQuestion,
} from '../edit-definition.ts';
import { questionFields } from '../fields.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { versionsOf } from '../rows.ts';
import { saveDraft } from '../save-questionnaire.ts';
import { saveRefusals } from '../texts.ts';
import { questionnaireIn } from './questionnaire.tsx';

type Fields = ReturnType<typeof questionFields>;

/** Only what stands above, and only what can be compared. */
const fieldsFor = ({ draft }: Questionnaire, id: string): Fields => {
  const all = questionsOf(draft);
  const at = all.findIndex((one) => one.id === id);
  const earlier = (at < 0 ? all : all.slice(0, at)).filter((one) => conditionValues(one)?.length !== 0);
  return questionFields(
    draft.sections.map((part, index) => ({ value: part.id, label: part.title || `Раздел ${index + 1}` })),
    earlier.map((one) => ({ value: one.id, label: one.text })),
  );
};

const sectionWith = ({ draft }: Questionnaire, id: string): string | undefined =>
  draft.sections.find(({ questions }) => questions.some((one) => one.id === id))?.id;

const formFor = (one: Questionnaire, id: string, wanted: string | null): RawForm => {
  const question = questionOf(one.draft, id);
  if (!question) {
    const section = one.draft.sections.find((part) => part.id === wanted)?.id ?? one.draft.sections.at(-1)?.id ?? '';
    return formOf({ kind: 'scale', to: '10', section, required: 'on', version: String(one.version) });
  }
  return formOf({
    ...question,
    required: question.required ? 'on' : '',
    section: sectionWith(one, id) ?? '',
    options: linesOfOptions(question.options),
    columns: linesOfOptions(question.columns),
    to: String(question.to ?? 10),
    low: question.ends?.[0] ?? '',
    high: question.ends?.[1] ?? '',
    least: question.least?.toString() ?? '',
    most: question.most?.toString() ?? '',
    shownQuestion: question.shownIf?.question ?? '',
    shownIs: conditionText(one.draft, question),
    ends: null,
    shownIf: null,
    version: String(one.version),
  });
};

const editScreen = (
  ctx: PageCtx,
  one: Questionnaire,
  id: string,
  form: RawForm,
  { errors, refusal }: { errors?: FormErrors; refusal?: string } = {},
) => {
  const title = questionOf(one.draft, id)?.text ?? 'Новый вопрос';
  const base = `/questionnaires/${one.id}`;
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        crumbs={[{ label: 'Анкеты', href: '/questionnaires' }, { label: one.title, href: base }, { label: 'Вопрос' }]}
      />
      <Form
        action={`${base}/questions/${id}`}
        errors={errors}
        refusal={refusal}
        draft={`question-${one.id}-${id}`}
        actions={
          <>
            <Button kind="primary">Сохранить вопрос</Button>
            <LinkButton kind="quiet" href={base}>
              Не сохранять
            </LinkButton>
          </>
        }
      >
        <FormFields fields={fieldsFor(one, id)} form={form} errors={errors} />
      </Form>
    </>,
  );
};

const idIn = (input: Input): string => param(input, 'question');

export const questionPage: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/:questionnaireId/questions/:question',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    if (one.draft.sections.length === 0) return goTo(`/questionnaires/${one.id}/sections/new`);
    return editScreen(ctx, one, idIn(input), formFor(one, idIn(input), input.query.get('section')));
  },
};

const questionFrom = (values: ValuesOf<Fields>, id: string, before: Question | undefined): Question => {
  const { kind, text, hint, required, to, low, high, least, most } = values;
  const listed = ['one', 'many', 'ranking', 'matrix'].includes(kind);
  return {
    id,
    kind,
    text,
    hint,
    required,
    ...(kind === 'scale' ? { to, ends: [low, high] as const } : {}),
    ...(listed ? { options: optionsOfLines(values.options, before?.options) } : {}),
    ...(kind === 'matrix' ? { columns: optionsOfLines(values.columns, before?.columns) } : {}),
    ...(kind === 'number' && least !== undefined ? { least } : {}),
    ...(kind === 'number' && most !== undefined ? { most } : {}),
  };
};

export const saveQuestion: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/:questionnaireId/questions/:question',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const before = questionOf(one.draft, idIn(input));
    const show = (more: { errors?: FormErrors; refusal?: string }) =>
      editScreen(ctx, one, idIn(input), input.form, more);
    const read = readForm(fieldsFor(one, idIn(input)), input.form);
    if (!read.ok) return again(await show({ errors: read.errors }));
    const { value } = read;

    const frozen = (await versionsOf(ctx.db, one.id)).map(({ definition }) => definition);
    const id = before?.id ?? newQuestionId(one.draft, frozen);
    const source = value.shownQuestion === '' ? undefined : questionOf(one.draft, value.shownQuestion);
    const is = source && conditionOf(source, value.shownIs);
    if (source && !is)
      return again(
        await show({ errors: { shownIs: 'Такого ответа у того вопроса нет. Перепишите его как в вопросе' } }),
      );
    const question = {
      ...questionFrom(value, id, before),
      ...(source && is ? { shownIf: { question: source.id, is } } : {}),
    };
    const draft = readDefinition(putQuestion(one.draft, value.section, question));
    if (!draft.ok) return again(await show({ refusal: draft.problems.join('. ') }));
    const outcome = await saveDraft(ctx, one.id, value.version, { draft: draft.value });
    if (!outcome.ok) return again(await show({ refusal: saveRefusals[outcome.reason] }));
    return goTo(`/questionnaires/${one.id}`, { toast: { text: 'Вопрос сохранён' } });
  },
};
