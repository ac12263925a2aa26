import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { normsOf } from '../college/rows.ts';
import { decisionOf } from './choice-rows.ts';
import { curatorsOf, meansOf, membersOf } from './rows.ts';
import { formsWithoutCurator } from './working-group.ts';

/** What the roadmap asks about the beginning of a year. */
export interface PreparationFacts {
  readonly members: number;
  readonly hasChair: boolean;
  /** Pairs of form and curator. */
  readonly curators: number;
  /** Labels of chosen forms, and of those that nobody looks after. */
  readonly forms: readonly string[];
  readonly formsAlone: readonly string[];
  readonly audiences: { readonly inner: number; readonly outer: number };
  readonly resources: number;
  readonly decidedOn: Day | null;
}

export const preparationFacts = async (db: CollegeDb, year: number): Promise<PreparationFacts> => {
  const members = await membersOf(db, year);
  const curators = await curatorsOf(db, year);
  const means = await meansOf(db, year);
  const decision = await decisionOf(db, year);
  const labels = new Map((await normsOf(db, 'form')).map(({ code, label }) => [code, label]));
  const labelOf = (code: string) => labels.get(code) ?? code;
  const chosen = decision?.choices.filter((choice) => choice.chosen).map(({ form }) => form) ?? [];
  const audiences = (side: 'inner' | 'outer') =>
    means.filter((mean) => mean.kind === 'audience' && mean.side === side).length;
  return {
    members: members.length,
    hasChair: members.some(({ part }) => part === 'chair'),
    curators: curators.length,
    forms: chosen.map(labelOf),
    formsAlone: formsWithoutCurator(chosen, curators).map(labelOf),
    audiences: { inner: audiences('inner'), outer: audiences('outer') },
    resources: means.filter(({ kind }) => kind !== 'audience').length,
    decidedOn: decision?.decidedOn ?? null,
  };
};
