import type { CollegeDb } from '../../platform/db.ts';
import { firstNorms, type RiskNorms, type RiskReason } from './risk.ts';

export interface KeptNorms extends RiskNorms {
  /** 0 until the college has changed anything. */
  readonly version: number;
}

export const riskNorms = async (db: CollegeDb): Promise<KeptNorms> => {
  const row = await db
    .selectFrom('risk_norms')
    .select([
      'low_comfort as lowComfort',
      'missed_in_row as missedInRow',
      'late_tasks as lateTasks',
      'silent_side_days as silentSideDays',
      'quiet_days as quietDays',
      'switched_off as switchedOff',
      'sends_itself as sendsItself',
      'opens_before as opensBefore',
      'open_days as openDays',
      'enough_share as enoughShare',
      'version',
    ])
    .executeTakeFirst();
  return row ? { ...row, switchedOff: row.switchedOff as RiskReason[] } : { ...firstNorms, version: 0 };
};

/** False when somebody changed the norms since that version. */
export const putRiskNorms = async (db: CollegeDb, version: number, norms: RiskNorms): Promise<boolean> => {
  const values = {
    low_comfort: norms.lowComfort,
    missed_in_row: norms.missedInRow,
    late_tasks: norms.lateTasks,
    silent_side_days: norms.silentSideDays,
    quiet_days: norms.quietDays,
    switched_off: [...norms.switchedOff],
    sends_itself: norms.sendsItself,
    opens_before: norms.opensBefore,
    open_days: norms.openDays,
    enough_share: norms.enoughShare,
  };
  if (version === 0) {
    const row = await db
      .insertInto('risk_norms')
      .values(values)
      .onConflict((clash) => clash.doNothing())
      .returning('version')
      .executeTakeFirst();
    return row !== undefined;
  }
  const { numUpdatedRows } = await db
    .updateTable('risk_norms')
    .set({ ...values, version: version + 1 })
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
