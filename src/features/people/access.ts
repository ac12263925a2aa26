import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who reads every person of the college. */
const readers: readonly Role[] = [
  'administrator',
  'director',
  'deputy',
  'curator',
  'methodist',
  'psychologist',
  'social-teacher',
];

/** Who adds, changes, imports and merges. */
export const peopleKeepers: readonly Role[] = ['administrator', 'deputy', 'curator'];

/** Who enters the screens of people at all. */
export const peopleReaders: readonly Role[] = [...readers, 'class-teacher'];

export const mayChangePeople = (actor: Actor): Verdict =>
  holds(actor, ...peopleKeepers) || because('people.not-a-keeper');

export const mayReadPeople = (actor: Actor): Verdict =>
  holds(actor, ...peopleReaders) || because('people.not-a-reader');

/** Groups whose people the actor sees: all, or those that a class teacher leads (none for everybody else). */
export const visibleGroups = (actor: Actor): 'all' | readonly string[] => {
  if (holds(actor, ...readers)) return 'all';
  return holds(actor, 'class-teacher') ? actor.groupIds : [];
};

/** A class teacher reads the people of own groups and oneself. */
export const mayReadPerson = (
  actor: Actor,
  person: { readonly id: string; readonly groupId: string | null },
): Verdict => {
  const groups = visibleGroups(actor);
  if (groups === 'all') return true;
  const own = mayReadPeople(actor) === true && person.id === actor.personId;
  return own || (person.groupId !== null && groups.includes(person.groupId)) || because('people.not-own-group');
};

export const mayReadGroup = (actor: Actor, groupId: string): Verdict => {
  const groups = visibleGroups(actor);
  return groups === 'all' || groups.includes(groupId) || because('people.not-own-group');
};

/** Employers hold no personal data of students: whoever enters the people's screens and is not bound to groups. */
export const mayReadOrganisations = (actor: Actor): Verdict =>
  visibleGroups(actor) === 'all' || because('people.not-a-reader');
