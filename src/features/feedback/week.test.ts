import { expect, test } from 'vitest';
import { sentOut } from '../../../test/questionnaire-story.ts';
import { story, type World } from '../../../test/story.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { mayReadWeek, weekReaders } from './access.ts';
import { lookThrough } from './look-through.ts';
import { readWeek } from './read-week.ts';
import { partsOf, type WeekKind } from './week.ts';

const today = '2026-11-04';

const pairOf = async ({ given, db }: World, last: string, group = 'ЭМ-21', from = '2026-10-12') => {
  const mentorId = await given.student({ last, group });
  const menteeId = await given.student({ last: `${last}-Младшая`, group });
  await given.mentor(mentorId);
  await given.mentee(menteeId);
  const { id } = await db
    .insertInto('pairs')
    .values({
      ...{ mentor_id: mentorId, mentee_id: menteeId, form: 'student-student', seat: 1 },
      ...{ from_day: day(from), till_day: day('2027-06-30') },
      mentor_consent_id: await given.consent(mentorId),
      mentee_consent_id: await given.consent(menteeId),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const meeting = (db: World['db'], pairId: string, on: string, values: { held?: boolean; help?: boolean } = {}) =>
  db
    .insertInto('meetings')
    .values({
      ...{ pair_id: pairId, kind: 'working', day: day(on), door_key: 'key', needs_help: values.help ?? false },
      ...(values.held || values.help ? { state: 'held', logged_on: day(on) } : { state: 'planned' }),
    })
    .execute();

const week = (world: World, who: Parameters<World['ctx']>[0] = 'curator', on = today) =>
  readWeek(world.ctx(who, on), []);

const kinds = async (world: World, who: Parameters<World['ctx']>[0] = 'curator') =>
  (await week(world, who)).map(({ kind }) => kind);

test(
  'a pair without a plan is in the list from its first day, one that has not begun is not',
  story(async (world) => {
    const id = await pairOf(world, 'Белова');
    await pairOf(world, 'Ветрова', 'ЭМ-21', '2026-12-01');
    await meeting(world.db, id, '2026-11-02', { held: true });
    expect(await week(world)).toMatchObject([{ kind: 'plan', who: 'Белова Анна', href: `/pairs/${id}` }]);
  }),
);

test(
  'meetings whose day is over and nobody has told of stand in one line a pair; today’s and later ones wait',
  story(async (world) => {
    const id = await pairOf(world, 'Белова');
    for (const on of ['2026-10-20', '2026-10-30', today, '2026-11-20']) await meeting(world.db, id, on);
    const [line, ...others] = (await week(world)).filter(({ kind }) => kind === 'meeting');
    expect(line).toMatchObject({ title: 'Белова Анна — Белова-Младшая Анна', href: `/pairs/${id}/meetings` });
    expect(line?.reason).toContain('2\u00a0встречи');
    expect(others).toEqual([]);
  }),
);

test(
  'help asked stands once: as help until the night has flagged it, then as the flag',
  story(async (world) => {
    const id = await pairOf(world, 'Белова');
    await meeting(world.db, id, '2026-11-02', { help: true });
    expect((await kinds(world)).filter((kind) => kind !== 'plan')).toEqual(['help']);
    await lookThrough(world.ctx('curator', today));
    expect((await kinds(world)).filter((kind) => kind !== 'plan')).toEqual(['risk']);
  }),
);

test(
  'own flags go first, whatever their age',
  story(async (world) => {
    const me = await world.given.teacher({ last: 'Кузнецова' });
    const old = await pairOf(world, 'Белова');
    const mine = await pairOf(world, 'Юрьева');
    await lookThrough(world.ctx('curator', today));
    await world.db.updateTable('risk_flags').set({ owner_id: me }).where('pair_id', '=', mine).execute();
    const actor: Partial<Actor> = { roles: ['curator'], personId: me };
    const [risks] = partsOf(await week(world, actor));
    expect(risks?.lines.map(({ title, who }) => [title.split(' ')[0], who])).toEqual([
      ['Юрьева', 'вы'],
      ['Белова', 'никто не назначен'],
    ]);
    expect(old).not.toBe(mine);
  }),
);

test(
  'a case with a term this week is there for the curator, not for a methodist; one of next month for nobody',
  story(async (world) => {
    const personId = await world.given.student({ last: 'Одинцов' });
    const later = await world.given.student({ last: 'Позднеев' });
    const one = { year: 2026, opened_on: day('2026-11-01'), account_id: world.ctx('curator').actor.accountId };
    await world.db
      .insertInto('support_cases')
      .values([
        { ...one, person_id: personId, due_on: day('2026-11-10') },
        { ...one, person_id: later, due_on: day('2026-12-10') },
      ])
      .execute();
    expect((await week(world)).map(({ kind, title }) => [kind, title])).toEqual([['case', 'Одинцов Анна Сергеевна']]);
    expect(await kinds(world, 'methodist')).toEqual([]);
  }),
);

test(
  'a consent that ends within thirty days is in the list',
  story(async (world) => {
    const soon = await world.given.teacher({ last: 'Скорова' });
    const late = await world.given.teacher({ last: 'Долгова' });
    await world.given.consent(soon, '2025-12-04', '2026-12-04');
    await world.given.consent(late, '2025-12-05', '2026-12-05');
    expect(await week(world)).toMatchObject([{ kind: 'consent', href: `/consents/people/${soon}` }]);
  }),
);

test(
  'a class teacher finds only pairs with a student of an own group',
  story(async (world) => {
    const own = await world.given.group('ТМ-11');
    await pairOf(world, 'Белова');
    const id = await pairOf(world, 'Ветрова', 'ТМ-11');
    const actor: Partial<Actor> = { roles: ['class-teacher'], groupIds: [own] };
    for (const pairId of [id]) await meeting(world.db, pairId, '2026-11-02', { help: true });
    const lines = await week(world, actor);
    expect(lines.map(({ kind }) => kind).sort()).toEqual(['help', 'plan'] satisfies WeekKind[]);
    expect(lines.every(({ title }) => title.startsWith('Ветрова'))).toBe(true);
  }),
);

test(
  'a round that runs names who is silent; a class teacher reads own students only, and nothing of an anonymous round',
  story(async (world) => {
    const [own, other] = [await world.given.group('ТМ-11'), await world.given.group('ЭМ-21')];
    for (const [last, group] of [
      ['Ананьев', 'ТМ-11'],
      ['Борисов', 'ТМ-11'],
      ['Власов', 'ЭМ-21'],
      ['Громов', 'ЭМ-21'],
    ] as const)
      await world.given.student({ last, group });
    const curator = world.ctx('curator', '2026-10-12');
    await sentOut(curator, { groupIds: [own, other] });
    await world.db
      .updateTable('questionnaire_invitations')
      .set({ answered: true })
      .where('person_id', 'in', (select) =>
        select.selectFrom('persons').select('id').where('last_name', '=', 'Борисов'),
      )
      .execute();
    expect(await week(world, 'curator', '2026-10-12')).toMatchObject([
      { kind: 'round', who: 'Ананьев Анна, Власов Анна, Громов Анна' },
    ]);
    const teacher: Partial<Actor> = { roles: ['class-teacher'], groupIds: [own] };
    expect(await week(world, teacher, '2026-10-12')).toMatchObject([{ kind: 'round', who: 'Ананьев Анна' }]);
    expect(await week(world, 'curator', '2026-11-01')).toEqual([]);

    await world.db.updateTable('questionnaire_rounds').set({ anonymous: true }).execute();
    expect(await week(world, teacher, '2026-10-12')).toEqual([]);
  }),
);

const actorWith = (role: Role): Actor => ({
  ...{ college: '' as Actor['college'], accountId: '', personId: null, name: '', roles: [role], groupIds: [] },
});

test.each([
  ['curator', true],
  ['deputy', true],
  ['methodist', true],
  ['class-teacher', true],
  ['administrator', false],
  ['director', false],
  ['psychologist', false],
  ['mentor', false],
  ['mentee', false],
  ['parent', false],
  ['institute', false],
] as const)('the week of %s: %s', (role, may) => {
  expect(mayReadWeek(actorWith(role)) === true).toBe(may);
  expect(weekReaders.includes(role)).toBe(may);
});
