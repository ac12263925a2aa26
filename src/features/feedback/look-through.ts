import { demand } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/day.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { meetingNorms } from '../meetings/norm-rows.ts';
import { openCorrection } from '../plans/correct-plan.ts';
import { mayKeepRisks } from './access.ts';
import { correctionReason } from './correction-texts.ts';
import { closeFlagRow, dealtWith, insertFlag, openFlags, ownersByForm, updateDetails } from './flag-rows.ts';
import { riskNorms } from './norm-rows.ts';
import { reasonsOf } from './risk.ts';
import { askedCorrections, noteCorrection, signsOfPairs } from './sign-rows.ts';

export interface Looked {
  readonly opened: number;
  readonly passed: number;
  readonly corrections: number;
}

/** Opens flags whose reasons hold, refreshes what open ones tell, and closes those whose reason is there no more. */
const lookAtPairs = async (ctx: Ctx): Promise<Pick<Looked, 'opened' | 'passed'>> => {
  const { currentYear } = await theCollege(ctx.db);
  const norms = { ...(await riskNorms(ctx.db)), silenceDays: (await meetingNorms(ctx.db)).silenceDays };
  const quiet = await dealtWith(ctx.db, addDays(ctx.today, -norms.quietDays));
  const owners = await ownersByForm(ctx.db, currentYear);
  const open = new Map((await openFlags(ctx.db)).map((flag) => [`${flag.pairId} ${flag.reason}`, flag]));
  let opened = 0;
  for (const signs of await signsOfPairs(ctx.db, currentYear, ctx.today)) {
    for (const { reason, details } of reasonsOf(signs, norms, ctx.today)) {
      const key = `${signs.pairId} ${reason}`;
      const known = open.get(key);
      open.delete(key);
      if (known) {
        if (JSON.stringify(known.details) !== JSON.stringify(details)) await updateDetails(ctx.db, known.id, details);
      } else if (!quiet.has(key)) {
        const ownerId = owners.get(signs.form) ?? null;
        const flag = { pairId: signs.pairId, reason, details, openedOn: ctx.today, ownerId };
        if (await insertFlag(ctx.db, flag)) opened += 1;
      }
    }
  }
  const { accountId } = ctx.actor;
  for (const { id, version } of open.values())
    await closeFlagRow(ctx.db, { id, version, on: ctx.today, outcome: 'passed', words: '', accountId });
  return { opened, passed: open.size };
};

/** Answers that ask for another plan open its correction. A plan that cannot be corrected now is asked again on the next day. */
const openCorrections = async (ctx: Ctx): Promise<number> => {
  const { currentYear } = await theCollege(ctx.db);
  let opened = 0;
  for (const asked of await askedCorrections(ctx.db, currentYear, ctx.today)) {
    const outcome = await openCorrection(ctx, asked.pairId, correctionReason(asked));
    if (!outcome.ok) continue;
    await noteCorrection(ctx.db, asked);
    opened += 1;
  }
  return opened;
};

/** Looks all working pairs through: every night, and when a curator asks. Doing it twice changes nothing. */
export const lookThrough = async (ctx: Ctx): Promise<Outcome<Looked>> => {
  demand(mayKeepRisks(ctx.actor));
  const flags = await lookAtPairs(ctx);
  const looked = { ...flags, corrections: await openCorrections(ctx) };
  if (looked.opened + looked.passed + looked.corrections > 0)
    await record(ctx, 'risks.looked-through', { kind: 'college', id: ctx.actor.college }, { ...looked });
  return done(looked);
};
