import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mentorById } from '../registers/mentor-rows.ts';
import { mayKeepSelection } from './access.ts';
import { saveAnswer } from './candidate-rows.ts';
import { rulesOf } from './setting-rows.ts';

export interface RuleAnswerInput {
  readonly ruleId: string;
  readonly met: boolean;
  readonly note: string;
}

export type AnswerRefusal = 'unknown-rule' | 'counted-by-itself' | 'note-missing';

/** Says of a candidate whether a requirement is met. A «no» carries words; what the card tells by itself is not said by hand. */
export const answerRule = async (
  ctx: Ctx,
  personId: string,
  { ruleId, met, note }: RuleAnswerInput,
): Promise<Outcome<undefined, AnswerRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  found(await mentorById(ctx.db, personId), 'mentor');
  const rule = (await rulesOf(ctx.db)).find(({ id }) => id === ruleId);
  if (!rule) return refused('unknown-rule');
  if (rule.kind !== 'confirmed') return refused('counted-by-itself');
  if (!met && note === '') return refused('note-missing');
  const { currentYear: year } = await theCollege(ctx.db);

  await saveAnswer(ctx.db, {
    ...{ personId, year, ruleId, met, note },
    answeredOn: ctx.today,
    accountId: ctx.actor.accountId,
  });
  await record(ctx, 'candidate.checked', { kind: 'person', id: personId }, { rule: rule.words, met });
  return done();
};
