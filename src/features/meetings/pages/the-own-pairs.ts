import { holds } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Ctx } from '../../../platform/context.ts';
import { type ListedPair, pairById, pairsBy } from '../../pairs/rows.ts';
import { mayLogMeeting, sideOf } from '../access.ts';
import { partiesOf } from '../the-pair.ts';

/** So many days after its end a pair's last meetings are still written down. */
const lateDays = 14;

/** The pairs of the person: at work, or over so lately that something is left to write down. */
export const ownPairs = async (ctx: Ctx): Promise<ListedPair[]> => {
  const { personId } = ctx.actor;
  if (personId === null) return [];
  const pairs = await pairsBy(ctx.db, { personId }, ctx.today, { limit: 60 });
  return pairs.filter(({ from, till }) => from <= ctx.today && addDays(till, lateDays) >= ctx.today);
};

/** The pairs whose meetings this person may write down on one page; a curator comes with the pair in the address. */
export const pairsToLog = async (ctx: Ctx, pairId: string | undefined): Promise<ListedPair[]> => {
  const own = await ownPairs(ctx);
  if (pairId === undefined || !/^[\da-f-]{36}$/.test(pairId) || own.some(({ id }) => id === pairId)) return own;
  const asked = holds(ctx.actor, 'curator', 'mentor', 'mentee') ? await pairById(ctx.db, pairId) : undefined;
  return asked && mayLogMeeting(ctx.actor, partiesOf(asked)) === true ? [asked] : own;
};

/** The other side of a pair, as this actor sees it; a curator sees the mentee. */
export const otherSide = (ctx: Pick<Ctx, 'actor'>, pair: ListedPair) =>
  sideOf(ctx.actor, pair) === 'mentee' ? pair.mentor : pair.mentee;
