import { formatDayLong } from '../../../kernel/day.ts';
import { readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { mayKeepDocuments } from '../../documents/access.ts';
import { eventKeepers, eventReaders, mayKeepEvents } from '../access.ts';
import { eventState, type ProgrammeEvent } from '../event.ts';
import { othersField } from '../fields.ts';
import { inviteGuests } from '../invite-guests.ts';
import { markGuests } from '../mark-guests.ts';
import { aimNames, audienceNames, kindNames } from '../name-texts.ts';
import { eventById } from '../rows.ts';
import { cancelEvent } from '../save-event.ts';
import { cancelRefusals, guestRefusals, markRefusals, paperRefusals } from '../texts.ts';
import { writePaper } from '../write-paper.ts';
import { GuestSections, inviteForm } from './guests.tsx';
import { PhotoSection } from './photo-section.tsx';
import { StateOfEvent } from './register.tsx';
import type { SentToEvent } from './sent.ts';

const Papers = ({ ctx, event }: { readonly ctx: PageCtx; readonly event: ProgrammeEvent }) => {
  const may = mayKeepEvents(ctx.actor) === true && mayKeepDocuments(ctx.actor) === true;
  const made = [
    { part: 'minutes', id: event.minutesId, open: 'Протокол', make: 'Проект протокола' },
    { part: 'press', id: event.pressId, open: 'Пресс-релиз', make: 'Проект пресс-релиза' },
  ] as const;
  return (
    <>
      {made.map(({ part, id, open, make }) =>
        id ? (
          <LinkButton icon="file-text" href={`/documents/${id}`}>
            {open}
          </LinkButton>
        ) : may && event.cancelledOn === null && event.day <= ctx.today ? (
          <PostButton action={`/events/${event.id}/papers`} hidden={{ part }}>
            <Button icon="file-plus" busy="Составляем…">
              {make}
            </Button>
          </PostButton>
        ) : null,
      )}
    </>
  );
};

/** The page of an event: what it is, who is asked, who came, papers, photos. */
export const eventScreen = async (ctx: PageCtx, event: ProgrammeEvent, sent?: SentToEvent) => {
  const state = eventState(event, ctx.today);
  const keeper = mayKeepEvents(ctx.actor) === true;
  return screen(
    ctx,
    { title: event.title },
    <>
      <Heading
        title={event.title}
        crumbs={[{ label: 'События', href: '/events' }, { label: event.title }]}
        lead={[`${formatDayLong(event.day)}, ${event.starts}–${event.ends}`, event.place].filter(Boolean).join(', ')}
        actions={
          <>
            <LinkButton icon="calendar" href={`/events/${event.id}/calendar`} download>
              В календарь
            </LinkButton>
            <Papers ctx={ctx} event={event} />
            {keeper && (state === 'planned' || state === 'today') ? (
              <LinkButton kind="primary" icon="qr-code" href={`/events/${event.id}/screen`}>
                QR-код на экран
              </LinkButton>
            ) : null}
          </>
        }
      />
      {sent?.part === 'page' && sent.refusal ? <Note kind="bad" title={sent.refusal} /> : null}
      <DefinitionList
        terms={[
          { label: 'Состояние', value: <StateOfEvent state={state} /> },
          { label: 'Вид', value: kindNames[event.kind] },
          { label: 'Зачем', value: aimNames[event.aim] },
          { label: 'Для кого', value: event.audiences.map((code) => audienceNames[code]).join(', ') },
          { label: 'О чём', value: event.note },
        ]}
      />
      {keeper ? (
        <div class="actions">
          <LinkButton icon="pencil" href={`/events/${event.id}/edit`}>
            Исправить событие
          </LinkButton>
          <PostButton action={`/events/${event.id}/cancel`} hidden={{ back: event.cancelledOn ? 'yes' : '' }}>
            <Button kind="quiet">{event.cancelledOn ? 'Вернуть событие' : 'Отменить событие'}</Button>
          </PostButton>
        </div>
      ) : null}
      <GuestSections ctx={ctx} event={event} sent={sent} />
      <PhotoSection ctx={ctx} event={event} sent={sent} />
    </>,
  );
};

export const theEvent = async (ctx: PageCtx, input: Input): Promise<ProgrammeEvent> =>
  found(await eventById(ctx.db, param(input, 'eventId')), 'event');

export const eventPage: MemberRoute = {
  method: 'GET',
  path: '/events/:eventId',
  who: eventReaders,
  handle: async (ctx, input) => eventScreen(ctx, await theEvent(ctx, input)),
};

export const cancelThis: MemberRoute = {
  method: 'POST',
  path: '/events/:eventId/cancel',
  who: eventKeepers,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    const back = sentValue(input.form, 'back') !== '';
    const outcome = await cancelEvent(ctx, { eventId: event.id, back });
    if (!outcome.ok) {
      const refusal = cancelRefusals[outcome.reason];
      return again(await eventScreen(ctx, event, { part: 'page', form: input.form, refusal }));
    }
    return goTo(`/events/${event.id}`, { toast: { text: back ? 'Событие снова в плане' : 'Событие отменено' } });
  },
};

export const invitePeople: MemberRoute = {
  method: 'POST',
  path: '/events/:eventId/invite',
  who: eventKeepers,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    const outcome = await inviteGuests(ctx, { eventId: event.id, ...inviteForm(input.form) });
    if (!outcome.ok) {
      const refusal = guestRefusals[outcome.reason];
      return again(await eventScreen(ctx, event, { part: 'invite', form: input.form, refusal }));
    }
    return goTo(`/events/${event.id}#guests`, { toast: { text: `Приглашено новых: ${outcome.value}` } });
  },
};

export const markPeople: MemberRoute = {
  method: 'POST',
  path: '/events/:eventId/guests',
  who: eventKeepers,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    const { form } = input;
    const read = readForm(othersField, form);
    if (!read.ok) return again(await eventScreen(ctx, event, { part: 'guests', form, errors: read.errors }));
    const ids = (name: string) => (form.values[name] ?? []).filter((id) => /^[\da-f-]{36}$/.test(id));
    const { others } = read.value;
    const outcome = await markGuests(ctx, {
      eventId: event.id,
      guestIds: ids('guestIds'),
      shownIds: ids('shownIds'),
      others,
    });
    if (!outcome.ok)
      return again(await eventScreen(ctx, event, { part: 'guests', form, refusal: markRefusals[outcome.reason] }));
    return goTo(`/events/${event.id}#guests`, { toast: { text: 'Явка отмечена' } });
  },
};

export const makePaper: MemberRoute = {
  method: 'POST',
  path: '/events/:eventId/papers',
  who: eventKeepers,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    const part = sentValue(input.form, 'part') === 'press' ? 'press' : 'minutes';
    const outcome = await writePaper(ctx, { eventId: event.id, part });
    if (!outcome.ok) {
      const refusal = paperRefusals[outcome.reason];
      return again(await eventScreen(ctx, event, { part: 'page', form: input.form, refusal }));
    }
    return goTo(`/documents/${outcome.value}`, { toast: { text: 'Проект составлен' } });
  },
};
