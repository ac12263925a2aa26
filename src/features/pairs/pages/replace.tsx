import type { Child } from 'hono/jsx';
import { addDays, formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { ComboField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { pairKeepers } from '../access.ts';
import { candidates } from '../base-rows.ts';
import { replaceFields } from '../fields.ts';
import { replaceMentor } from '../replace-mentor.ts';
import { type ListedPair, pairById } from '../rows.ts';
import { replaceRefusals } from '../texts.ts';
import { sideName } from './words.tsx';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface ReplaceSent {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

interface ReplaceFormProps extends ReplaceSent {
  readonly ctx: PageCtx;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly verb: string;
}

/** Who takes over, since when and why; for a pair and for a group. */
export const ReplaceForm = async ({ ctx, action, hidden, verb, form, errors = {}, refusal }: ReplaceFormProps) => {
  const raw = form ?? formOf({ from: formatDay(addDays(ctx.today, 1)) });
  const mentors = (await candidates(ctx.db, 'mentors')).map((one) => ({
    value: one.id,
    label: `${sideName(one)}${one.place ? `, ${one.place}` : ''}`,
  }));
  return (
    <Form
      action={action}
      hidden={hidden}
      errors={errors}
      refusal={refusal}
      actions={
        <Button kind="primary" busy="Передаём…">
          {verb}
        </Button>
      }
    >
      <ComboField
        name="mentorId"
        label="Новый наставник"
        value={sentValue(raw, 'mentorId')}
        options={mentors}
        error={errors.mentorId}
        empty="выберите"
      />
      <FormFields fields={replaceFields} form={raw} errors={errors} />
    </Form>
  );
};

/** What the form of a replacement says, or what is wrong with it. */
export const readReplace = ({ form }: Input) => {
  const read = readForm(replaceFields, form);
  const mentorId = sentValue(form, 'mentorId');
  const chosen = uuid.test(mentorId);
  if (read.ok && chosen) return { ok: true as const, value: { ...read.value, mentorId } };
  const errors = { ...(chosen ? {} : { mentorId: 'Выберите нового наставника' }), ...(read.ok ? {} : read.errors) };
  return { ok: false as const, errors };
};

const page = async (ctx: PageCtx, pair: ListedPair, sent: ReplaceSent = {}) =>
  screen(
    ctx,
    { title: 'Замена наставника' },
    <>
      <Heading
        title="Замена наставника"
        crumbs={[
          { label: 'Пары и группы', href: '/pairs' },
          { label: `${pair.mentor.lastName} — ${pair.mentee.lastName}`, href: `/pairs/${pair.id}` },
          { label: 'Замена' },
        ]}
        lead={`${sideName(pair.mentee)} продолжит работу с новым наставником до ${formatDay(pair.till)}. Прежняя пара завершится накануне.`}
      />
      <Columns
        aside={
          <Note icon="file-pen" title="Приказ об изменении">
            Замену оформляет приказ об изменении: его проект появится на странице приказа, когда вы запишете замену.
          </Note>
        }
      >
        {
          (await ReplaceForm({
            ctx,
            action: `/pairs/${pair.id}/replace`,
            hidden: { version: pair.version },
            verb: 'Заменить наставника',
            ...sent,
          })) as Child
        }
      </Columns>
    </>,
  );

const thePair = async (ctx: PageCtx, input: Input) => found(await pairById(ctx.db, param(input, 'pairId')), 'pair');

export const replacePage: MemberRoute = {
  method: 'GET',
  path: '/pairs/:pairId/replace',
  who: pairKeepers,
  handle: async (ctx, input) => page(ctx, await thePair(ctx, input)),
};

export const replaceThis: MemberRoute = {
  method: 'POST',
  path: '/pairs/:pairId/replace',
  who: pairKeepers,
  async handle(ctx, input) {
    const pair = await thePair(ctx, input);
    const read = readReplace(input);
    if (!read.ok) return again(await page(ctx, pair, { form: input.form, errors: read.errors }));
    const version = Number(sentValue(input.form, 'version')) || 0;
    const outcome = await replaceMentor(ctx, { pairId: pair.id, version, ...read.value });
    if (!outcome.ok)
      return again(await page(ctx, pair, { form: input.form, refusal: replaceRefusals[outcome.reason] }));
    const text = pair.orderId ? 'Наставник заменён. Оформите приказ об изменении' : 'Наставник заменён';
    return goTo(`/pairs/${outcome.value}`, { toast: { text } });
  },
};
