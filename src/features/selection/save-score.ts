import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { sheetsOfPeople } from '../questionnaires/person-sheet-rows.ts';
import { mentorById } from '../registers/mentor-rows.ts';
import { mayKeepSelection } from './access.ts';
import { type Score, saveScore } from './candidate-rows.ts';

export type ScoreRefusal = 'answered-here' | 'score-over-most' | 'day-ahead' | 'changed-meanwhile';

/**
 * Writes down how a candidate answered a questionnaire on paper that has no form in the system. What was answered here is
 * counted by the key and is not typed over.
 */
export const writeScore = async (
  ctx: Ctx,
  personId: string,
  score: Score,
): Promise<Outcome<undefined, ScoreRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  found(await mentorById(ctx.db, personId), 'mentor');
  if (score.score > score.most) return refused('score-over-most');
  if (score.answeredOn > ctx.today) return refused('day-ahead');
  const { currentYear } = await theCollege(ctx.db);
  const sheets = await sheetsOfPeople(ctx.db, { moment: 'selection', year: currentYear }, [personId]);
  if (sheets.length > 0) return refused('answered-here');

  if (!(await saveScore(ctx.db, personId, currentYear, score))) return refused('changed-meanwhile');
  await record(ctx, 'candidate.scored', { kind: 'person', id: personId }, { score: score.score, most: score.most });
  return done();
};
