import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { RawForm } from '../../platform/fields.ts';
import type { Visit } from './enter-door.ts';
import { draftOf, putDraft } from './link-rows.ts';

/** A personal link keeps what was typed: whoever opens it again goes on from there. A common link belongs to nobody. */
export const keepsDraft = ({ door }: Visit): boolean => door.personId !== null;

/** Words for the psychologist only are never put aside: a lost card must not tell them. */
const apart = (values: RawForm['values']): RawForm['values'] => {
  const kept = Object.entries(values).filter(([name]) => name !== 'draftVersion');
  const closed = (values.confidential ?? []).some((value) => value !== '');
  return Object.fromEntries(closed ? kept.filter(([name]) => name !== 'note' && name !== 'topics') : kept);
};

/**
 * Puts an unfinished answer aside. What another tab has put aside since then is not written over unseen.
 * @param version of the draft that the page was filled from.
 */
export const keepDraft = async (
  visit: Visit,
  values: RawForm['values'],
  version: number,
): Promise<Outcome<undefined, 'draft-changed' | 'no-draft'>> => {
  if (!keepsDraft(visit)) return refused('no-draft');
  const kept = await putDraft(visit.ctx.db, visit.door.linkId, version, apart(values));
  return kept ? done() : refused('draft-changed');
};

export const draftOfVisit = async (visit: Visit) =>
  keepsDraft(visit) ? draftOf(visit.ctx.db, visit.door.linkId) : undefined;
