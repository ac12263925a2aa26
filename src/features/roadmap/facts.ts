import type { Ctx } from '../../platform/context.ts';
import { actFacts } from '../acts/fact-rows.ts';
import { remindedGroups } from '../campaigns/fact-rows.ts';
import { informationFacts } from '../events/fact-rows.ts';
import { feedbackFacts } from '../feedback/fact-rows.ts';
import { generalMeetingFacts } from '../general-meeting/fact-rows.ts';
import { libraryFacts } from '../library/fact-rows.ts';
import { agreementFacts } from '../matching/fact-rows.ts';
import { meetingFacts } from '../meetings/fact-rows.ts';
import { planFacts } from '../plans/fact-rows.ts';
import { preparationFacts } from '../preparation/fact-rows.ts';
import { approvedSets, roundProgress } from '../questionnaires/progress-rows.ts';
import { menteeBaseFacts, mentorBaseFacts, needsByGroup } from '../registers/fact-rows.ts';
import { rewardFacts } from '../rewards/fact-rows.ts';
import { selectionFacts } from '../selection/fact-rows.ts';
import { supportFacts } from '../support-cases/fact-rows.ts';
import { trainingFacts } from '../training/fact-rows.ts';
import { expertCoverage } from './expert-rows.ts';
import { countCurators, pairFacts, papersOf } from './fact-rows.ts';
import type { Gathered, RowFacts, RowRule, StageRules } from './stage.ts';
import { preparation } from './stages/1-preparation.ts';
import { mentees } from './stages/2-mentees.ts';
import { mentors } from './stages/3-mentors.ts';
import { selection } from './stages/4-selection.ts';
import { pairing } from './stages/5-pairing.ts';
import { work } from './stages/6-work.ts';
import { closing } from './stages/7-closing.ts';

const stages: readonly StageRules[] = [preparation, mentees, mentors, selection, pairing, work, closing];

const rules: ReadonlyMap<string, RowRule> = new Map(stages.flatMap((stage) => Object.entries(stage)));

/** What all rows of a year are judged by: a handful of queries, however many rows there are. */
export const gather = async ({ db, today }: Pick<Ctx, 'db' | 'today'>, year: number): Promise<Gathered> => ({
  today,
  year,
  papers: await papersOf(db, year),
  groups: await needsByGroup(db, year),
  remindedGroups: await remindedGroups(db, year),
  mentees: await menteeBaseFacts(db, today),
  mentors: await mentorBaseFacts(db, today),
  selection: await selectionFacts(db, year, today),
  training: await trainingFacts(db, year, today),
  pairs: await pairFacts(db, year, today),
  agreement: await agreementFacts(db, year),
  generalMeetings: await generalMeetingFacts(db, year),
  support: await supportFacts(db, year, today),
  curators: await countCurators(db),
  library: await libraryFacts(db, year),
  feedback: await feedbackFacts(db, year),
  meetings: await meetingFacts(db, year, today),
  rewards: await rewardFacts(db, year, today),
  plans: await planFacts(db, year, today),
  preparation: await preparationFacts(db, year),
  acts: await actFacts(db, today),
  experts: await expertCoverage(db, year, today),
  information: await informationFacts(db, year, today),
  questionnaires: { approved: await approvedSets(db), rounds: await roundProgress(db, year, today) },
});

/** Facts of an official row; a row that the method does not know has none, and closes by hand only. */
export const factsOf = (official: string | undefined, data: Gathered): RowFacts =>
  (official ? rules.get(official)?.(data) : undefined) ?? { facts: [] };
