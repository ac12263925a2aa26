import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { groupById } from '../people/study-group-rows.ts';
import { mayEnterPapers } from './access.ts';
import { readAnswer, type Sent } from './answer.ts';
import { questionsOf } from './definition.ts';
import { type Filling, finishFilling, giveAnswers, type Mistakes, openSheet } from './give-answers.ts';
import { hashOf, newToken } from './issue-links.ts';
import { roundState } from './round.ts';
import { invitationOf, roundById } from './round-rows.ts';

export type PaperTarget = { readonly personId: string } | { readonly groupId: string };

export type PaperRefusal = 'round-over' | 'mistakes' | 'blank-paper';

/** A paper is entered for a person of a round with names, or for a group of an anonymous one. */
export const paperFilling = async (ctx: Ctx, roundId: string, target: PaperTarget): Promise<Filling> => {
  const round = found(await roundById(ctx.db, roundId), 'round');
  const common = { db: ctx.db, today: ctx.today, round };
  if ('personId' in target) {
    const invited = found(await invitationOf(ctx.db, roundId, target.personId), 'invitation');
    demand(mayEnterPapers(ctx.actor, invited));
    found(round.anonymous ? undefined : round, 'round with names');
    const { personId, groupId } = invited;
    const owner = { personId, keyHash: null, groupId, way: 'paper' as const, accountId: ctx.actor.accountId };
    return { ...common, owner, invitedId: personId };
  }
  const { groupId } = target;
  demand(mayEnterPapers(ctx.actor, { groupId }));
  found(await groupById(ctx.db, groupId), 'group');
  found(round.anonymous ? round : undefined, 'anonymous round');
  const keyHash = hashOf(newToken());
  const owner = { personId: null, keyHash, groupId, way: 'paper' as const, accountId: null };
  return { ...common, owner, invitedId: null };
};

export type PaperOutcome = Outcome<undefined, PaperRefusal> & { readonly mistakes?: Mistakes };

/** All of a paper at once. What was left blank on paper stays blank; with a mistake nothing is written. */
export const enterPaper = async (
  ctx: Ctx,
  roundId: string,
  target: PaperTarget,
  { versionId, sent }: { readonly versionId: string; readonly sent: Sent },
): Promise<PaperOutcome> => {
  const filling = await paperFilling(ctx, roundId, target);
  if (roundState(filling.round, ctx.today) !== 'running') return refused('round-over');
  const { definition } = await openSheet(filling, versionId);
  const questions = questionsOf(definition);
  const readings = questions.map((question) => ({ id: question.id, read: readAnswer(question, sent) }));
  const mistakes = Object.fromEntries(readings.flatMap(({ id, read }) => (read.ok ? [] : [[id, read.reason]])));
  if (Object.keys(mistakes).length > 0) return { ...refused('mistakes'), mistakes };
  if (readings.every(({ read }) => read.ok && read.value === null)) return refused('blank-paper');

  await giveAnswers(filling, { versionId, questions: questions.map(({ id }) => id), sent });
  await finishFilling(filling, { blanks: true });
  const id = 'personId' in target ? target.personId : null;
  await record(ctx, 'round.paper-entered', { kind: 'round', id: roundId }, { person: id });
  return done();
};
