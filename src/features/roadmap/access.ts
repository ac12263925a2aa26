import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';
import { rolesOf } from './responsible-roles.ts';

/** Who edits the roadmap. */
export const roadmapKeepers: readonly Role[] = ['administrator', 'curator', 'deputy', 'methodist'];

/** Who reads the roadmap: all staff. */
export const roadmapReaders: readonly Role[] = [
  ...roadmapKeepers,
  'director',
  'working-group',
  'class-teacher',
  'psychologist',
  'social-teacher',
  'editor',
];

export const mayKeepRoadmap = (actor: Actor): Verdict =>
  holds(actor, ...roadmapKeepers) || because('roadmap.not-a-keeper');

export const mayReadRoadmap = (actor: Actor): Verdict =>
  holds(actor, ...roadmapReaders) || because('roadmap.not-a-reader');

interface Answered {
  readonly responsible: readonly string[];
}

/** Is it the actor who answers for the row, by the words of its column «Ответственные»? */
export const isOwn = (actor: Actor, row: Answered): boolean => holds(actor, ...rolesOf(row.responsible));

/** Keepers, and those staff who answer for the row. */
export const mayAddEvidence = (actor: Actor, row: Answered): Verdict =>
  holds(actor, ...roadmapKeepers) ||
  (holds(actor, ...roadmapReaders) && isOwn(actor, row)) ||
  because('roadmap.not-responsible');
