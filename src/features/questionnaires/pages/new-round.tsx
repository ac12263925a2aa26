import { addDays, formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { groupChoices } from '../../people/study-group-rows.ts';
import { questionnaireKeepers } from '../access.ts';
import { roundFields } from '../fields.ts';
import { inviteMore, openRound } from '../open-round.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { type Circle, roundById } from '../round-rows.ts';
import { roundRefusals } from '../texts.ts';
import { questionnaireIn } from './questionnaire.tsx';

const fieldsFor = async (ctx: PageCtx, circles: readonly Circle[]) => {
  const groups = await groupChoices(ctx.db);
  return roundFields(
    groups.map(({ id, code }) => ({ value: id, label: code })),
    circles.map(({ code, label }) => ({ value: code, label })),
  );
};

const roundScreen = async (
  ctx: PageCtx,
  one: Questionnaire,
  circles: readonly Circle[],
  form: RawForm,
  { errors, refusal }: { errors?: FormErrors; refusal?: string } = {},
) => {
  const base = `/questionnaires/${one.id}`;
  return screen(
    ctx,
    { title: 'Разослать анкету' },
    <>
      <Heading
        title="Разослать анкету"
        crumbs={[{ label: 'Анкеты', href: '/questionnaires' }, { label: one.title, href: base }, { label: 'Рассылка' }]}
        lead="Выберите дни и людей. Ответить можно из системы, по ссылке, по QR-коду или на бумаге."
      />
      <Note>Никого не отметили — анкета пойдёт только по общей ссылке: её можно повесить на стену QR-кодом.</Note>
      <Form
        action={`${base}/rounds/new`}
        errors={errors}
        refusal={refusal}
        draft={`round-${one.id}`}
        actions={<Button kind="primary">Разослать анкету</Button>}
      >
        <FormFields fields={await fieldsFor(ctx, circles)} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const newRoundPage = (circles: readonly Circle[]): MemberRoute => ({
  method: 'GET',
  path: '/questionnaires/:questionnaireId/rounds/new',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const circle = circles.find(({ code }) => code === `${one.role}s`);
    const form = formOf({
      title: one.title,
      opensOn: formatDay(ctx.today),
      closesOn: formatDay(addDays(ctx.today, 14)),
      circles: circle ? [circle.code] : [],
    });
    return roundScreen(ctx, one, circles, form);
  },
});

const chosen = (circles: readonly Circle[], codes: readonly string[]): readonly Circle[] =>
  circles.filter(({ code }) => codes.includes(code));

export const startRound = (circles: readonly Circle[]): MemberRoute => ({
  method: 'POST',
  path: '/questionnaires/:questionnaireId/rounds/new',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const fields = await fieldsFor(ctx, circles);
    const read = readForm(fields, input.form);
    if (!read.ok) return again(await roundScreen(ctx, one, circles, input.form, { errors: read.errors }));
    const { groups, circles: codes, ...rest } = read.value;
    const known = (fields.groups.options ?? []).map(({ value }) => value);
    const groupIds = groups.filter((id) => known.includes(id));
    const outcome = await openRound(ctx, one.id, { ...rest, groupIds, circles: chosen(circles, codes) });
    if (!outcome.ok)
      return again(await roundScreen(ctx, one, circles, input.form, { refusal: roundRefusals[outcome.reason] }));
    return goTo(`/questionnaires/rounds/${outcome.value}`, { toast: { text: 'Раунд создан. Раздайте ссылки' } });
  },
});

/** More people into a round that goes on: whole groups and circles, as they are today. */
export const inviteAgain = (circles: readonly Circle[]): MemberRoute => ({
  method: 'POST',
  path: '/questionnaires/rounds/:roundId/invite',
  who: questionnaireKeepers,
  async handle(ctx, { params, form }) {
    const round = found(await roundById(ctx.db, param({ params }, 'roundId')), 'round');
    const known = (await groupChoices(ctx.db)).map(({ id }) => id);
    const groupIds = (form.values.groups ?? []).filter((id) => known.includes(id));
    const whom = { groupIds, circles: chosen(circles, form.values.circles ?? []), personIds: [] };
    const outcome = await inviteMore(ctx, round.id, whom);
    const text = outcome.ok ? `Новых приглашённых: ${outcome.value}` : '';
    return goTo(`/questionnaires/rounds/${round.id}`, { toast: { text } });
  },
});
