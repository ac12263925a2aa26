import type { AcademicYear } from '../../kernel/academic-year.ts';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mentorById } from '../registers/mentor-rows.ts';
import { mayKeepSelection } from './access.ts';
import { type Preparation, removePreparation, savePreparation } from './barrier-rows.ts';

/**
 * Keeps that a mentor is trained, or exempt. Training above calls it once a certificate is there and has asked whether the actor
 * may; by hand only an exemption is given, by `exemptMentor`.
 */
export const keepPreparation = async (
  ctx: Ctx,
  personId: string,
  year: AcademicYear,
  preparation: Preparation,
): Promise<void> => {
  await savePreparation(ctx.db, personId, year, preparation, ctx.actor.accountId);
  await record(ctx, 'mentor.prepared', { kind: 'person', id: personId }, { way: preparation.way });
};

/** The ground is gone: a certificate was revoked, an exemption was taken back. */
export const losePreparation = async (ctx: Ctx, personId: string, year: AcademicYear): Promise<boolean> => {
  const lost = await removePreparation(ctx.db, personId, year);
  if (lost) await record(ctx, 'mentor.unprepared', { kind: 'person', id: personId });
  return lost;
};

/** Frees a mentor from this year's training, with the reason. */
export const exemptMentor = async (
  ctx: Ctx,
  personId: string,
  reason: string,
): Promise<Outcome<undefined, 'reason-missing'>> => {
  demand(mayKeepSelection(ctx.actor));
  found(await mentorById(ctx.db, personId), 'mentor');
  if (reason === '') return refused('reason-missing');
  const { currentYear } = await theCollege(ctx.db);
  await keepPreparation(ctx, personId, currentYear, { way: 'exempt', words: reason, day: ctx.today });
  return done();
};
