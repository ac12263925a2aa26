import { type Actor, because, holds, type Role, roles, type Verdict } from '../../kernel/actor.ts';

/** Who plans events, invites and marks who came. */
export const eventKeepers: readonly Role[] = [
  'administrator',
  'director',
  'deputy',
  'curator',
  'methodist',
  'class-teacher',
  'editor',
];

/** Who reads events and their lists: staff. */
export const eventReaders: readonly Role[] = [...eventKeepers, 'working-group', 'psychologist', 'social-teacher'];

/** Anybody with an account may say «I am here». */
export const guests: readonly Role[] = roles;

/** Who keeps the register of publications. */
export const publishers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator', 'editor'];

export const mayReadEvents = (actor: Actor): Verdict => holds(actor, ...eventReaders) || because('events.not-a-reader');

export const mayKeepEvents = (actor: Actor): Verdict => holds(actor, ...eventKeepers) || because('events.not-a-keeper');

export const mayKeepPublications = (actor: Actor): Verdict =>
  holds(actor, ...publishers) || because('publications.not-a-publisher');

/** Groups whose people one may invite: a class teacher only own ones. */
export const invitableGroups = (actor: Actor): 'all' | readonly string[] =>
  holds(actor, 'administrator', 'director', 'deputy', 'curator', 'methodist') ? 'all' : actor.groupIds;
