import { randomUUID } from 'node:crypto';
import { setController, setDirector } from '../../features/college/rows.ts';
import { type PersonInput, personOf } from '../../features/people/person.ts';
import { insertPersons } from '../../features/people/rows.ts';
import { addGroup } from '../../features/people/save-group.ts';
import { addOrganisation } from '../../features/people/save-organisation.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Chance } from './chance.ts';
import { demoGroups } from './college.ts';
import { demoEmployers, demoSpecialists } from './employers.ts';
import { must } from './must.ts';
import { namesBy } from './names.ts';
import { demoStaff, type Leader, leaders, newcomers } from './staff.ts';
import { demoStudents } from './students.ts';

export interface DemoPerson extends PersonInput {
  readonly id: string;
}

export interface DemoGroup {
  readonly id: string;
  readonly code: string;
  readonly course: number;
  readonly classTeacher: DemoPerson;
  readonly students: readonly DemoPerson[];
}

export interface DemoPeople {
  readonly leaders: Readonly<Record<Leader, DemoPerson>>;
  readonly teachers: readonly DemoPerson[];
  readonly newcomers: readonly DemoPerson[];
  readonly groups: readonly DemoGroup[];
  readonly specialists: readonly DemoPerson[];
  readonly parent: DemoPerson;
}

/** Ids by count, so that whatever is ordered by id comes out the same in every filling. */
const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

const write = async (ctx: Ctx, people: readonly PersonInput[], first: number): Promise<DemoPerson[]> => {
  const made = people.map((person, index) => ({ ...person, id: idOf(first + index) }));
  await insertPersons(ctx.db, made);
  return made;
};

/** Staff, employers with specialists, groups with class teachers, and 480 students. */
export const fillPeople = async (ctx: Ctx, chance: Chance): Promise<DemoPeople> => {
  const name = namesBy(chance, Object.values(leaders));
  const staff = await write(ctx, demoStaff(chance, name), 0x1000);
  const leading = Object.keys(leaders) as Leader[];
  const byPost = Object.fromEntries(leading.map((post, index) => [post, staff[index]])) as DemoPeople['leaders'];
  await setDirector(ctx.db, byPost.director.id);
  await setController(ctx.db, byPost.deputy.id);

  const organisations: string[] = [];
  for (const employer of demoEmployers) organisations.push(must(await addOrganisation(ctx, employer)));
  const specialists = await write(ctx, demoSpecialists(chance, name, organisations), 0x2000);

  const teachers = staff.slice(leading.length, staff.length - newcomers);
  const classTeachers = [byPost.classTeacher, ...teachers];
  const groups: Omit<DemoGroup, 'students'>[] = [];
  for (const [index, { code, course, speciality }] of demoGroups.entries()) {
    const classTeacher = classTeachers[index] ?? byPost.classTeacher;
    const id = must(await addGroup(ctx, { code, course, speciality, classTeacherId: classTeacher.id }));
    groups.push({ id, code, course, classTeacher });
  }
  const students = await write(
    ctx,
    demoStudents(
      chance,
      name,
      groups.map(({ id }) => id),
    ),
    0x3000,
  );
  const [parent] = await write(ctx, [representativeOf(students)], 0x4000);
  if (!parent) throw new Error('a parent');
  await record(ctx, 'import.written', { kind: 'import', id: randomUUID() }, { people: students.length });

  return {
    leaders: byPost,
    teachers,
    newcomers: staff.slice(staff.length - newcomers),
    specialists,
    parent,
    groups: groups.map((group) => ({ ...group, students: students.filter(({ groupId }) => groupId === group.id) })),
  };
};

/** The mother or father of the first student, as a person of their own who has an account. */
const representativeOf = ([child]: readonly DemoPerson[]): PersonInput => {
  const [lastName = '', firstName = '', patronymic = ''] = (child?.representativeName ?? '').split(' ');
  const gender = patronymic.endsWith('на') ? 'female' : 'male';
  return personOf(
    'representative',
    { lastName, firstName, patronymic },
    { gender, phone: child?.representativePhone ?? null },
  );
};
