import { type Actor, because, holds, type Role, roles, type Verdict } from '../../kernel/actor.ts';

/** Who writes programmes, plans sessions, marks who came and issues certificates. */
export const trainingKeepers: readonly Role[] = ['administrator', 'deputy', 'curator', 'methodist'];

/** Who sees programmes, attendance and certificates of everybody. */
export const trainingReaders: readonly Role[] = [
  ...trainingKeepers,
  'director',
  'working-group',
  'psychologist',
  'social-teacher',
];

/** Who may be a mentor with an account, and so has own training. */
export const trainees: readonly Role[] = roles.filter(
  (role) => role !== 'mentee' && role !== 'parent' && role !== 'institute',
);

export const mayReadTraining = (actor: Actor): Verdict =>
  holds(actor, ...trainingReaders) || because('training.not-a-reader');

export const mayKeepTraining = (actor: Actor): Verdict =>
  holds(actor, ...trainingKeepers) || because('training.not-a-keeper');

/** Files of a programme and of a certificate: readers, and the mentor they are for. */
export const mayReadOwn = (actor: Actor, { personIds }: { readonly personIds: readonly string[] }): Verdict =>
  holds(actor, ...trainingReaders) ||
  (actor.personId !== null && personIds.includes(actor.personId)) ||
  because('training.not-own');
