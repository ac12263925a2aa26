import { randomUUID } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { organisationById } from '../people/organisation-rows.ts';
import { personsOfOrganisation } from '../people/rows.ts';
import { mayKeepExperts } from './access.ts';
import {
  type AgreementInput,
  agreementById,
  endAgreementRow,
  insertAgreement,
  replaceSpecialists,
  setAgreementScan,
} from './partner-rows.ts';

export type AgreementRefusal = 'ends-before-start' | 'number-taken' | 'no-such-partner';

/** Writes an agreement with an employer. Answers its id. */
export const addAgreement = async (ctx: Ctx, input: AgreementInput): Promise<Outcome<string, AgreementRefusal>> => {
  demand(mayKeepExperts(ctx.actor));
  if (!(await organisationById(ctx.db, input.organisationId))) return refused('no-such-partner');
  if (input.till !== null && input.till < input.day) return refused('ends-before-start');
  const id = randomUUID();
  if (await refusedBy(ctx.db, () => insertAgreement(ctx.db, id, input))) return refused('number-taken');
  await record(ctx, 'partner.agreed', { kind: 'agreement', id }, { number: input.number });
  return done(id);
};

/** Ends an agreement before its time, from today on. */
export const endAgreement = async (ctx: Ctx, agreementId: string): Promise<Outcome<undefined, 'already-over'>> => {
  demand(mayKeepExperts(ctx.actor));
  const agreement = found(await agreementById(ctx.db, agreementId), 'agreement');
  if (agreement.day > ctx.today) return refused('already-over');
  if (!(await endAgreementRow(ctx.db, agreementId, ctx.today))) return refused('already-over');
  await record(ctx, 'partner.ended', { kind: 'agreement', id: agreementId });
  return done();
};

/** Whom the employer gives: people of that organisation, all of them at once. */
export const giveSpecialists = async (
  ctx: Ctx,
  { agreementId, personIds }: { readonly agreementId: string; readonly personIds: readonly string[] },
): Promise<Outcome<number, 'not-theirs'>> => {
  demand(mayKeepExperts(ctx.actor));
  const agreement = found(await agreementById(ctx.db, agreementId), 'agreement');
  const theirs = new Set((await personsOfOrganisation(ctx.db, agreement.organisationId)).map(({ id }) => id));
  const chosen = [...new Set(personIds)];
  if (chosen.some((id) => !theirs.has(id))) return refused('not-theirs');
  await replaceSpecialists(ctx.db, agreementId, chosen);
  await record(ctx, 'partner.gave', { kind: 'agreement', id: agreementId }, { people: chosen.length });
  return done(chosen.length);
};

/** Keeps the scan of a signed agreement, or a better one in its place. */
export const scanAgreement = async (
  ctx: Ctx & { readonly store: FileStore },
  agreementId: string,
  scan: CheckedUpload,
): Promise<Outcome<undefined>> => {
  demand(mayKeepExperts(ctx.actor));
  found(await agreementById(ctx.db, agreementId), 'agreement');
  const mediaType = scan.family === 'pdf' ? 'application/pdf' : `image/${scan.family}`;
  const fileId = await keepFile(ctx, { name: scan.name, bytes: scan.bytes, mediaType });
  await setAgreementScan(ctx.db, agreementId, fileId);
  await record(ctx, 'partner.scanned', { kind: 'agreement', id: agreementId });
  return done();
};
