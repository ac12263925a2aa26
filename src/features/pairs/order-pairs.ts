import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import { reference } from '../documents/data-texts.ts';
import { isInForce } from '../documents/document.ts';
import { makeDocument, refreshDocument } from '../documents/make-document.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { documentById, type ListedDocument, newestInForce } from '../documents/rows.ts';
import { personById, personsByIds } from '../people/rows.ts';
import { mayKeepPairs } from './access.ts';
import { countMenteesAlone, endedPairs } from './order-rows.ts';
import {
  type Ended,
  endedData,
  endedTitle,
  minutesData,
  minutesTitle,
  type OrderSnapshot,
  orderData,
  orderTitle,
} from './order-texts.ts';
import { holdPairsWithoutOrder, type ListedPair, pairsBy, pairsByIds, putIntoOrder, successorOf } from './rows.ts';

export interface OrderInput {
  readonly pairIds: readonly string[];
  readonly from: Day;
  readonly till: Day;
  /** Until when the pairs make their plans. */
  readonly plansBy: Day;
  readonly curatorId: string;
  readonly psychologistId: string | null;
}

export type OrderRefusal = 'no-pairs' | 'changed-meanwhile' | 'ends-before-start';

/** Makes the draft of the order on the chosen pairs; they stand in it from now on. Answers the document. */
export const orderPairs = async (ctx: PaperCtx, input: OrderInput): Promise<Outcome<string, OrderRefusal>> => {
  const chosen = await choose(ctx, input);
  if (!chosen.ok) return chosen;

  return makeOrder(ctx, input, await snapshotOf(ctx, chosen.value, input));
};

const makeOrder = async (
  ctx: PaperCtx,
  input: OrderInput,
  snapshot: OrderSnapshot,
): Promise<Outcome<string, OrderRefusal>> => {
  const made = await makeDocument(ctx, {
    kind: 'pairs-order',
    title: orderTitle(snapshot.year),
    data: { ...orderData(snapshot), made: madeFrom(input) },
  });
  if (!made.ok) return refused('changed-meanwhile');
  await putIntoOrder(ctx.db, input.pairIds, made.value);
  await record(ctx, 'pair.ordered', { kind: 'document', id: made.value }, { pairs: input.pairIds.length });
  return made;
};

/** Both papers out of one snapshot: the minutes that agree on the pairs, and the order that makes them official. */
export const minuteAndOrder = async (
  ctx: PaperCtx,
  input: OrderInput,
): Promise<Outcome<{ readonly minutesId: string; readonly orderId: string }, OrderRefusal>> => {
  const chosen = await choose(ctx, input);
  if (!chosen.ok) return chosen;
  const snapshot = await snapshotOf(ctx, chosen.value, input);
  const minutes = await makeMinutes(ctx, input, snapshot);
  if (!minutes.ok) return minutes;
  const order = await makeOrder(ctx, input, snapshot);
  return order.ok ? done({ minutesId: minutes.value, orderId: order.value }) : order;
};

/** Makes the draft of the minutes in which the working group agrees on the same pairs; they stay free for the order. */
export const minutePairs = async (ctx: PaperCtx, input: OrderInput): Promise<Outcome<string, OrderRefusal>> => {
  const chosen = await choose(ctx, input);
  if (!chosen.ok) return chosen;

  return makeMinutes(ctx, input, await snapshotOf(ctx, chosen.value, input));
};

const makeMinutes = async (
  ctx: PaperCtx,
  input: OrderInput,
  snapshot: OrderSnapshot,
): Promise<Outcome<string, OrderRefusal>> => {
  const { controllerId, directorId } = await theCollege(ctx.db);
  const chairId = controllerId ?? directorId;
  const chair = chairId ? await personById(ctx.db, chairId) : undefined;
  const members = snapshot.psychologist ? [snapshot.psychologist] : [];
  const made = await makeDocument(ctx, {
    kind: 'minutes',
    title: minutesTitle,
    data: minutesData(snapshot, { chair, members }),
  });
  if (!made.ok) return refused('changed-meanwhile');
  await record(ctx, 'pair.minuted', { kind: 'document', id: made.value }, { pairs: input.pairIds.length });
  return made;
};

const choose = async (ctx: PaperCtx, input: OrderInput): Promise<Outcome<ListedPair[], OrderRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  if (input.pairIds.length === 0) return refused('no-pairs');
  if (input.till < input.from) return refused('ends-before-start');
  const pairs = await holdPairsWithoutOrder(ctx.db, input.pairIds, ctx.today);
  return pairs.length === new Set(input.pairIds).size ? done(pairs) : refused('changed-meanwhile');
};

type Frame = Omit<OrderInput, 'pairIds'>;

const madeFrom = ({ from, till, plansBy, curatorId, psychologistId }: OrderInput): Frame => ({
  from,
  till,
  plansBy,
  curatorId,
  psychologistId,
});

const snapshotOf = async (ctx: PaperCtx, pairs: readonly ListedPair[], frame: Frame): Promise<OrderSnapshot> => {
  const { currentYear } = await theCollege(ctx.db);
  const norms = [...(await normsOf(ctx.db, 'form')), ...(await normsOf(ctx.db, 'variant'))];
  const roadmapOrder = await newestInForce(ctx.db, 'roadmap-order');
  const minutes = await minutesBehind(ctx, currentYear);
  return {
    ...frame,
    year: currentYear,
    pairs,
    labels: new Map(norms.map(({ code, label }) => [code, label])),
    curator: found(await personById(ctx.db, frame.curatorId), 'person'),
    psychologist: frame.psychologistId ? await personById(ctx.db, frame.psychologistId) : undefined,
    alone: await countMenteesAlone(ctx.db, ctx.today),
    roadmapOrder: roadmapOrder && reference(roadmapOrder),
    minutes: minutes && reference(minutes),
  };
};

/** The paper an order on pairs leans on: minutes of the year's general meeting, or of the working group that agreed on the pairs. */
export const minutesBehind = async (ctx: Pick<PaperCtx, 'db'>, year: number): Promise<ListedDocument | undefined> =>
  (await newestInForce(ctx.db, 'meeting-minutes', { year })) ??
  (await newestInForce(ctx.db, 'minutes', { year, title: minutesTitle }));

/** Takes the pairs of a draft order as they are now: dropped ones go, changed periods and groups come in. */
export const refreshOrder = async (ctx: PaperCtx, orderId: string): Promise<Outcome<undefined, 'not-a-draft'>> => {
  demand(mayKeepPairs(ctx.actor));
  const order = found(await documentById(ctx.db, orderId), 'document');
  const frame = order.data.made as Frame | undefined;
  if (order.kind !== 'pairs-order' || !frame) return refused('not-a-draft');
  const pairs = await pairsBy(ctx.db, { orderId }, ctx.today, { limit: 5000 });
  const snapshot = await snapshotOf(ctx, pairs, frame);
  return refreshDocument(ctx, orderId, { data: { ...orderData(snapshot), made: frame } });
};

/** Makes the draft of an order that ends, in the order they stand in, pairs that were over early. Answers the document. */
export const orderEnd = async (
  ctx: PaperCtx,
  orderId: string,
): Promise<Outcome<string, 'nothing-ended' | 'not-in-force'>> => {
  demand(mayKeepPairs(ctx.actor));
  const order = found(await documentById(ctx.db, orderId), 'document');
  if (!isInForce(order.status)) return refused('not-in-force');
  const ended = (await endedPairs(ctx.db)).find((one) => one.orderId === orderId);
  if (!ended) return refused('nothing-ended');

  const pairs = await pairsByIds(ctx.db, ended.pairIds);
  const changes: Ended[] = [];
  for (const pair of pairs) changes.push({ pair, successor: await successorOf(ctx.db, pair.id) });
  const made = await makeDocument(ctx, {
    kind: 'amending-order',
    title: endedTitle,
    data: endedData(order, changes, await peopleOf(ctx, changes)),
    amends: { documentId: orderId, amendment: 'amends' },
  });
  if (!made.ok) return refused('not-in-force');
  const successors = changes.flatMap(({ successor }) => (successor && !successor.orderId ? successor.id : []));
  await putIntoOrder(ctx.db, successors, made.value);
  await record(ctx, 'pair.end-ordered', { kind: 'document', id: made.value }, { pairs: pairs.length });
  return done(made.value);
};

const peopleOf = async ({ db }: Pick<PaperCtx, 'db'>, changes: readonly Ended[]) => {
  const ids = changes.flatMap(({ pair, successor }) => [
    pair.mentorId,
    pair.menteeId,
    ...(successor ? [successor.mentorId] : []),
  ]);
  return new Map((await personsByIds(db, ids)).map((person) => [person.id, person]));
};
