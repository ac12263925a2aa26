import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { questionnaireKeepers } from '../access.ts';
import { type Definition, isScored, nextId, questionsOf } from '../definition.ts';
import { readDefinition } from '../definition-fields.ts';
import { addSection, changeSection } from '../edit-definition.ts';
import { scaleFields, sectionFields } from '../fields.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { saveDraft } from '../save-questionnaire.ts';
import { saveRefusals } from '../texts.ts';
import { questionnaireIn } from './questionnaire.tsx';

type Fields = ReturnType<typeof scaleFields> | typeof sectionFields;

interface Shown {
  readonly title: string;
  readonly action: string;
  readonly fields: Fields;
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
  readonly removable?: boolean;
}

const partScreen = (ctx: PageCtx, one: Questionnaire, shown: Shown) => {
  const base = `/questionnaires/${one.id}`;
  return screen(
    ctx,
    { title: shown.title },
    <>
      <Heading
        title={shown.title}
        crumbs={[
          { label: 'Анкеты', href: '/questionnaires' },
          { label: one.title, href: base },
          { label: shown.title },
        ]}
      />
      <Form
        action={shown.action}
        errors={shown.errors}
        refusal={shown.refusal}
        draft={shown.action}
        actions={
          <>
            <Button kind="primary">Сохранить</Button>
            {shown.removable ? (
              <Button kind="danger" field="remove" value="1" novalidate>
                Удалить шкалу
              </Button>
            ) : null}
            <LinkButton kind="quiet" href={base}>
              Не сохранять
            </LinkButton>
          </>
        }
      >
        <FormFields fields={shown.fields} form={shown.form} errors={shown.errors} />
      </Form>
    </>,
  );
};

const sectionShown = (one: Questionnaire, input: Input, form?: RawForm): Shown => {
  const id = param(input, 'section');
  const part = one.draft.sections.find((each) => each.id === id);
  return {
    title: part ? part.title || 'Раздел' : 'Новый раздел',
    action: `/questionnaires/${one.id}/sections/${id}`,
    fields: sectionFields,
    form: form ?? formOf({ title: part?.title ?? '', intro: part?.intro ?? '', version: String(one.version) }),
  };
};

export const sectionPage: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/:questionnaireId/sections/:section',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    return partScreen(ctx, one, sectionShown(one, input));
  },
};

const store = async (ctx: PageCtx, one: Questionnaire, version: number, draft: Definition, shown: Shown) => {
  const read = readDefinition(draft);
  if (!read.ok) return again(await partScreen(ctx, one, { ...shown, refusal: read.problems.join('. ') }));
  const outcome = await saveDraft(ctx, one.id, version, { draft: read.value });
  if (!outcome.ok) return again(await partScreen(ctx, one, { ...shown, refusal: saveRefusals[outcome.reason] }));
  return goTo(`/questionnaires/${one.id}`, { toast: { text: 'Сохранено' } });
};

export const saveSection: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/:questionnaireId/sections/:section',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const shown = sectionShown(one, input, input.form);
    const read = readForm(sectionFields, input.form);
    if (!read.ok) return again(await partScreen(ctx, one, { ...shown, errors: read.errors }));
    const { title, intro, version } = read.value;
    const id = param(input, 'section');
    const known = one.draft.sections.some((part) => part.id === id);
    const draft = known ? changeSection(one.draft, id, title, intro) : addSection(one.draft, title, intro);
    return store(ctx, one, version, draft, shown);
  },
};

const bandLine = ({ from, to, label }: Definition['scales'][number]['bands'][number]): string =>
  `${String(from).replace('.', ',')}–${String(to).replace('.', ',')}: ${label}`;

const scaleShown = (one: Questionnaire, input: Input, form?: RawForm): Shown => {
  const id = param(input, 'scale');
  const scale = one.draft.scales.find((each) => each.id === id);
  const questions = questionsOf(one.draft).filter(isScored);
  const stored = scale && {
    title: scale.title,
    how: scale.how,
    items: scale.items.map(({ question }) => question),
    reversed: scale.items.filter(({ reversed }) => reversed).map(({ question }) => question),
    bands: scale.bands.map(bandLine).join('\n'),
  };
  return {
    title: scale?.title ?? 'Новая шкала',
    action: `/questionnaires/${one.id}/scales/${id}`,
    fields: scaleFields(questions.map((question) => ({ value: question.id, label: question.text }))),
    form: form ?? formOf({ how: 'mean', ...stored, version: String(one.version) }),
    removable: scale !== undefined,
  };
};

export const scalePage: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/:questionnaireId/scales/:scale',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    return partScreen(ctx, one, scaleShown(one, input));
  },
};

export const saveScale: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/:questionnaireId/scales/:scale',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const shown = scaleShown(one, input, input.form);
    const id = param(input, 'scale');
    const others = one.draft.scales.filter((each) => each.id !== id);
    if (input.form.values.remove) {
      const version = Number(input.form.values.version?.[0]) || 0;
      return store(ctx, one, version, { ...one.draft, scales: others }, shown);
    }
    const read = readForm(scaleFields([]), input.form);
    if (!read.ok) return again(await partScreen(ctx, one, { ...shown, errors: read.errors }));
    const { title, how, items, reversed, bands, version } = read.value;
    const known = one.draft.scales.some((each) => each.id === id);
    const taken = one.draft.scales.map((each) => each.id);
    const scale = {
      id: known ? id : nextId('k', taken),
      title,
      how,
      items: items.map((question) => ({ question, reversed: reversed.includes(question) })),
      bands,
    };
    const scales = known ? one.draft.scales.map((each) => (each.id === id ? scale : each)) : [...others, scale];
    return store(ctx, one, version, { ...one.draft, scales }, shown);
  },
};
