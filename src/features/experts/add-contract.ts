import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepExperts } from './access.ts';
import type { Contract } from './expert.ts';
import { expertById, insertContract } from './rows.ts';

export type ContractRefusal = 'ends-before-start' | 'number-taken';

/** Writes a contract with an expert: number, day, last day. */
export const addContract = async (
  ctx: Ctx,
  { expertId, ...contract }: Omit<Contract, 'id'> & { readonly expertId: string },
): Promise<Outcome<undefined, ContractRefusal>> => {
  demand(mayKeepExperts(ctx.actor));
  found(await expertById(ctx.db, expertId), 'expert');
  if (contract.till < contract.day) return refused('ends-before-start');
  if (await refusedBy(ctx.db, () => insertContract(ctx.db, expertId, contract))) return refused('number-taken');
  await record(ctx, 'expert.contracted', { kind: 'expert', id: expertId }, { number: contract.number });
  return done();
};
