import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mayKeepQuestionnaires } from './access.ts';
import { type Circle, insertRound, invite, roundById, updateRound } from './round-rows.ts';
import { questionnaireById, versionsOf } from './rows.ts';

export interface RoundInput {
  readonly title: string;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly anonymous: boolean;
  readonly groupIds: readonly string[];
  readonly circles: readonly Circle[];
}

export type RoundRefusal = 'not-approved' | 'ends-before-it-begins' | 'already-over' | 'archived';

/** Sends the approved version to people. Nobody may be named: then it goes by a common link only. */
export const openRound = async (
  ctx: Ctx,
  questionnaireId: string,
  input: RoundInput,
): Promise<Outcome<string, RoundRefusal>> => {
  demand(mayKeepQuestionnaires(ctx.actor));
  const questionnaire = found(await questionnaireById(ctx.db, questionnaireId), 'questionnaire');
  const [newest] = await versionsOf(ctx.db, questionnaireId);
  if (!newest) return refused('not-approved');
  if (questionnaire.archivedOn !== null) return refused('archived');
  if (input.closesOn < input.opensOn) return refused('ends-before-it-begins');
  if (input.closesOn < ctx.today) return refused('already-over');

  const { currentYear } = await theCollege(ctx.db);
  const { title, opensOn, closesOn, anonymous, groupIds, circles } = input;
  const round = { questionnaireId, versionId: newest.id, title, year: currentYear, opensOn, closesOn, anonymous };
  const id = await insertRound(ctx.db, round);
  const people = await invite(ctx.db, id, { groupIds, circles, personIds: [] });
  await record(ctx, 'round.opened', { kind: 'round', id }, { title, people });
  return done(id);
};

/** Asks more people in a round that goes on. Answers how many are new. */
export const inviteMore = async (
  ctx: Ctx,
  roundId: string,
  whom: { groupIds: readonly string[]; circles: readonly Circle[]; personIds: readonly string[] },
): Promise<Outcome<number>> => {
  demand(mayKeepQuestionnaires(ctx.actor));
  found(await roundById(ctx.db, roundId), 'round');
  const people = await invite(ctx.db, roundId, whom);
  await record(ctx, 'round.invited', { kind: 'round', id: roundId }, { people });
  return done(people);
};

export type ChangeRoundRefusal = 'ends-before-it-begins' | 'already-over' | 'nothing-newer';

export type RoundChange = { closesOn: Day } | { closed: boolean } | { newestVersion: true };

/** Ends a round, opens it again, moves its last day, or lets those who begin from now on have the newest version. */
export const changeRound = async (
  ctx: Ctx,
  roundId: string,
  change: RoundChange,
): Promise<Outcome<undefined, ChangeRoundRefusal>> => {
  demand(mayKeepQuestionnaires(ctx.actor));
  const round = found(await roundById(ctx.db, roundId), 'round');
  const subject = { kind: 'round', id: roundId } as const;
  if ('newestVersion' in change) {
    const [newest] = await versionsOf(ctx.db, round.questionnaireId);
    if (!newest || newest.id === round.versionId) return refused('nothing-newer');
    await updateRound(ctx.db, roundId, { versionId: newest.id });
    await record(ctx, 'round.moved-to-version', subject, { number: newest.number });
    return done();
  }
  if ('closesOn' in change) {
    if (change.closesOn < round.opensOn) return refused('ends-before-it-begins');
    await updateRound(ctx.db, roundId, { closesOn: change.closesOn, closedOn: null });
    await record(ctx, 'round.prolonged', subject, { day: change.closesOn });
    return done();
  }
  if (!change.closed && round.closesOn < ctx.today) return refused('already-over');
  await updateRound(ctx.db, roundId, { closedOn: change.closed ? ctx.today : null });
  await record(ctx, change.closed ? 'round.closed' : 'round.reopened', subject);
  return done();
};
