import type { Actor, CollegeScope } from '../../kernel/actor.ts';
import { inCollege } from '../../platform/db.ts';
import { claimDay, type DailyWorker } from '../../platform/tasks.ts';
import { lookThrough } from './look-through.ts';
import { sendQuarterRounds } from './send-rounds.ts';

/** Once a day in every college: questionnaires of the quarter go out when their time has come, then pairs are looked through. */
export const nightOf = (systemActor: (college: CollegeScope) => Actor): DailyWorker => ({
  kind: 'feedback',
  run: ({ db, college, today }) =>
    inCollege(db, college, async (tx) => {
      if (!(await claimDay(tx, 'feedback', today))) return;
      const ctx = { db: tx, actor: systemActor(college), today };
      await sendQuarterRounds(ctx);
      await lookThrough(ctx);
    }),
});
