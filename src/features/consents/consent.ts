import { academicYear, yearOf } from '../../kernel/academic-year.ts';
import { addDays, ageOn, type Day, day, partsOf } from '../../kernel/day.ts';

/** Each purpose is a paper of its own: 152-ФЗ does not let them be combined. */
export const purposes = ['processing', 'publication', 'third-party', 'photo'] as const;
export type Purpose = (typeof purposes)[number];

export const signatories = ['self', 'representative', 'both'] as const;
export type Signatory = (typeof signatories)[number];

/** What a publication may show: each is allowed by itself, and silence allows nothing (ст. 10.1). */
export const categories = ['name', 'patronymic', 'group', 'achievements', 'story', 'review', 'contacts'] as const;
export type Category = (typeof categories)[number];

/** From the best to the worst: of several consents the best one speaks for the person. */
export const consentStates = [
  'valid',
  'expires-soon',
  'outdated-text',
  'turned-18',
  'needs-self',
  'needs-representative',
  'expired',
  'withdrawn',
  'missing',
] as const;
export type ConsentState = (typeof consentStates)[number];

/** States in which the person's data may be worked with; the last two of them ask for a new paper soon. */
export const statesInForce: readonly ConsentState[] = ['valid', 'expires-soon', 'outdated-text'];

/** From how many days before its end a consent is said to expire. */
const soon = 30;

export interface Consenter {
  readonly kind: string;
  readonly birthDay: Day | null;
}

export interface GivenConsent {
  readonly signedBy: Signatory;
  readonly signedOn: Day;
  readonly validTill: Day;
  readonly withdrawnOn: Day | null;
  /** Version of the text that was signed. */
  readonly textVersion: number;
}

/**
 * The college's rule, since 152-ФЗ names no age: under 14 the representative signs, 14–17 both, from 18 the person.
 * A student whose age is unknown is treated as a minor; other people of unknown age are adults.
 * The same rule stands in SQL: `signatory_needed` of migration 0010.
 */
export const signatoryNeeded = ({ kind, birthDay }: Consenter, on: Day): Signatory => {
  if (birthDay === null) return kind === 'student' ? 'both' : 'self';
  const age = ageOn(birthDay, on);
  if (age >= 18) return 'self';
  return age >= 14 ? 'both' : 'representative';
};

/** How one consent stands on a day. The age at signing decides whose signature it needed. */
export const stateOf = (consent: GivenConsent, person: Consenter, newestText: number, on: Day): ConsentState => {
  const needed = signatoryNeeded(person, consent.signedOn);
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= on) return 'withdrawn';
  if (consent.validTill < on) return 'expired';
  if (needed !== 'self' && signatoryNeeded(person, on) === 'self') return 'turned-18';
  if (consent.signedBy !== 'both' && consent.signedBy !== needed)
    return consent.signedBy === 'self' ? 'needs-representative' : 'needs-self';
  if (consent.textVersion < newestText) return 'outdated-text';
  return consent.validTill <= addDays(on, soon) ? 'expires-soon' : 'valid';
};

export interface Standing {
  readonly state: ConsentState;
  /** Last day of the consent that decides; null when there is none. */
  readonly till: Day | null;
}

const rank = (state: ConsentState): number => Math.min(consentStates.indexOf(state), consentStates.indexOf('expired'));

/** How a person stands for one purpose: by the best consent; among those that are over, by the one signed last. */
export const standingOf = (
  consents: readonly GivenConsent[],
  person: Consenter,
  newestText: number,
  on: Day,
): Standing => {
  const [best] = consents
    .filter(({ signedOn }) => signedOn <= on)
    .map((consent) => ({ consent, state: stateOf(consent, person, newestText, on) }))
    .sort((a, b) => rank(a.state) - rank(b.state) || (a.consent.signedOn < b.consent.signedOn ? 1 : -1));
  return best ? { state: best.state, till: best.consent.validTill } : { state: 'missing', till: null };
};

/** End of the academic year; what is signed in July or August is meant for the year that begins. */
export const defaultTill = (signedOn: Day): Day => {
  const { month } = partsOf(signedOn);
  return academicYear(yearOf(signedOn) + (month === 7 || month === 8 ? 1 : 0)).till;
};

export const isPurpose = (word: string): word is Purpose => purposes.some((purpose) => purpose === word);

/** Demands on the contents of a consent to publication (РКН № 18) hold until this day; what they will be after it is not known. */
const publicationBasisTill = day('2027-09-01');

/** Until when the law behind a text that begins on a day is known to hold; null when nothing is known to end. */
export const basisTillOf = (purpose: Purpose, from: Day): Day | null =>
  purpose === 'publication' && from < publicationBasisTill ? publicationBasisTill : null;
