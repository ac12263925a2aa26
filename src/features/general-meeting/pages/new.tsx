import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { eventsOf } from '../../events/rows.ts';
import { meetingKeepers } from '../access.ts';
import { meetingFields } from '../fields.ts';
import { makeMeeting } from '../make-meeting.ts';
import { meetingsOf } from '../rows.ts';
import { makeRefusals } from '../texts.ts';

interface Shown {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

/** Events of the year that may still become a general meeting. */
const fieldsFor = async (ctx: PageCtx, year: number) => {
  const taken = new Set((await meetingsOf(ctx.db, year)).map(({ eventId }) => eventId));
  const events = (await eventsOf(ctx.db, year)).filter(
    ({ id, cancelledOn, day }) => !taken.has(id) && cancelledOn === null && day >= ctx.today,
  );
  return meetingFields(events.map(({ id, title, day }) => ({ value: id, label: `${formatDay(day)}, ${title}` })));
};

const page = async (ctx: PageCtx, year: number, { form, errors, refusal }: Shown) =>
  screen(
    ctx,
    { title: 'Новая общая встреча' },
    <>
      <Heading
        title="Новая общая встреча"
        crumbs={[{ label: 'Общая встреча', href: '/general-meetings' }, { label: 'Новая' }]}
        lead="В список войдут все наставники и наставляемые из баз; его можно будет поправить."
      />
      <Form
        action="/general-meetings/new"
        errors={errors}
        refusal={refusal}
        draft="general-meeting-new"
        actions={
          <>
            <Button kind="primary" busy="Собираем список…">
              Завести встречу
            </Button>
            <LinkButton kind="quiet" href="/general-meetings">
              Не заводить
            </LinkButton>
          </>
        }
      >
        <FormFields fields={await fieldsFor(ctx, year)} form={form} errors={errors} />
      </Form>
    </>,
  );

export const newMeetingPage: MemberRoute = {
  method: 'GET',
  path: '/general-meetings/new',
  who: meetingKeepers,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    const form = formOf({
      ...{ title: 'Общая встреча наставников и наставляемых', day: ctx.today, starts: '14:00', ends: '15:30' },
      ...{ place: 'актовый зал', rounds: '4', roundMinutes: '5', mostWishes: '3' },
    });
    return page(ctx, currentYear, { form });
  },
};

export const createMeeting: MemberRoute = {
  method: 'POST',
  path: '/general-meetings/new',
  who: meetingKeepers,
  async handle(ctx, { form }) {
    const { currentYear } = await theCollege(ctx.db);
    const read = readForm(await fieldsFor(ctx, currentYear), form);
    if (!read.ok) return again(await page(ctx, currentYear, { form, errors: read.errors }));
    const outcome = await makeMeeting(ctx, currentYear, read.value);
    if (!outcome.ok) return again(await page(ctx, currentYear, { form, refusal: makeRefusals[outcome.reason] }));
    return goTo(`/general-meetings/${outcome.value}`, { toast: { text: 'Встреча заведена' } });
  },
};
