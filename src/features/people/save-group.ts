import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import { groupKey, type StudyGroupInput } from './study-group.ts';
import {
  graduatePeople,
  groupById,
  insertGroups,
  listGroups,
  refreshSearchOfGroup,
  setGraduated,
  updateGroup,
} from './study-group-rows.ts';

export type GroupReason = 'code-taken' | 'no-such-teacher';

const taken = async (ctx: Ctx, code: string, except?: string): Promise<boolean> =>
  (await listGroups(ctx.db)).some((group) => group.id !== except && groupKey(group.code) === groupKey(code));

const reasonOf = (wall: string): GroupReason => (wall.includes('teacher') ? 'no-such-teacher' : 'code-taken');

/** Enters a group of study. «ЭМ 11» is refused where «ЭМ-11» is known. */
export const addGroup = async (ctx: Ctx, group: StudyGroupInput): Promise<Outcome<string, GroupReason>> => {
  demand(mayChangePeople(ctx.actor));
  if (await taken(ctx, group.code)) return refused('code-taken');
  let id = '';
  const wall = await refusedBy(ctx.db, async () => {
    [id = ''] = await insertGroups(ctx.db, [group]);
  });
  if (wall) return refused(reasonOf(wall));
  await record(ctx, 'group.added', { kind: 'group', id }, { code: group.code });
  return done(id);
};

/** Renames a group, moves it to another course, gives it a class teacher. Its people are found by the new name at once. */
export const changeGroup = async (
  ctx: Ctx,
  { id, group }: { id: string; group: StudyGroupInput },
): Promise<Outcome<undefined, GroupReason>> => {
  demand(mayChangePeople(ctx.actor));
  const before = found(await groupById(ctx.db, id), 'group');
  if (await taken(ctx, group.code, id)) return refused('code-taken');
  const wall = await refusedBy(ctx.db, () => updateGroup(ctx.db, id, group));
  if (wall) return refused(reasonOf(wall));
  if (before.code !== group.code) await refreshSearchOfGroup(ctx.db, id);
  await record(
    ctx,
    'group.changed',
    { kind: 'group', id },
    { was: before.code, code: group.code, course: group.course },
  );
  return done();
};

/** The group is over: its students become graduates, its class teacher no longer sees them. */
export const graduateGroup = async (
  ctx: Ctx,
  { id, on }: { id: string; on: Day },
): Promise<Outcome<number, 'graduated-already' | 'in-future'>> => {
  demand(mayChangePeople(ctx.actor));
  const group = found(await groupById(ctx.db, id), 'group');
  if (group.graduatedOn) return refused('graduated-already');
  if (on > ctx.today) return refused('in-future');
  await setGraduated(ctx.db, id, on);
  const graduates = await graduatePeople(ctx.db, id);
  await record(ctx, 'group.graduated', { kind: 'group', id }, { code: group.code, people: graduates.length });
  return done(graduates.length);
};
