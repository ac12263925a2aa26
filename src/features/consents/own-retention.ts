import { shortName } from '../people/person.ts';
import type { RetentionKind } from './retention.ts';
import { destroyConsents, destroyForms, destroyScans, oldConsents, oldForms, oldScans } from './retention-rows.ts';
import { recordLabels, retentionTexts } from './retention-texts.ts';

/** What consents themselves keep, and for how long. */
export const ownRetention: readonly RetentionKind[] = [
  {
    code: 'consent',
    months: 36,
    ...retentionTexts.consent,
    propose: async ({ db }, before, limit) =>
      (await oldConsents(db, before, limit)).map((row) => ({
        ...row,
        label: recordLabels.consent(shortName(row), row.purpose),
      })),
    destroy: ({ db }, ids) => destroyConsents(db, ids),
  },
  {
    code: 'form',
    months: 12,
    ...retentionTexts.form,
    propose: async ({ db }, before, limit) =>
      (await oldForms(db, before, limit)).map((row) => ({
        ...row,
        label: recordLabels.form(shortName(row), row.purpose),
      })),
    destroy: ({ db }, ids) => destroyForms(db, ids),
  },
  {
    code: 'scan',
    months: 3,
    ...retentionTexts.scan,
    propose: async ({ db }, before, limit) =>
      (await oldScans(db, before, limit)).map(({ id, title, overSince }) => ({ id, label: title, overSince })),
    destroy: ({ db }, ids) => destroyScans(db, ids),
  },
];
