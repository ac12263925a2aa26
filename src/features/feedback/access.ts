import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who tunes what a risk is, looks the pairs through and names owners. */
export const riskKeepers: readonly Role[] = ['administrator', 'deputy', 'curator'];

/** Who deals with flags. */
export const riskWorkers: readonly Role[] = [...riskKeepers, 'methodist', 'psychologist', 'social-teacher'];

/** Who reads flags; a class teacher those of own groups. */
export const riskReaders: readonly Role[] = [...riskWorkers, 'director', 'working-group', 'class-teacher'];

/** Whose week is written down: those who stand by pairs; a class teacher's is of own groups. */
export const weekReaders: readonly Role[] = ['curator', 'deputy', 'methodist', 'class-teacher'];

export const mayReadWeek = (actor: Actor): Verdict => holds(actor, ...weekReaders) || because('week.not-a-reader');

export const mayKeepRisks = (actor: Actor): Verdict => holds(actor, ...riskKeepers) || because('risks.not-a-keeper');

export const mayReadRisks = (actor: Actor): Verdict => holds(actor, ...riskReaders) || because('risks.not-a-reader');

/** Groups whose pairs one sees. */
export const riskGroups = (actor: Actor): 'all' | readonly string[] =>
  holds(actor, ...riskWorkers, 'director', 'working-group') ? 'all' : actor.groupIds;

export const mayReadFlag = (actor: Actor, { groupIds }: { readonly groupIds: readonly string[] }): Verdict => {
  const groups = riskGroups(actor);
  if (mayReadRisks(actor) === true && (groups === 'all' || groupIds.some((id) => groups.includes(id)))) return true;
  return because('risks.not-own-group');
};

/** Those who work with risks, and the owner whoever it is. */
export const mayCloseFlag = (actor: Actor, { ownerId }: { readonly ownerId: string | null }): Verdict =>
  holds(actor, ...riskWorkers) || (ownerId !== null && actor.personId === ownerId) || because('risks.not-a-worker');
