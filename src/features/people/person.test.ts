import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { addPerson } from './add-person.ts';
import { changePerson, lastChanger } from './change-person.ts';
import { correctDeclension } from './correct-declension.ts';
import { joinEdits } from './editing.ts';
import { leavePersons, returnPersons } from './leave-person.ts';
import { mergePersons } from './merge-persons.ts';
import { gapsOf, initials, personOf, searchTextOf, shortName } from './person.ts';
import { personById } from './rows.ts';

const olya = personOf('student', { lastName: 'Рублёва', firstName: 'Ольга', patronymic: 'Ильинична' });

const added = async (ctx: Ctx, person = olya, another = false): Promise<string> => {
  const outcome = await addPerson(ctx, { person, another });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};

test('a name is shortened with spaces that do not break', () => {
  expect(shortName(olya)).toBe('Рублёва\u00A0О.\u00A0И.');
  expect(shortName({ lastName: 'Ли', firstName: 'Вера', patronymic: '' })).toBe('Ли\u00A0В.');
  expect(initials(olya)).toBe('РО');
});

test('a search text has the group in both spellings and telephones without the code of the country', () => {
  const text = searchTextOf({ ...olya, phone: '+79123454817', representativePhone: null }, 'ЭМ-21');

  expect(text).toBe('рублева ольга ильинична эм-21 эм21 9123454817');
});

test('a student’s telephone may be that of the representative; a specialist needs an organisation', () => {
  const known = { birthDay: day('2008-02-01'), groupId: 'g', gender: 'female' } as const;

  expect(gapsOf({ ...olya, ...known, representativePhone: '+79123454817' })).toEqual([]);
  expect(gapsOf({ ...olya, ...known })).toEqual(['phone']);
  expect(gapsOf({ ...olya, kind: 'specialist' })).toEqual(['phone', 'post', 'organisation', 'gender']);
});

test(
  'a person is entered once: the namesake is shown first, and entered only as another person',
  story(async ({ ctx, journal }) => {
    const vera = ctx('curator');
    await added(vera);

    const again = await addPerson(vera, { person: { ...olya, lastName: 'РУБЛЕВА' }, another: false });
    const born = await addPerson(vera, { person: { ...olya, birthDay: day('2008-01-01') }, another: true });

    expect(again).toEqual({ ok: false, reason: 'looks-known' });
    expect(born.ok).toBe(true);
    expect(await journal()).toEqual(['person.added', 'person.added']);
  }),
);

test(
  'the second of two editors is refused, and learns who was first',
  story(async ({ ctx, db, journal }) => {
    const vera = ctx('curator');
    const zoya = ctx({ roles: ['deputy'], name: 'Зоина З. З.' });
    const id = await added(vera);

    const first = await changePerson(zoya, { id, version: 1, person: { ...olya, phone: '+79123454817' } });
    const second = await changePerson(vera, { id, version: 1, person: { ...olya, email: 'o@college.ru' } });

    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await personById(db, id)).toMatchObject({ phone: '+79123454817', email: null, version: 2 });
    expect((await lastChanger(vera, { id }))?.name).toBe('Зоина З. З.');
    expect(await journal()).toEqual(['person.added', 'person.changed']);
  }),
);

test('two edits are joined: untouched fields take the other’s value, touched ones keep what was typed', () => {
  const was = { phone: '1', email: 'a', post: 'x' };
  const typed = { phone: '1', email: 'mine', post: 'y' };
  const theirs = { phone: '2', email: 'theirs', post: 'x' };

  expect(joinEdits(was, typed, theirs)).toEqual({
    values: { phone: '2', email: 'mine', post: 'y' },
    clashes: [
      { field: 'phone', theirs: '2', both: false },
      { field: 'email', theirs: 'theirs', both: true },
    ],
  });
});

test(
  'nothing is written to the journal when nothing was changed',
  story(async ({ ctx, journal }) => {
    const vera = ctx('curator');
    const id = await added(vera);

    await changePerson(vera, { id, version: 1, person: olya });

    expect(await journal()).toEqual(['person.added']);
  }),
);

test(
  'people leave and come back, and nobody leaves tomorrow',
  story(async ({ ctx, db, journal }) => {
    const vera = ctx('curator');
    const id = await added(vera);

    expect(await leavePersons(vera, { ids: [id], leftOn: day('2026-10-13') })).toEqual({
      ok: false,
      reason: 'in-future',
    });
    expect(await leavePersons(vera, { ids: [id], leftOn: day('2026-10-01') })).toMatchObject({ ok: true, value: 1 });
    expect(await leavePersons(vera, { ids: [id], leftOn: day('2026-10-02') })).toEqual({ ok: false, reason: 'nobody' });
    expect((await personById(db, id))?.leftOn).toBe('2026-10-01');
    await returnPersons(vera, [id]);
    expect((await personById(db, id))?.leftOn).toBeNull();
    expect(await journal()).toEqual(['person.added', 'person.left', 'person.returned']);
  }),
);

const twoCards = async ({ ctx }: World) => {
  const vera = ctx('curator');
  const keepId = await added(vera, { ...olya, phone: '+79123454817' });
  const goneId = await added(vera, { ...olya, phone: '+79000000000', email: 'o@college.ru' }, true);
  return { vera, merging: { keepId, keepVersion: 1, goneId, goneVersion: 1, fromGone: ['phone'] as const } };
};

test(
  'two cards become one: gaps are filled, chosen fields taken, and what leaned on the second leans on the first',
  story(async (world) => {
    const { vera, merging } = await twoCards(world);
    await world.given.mentee(merging.goneId);
    await world.given.consent(merging.goneId);

    const outcome = await mergePersons(vera, merging);

    expect(outcome.ok).toBe(true);
    expect(await personById(world.db, merging.goneId)).toBeUndefined();
    expect(await personById(world.db, merging.keepId)).toMatchObject({ phone: '+79000000000', email: 'o@college.ru' });
    const mentees = await world.db.selectFrom('mentees').select('person_id').execute();
    const consents = await world.db.selectFrom('consents').select('person_id').execute();
    expect([...mentees, ...consents].map((row) => row.person_id)).toEqual([merging.keepId, merging.keepId]);
  }),
);

test(
  'two mentees are not merged, and neither card is touched',
  story(async (world) => {
    const { vera, merging } = await twoCards(world);
    await world.given.mentee(merging.keepId);
    await world.given.mentee(merging.goneId);

    const outcome = await mergePersons(vera, merging);

    expect(outcome).toEqual({ ok: false, reason: 'both-in-use' });
    expect(await personById(world.db, merging.goneId)).toBeDefined();
    expect(await personById(world.db, merging.keepId)).toMatchObject({ phone: '+79123454817', version: 1 });
  }),
);

test(
  'only what differs from the rules is kept as a corrected case; an empty part goes back to them',
  story(async ({ ctx, db }) => {
    const vera = ctx('curator');
    const id = await added(vera);

    await correctDeclension(vera, {
      id,
      forms: {
        genitive: { last: 'Рублевой', first: 'Ольги', middle: '' },
        dative: { last: 'Рублёвой', first: 'Ольге', middle: 'Ильиничне' },
      },
    });

    expect((await personById(db, id))?.declension).toEqual({ genitive: { last: 'Рублевой' } });
  }),
);
