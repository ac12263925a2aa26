import { expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { isInn } from './organisation.ts';
import { listOrganisations } from './organisation-rows.ts';
import { personOf } from './person.ts';
import { registerPage } from './register-rows.ts';
import { insertPersons, personById } from './rows.ts';
import { addGroup, changeGroup, graduateGroup } from './save-group.ts';
import { addOrganisation, changeOrganisation } from './save-organisation.ts';
import { courseOf, groupKey, type StudyGroupInput } from './study-group.ts';
import { groupById, listGroups } from './study-group-rows.ts';

const em21: StudyGroupInput = { code: 'ЭМ-21', speciality: '', course: 2, classTeacherId: null };

test('a group is known by its code however it is written, in Latin letters too', () => {
  expect(new Set(['ЭМ-21', 'эм 21', 'ЭМ21', 'ЭM-21'].map(groupKey))).toEqual(new Set(['эм21']));
  expect(groupKey('ТМ-21')).not.toBe(groupKey('ЭМ-21'));
  expect([courseOf('ЭМ-21'), courseOf('СВ-9'), courseOf('А')]).toEqual([2, 1, 1]);
});

test(
  'a group is entered once, and its people are found by a new code at once',
  story(async ({ ctx, db, journal }) => {
    const vera = ctx('curator');
    const made = await addGroup(vera, em21);
    if (!made.ok) throw new Error(made.reason);
    const [olya = ''] = await insertPersons(db, [
      personOf('student', { lastName: 'Рублёва', firstName: 'Ольга', patronymic: '' }, { groupId: made.value }),
    ]);

    expect(await addGroup(vera, { ...em21, code: 'эм 21' })).toEqual({ ok: false, reason: 'code-taken' });
    expect((await changeGroup(vera, { id: made.value, group: { ...em21, code: 'ЭМ-31', course: 3 } })).ok).toBe(true);

    const filter = {
      kind: null,
      groupId: null,
      onlyGaps: false,
      left: false,
      sort: 'name',
      descending: false,
    } as const;
    const { people } = await registerPage(db, 'all', { ...filter, search: 'эм31' }, { page: 1, perPage: 25 });
    expect(people.map(({ id }) => id)).toEqual([olya]);
    expect(await journal()).toEqual(['group.added', 'group.changed']);
  }),
);

test(
  'a group that is over turns its students into graduates',
  story(async ({ ctx, db }) => {
    const vera = ctx('curator');
    const made = await addGroup(vera, em21);
    if (!made.ok) throw new Error(made.reason);
    const name = { lastName: 'Рублёва', firstName: 'Ольга', patronymic: '' };
    const [olya = ''] = await insertPersons(db, [personOf('student', name, { groupId: made.value })]);

    expect(await graduateGroup(vera, { id: made.value, on: day('2026-06-30') })).toMatchObject({ ok: true, value: 1 });

    expect((await personById(db, olya))?.kind).toBe('graduate');
    expect((await groupById(db, made.value))?.graduatedOn).toBe('2026-06-30');
    expect(await graduateGroup(vera, { id: made.value, on: day('2026-06-30') })).toMatchObject({ ok: false });
  }),
);

test(
  'a class teacher is somebody of this college',
  story(async ({ ctx, given, elsewhere, db }) => {
    const vera = ctx('curator');
    const foreign = await elsewhere((_, there) => there.teacher({ last: 'Чужаков' }));
    const own = await given.teacher({ last: 'Зорина', first: 'Ольга' });

    expect(await addGroup(vera, { ...em21, classTeacherId: foreign })).toEqual({
      ok: false,
      reason: 'no-such-teacher',
    });
    await addGroup(vera, { ...em21, classTeacherId: own });

    expect((await listGroups(db)).map(({ classTeacher }) => classTeacher)).toEqual(['Зорина\u00A0О.\u00A0П.']);
  }),
);

test('a taxpayer’s number with a slip is not taken', () => {
  expect([isInn('7707083893'), isInn('7707083894'), isInn('500100732259'), isInn('500100732250'), isInn('77')]).toEqual(
    [true, false, true, false, false],
  );
});

test(
  'an employer is entered once and can be renamed',
  story(async ({ ctx, db }) => {
    const vera = ctx('curator');
    const made = await addOrganisation(vera, { name: 'ООО «Вятприбор»', inn: null, contacts: '' });
    if (!made.ok) throw new Error(made.reason);
    await addOrganisation(vera, { name: 'АО «Лепсе»', inn: null, contacts: '' });

    const twice = await changeOrganisation(vera, {
      id: made.value,
      organisation: { name: 'АО «Лепсе»', inn: null, contacts: '' },
    });

    expect(twice).toEqual({ ok: false, reason: 'name-taken' });
    expect((await listOrganisations(db)).map(({ name }) => name)).toEqual(['АО «Лепсе»', 'ООО «Вятприбор»']);
  }),
);
