import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { groupNames, insertGroup, putIntoGroup } from './group-rows.ts';
import { groupName } from './order-texts.ts';
import { type ListedPair, pairsByIds } from './rows.ts';

/** Makes a group of every mentor among these pairs who has three mentees or more in one form. Answers the groups. */
export const nameGroups = async (ctx: Ctx, pairIds: readonly string[]): Promise<string[]> => {
  const { currentYear: year } = await theCollege(ctx.db);
  const byMentor = new Map<string, ListedPair[]>();
  for (const pair of await pairsByIds(ctx.db, pairIds)) {
    const key = `${pair.mentorId} ${pair.form}`;
    byMentor.set(key, [...(byMentor.get(key) ?? []), pair]);
  }
  const taken = await groupNames(ctx.db, year);
  const groupIds: string[] = [];
  for (const members of byMentor.values()) {
    const [first] = members;
    if (!first || members.length < 3) continue;
    const name = groupName(first.mentor, taken);
    taken.add(name);
    const id = await insertGroup(ctx.db, { year, name, form: first.form, accountId: ctx.actor.accountId });
    await putIntoGroup(
      ctx.db,
      members.map((pair) => pair.id),
      id,
    );
    await record(ctx, 'pair-group.made', { kind: 'pair-group', id }, { members: members.length });
    groupIds.push(id);
  }
  return groupIds;
};
