import { formatDayLong } from '../../../kernel/day.ts';
import { calendarFile } from '../../../platform/calendar-file.ts';
import { now } from '../../../platform/clock.ts';
import { again, download, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Qr } from '../../../ui/qr.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { eventKeepers, eventReaders, guests } from '../access.ts';
import type { ProgrammeEvent } from '../event.ts';
import { markSelf } from '../mark-guests.ts';
import { hereRefusals } from '../texts.ts';
import { theEvent } from './event.tsx';

const where = ({ day, starts, place }: ProgrammeEvent): string =>
  [formatDayLong(day), starts, place].filter(Boolean).join(', ');

/** For the screen in the room: the QR code and the six digits. */
export const screenPage: MemberRoute = {
  method: 'GET',
  path: '/events/:eventId/screen',
  who: eventKeepers,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    return screen(
      ctx,
      { title: event.title, frame: 'bare' },
      <>
        <Heading
          title={event.title}
          crumbs={[{ label: 'Событие', href: `/events/${event.id}` }, { label: 'На экран' }]}
          lead="Наведите телефон на код, чтобы отметиться."
        />
        <Qr text={`${ctx.baseUrl}/come/${event.id}`} size={320} label="Код, по которому отмечаются на событии" />
        <p class="lead">
          Код для тех, у кого нет учётной записи: <strong>{event.code}</strong>
        </p>
        <p class="hint">Отметиться можно {formatDayLong(event.day)}, только в день события.</p>
      </>,
    );
  },
};

const herePage = async (ctx: PageCtx, event: ProgrammeEvent, refusal?: string, marked = false) =>
  screen(
    ctx,
    { title: event.title },
    <>
      <Heading title={event.title} lead={where(event)} />
      {marked ? (
        <Note kind="ok" title="Вы отмечены">
          Спасибо, что пришли. Страницу можно закрыть.
        </Note>
      ) : (
        <Form
          action={`/events/${event.id}/here`}
          refusal={refusal}
          actions={
            <Button kind="primary" size="l" wide busy="Отмечаем…">
              Я здесь
            </Button>
          }
        />
      )}
    </>,
  );

export const openHere: MemberRoute = {
  method: 'GET',
  path: '/events/:eventId/here',
  who: guests,
  handle: async (ctx, input) => herePage(ctx, await theEvent(ctx, input), undefined, input.query.get('done') === 'yes'),
};

export const sayHere: MemberRoute = {
  method: 'POST',
  path: '/events/:eventId/here',
  who: guests,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    const outcome = await markSelf(ctx, event.id);
    if (!outcome.ok) return again(await herePage(ctx, event, hereRefusals[outcome.reason]));
    return goTo(`/events/${event.id}/here?done=yes`);
  },
};

export const calendarOf: MemberRoute = {
  method: 'GET',
  path: '/events/:eventId/calendar',
  who: eventReaders,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    const { timeZone } = await theCollege(ctx.db);
    const { id, title, place, day, starts, ends, version, cancelledOn } = event;
    const link = `${ctx.baseUrl}/events/${id}`;
    const entry = { uid: `${id}@nastavnik`, title, place, day, starts, ends, timeZone, link };
    const file = calendarFile([{ ...entry, cancelled: cancelledOn !== null, sequence: version }], now());
    return download(new Uint8Array(Buffer.from(file)), `${title}.ics`, 'text/calendar; charset=UTF-8');
  },
};
