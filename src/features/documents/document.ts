/** What papers the system prints. A kind has one starter template, and at most one template of the college's own. */
export const documentKinds = [
  'pairs-order',
  'amending-order',
  'working-group-order',
  'roadmap-order',
  'minutes',
  'press-release',
  'consent-adult',
  'consent-minor',
  'consent-representative',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

/** Papers that the college makes elsewhere and only registers here; the roadmap's rows close by them. */
export const registeredKinds = [
  'regulation',
  'needs-minutes',
  'forms-minutes',
  'questionnaire-method',
  'publication',
  'experts-bank',
  'mentee-information',
  'mentor-information',
  'mentor-questionnaires',
  'mentors-minutes',
  'training-programme',
  'training-contract',
  'training-certificate',
  'meeting-minutes',
  'plan',
  'materials',
  'honour-board',
  'practice-case',
  'feedback-summary',
  'monitoring-note',
  'results-minutes',
  'final-press-release',
  'next-year-base',
  'partner-agreement',
  'review',
  'other',
] as const;

export type RegisteredKind = (typeof registeredKinds)[number];

/** Every kind that stands in the register. */
export type PaperKind = DocumentKind | RegisteredKind;

/** The way of an order: draft, at the director's, in force, and then maybe changed or withdrawn by a later order. */
export const documentStatuses = ['draft', 'on-signing', 'signed', 'amended', 'cancelled'] as const;

export type DocumentStatus = (typeof documentStatuses)[number];

const next: Record<DocumentStatus, readonly DocumentStatus[]> = {
  draft: ['on-signing', 'signed'],
  'on-signing': ['signed', 'draft'],
  signed: ['amended', 'cancelled'],
  amended: ['amended', 'cancelled'],
  cancelled: [],
};

/** What may follow. A signed paper never becomes a draft again: it is amended or cancelled by another paper. */
export const nextStatuses = (from: DocumentStatus): readonly DocumentStatus[] => next[from];

export const mayBecome = (from: DocumentStatus, to: DocumentStatus): boolean => next[from].includes(to);

/** Words and data of a paper may change only before it is signed. */
export const isEditable = (status: DocumentStatus): boolean => status === 'draft' || status === 'on-signing';

/** A paper that has force today, in its first or in its amended form. */
export const isInForce = (status: DocumentStatus): boolean => status === 'signed' || status === 'amended';

export type DocumentFamily = 'order' | 'minutes' | 'press' | 'consent';

export const isDocumentKind = (word: string): word is DocumentKind => documentKinds.some((kind) => kind === word);

export const isPaperKind = (word: string): word is PaperKind =>
  isDocumentKind(word) || registeredKinds.some((kind) => kind === word);

/** Papers of one family share their numbering; consents and press releases have no numbers. */
export const familyOf = (kind: DocumentKind): DocumentFamily => {
  if (kind === 'minutes') return 'minutes';
  if (kind === 'press-release') return 'press';
  return kind.startsWith('consent') ? 'consent' : 'order';
};

const isNumbered = (kind: DocumentKind): boolean => ['order', 'minutes'].includes(familyOf(kind));

/** Numbers are free or taken within a series and a calendar year. Papers that are only registered come from everywhere: each kind is a series. */
export const seriesOf = (kind: PaperKind): string => (isDocumentKind(kind) ? familyOf(kind) : kind);

/** Orders and minutes always have a number, wherever they were made. */
export const needsNumber = (kind: PaperKind): boolean => isDocumentKind(kind) && isNumbered(kind);

/** Only an order stands under a later order; minutes and consents are replaced, not amended. */
export const mayBeAmended = (kind: DocumentKind): boolean => familyOf(kind) === 'order';

export type SigningRefusal = 'no-number' | 'no-date' | 'wrong-status';

/** May the paper be marked as signed? An order and minutes need number and date; others only their date. */
export function signingRefusal(paper: {
  readonly kind: DocumentKind;
  readonly status: DocumentStatus;
  readonly number: string | null;
  readonly date: string | null;
}): SigningRefusal | null {
  if (!mayBecome(paper.status, 'signed')) return 'wrong-status';
  if (paper.date === null) return 'no-date';
  return isNumbered(paper.kind) && !paper.number?.trim() ? 'no-number' : null;
}
