import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { allActs } from '../acts/rows.ts';
import { addAct, changeAct } from '../acts/save-act.ts';
import { installNorms } from '../college/rows.ts';
import type { EventInput } from '../events/event.ts';
import { markGuests } from '../events/mark-guests.ts';
import { addEvent } from '../events/save-event.ts';
import { addPublication } from '../events/save-publication.ts';
import { addExpert } from '../experts/save-expert.ts';
import { chooseForms } from '../preparation/choose-forms.ts';
import { addMean } from '../preparation/save-mean.ts';
import { addMember, nameCurator } from '../preparation/save-member.ts';
import { factsOf, gather } from './facts.ts';

const factsAt = async ({ ctx }: Pick<World, 'ctx'>, number: string) =>
  factsOf(number, await gather(ctx('curator'), 2026)).facts;

const stateOf = async (world: Pick<World, 'ctx'>, number: string, title: string) =>
  (await factsAt(world, number)).find((fact) => fact.title === title)?.state;

test(
  'a college that keeps its working group here is asked for a chair, curators of chosen forms, audiences and means',
  story(async (world) => {
    const { db, ctx, given } = world;
    await installNorms(db);
    const curator = ctx('curator');
    const personId = await given.teacher({ last: 'Шабалина' });
    expect(await stateOf(world, '1.2', 'Рабочая группа названа')).toBe('wait');
    await addMember(curator, { personId, part: 'member', duty: '' });
    expect(await stateOf(world, '1.2', 'Рабочая группа названа')).toBe('bad');
    expect(await stateOf(world, '1.2', 'Аудитории и ресурсы определены')).toBe('wait');
    const choice = { form: 'student-student', chosen: true, mentees: 4, mentors: 2, expected: 'Сессия' };
    await chooseForms(curator, { version: 0, choices: [choice] });
    expect(await stateOf(world, '1.2', 'У каждой формы есть куратор')).toBe('wait');
    expect(await stateOf(world, '1.6', 'Решение о формах записано')).toBe('ok');

    await nameCurator(curator, { form: 'student-student', personId });
    for (const side of ['inner', 'outer'] as const)
      await addMean(curator, { side, kind: 'audience', name: 'Студенты', note: '' });
    await addMean(curator, { side: 'inner', kind: 'room', name: 'Кабинет 5', note: '' });

    expect(await stateOf(world, '1.2', 'У каждой формы есть куратор')).toBe('ok');
    expect(await stateOf(world, '1.2', 'Аудитории и ресурсы определены')).toBe('ok');
  }),
);

test(
  'row 1.3 reopens when an act that others name is replaced',
  story(async (world) => {
    const { db, ctx } = world;
    const blank = {
      issuer: '',
      day: null,
      revisedOn: null,
      inForceFrom: null,
      lapsesOn: null,
      reviewBy: null,
      note: '',
    };
    const act = { ...blank, level: 'local' as const, supersededBy: null, unconfirmed: false, cites: [] };
    const old = await addAct(ctx('curator'), { ...act, title: 'Old', number: '1' });
    const next = await addAct(ctx('curator'), { ...act, title: 'New', number: '2' });
    if (!old.ok || !next.ok) throw new Error('refused');
    await addAct(ctx('curator'), { ...act, title: 'Regulation', number: '3', cites: [old.value] });
    expect(await stateOf(world, '1.3', 'Ссылки на акты действуют')).toBe('ok');

    const kept = (await allActs(db)).find(({ id }) => id === old.value);
    if (!kept) throw new Error('no act');
    await changeAct(ctx('curator'), { ...kept, actId: kept.id, cites: [], supersededBy: next.value });

    expect(await stateOf(world, '1.3', 'Ссылки на акты действуют')).toBe('bad');
  }),
);

test(
  'the bank of experts covers the topics in use, or names those it does not',
  story(async (world) => {
    const { db, ctx, given } = world;
    await installNorms(db);
    const personId = await given.student({ last: 'Адова' });
    await given.mentee(personId);
    const need = { person_id: personId, year: 2026, note: '', source: 'self' as const, stated_on: day('2026-09-10') };
    await db
      .insertInto('needs')
      .values([
        { ...need, topic: 'study' },
        { ...need, topic: 'job' },
      ])
      .execute();
    const expert = {
      personId: null,
      name: 'Юдин Пётр',
      organisation: '',
      post: '',
      contacts: '',
      availability: '',
      note: '',
    };
    await addExpert(ctx('curator'), { ...expert, areas: ['study'] });

    const facts = await factsAt(world, '1.9');

    expect(facts.map(({ state, reason }) => [state, reason])).toEqual([
      ['ok', '1\u00a0эксперт'],
      ['bad', 'Некому помочь: Найти работу'],
    ]);
  }),
);

test(
  'an event that was held tells its audiences; those not reached are named; a council tells the staff',
  story(async (world) => {
    const { ctx } = world;
    const event: EventInput = {
      ...{
        kind: 'parents',
        title: 'Собрание',
        aim: 'mentees',
        audiences: ['students', 'parents'],
        place: '',
        note: '',
      },
      ...{ day: day('2026-10-08'), starts: '18:00', ends: '19:00' },
    };
    const made = await addEvent(ctx('curator'), event);
    if (!made.ok) throw new Error(made.reason);
    const title = 'О программе рассказано родителям, педагогам и обучающимся';
    expect(await stateOf(world, '2.1', title)).toBe('bad');
    await markGuests(ctx('curator'), { eventId: made.value, guestIds: [], shownIds: [], others: 40 });

    expect((await factsAt(world, '2.1')).map(({ state, reason }) => [state, reason])).toEqual([
      ['ok', 'Собрание, 08.10.2026, 40\u00a0человек'],
      ['bad', 'Ещё не рассказали: педагогам'],
    ]);
    const council = await addEvent(ctx('curator'), { ...event, kind: 'council', aim: 'other', title: 'Педсовет' });
    await markGuests(ctx('curator'), {
      eventId: council.ok ? council.value : '',
      guestIds: [],
      shownIds: [],
      others: 30,
    });
    expect((await factsAt(world, '1.1')).map(({ state }) => state)).toEqual(['ok']);
  }),
);

test(
  'a month is covered by the register of publications as well as by the papers',
  story(async (world) => {
    const publication = { title: 'Начали', channel: 'site', link: '', eventId: null } as const;
    await addPublication(world.ctx('editor'), { ...publication, day: day('2026-09-20') });

    expect((await factsAt(world, '1.8')).map(({ state }) => state)).toEqual(['ok', 'wait']);
  }),
);
