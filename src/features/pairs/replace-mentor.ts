import { demand } from '../../kernel/actor.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { allOrNothing } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPairs } from './access.ts';
import { formPair, type PairRefusal } from './form-pair.ts';
import { holdGroup } from './group-rows.ts';
import { type ListedPair, pairById, pairsBy, setPairEnd, succeed } from './rows.ts';

export interface ReplaceInput {
  readonly pairId: string;
  readonly version: number;
  readonly mentorId: string;
  /** First day of the new mentor; the old one works till the day before. */
  readonly from: Day;
  readonly reason: string;
}

export type ReplaceRefusal =
  | PairRefusal
  | 'changed-meanwhile'
  | 'already-over'
  | 'day-outside'
  | 'same-mentor'
  | 'of-a-group';

/** Gives a mentee another mentor: the old pair ends, a new one goes on to the same last day. Answers the new pair. */
export const replaceMentor = async (ctx: Ctx, input: ReplaceInput): Promise<Outcome<string, ReplaceRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  const pair = found(await pairById(ctx.db, input.pairId), 'pair');
  const stop = hindered(ctx, pair, input);
  if (stop) return refused(stop);
  if (pair.groupId) return refused('of-a-group');
  return allOrNothing(
    ctx.db,
    () => handOver(ctx, pair, input),
    ({ ok }) => ok,
  );
};

const hindered = (ctx: Ctx, pair: ListedPair, { mentorId, from }: ReplaceInput): ReplaceRefusal | undefined => {
  if (pair.till < ctx.today) return 'already-over';
  if (mentorId === pair.mentorId) return 'same-mentor';
  if (from <= pair.from || from > pair.till) return 'day-outside';
  return undefined;
};

const handOver = async (
  ctx: Ctx,
  pair: ListedPair,
  { version, mentorId, from, reason }: ReplaceInput,
): Promise<Outcome<string, ReplaceRefusal>> => {
  if (!(await setPairEnd(ctx.db, pair.id, version, addDays(from, -1), reason))) return refused('changed-meanwhile');
  const { menteeId, form, variant, till } = pair;
  const made = await formPair(ctx, { mentorId, menteeId, form, variant, from, till });
  if (!made.ok) return made;
  await succeed(ctx.db, made.value, { replacesId: pair.id, groupId: pair.groupId });
  await record(ctx, 'pair.mentor-replaced', { kind: 'pair', id: pair.id }, { from, reason });
  await record(ctx, 'pair.took-over', { kind: 'pair', id: made.value }, { from });
  return made;
};

export interface GroupHandOver {
  readonly groupId: string;
  /** The members as they were shown: pair and version. */
  readonly versions: Readonly<Record<string, number>>;
  readonly mentorId: string;
  readonly from: Day;
  readonly reason: string;
}

/** Gives a whole group to another mentor: all members or nobody. Answers how many went over. */
export const handOverGroup = async (ctx: Ctx, input: GroupHandOver): Promise<Outcome<number, ReplaceRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  const group = found(await holdGroup(ctx.db, input.groupId), 'group of pairs');
  const members = (await pairsBy(ctx.db, { pairGroupId: group.id }, ctx.today, { limit: 100 })).filter(
    ({ till }) => till >= input.from,
  );
  if (members.length === 0) return refused('already-over');
  const outcome = await allOrNothing(
    ctx.db,
    async (): Promise<Outcome<number, ReplaceRefusal>> => {
      // All old pairs end first: the group has one mentor at a time.
      for (const pair of members) {
        const one = { ...input, pairId: pair.id, version: input.versions[pair.id] ?? -1 };
        const stop = hindered(ctx, pair, one);
        if (stop) return refused(stop);
        const ended = await setPairEnd(ctx.db, pair.id, one.version, addDays(input.from, -1), input.reason);
        if (!ended) return refused('changed-meanwhile');
      }
      for (const pair of members) {
        const { menteeId, form, variant, till } = pair;
        const next = { mentorId: input.mentorId, menteeId, form, variant, from: input.from, till };
        const made = await formPair(ctx, next);
        if (!made.ok) return made;
        await succeed(ctx.db, made.value, { replacesId: pair.id, groupId: group.id });
        await record(
          ctx,
          'pair.mentor-replaced',
          { kind: 'pair', id: pair.id },
          { from: input.from, reason: input.reason },
        );
      }
      return done(members.length);
    },
    ({ ok }) => ok,
  );
  if (outcome.ok)
    await record(ctx, 'pair-group.handed-over', { kind: 'pair-group', id: group.id }, { from: input.from });
  return outcome;
};
