import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who writes questionnaires, approves them and sends them out. */
export const questionnaireKeepers: readonly Role[] = ['administrator', 'curator', 'psychologist', 'methodist'];

const readers: readonly Role[] = [...questionnaireKeepers, 'director', 'deputy', 'working-group'];

/** Who sees results, progress and the questionnaires themselves; a class teacher those of own groups. */
export const resultReaders: readonly Role[] = [...readers, 'class-teacher'];

export const mayKeepQuestionnaires = (actor: Actor): Verdict =>
  holds(actor, ...questionnaireKeepers) || because('questionnaires.not-a-keeper');

/** Groups whose answers the actor sees. */
export const visibleGroups = (actor: Actor): 'all' | readonly string[] => {
  if (holds(actor, ...readers)) return 'all';
  return holds(actor, 'class-teacher') ? actor.groupIds : [];
};

/** Anonymous answers are read only as a whole: a class teacher knows the handwriting of own students. */
export const mayReadResults = (actor: Actor, round: { readonly anonymous: boolean }): Verdict => {
  if (holds(actor, ...readers)) return true;
  if (!holds(actor, 'class-teacher')) return because('questionnaires.not-a-reader');
  return round.anonymous ? because('questionnaires.anonymous') : true;
};

interface OfGroup {
  readonly groupId: string | null;
}

const leads = (actor: Actor, { groupId }: OfGroup): boolean =>
  holds(actor, 'class-teacher') && groupId !== null && actor.groupIds.includes(groupId);

/** What one person has answered, in a round with names. */
export const mayReadPersonResult = (actor: Actor, person: OfGroup): Verdict =>
  holds(actor, ...readers) || leads(actor, person) || because('questionnaires.not-own-group');

/** Enters papers and prints links: keepers for all, a class teacher for own groups. */
export const mayEnterPapers = (actor: Actor, person: OfGroup): Verdict =>
  holds(actor, ...questionnaireKeepers) || leads(actor, person) || because('questionnaires.not-own-group');
