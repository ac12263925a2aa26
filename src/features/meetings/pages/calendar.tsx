import { addDays } from '../../../kernel/day.ts';
import { calendarFile } from '../../../platform/calendar-file.ts';
import { now, today } from '../../../platform/clock.ts';
import { inCollege } from '../../../platform/db.ts';
import { formOf, readForm } from '../../../platform/fields.ts';
import { found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx, PublicRoute } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Qr } from '../../../ui/qr.tsx';
import { screen } from '../../../ui/screen.tsx';
import { pairPeople } from '../access.ts';
import { calendarBehind, calendarLinkOf } from '../calendar-rows.ts';
import { chooseReminders } from '../choose-reminders.ts';
import { reminderFields } from '../fields.ts';
import { letterWishOf } from '../letter-rows.ts';
import { endOf } from '../meeting.ts';
import { kindNames } from '../name-texts.ts';
import { calendarHash, closeCalendar, openCalendar } from '../open-calendar.ts';
import { ownMeetings } from '../own-rows.ts';

/** Own calendar and letters, at the foot of the own meetings. */
export const CalendarSection = async ({ ctx }: { readonly ctx: PageCtx }) => {
  const { personId } = ctx.actor;
  if (personId === null) return null;
  const link = await calendarLinkOf(ctx.db, personId);
  const wish = await letterWishOf(ctx.db, personId);
  return (
    <details class="phone-details">
      <summary>Календарь и напоминания</summary>
      <div class="phone-stack">
        <p class="hint">
          {link
            ? 'Ссылка на ваш календарь создана. Потеряли её или показали лишнему — создайте новую: старая перестанет работать.'
            : 'Встречи могут сами появляться в календаре телефона: создайте личную ссылку и добавьте её в календарь.'}
        </p>
        <div class="phone-row">
          <PostButton action="/my-meetings/calendar" answersPage>
            <Button icon="calendar-plus">{link ? 'Новая ссылка' : 'Создать ссылку'}</Button>
          </PostButton>
          {link ? (
            <PostButton action="/my-meetings/calendar/close">
              <Button kind="quiet">Отозвать ссылку</Button>
            </PostButton>
          ) : null}
        </div>
        <Form action="/my-meetings/reminders" actions={<Button>Сохранить</Button>}>
          <FormFields fields={reminderFields} form={formOf({ letters: wish })} />
        </Form>
        {ctx.messengers.length > 0 ? <a href="/my-account/messengers">Получать напоминания в мессенджер</a> : null}
      </div>
    </details>
  );
};

const linkScreen = (ctx: PageCtx, token: string) => {
  const address = `${ctx.baseUrl}/calendar/${token}`;
  return screen(
    ctx,
    { title: 'Ссылка на календарь' },
    <>
      <Heading
        title="Ссылка на ваш календарь"
        crumbs={[{ label: 'Мои встречи', href: '/my-meetings' }, { label: 'Календарь' }]}
        lead="Добавьте её в календарь телефона как подписку. Она показана один раз: здесь её потом не увидеть."
      />
      <p>
        <code class="phone-link">{address}</code>
      </p>
      <Qr text={address} size={200} label="Ссылка на календарь" />
      <Section title="Кто её видит">
        <p>
          По ссылке календарь открывается без входа, поэтому никому её не показывайте. В календаре только день, время,
          место и имя того, с кем встреча; записей о встречах в нём нет.
        </p>
      </Section>
      <p>
        <LinkButton href="/my-meetings">К встречам</LinkButton>
      </p>
    </>,
  );
};

const noCard = { text: 'К вашей учётной записи не привязана карточка человека' };

export const makeCalendar: MemberRoute = {
  method: 'POST',
  path: '/my-meetings/calendar',
  who: pairPeople,
  async handle(ctx) {
    const outcome = await openCalendar(ctx);
    return outcome.ok ? linkScreen(ctx, outcome.value) : goTo('/my-meetings', { toast: noCard });
  },
};

export const endCalendar: MemberRoute = {
  method: 'POST',
  path: '/my-meetings/calendar/close',
  who: pairPeople,
  async handle(ctx) {
    const outcome = await closeCalendar(ctx);
    return goTo('/my-meetings', { toast: outcome.ok ? { text: 'Ссылка отозвана' } : noCard });
  },
};

export const saveReminders: MemberRoute = {
  method: 'POST',
  path: '/my-meetings/reminders',
  who: pairPeople,
  async handle(ctx, { form }) {
    const read = readForm(reminderFields, form);
    if (!read.ok) return goTo('/my-meetings', { toast: { text: read.errors.letters ?? '' } });
    const outcome = await chooseReminders(ctx, read.value.letters);
    return goTo('/my-meetings', { toast: outcome.ok ? { text: 'Напоминания настроены' } : noCard });
  },
};

/** A page for people who open the link of a calendar program in a browser that is revoked. */
const closedScreen = (ctx: Parameters<PublicRoute['handle']>[0]) =>
  screen(
    ctx,
    { title: 'Ссылка не действует', frame: 'bare' },
    <Note kind="bad" title="Ссылка на календарь не действует">
      Её отозвали или создали новую. Свежую можно создать на странице «Мои встречи».
    </Note>,
  );

export const calendarOfPerson: PublicRoute = {
  method: 'GET',
  path: '/calendar/:token',
  who: 'public',
  async handle(ctx, input) {
    const door = await calendarBehind(ctx.system, calendarHash(param(input, 'token')));
    if (!door)
      return new Response((await closedScreen(ctx)).toString(), {
        status: 404,
        headers: { 'content-type': 'text/html; charset=UTF-8' },
      });
    const { timeZone } = door;
    const from = addDays(today(timeZone), -60);
    const meetings = await inCollege(ctx.system, door.college, (db) => ownMeetings(db, door.personId, from));
    const entries = meetings
      .filter(({ state, starts }) => starts !== '' || state === 'planned')
      .map((one) => {
        const starts = one.starts === '' ? '08:00' : one.starts;
        return {
          uid: `${found(one.id, 'meeting')}@nastavnik`,
          title: `${kindNames[one.kind]}: ${one.withWhom}`,
          place: one.place || one.link,
          ...{ day: one.day, starts, ends: endOf(starts, one.minutes), timeZone, sequence: one.version },
          link: `${ctx.baseUrl}/meetings/${one.id}`,
          cancelled: one.state === 'cancelled',
        };
      });
    return new Response(calendarFile(entries, now()), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="meetings.ics"',
        'cache-control': 'private, no-store',
      },
    });
  },
};
