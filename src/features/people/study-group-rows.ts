import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { shortName } from './person.ts';
import { overwritePersons, selectPersons, toPerson } from './rows.ts';
import type { StudyGroup, StudyGroupInput } from './study-group.ts';

const selectGroups = (db: CollegeDb) =>
  db
    .selectFrom('study_groups as g')
    .leftJoin('persons as t', 't.id', 'g.class_teacher_id')
    .select((eb) => [
      'g.id',
      'g.code',
      'g.speciality',
      'g.course',
      'g.class_teacher_id as classTeacherId',
      'g.graduated_on as graduatedOn',
      't.last_name as lastName',
      't.first_name as firstName',
      't.patronymic',
      eb
        .selectFrom('persons as p')
        .select((count) => count.fn.countAll<number>().as('people'))
        .whereRef('p.group_id', '=', 'g.id')
        .where('p.left_on', 'is', null)
        .as('people'),
    ]);

type GroupRow = Awaited<ReturnType<ReturnType<typeof selectGroups>['execute']>>[number];

const toGroup = ({ lastName, firstName, patronymic, people, ...row }: GroupRow): StudyGroup => ({
  ...row,
  people: people ?? 0,
  classTeacher:
    lastName === null || firstName === null ? null : shortName({ lastName, firstName, patronymic: patronymic ?? '' }),
});

/** Groups in the order of their codes; those that graduated last. */
export const listGroups = async (db: CollegeDb, visible: 'all' | readonly string[] = 'all'): Promise<StudyGroup[]> => {
  const query = selectGroups(db).orderBy(sql`g.graduated_on desc nulls first`).orderBy('g.code');
  const rows =
    visible === 'all'
      ? await query.execute()
      : await query.where(sql<boolean>`g.id = any(${sql.val([...visible])}::uuid[])`).execute();
  return rows.map(toGroup);
};

export const groupById = async (db: CollegeDb, id: string): Promise<StudyGroup | undefined> => {
  const row = await selectGroups(db).where('g.id', '=', id).executeTakeFirst();
  return row && toGroup(row);
};

/** Groups that study now: for choosing one. */
export const groupChoices = (db: CollegeDb) =>
  db
    .selectFrom('study_groups')
    .select(['id', 'code', 'course'])
    .where('graduated_on', 'is', null)
    .orderBy('code')
    .execute();

const columnsOf = (group: StudyGroupInput) => ({
  code: group.code,
  speciality: group.speciality,
  course: group.course,
  class_teacher_id: group.classTeacherId,
});

export const insertGroups = async (db: CollegeDb, groups: readonly StudyGroupInput[]): Promise<string[]> => {
  if (groups.length === 0) return [];
  const rows = await db.insertInto('study_groups').values(groups.map(columnsOf)).returning('id').execute();
  return rows.map(({ id }) => id);
};

export const updateGroup = async (db: CollegeDb, id: string, group: StudyGroupInput): Promise<void> => {
  await db.updateTable('study_groups').set(columnsOf(group)).where('id', '=', id).execute();
};

/** People are found by the code of their group: after a change of code all of them, also those who left, are written anew. */
export const refreshSearchOfGroup = async (db: CollegeDb, id: string): Promise<void> => {
  const people = await selectPersons(db).where('p.group_id', '=', id).execute();
  await overwritePersons(
    db,
    people.map(toPerson).map((person) => ({ id: person.id, person })),
  );
};

export const setGraduated = async (db: CollegeDb, id: string, on: Day): Promise<void> => {
  await db.updateTable('study_groups').set({ graduated_on: on }).where('id', '=', id).execute();
};

/** Students of the group become graduates and keep the group as the place where they studied. */
export const graduatePeople = async (db: CollegeDb, groupId: string): Promise<string[]> => {
  const rows = await db
    .updateTable('persons')
    .set((eb) => ({ kind: 'graduate', version: eb('version', '+', 1) }))
    .where('group_id', '=', groupId)
    .where('kind', '=', 'student')
    .where('left_on', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

/** Of these groups, those where nobody studies and that nobody leads. */
export const deleteEmptyGroups = async (db: CollegeDb, ids: readonly string[]): Promise<void> => {
  await db
    .deleteFrom('study_groups')
    .where(sql<boolean>`id = any(${sql.val([...ids])}::uuid[])`)
    .where('class_teacher_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('persons as p').select('p.id').whereRef('p.group_id', '=', 'study_groups.id'))),
    )
    .execute();
};
