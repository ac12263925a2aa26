import { randomUUID } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import type { FileStore } from '../../platform/storage.ts';
import { theCollege } from '../college/rows.ts';
import { keepScan } from '../documents/attach-scan.ts';
import { addSpecialists, agreementsOf, insertAgreement, setAgreementScan } from '../experts/partner-rows.ts';
import { personById } from '../people/rows.ts';
import { mentorById } from '../registers/mentor-rows.ts';
import { mayKeepSelection } from './access.ts';
import type { BasisInput, Relation } from './legal-basis.ts';
import { basesOf, colleaguesOf, saveBasis } from './paper-rows.ts';

export interface BasisForm extends BasisInput {
  readonly relation: Relation;
  readonly version: number;
  /** organisation: an agreement of the employer that stands among partners; null: the typed number and day. */
  readonly agreementId?: string | null;
  /** The same agreement for every mentor of this employer. */
  readonly forColleagues: boolean;
  readonly scan?: CheckedUpload | undefined;
}

export type BasisRefusal =
  | 'ends-before-start'
  | 'consent-after-start'
  | 'no-organisation'
  | 'not-their-agreement'
  | 'half-an-agreement'
  | 'changed-meanwhile';

type Chosen = { readonly agreementId: string | null; readonly fresh: boolean };

/** The agreement among partners that is chosen, or is typed and known, or is to be written there now. */
const agreementOf = async (
  ctx: Ctx,
  personId: string,
  { relation, agreementId = null, agreementNumber: number, agreementOn: day }: BasisForm,
): Promise<Outcome<Chosen & { readonly organisationId: string }, BasisRefusal> | null> => {
  if (relation !== 'organisation' || (agreementId === null && number === '' && day === null)) return null;
  const organisationId = (await personById(ctx.db, personId))?.organisationId;
  if (!organisationId) return refused('no-organisation');
  const known = await agreementsOf(ctx.db, organisationId);
  if (agreementId !== null)
    return known.some(({ id }) => id === agreementId)
      ? done({ agreementId, fresh: false, organisationId })
      : refused('not-their-agreement');
  if (number === '' || day === null) return refused('half-an-agreement');
  const same = known.find((one) => one.number === number && one.day === day);
  return done({ agreementId: same?.id ?? randomUUID(), fresh: same === undefined, organisationId });
};

/**
 * Writes the legal basis of a mentor's work in the current year; parts may still be missing. An agreement with an employer
 * is kept among partners, once, and whoever works on it is given by it. Answers for how many it stands.
 */
export const keepBasis = async (
  ctx: Ctx & { readonly store: FileStore },
  personId: string,
  form: BasisForm,
): Promise<Outcome<number, BasisRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  found(await mentorById(ctx.db, personId), 'mentor');
  const { scan, forColleagues, ...input } = form;
  if (input.from !== null && input.till !== null && input.till < input.from) return refused('ends-before-start');
  // Nobody is set to the work before the written consent.
  if (input.consentOn !== null && input.from !== null && input.consentOn > input.from)
    return refused('consent-after-start');
  const chosen = await agreementOf(ctx, personId, form);
  if (chosen?.ok === false) return chosen;
  const { currentYear } = await theCollege(ctx.db);
  const own = (await basesOf(ctx.db, personId, currentYear)).find(({ relation }) => relation === input.relation);
  if ((own?.version ?? 0) !== input.version) return refused('changed-meanwhile');

  const scanFileId = scan ? await keepScan(ctx, scan) : null;
  const agreementId = chosen ? await keepAgreement(ctx, chosen.value, form, scanFileId) : null;
  const basis = { ...input, agreementId, scanFileId: agreementId === null ? scanFileId : null };
  if (!(await saveBasis(ctx.db, personId, currentYear, basis))) return refused('changed-meanwhile');
  const others =
    forColleagues && input.relation === 'organisation'
      ? (await colleaguesOf(ctx.db, personId)).filter((id) => id !== personId)
      : [];
  for (const id of others) {
    const theirs = (await basesOf(ctx.db, id, currentYear)).find(({ relation }) => relation === input.relation);
    await saveBasis(ctx.db, id, currentYear, { ...basis, version: theirs?.version ?? 0 });
  }
  if (agreementId !== null) await addSpecialists(ctx.db, agreementId, [personId, ...others]);
  for (const id of [personId, ...others])
    await record(ctx, 'basis.kept', { kind: 'person', id }, { relation: input.relation });
  return done(1 + others.length);
};

const keepAgreement = async (
  ctx: Ctx,
  { agreementId, fresh, organisationId }: Chosen & { readonly organisationId: string },
  { agreementNumber: number, agreementOn: day, till }: BasisForm,
  scanFileId: string | null,
): Promise<string | null> => {
  if (agreementId === null) return null;
  if (fresh && day !== null) {
    const term = till !== null && till >= day ? till : null;
    await insertAgreement(ctx.db, agreementId, { organisationId, number, day, till: term, subject: '' });
    await record(ctx, 'partner.agreed', { kind: 'agreement', id: agreementId }, { number });
  }
  if (scanFileId !== null) await setAgreementScan(ctx.db, agreementId, scanFileId);
  return agreementId;
};
