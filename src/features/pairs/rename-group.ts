import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPairs } from './access.ts';
import { groupById, renameGroup } from './group-rows.ts';

/** Names a group otherwise. Orders that are signed keep the name they were signed with. */
export const nameGroup = async (
  ctx: Ctx,
  { groupId, version, name }: { groupId: string; version: number; name: string },
): Promise<Outcome<undefined, 'changed-meanwhile' | 'name-taken'>> => {
  demand(mayKeepPairs(ctx.actor));
  found(await groupById(ctx.db, groupId), 'group of pairs');

  let renamed = false;
  const wall = await refusedBy(ctx.db, async () => {
    renamed = await renameGroup(ctx.db, groupId, version, name);
  });
  if (wall) return refused('name-taken');
  if (!renamed) return refused('changed-meanwhile');
  await record(ctx, 'pair-group.renamed', { kind: 'pair-group', id: groupId }, { name });
  return done();
};
