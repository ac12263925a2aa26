import { randomUUID } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { personById } from '../people/rows.ts';
import { mayKeepExperts } from './access.ts';
import type { ExpertInput } from './expert.ts';
import { expertById, insertExpert, setLeft, updateExpert } from './rows.ts';

export type ExpertRefusal = 'nobody-named' | 'two-named' | 'already-there' | 'no-areas' | 'changed-meanwhile';

const refusalOf = async (ctx: Ctx, input: ExpertInput): Promise<ExpertRefusal | undefined> => {
  if (input.personId !== null && input.name !== '') return 'two-named';
  if (input.personId === null && input.name === '') return 'nobody-named';
  if (input.personId !== null && !(await personById(ctx.db, input.personId))) return 'nobody-named';
  return input.areas.length === 0 ? 'no-areas' : undefined;
};

/** Takes somebody into the bank: a card of the college, or a name from outside. Answers the id. */
export const addExpert = async (ctx: Ctx, input: ExpertInput): Promise<Outcome<string, ExpertRefusal>> => {
  demand(mayKeepExperts(ctx.actor));
  const refusal = await refusalOf(ctx, input);
  if (refusal) return refused(refusal);
  const id = randomUUID();
  if (await refusedBy(ctx.db, () => insertExpert(ctx.db, id, input))) return refused('already-there');
  await record(ctx, 'expert.added', { kind: 'expert', id });
  return done(id);
};

export const changeExpert = async (
  ctx: Ctx,
  { expertId, version, ...input }: ExpertInput & { readonly expertId: string; readonly version: number },
): Promise<Outcome<undefined, ExpertRefusal>> => {
  demand(mayKeepExperts(ctx.actor));
  found(await expertById(ctx.db, expertId), 'expert');
  const refusal = await refusalOf(ctx, input);
  if (refusal) return refused(refusal);
  let written = false;
  const wall = await refusedBy(ctx.db, async () => {
    written = await updateExpert(ctx.db, expertId, version, input);
  });
  if (wall) return refused('already-there');
  if (!written) return refused('changed-meanwhile');
  await record(ctx, 'expert.changed', { kind: 'expert', id: expertId });
  return done();
};

/** Takes an expert out of the bank, or brings one back; contracts and invitations stay. */
export const releaseExpert = async (
  ctx: Ctx,
  { expertId, back }: { readonly expertId: string; readonly back: boolean },
): Promise<Outcome<undefined>> => {
  demand(mayKeepExperts(ctx.actor));
  found(await expertById(ctx.db, expertId), 'expert');
  await setLeft(ctx.db, expertId, back ? null : ctx.today);
  await record(ctx, back ? 'expert.returned' : 'expert.released', { kind: 'expert', id: expertId });
  return done();
};
