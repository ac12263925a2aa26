import type { CollegeDb } from '../../platform/db.ts';
import { firstNorms, type MeetingNorms } from './norm.ts';

export interface KeptNorms extends MeetingNorms {
  /** 0: the college has not said anything of its own. */
  readonly version: number;
}

export const meetingNorms = async (db: CollegeDb): Promise<KeptNorms> =>
  (await db
    .selectFrom('meeting_norms')
    .select([
      'acquaintance_days as acquaintanceDays',
      'trial_days as trialDays',
      'planning_days as planningDays',
      'working_every as workingEvery',
      'final_days as finalDays',
      'silence_days as silenceDays',
      'version',
    ])
    .executeTakeFirst()) ?? { ...firstNorms, version: 0 };

/** False when somebody changed them since that version. */
export const putMeetingNorms = async (db: CollegeDb, version: number, norms: MeetingNorms): Promise<boolean> => {
  const values = {
    acquaintance_days: norms.acquaintanceDays,
    trial_days: norms.trialDays,
    planning_days: norms.planningDays,
    working_every: norms.workingEvery,
    final_days: norms.finalDays,
    silence_days: norms.silenceDays,
  };
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('meeting_norms')
      .values(values)
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await db
    .updateTable('meeting_norms')
    .set((is) => ({ ...values, version: is('version', '+', 1) }))
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
