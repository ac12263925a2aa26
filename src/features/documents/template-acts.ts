import { strFromU8, unzipSync } from 'fflate';
import type { Ctx } from '../../platform/context.ts';
import { textOfPart } from '../../platform/docx/part-text.ts';
import { type FileStore, fileById } from '../../platform/storage.ts';
import { type StaleCitation, staleIn } from '../acts/act.ts';
import { allActs } from '../acts/rows.ts';
import { type DocumentKind, documentKinds } from './document.ts';
import { templateInUse } from './template-rows.ts';
import { starterTemplates } from './templates/starters.ts';

/** A template in use that names an act which was replaced or has lapsed. */
export type StaleTemplate = Omit<StaleCitation, 'act'> & { readonly kind: DocumentKind };

const mainPart = 'word/document.xml';

/** All words of the main part of a DOCX. */
export const wordsOf = (docx: Uint8Array): string => {
  const part = unzipSync(docx, { filter: ({ name }) => name === mainPart })[mainPart];
  return part ? textOfPart(mainPart, strFromU8(part)).text : '';
};

/** Looks through the templates that papers of these kinds are printed from now. */
export const staleTemplates = async (
  ctx: Pick<Ctx, 'db' | 'actor' | 'today'> & { readonly store: FileStore },
  kinds: readonly DocumentKind[] = documentKinds,
): Promise<readonly StaleTemplate[]> => {
  const acts = await allActs(ctx.db);
  const found: StaleTemplate[] = [];
  if (acts.length === 0) return found;
  for (const kind of kinds) {
    const own = await templateInUse(ctx.db, kind);
    const docx = own
      ? await ctx.store.read(ctx.actor.college, (await fileById(ctx.db, own.fileId)).sha256)
      : starterTemplates[kind].build();
    found.push(...staleIn(wordsOf(docx), acts, ctx.today).map((one) => ({ ...one, kind })));
  }
  return found;
};
