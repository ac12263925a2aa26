import { describe, expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { type Actor, type Role, roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { dangerouslyScope } from '../../platform/db.ts';
import { mayChangePeople, mayReadPeople, mayReadPerson, visibleGroups } from './access.ts';
import { addPerson } from './add-person.ts';
import { leavePersons } from './leave-person.ts';
import { personOf } from './person.ts';
import { addGroup, graduateGroup } from './save-group.ts';
import { addOrganisation } from './save-organisation.ts';

const as = (role: Role): Actor => ({
  college: dangerouslyScope('c'),
  accountId: 'a',
  personId: 'teacher',
  name: 'Ложкина Е. С.',
  roles: [role],
  groupIds: ['own'],
});

/** reads all · reads own groups · changes */
const table: Readonly<Record<Role, string>> = {
  administrator: 'reads all, changes',
  director: 'reads all',
  deputy: 'reads all, changes',
  'working-group': 'stays out',
  curator: 'reads all, changes',
  methodist: 'reads all',
  'class-teacher': 'reads own groups',
  psychologist: 'reads all',
  'social-teacher': 'reads all',
  editor: 'stays out',
  mentor: 'stays out',
  mentee: 'stays out',
  parent: 'stays out',
  expert: 'stays out',
  employer: 'stays out',
  institute: 'stays out',
};

const verdict = (actor: Actor): string => {
  if (mayReadPeople(actor) !== true) return 'stays out';
  const read = visibleGroups(actor) === 'all' ? 'reads all' : 'reads own groups';
  return mayChangePeople(actor) === true ? `${read}, changes` : read;
};

describe('who may what with people', () => {
  test.each(roles.map((role) => [role, table[role]] as const))('%s %s', (role, expected) => {
    expect(verdict(as(role))).toBe(expected);
  });

  test('a class teacher reads a person of an own group and oneself, and nobody else', () => {
    const teacher = as('class-teacher');

    expect(mayReadPerson(teacher, { id: 'p', groupId: 'own' })).toBe(true);
    expect(mayReadPerson(teacher, { id: 'teacher', groupId: null })).toBe(true);
    expect(mayReadPerson(teacher, { id: 'p', groupId: 'other' })).not.toBe(true);
    expect(mayReadPerson(teacher, { id: 'p', groupId: null })).not.toBe(true);
    expect(mayReadPerson(as('mentor'), { id: 'teacher', groupId: 'own' })).not.toBe(true);
  });

  test(
    'whoever only reads is stopped at every use case, before anything is written',
    story(async ({ ctx, journal }) => {
      const teacher = ctx('class-teacher');
      const person = personOf('student', { lastName: 'Рублёва', firstName: 'Ольга', patronymic: '' });
      const group = { code: 'ЭМ-21', speciality: '', course: 2, classTeacherId: null };

      await expect(addPerson(teacher, { person, another: false })).rejects.toThrow('forbidden');
      await expect(leavePersons(teacher, { ids: [], leftOn: day('2026-10-01') })).rejects.toThrow('forbidden');
      await expect(addGroup(teacher, group)).rejects.toThrow('forbidden');
      await expect(graduateGroup(teacher, { id: '', on: day('2026-06-30') })).rejects.toThrow('forbidden');
      await expect(addOrganisation(teacher, { name: 'Вятприбор', inn: null, contacts: '' })).rejects.toThrow(
        'forbidden',
      );
      expect(await journal()).toEqual([]);
    }),
  );
});
