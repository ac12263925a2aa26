import type { CollegeDb } from '../../platform/db.ts';
import type { Wish, WishKind } from './pair.ts';

export const wishesOf = async (db: CollegeDb): Promise<Wish[]> =>
  db.selectFrom('pair_wishes').select(['mentor_id as mentorId', 'mentee_id as menteeId', 'kind', 'reason']).execute();

export const putWish = async (db: CollegeDb, wish: Wish & { accountId: string }): Promise<void> => {
  const values = { kind: wish.kind as WishKind, reason: wish.reason, account_id: wish.accountId };
  await db
    .insertInto('pair_wishes')
    .values({ mentor_id: wish.mentorId, mentee_id: wish.menteeId, ...values })
    .onConflict((clash) => clash.columns(['college_id', 'mentor_id', 'mentee_id']).doUpdateSet(values))
    .execute();
};

export const removeWish = async (db: CollegeDb, mentorId: string, menteeId: string): Promise<void> => {
  await db.deleteFrom('pair_wishes').where('mentor_id', '=', mentorId).where('mentee_id', '=', menteeId).execute();
};
