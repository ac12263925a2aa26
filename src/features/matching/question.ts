import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { theCollege } from '../college/rows.ts';
import { consentsInForce } from '../consents/rows.ts';
import { wishesOf } from '../pairs/wish-rows.ts';
import { firstInLine } from '../support-cases/rows.ts';
import type { Conditions } from './candidate.ts';
import { menteeCandidates, mentorCandidates, saidIn } from './candidate-rows.ts';
import { matchingNorms } from './norm-rows.ts';
import { groupSize, type Mode, type Question } from './problem.ts';

export interface ProposeInput {
  /** One or several: then all of them are matched in one run. */
  readonly forms: readonly string[];
  readonly mode?: Mode;
  readonly from: Day;
  readonly till: Day;
  readonly conditions: Conditions;
}

export type ProposeRefusal =
  | 'ends-before-start'
  | 'no-forms'
  | 'one-form-for-groups'
  | 'no-mentors'
  | 'no-mentees'
  | 'no-room-for-groups'
  | 'too-many';

/** What rooms beside this one know; src/app puts it in. */
export interface Beside {
  /** How many meetings each of these people has missed without a word. */
  noShows?(db: CollegeDb, personIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** Comparing more pairs of people than this would take a server of a college minutes and gigabytes. */
const mostCompared = 40_000_000;

/** Builds the question out of the registers as they stand. */
export const questionOf = async (
  { db }: Pick<Ctx, 'db'>,
  { forms, mode = 'pairs', from, till, conditions }: ProposeInput,
  beside: Beside = {},
): Promise<Outcome<Question, ProposeRefusal>> => {
  if (till < from) return refused('ends-before-start');
  if (forms.length === 0) return refused('no-forms');
  if (mode === 'groups' && forms.length > 1) return refused('one-form-for-groups');
  const { currentYear: year } = await theCollege(db);
  const span = { from, till, year, forms };
  const known = { consents: await consentsInForce(db, 'processing', from), said: await saidIn(db, year) };
  const mentors = await mentorCandidates(db, span, known);
  if (mentors.length === 0) return refused('no-mentors');
  if (mode === 'groups' && mentors.every(({ places }) => places < groupSize.least))
    return refused('no-room-for-groups');
  const waiting = new Set(await firstInLine(db, year));
  const found = await menteeCandidates(db, span, { ...known, waiting });
  if (found.length === 0) return refused('no-mentees');
  const missed = await beside.noShows?.(
    db,
    found.map(({ id }) => id),
  );
  const mentees = found.map((mentee) => ({ ...mentee, noShows: missed?.get(mentee.id) ?? 0 }));
  if (mentors.length * mentees.length > mostCompared) return refused('too-many');

  const wishes = await wishesOf(db);
  const keys = (kind: 'lock' | 'veto') =>
    wishes
      .filter((wish) => wish.kind === kind)
      .map(({ mentorId, menteeId }) => ({ mentor: mentorId, mentee: menteeId }))
      .toSorted((a, b) => `${a.mentor}${a.mentee}`.localeCompare(`${b.mentor}${b.mentee}`));
  const { weights } = await matchingNorms(db);
  return done({ forms, mode, conditions, weights, mentors, mentees, locked: keys('lock'), vetoed: keys('veto') });
};
