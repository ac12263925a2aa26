import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import type { FileStore } from '../../platform/storage.ts';
import { theCollege } from '../college/rows.ts';
import { keepScan } from '../documents/attach-scan.ts';
import { mentorById } from '../registers/mentor-rows.ts';
import { mayKeepSelection } from './access.ts';
import type { BasisInput, Relation } from './legal-basis.ts';
import { basesOf, colleaguesOf, saveBasis } from './paper-rows.ts';

export interface BasisForm extends BasisInput {
  readonly relation: Relation;
  readonly version: number;
  /** The same agreement for every mentor of this employer. */
  readonly forColleagues: boolean;
  readonly scan?: CheckedUpload | undefined;
}

export type BasisRefusal = 'ends-before-start' | 'consent-after-start' | 'changed-meanwhile';

/** Writes the legal basis of a mentor's work in the current year; parts may still be missing. Answers for how many it stands. */
export const keepBasis = async (
  ctx: Ctx & { readonly store: FileStore },
  personId: string,
  { scan, forColleagues, ...input }: BasisForm,
): Promise<Outcome<number, BasisRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  found(await mentorById(ctx.db, personId), 'mentor');
  if (input.from !== null && input.till !== null && input.till < input.from) return refused('ends-before-start');
  // Nobody is set to the work before the written consent.
  if (input.consentOn !== null && input.from !== null && input.consentOn > input.from)
    return refused('consent-after-start');
  const { currentYear } = await theCollege(ctx.db);

  const basis = { ...input, scanFileId: scan ? await keepScan(ctx, scan) : null };
  if (!(await saveBasis(ctx.db, personId, currentYear, basis))) return refused('changed-meanwhile');
  const others =
    forColleagues && input.relation === 'organisation'
      ? (await colleaguesOf(ctx.db, personId)).filter((id) => id !== personId)
      : [];
  for (const id of others) {
    const own = (await basesOf(ctx.db, id, currentYear)).find(({ relation }) => relation === input.relation);
    await saveBasis(ctx.db, id, currentYear, { ...basis, version: own?.version ?? 0 });
  }
  for (const id of [personId, ...others])
    await record(ctx, 'basis.kept', { kind: 'person', id }, { relation: input.relation });
  return done(1 + others.length);
};
