import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepActs } from './access.ts';
import { allActs, insertAct, replaceCitations, setSuccessor } from './rows.ts';
import { builtInActs } from './seed.ts';

/** Puts those acts of the built-in list into the register that are not there yet; what the college edited stays as it is. */
export const putBuiltInActs = async (db: CollegeDb): Promise<number> => {
  const ids = new Map((await allActs(db)).flatMap(({ id, code }) => (code === null ? [] : [[code, id] as const])));
  const fresh = builtInActs.filter(({ code }) => !ids.has(code));
  for (const { code, supersededBy: _, cites: __, ...act } of fresh)
    ids.set(code, await insertAct(db, { ...act, supersededBy: null }, code));
  for (const { code, supersededBy, cites } of fresh) {
    const id = ids.get(code) ?? '';
    const next = supersededBy === null ? undefined : ids.get(supersededBy);
    if (next) await setSuccessor(db, id, next);
    const cited = cites.flatMap((one) => ids.get(one) ?? []);
    await replaceCitations(db, id, cited);
  }
  return fresh.length;
};

/** The same for a person who asks for it. Answers how many were added. */
export const installActs = async (ctx: Ctx): Promise<Outcome<number>> => {
  demand(mayKeepActs(ctx.actor));
  const added = await putBuiltInActs(ctx.db);
  if (added > 0) await record(ctx, 'act.installed', { kind: 'act', id: null }, { added });
  return done(added);
};
