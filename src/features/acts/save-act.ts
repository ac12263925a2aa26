import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepActs } from './access.ts';
import { type Act, type ActInput, makesCircle } from './act.ts';
import { allActs, insertAct, replaceCitations, updateAct } from './rows.ts';

export type ActRefusal = 'changed-meanwhile' | 'circle' | 'lapses-before-start' | 'already-there' | 'cites-unknown';

export type ActSaving = ActInput & {
  /** Acts that it names. */
  readonly cites: readonly string[];
};

const refusalOf = (input: ActSaving, acts: readonly Act[], id: string | null): ActRefusal | undefined => {
  const { supersededBy, inForceFrom, lapsesOn, number, day } = input;
  if (lapsesOn !== null && inForceFrom !== null && lapsesOn < inForceFrom) return 'lapses-before-start';
  if (id !== null && makesCircle(id, supersededBy, acts)) return 'circle';
  const known = new Set(acts.map((act) => act.id));
  if ([...input.cites, ...(supersededBy ? [supersededBy] : [])].some((one) => !known.has(one))) return 'cites-unknown';
  const same = acts.some((act) => act.id !== id && number !== '' && act.number === number && act.day === day);
  return same ? 'already-there' : undefined;
};

/** Enters an act. Answers its id. */
export const addAct = async (ctx: Ctx, { cites, ...act }: ActSaving): Promise<Outcome<string, ActRefusal>> => {
  demand(mayKeepActs(ctx.actor));
  const refusal = refusalOf({ ...act, cites }, await allActs(ctx.db), null);
  if (refusal) return refused(refusal);
  const id = await insertAct(ctx.db, act);
  await replaceCitations(ctx.db, id, cites);
  await record(ctx, 'act.added', { kind: 'act', id }, { title: act.title });
  return done(id);
};

/** Corrects an act: its revision, what replaced it, when to look again, what it names. */
export const changeAct = async (
  ctx: Ctx,
  { actId, version, cites, ...act }: ActSaving & { readonly actId: string; readonly version: number },
): Promise<Outcome<undefined, ActRefusal>> => {
  demand(mayKeepActs(ctx.actor));
  const acts = await allActs(ctx.db);
  const before = found(
    acts.find(({ id }) => id === actId),
    'act',
  );
  const others = cites.filter((id) => id !== actId);
  const refusal = refusalOf({ ...act, cites: others }, acts, actId);
  if (refusal) return refused(refusal);
  if (!(await updateAct(ctx.db, actId, version, act))) return refused('changed-meanwhile');
  await replaceCitations(ctx.db, actId, others);
  const replaced = act.supersededBy !== null && act.supersededBy !== before.supersededBy;
  await record(ctx, replaced ? 'act.replaced' : 'act.changed', { kind: 'act', id: actId }, { title: act.title });
  return done();
};
