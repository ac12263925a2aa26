import { demand } from '../../kernel/actor.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { mayReadResults, visibleGroups } from './access.ts';
import { type Definition, isText, type Question, type ScoreScale } from './definition.ts';
import { answeredVersions, finishedSheets } from './result-rows.ts';
import { type GroupCount, groupCounts, leastShown, mergedQuestions, type Sheet, shownGroups } from './results.ts';
import type { Round } from './round.ts';
import { roundById } from './round-rows.ts';
import { versionById } from './rows.ts';

export interface Results {
  readonly round: Round;
  /** All that may be shown under the wanted group; none when there are too few to hide among. */
  readonly sheets: readonly Sheet[];
  readonly tooFew: boolean;
  /** Finished sheets before anything was hidden. */
  readonly total: number;
  readonly groups: readonly GroupCount[];
  readonly questions: readonly Question[];
  readonly scales: readonly ScoreScale[];
  readonly versions: ReadonlyMap<string, Definition>;
}

/** Answers of a round as the actor may see them: own groups of a class teacher, no group of fewer than five nameless people. */
export const readResults = async (ctx: Ctx, roundId: string, groupId: string | null = null): Promise<Results> => {
  const round = found(await roundById(ctx.db, roundId), 'round');
  demand(mayReadResults(ctx.actor, round));
  const all = await finishedSheets(ctx.db, roundId, visibleGroups(ctx.actor));
  const counts = groupCounts(all);
  const groups = round.anonymous ? shownGroups(counts) : counts;
  const known = groupId === null || groups.some((group) => group.groupId === groupId);
  const wanted = known ? all.filter((sheet) => groupId === null || sheet.groupId === groupId) : [];
  const tooFew = !known || (round.anonymous && wanted.length < leastShown);
  const versions = new Map<string, Definition>();
  for (const id of await answeredVersions(ctx.db, roundId)) {
    const version = await versionById(ctx.db, id);
    if (version) versions.set(id, version.definition);
  }
  const definitions = [...versions.values()];
  return {
    round,
    sheets: tooFew ? [] : wanted,
    tooFew,
    total: all.length,
    groups: groups.filter((group) => group.groupId !== null),
    questions: mergedQuestions(definitions),
    scales: definitions[0]?.scales ?? [],
    versions,
  };
};

export const textQuestions = ({ questions }: Results): readonly Question[] => questions.filter(isText);
