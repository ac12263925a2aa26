import { type Actor, because, holds, type Role, roles, type Verdict } from '../../kernel/actor.ts';
import type { Reader } from './material.ts';

/** Who writes and archives materials and answers questions. */
export const libraryKeepers: readonly Role[] = ['administrator', 'deputy', 'curator', 'methodist'];

/** Everybody of the college reads what is written for them. */
export const libraryReaders: readonly Role[] = roles.filter((role) => role !== 'institute');

const staffRoles: readonly Role[] = libraryReaders.filter(
  (role) => role !== 'mentee' && role !== 'parent' && role !== 'mentor',
);

/** Who has questions of their own: sides of pairs, and those who stand by a mentee. */
export const askers: readonly Role[] = ['mentor', 'mentee', 'parent', 'class-teacher', 'employer'];

export const mayKeepLibrary = (actor: Actor): Verdict =>
  holds(actor, ...libraryKeepers) || because('library.not-a-keeper');

/** What a person reads: staff and mentors also see what mentees are told. */
export const readable = (actor: Actor): readonly Reader[] => {
  if (holds(actor, ...staffRoles)) return ['mentor', 'mentee', 'staff'];
  return holds(actor, 'mentor') ? ['mentor', 'mentee'] : ['mentee'];
};

export const mayReadMaterial = (actor: Actor, material: { readonly readers: readonly Reader[] }): Verdict =>
  (holds(actor, ...libraryReaders) && material.readers.some((reader) => readable(actor).includes(reader))) ||
  because('library.not-for-you');

export const mayAsk = (actor: Actor): Verdict =>
  (holds(actor, ...askers) && actor.personId !== null) || because('questions.not-an-asker');

export const mayAnswer = (actor: Actor): Verdict =>
  holds(actor, ...libraryKeepers) || because('questions.not-a-curator');

/** A conversation is of two sides: the one who asked, and the curators. */
export const mayReadQuestion = (actor: Actor, { personId }: { readonly personId: string }): Verdict =>
  holds(actor, ...libraryKeepers) ||
  (actor.personId !== null && actor.personId === personId) ||
  because('questions.not-own');
