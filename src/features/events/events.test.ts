import { expect, test } from 'vitest';
import { paperStories, pngBytes } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { fileById } from '../../platform/storage.ts';
import { documentById } from '../documents/rows.ts';
import { mayKeepEvents, mayKeepPublications, mayReadEvents } from './access.ts';
import type { EventInput } from './event.ts';
import { informationFacts } from './fact-rows.ts';
import { guestsOf } from './guest-rows.ts';
import { inviteGuests } from './invite-guests.ts';
import { keepPhoto, removePhoto } from './keep-photo.ts';
import { markByCode, markGuests, markSelf } from './mark-guests.ts';
import { eventById, photosOf } from './rows.ts';
import { addEvent, cancelEvent, changeEvent } from './save-event.ts';
import { addPublication, removePublication } from './save-publication.ts';
import { writePaper } from './write-paper.ts';

const papers = paperStories();
const today = day('2026-10-12');

const meeting: EventInput = {
  kind: 'meeting',
  title: 'Встреча первого курса',
  aim: 'mentees',
  audiences: ['students', 'parents'],
  place: 'актовый зал',
  day: today,
  starts: '15:00',
  ends: '16:30',
  note: 'Чем помогает программа',
};

const reasonOf = (outcome: { ok: boolean; reason?: string }): string => outcome.reason ?? '';

const planned = async ({ ctx }: Pick<World, 'ctx'>, input: Partial<EventInput> = {}): Promise<string> => {
  const outcome = await addEvent(ctx('curator'), { ...meeting, ...input });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};

test(
  'an event has a code of six digits and the year of its day; wrong hours and no audience are refused',
  story(async ({ db, ctx }) => {
    const eventId = await planned({ ctx }, { day: day('2026-08-31') });

    expect(await eventById(db, eventId)).toMatchObject({ year: 2025, code: expect.stringMatching(/^\d{6}$/) });
    expect(reasonOf(await addEvent(ctx('curator'), { ...meeting, ends: '15:00' }))).toBe('ends-before-start');
    expect(reasonOf(await addEvent(ctx('curator'), { ...meeting, audiences: [] }))).toBe('no-audience');
  }),
);

test(
  'the second of two editors is told',
  story(async ({ ctx }) => {
    const eventId = await planned({ ctx });
    await changeEvent(ctx('curator'), { ...meeting, eventId, version: 1, place: 'кабинет 5' });

    expect(reasonOf(await changeEvent(ctx('curator'), { ...meeting, eventId, version: 1 }))).toBe('changed-meanwhile');
  }),
);

test(
  'groups are invited once; a class teacher invites own groups only',
  story(async ({ db, ctx, given }) => {
    await given.student({ last: 'Адова' });
    await given.student({ last: 'Белова' });
    await given.teacher({ last: 'Зыкова' });
    const groupId = await given.group();
    const eventId = await planned({ ctx });
    const invite = { eventId, groupIds: [groupId], kinds: [] };

    expect(await inviteGuests(ctx('curator'), invite)).toEqual({ ok: true, value: 2 });
    expect(await inviteGuests(ctx('curator'), { ...invite, kinds: ['staff'] })).toEqual({ ok: true, value: 1 });
    expect((await guestsOf(db, eventId)).map(({ audience }) => audience)).toEqual(['students', 'students', 'teachers']);
    const teacher = ctx({ roles: ['class-teacher'], groupIds: [groupId] });
    expect(await inviteGuests(teacher, invite)).toEqual({ ok: true, value: 0 });
    expect(reasonOf(await inviteGuests(ctx('class-teacher'), invite))).toBe('not-own-group');
    expect(reasonOf(await inviteGuests(ctx('curator'), { ...invite, groupIds: [] }))).toBe('nobody-chosen');
  }),
);

test(
  'who came is ticked in the list; a tick taken away takes the mark away',
  story(async ({ db, ctx, given, journal }) => {
    await given.student({ last: 'Адова' });
    await given.student({ last: 'Белова' });
    const eventId = await planned({ ctx });
    await inviteGuests(ctx('curator'), { eventId, groupIds: [await given.group()], kinds: [] });
    const [first, second] = await guestsOf(db, eventId);

    await markGuests(ctx('curator'), {
      eventId,
      guestIds: [first?.id ?? '', second?.id ?? ''],
      shownIds: [],
      others: 7,
    });
    await markGuests(ctx('curator'), { eventId, guestIds: [second?.id ?? ''], shownIds: [first?.id ?? ''], others: 7 });

    expect((await guestsOf(db, eventId)).map(({ came, how }) => [came, how])).toEqual([
      [false, null],
      [true, 'list'],
    ]);
    expect(await eventById(db, eventId)).toMatchObject({ invited: 2, came: 1, others: 7 });
    expect(await journal()).toEqual(['event.added', 'event.invited', 'event.marked', 'event.marked']);
  }),
);

test(
  'who came by the code while the list was open keeps the mark when the list is written',
  story(async ({ db, ctx, given }) => {
    const personId = await given.student({ last: 'Адова' });
    const eventId = await planned({ ctx });
    await inviteGuests(ctx('curator'), { eventId, groupIds: [await given.group()], kinds: [] });
    await markSelf(ctx({ roles: ['mentee'], personId }), eventId);

    await markGuests(ctx('curator'), { eventId, guestIds: [], shownIds: [], others: 0 });

    expect((await guestsOf(db, eventId)).map(({ how }) => how)).toEqual(['qr']);
  }),
);

test(
  'a person with an account says «here» on the day itself, once',
  story(async ({ db, ctx, given }) => {
    const personId = await given.student({ last: 'Адова' });
    const eventId = await planned({ ctx });
    const anna = { roles: ['mentee'], personId } as const;

    expect(reasonOf(await markSelf(ctx(anna, '2026-10-11'), eventId))).toBe('not-today');
    expect(reasonOf(await markSelf(ctx('mentee'), eventId))).toBe('no-card');
    await markSelf(ctx(anna), eventId);
    await markSelf(ctx(anna), eventId);
    expect((await guestsOf(db, eventId)).map(({ came, how, invited }) => [came, how, invited])).toEqual([
      [true, 'qr', false],
    ]);
  }),
);

test(
  'a guest without an account types the code: who was invited is marked in the list, anybody else beside it',
  story(async ({ db, ctx, given }) => {
    await given.student({ last: 'Семёнова' });
    const eventId = await planned({ ctx });
    await inviteGuests(ctx('curator'), { eventId, groupIds: [await given.group()], kinds: [] });
    const code = (await eventById(db, eventId))?.code ?? '';
    const guest = { eventId, code, name: 'семенова анна сергеевна', audience: 'parents' } as const;

    expect(reasonOf(await markByCode(ctx('mentee'), { ...guest, code: '000000' }))).toBe('wrong-code');
    expect(reasonOf(await markByCode(ctx('mentee', '2026-10-13'), guest))).toBe('not-today');
    await markByCode(ctx('mentee'), guest);
    await markByCode(ctx('mentee'), { ...guest, name: 'Юдин Пётр' });
    await markByCode(ctx('mentee'), { ...guest, name: 'юдин петр' });

    expect((await guestsOf(db, eventId)).map(({ name, how }) => [name, how])).toEqual([
      ['Семёнова Анна Сергеевна', 'code'],
      ['Юдин Пётр', 'code'],
    ]);
  }),
);

test(
  'a cancelled event takes no guests; one where people came is not cancelled',
  story(async ({ ctx, given }) => {
    const personId = await given.student({ last: 'Адова' });
    const eventId = await planned({ ctx });
    await cancelEvent(ctx('curator'), { eventId, back: false });

    expect(reasonOf(await markSelf(ctx({ roles: ['mentee'], personId }), eventId))).toBe('cancelled');
    expect(reasonOf(await markGuests(ctx('curator'), { eventId, guestIds: [], shownIds: [], others: 1 }))).toBe(
      'cancelled',
    );
    await cancelEvent(ctx('curator'), { eventId, back: true });
    await markSelf(ctx({ roles: ['mentee'], personId }), eventId);
    expect(reasonOf(await cancelEvent(ctx('curator'), { eventId, back: false }))).toBe('people-came');
    const ahead = await planned({ ctx }, { day: day('2026-10-20') });
    expect(reasonOf(await markGuests(ctx('curator'), { eventId: ahead, guestIds: [], shownIds: [], others: 1 }))).toBe(
      'not-yet',
    );
  }),
);

test(
  'minutes and a press release tell what is known of the event, after it was held',
  story(async (world) => {
    const { db, ctx, given } = world;
    const personId = await given.student({ last: 'Адова' });
    const eventId = await planned({ ctx });
    await markSelf(ctx({ roles: ['mentee'], personId }), eventId);
    await markGuests(ctx('curator'), {
      eventId,
      guestIds: (await guestsOf(db, eventId)).map(({ id }) => id),
      shownIds: [],
      others: 5,
    });
    const curator = papers.at(ctx('curator'));

    expect(reasonOf(await writePaper(papers.at(ctx('curator', '2026-10-11')), { eventId, part: 'press' }))).toBe(
      'not-held',
    );
    const press = await writePaper(curator, { eventId, part: 'press' });
    const minutes = await writePaper(curator, { eventId, part: 'minutes' });
    if (!press.ok || !minutes.ok) throw new Error('not made');

    expect(await papers.textOf(world, press.value)).toContain(
      '12 октября 2026 г., 15:00, актовый зал. Участники: студенты — 1, без списка — 5.',
    );
    expect(await papers.textOf(world, minutes.value)).toContain('Адова А. С.');
    expect(await documentById(db, press.value)).toMatchObject({ kind: 'press-release', series: 'press' });
    expect(await eventById(db, eventId)).toMatchObject({ pressId: press.value, minutesId: minutes.value });
  }),
);

test(
  'photos lie with the event for staff, without what the camera wrote into them',
  story(async ({ db, ctx }) => {
    const eventId = await planned({ ctx });
    await keepPhoto(papers.at(ctx('curator')), eventId, { name: 'зал.png', family: 'png', bytes: pngBytes });
    const [photo] = await photosOf(db, eventId);
    expect(photo?.name).toBe('зал.png');

    const broken = { name: 'обрыв.png', family: 'png', bytes: pngBytes.slice(0, 40) } as const;
    expect(await keepPhoto(papers.at(ctx('curator')), eventId, broken)).toEqual({ ok: false, reason: 'broken' });
    const told = new Uint8Array([...pngBytes, ...Buffer.from('GPS 58.60 49.66')]);
    await keepPhoto(papers.at(ctx('curator')), eventId, { name: 'двор.png', family: 'png', bytes: told });
    const kept = await fileById(db, (await photosOf(db, eventId))[1]?.fileId ?? '');
    const stored = await papers.store.read(ctx('curator').actor.college, kept.sha256);
    expect(new Uint8Array(stored)).toEqual(pngBytes);
    await removePhoto(ctx('curator'), eventId, kept.id);

    await removePhoto(ctx('curator'), eventId, photo?.fileId ?? '');
    expect(await photosOf(db, eventId)).toEqual([]);
  }),
);

test(
  'publications and events with their audiences are facts of the year',
  story(async ({ db, ctx, given }) => {
    await given.student({ last: 'Адова' });
    const eventId = await planned({ ctx });
    await planned({ ctx }, { aim: 'mentors', day: day('2026-10-20') });
    await inviteGuests(ctx('curator'), { eventId, groupIds: [await given.group()], kinds: [] });
    await markGuests(ctx('curator'), {
      eventId,
      guestIds: (await guestsOf(db, eventId)).map(({ id }) => id),
      shownIds: [],
      others: 0,
    });
    const told = { day: day('2026-10-01'), title: 'Начали', channel: 'site', link: '', eventId } as const;
    const made = await addPublication(ctx('editor'), told);

    expect(reasonOf(await addPublication(ctx('editor'), { ...told, day: day('2026-10-13') }))).toBe('day-ahead');
    expect(await informationFacts(db, 2026, today)).toMatchObject({
      events: [{ id: eventId, aim: 'mentees', people: 1, cameOf: ['students'] }],
      publications: ['2026-10-01'],
    });
    await removePublication(ctx('editor'), made.ok ? made.value : '');
    expect((await informationFacts(db, 2026, today)).publications).toEqual([]);
  }),
);

test(
  'an event of another college is not found',
  story(async ({ ctx, elsewhere }) => {
    const eventId = await planned({ ctx });

    expect(await elsewhere((there) => eventById(there, eventId))).toBeUndefined();
    expect(await elsewhere((there) => guestsOf(there, eventId))).toEqual([]);
  }),
);

const keepers: readonly Role[] = [
  'administrator',
  'director',
  'deputy',
  'curator',
  'methodist',
  'class-teacher',
  'editor',
];
const readers: readonly Role[] = [...keepers, 'working-group', 'psychologist', 'social-teacher'];
const publishing: readonly Role[] = ['administrator', 'director', 'deputy', 'curator', 'editor'];

test(
  'who keeps events, who reads them, who keeps publications',
  story(async ({ ctx }) => {
    for (const role of roles) {
      const { actor } = ctx(role);
      expect([
        role,
        mayKeepEvents(actor) === true,
        mayReadEvents(actor) === true,
        mayKeepPublications(actor) === true,
      ]).toEqual([role, keepers.includes(role), readers.includes(role), publishing.includes(role)]);
    }
    await expect(addEvent(ctx('psychologist'), meeting)).rejects.toThrow('events.not-a-keeper');
  }),
);
