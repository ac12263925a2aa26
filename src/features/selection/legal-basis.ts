import { addDays, type Day, isWorkday } from '../../kernel/day.ts';

/** assignment: teacher to teacher under Labour Code art. 351.8 · organisation: a specialist under an agreement with the employer. */
export const relations = ['assignment', 'organisation'] as const;
export type Relation = (typeof relations)[number];

const relationsOfForms: Readonly<Record<string, Relation>> = {
  'teacher-teacher': 'assignment',
  'employer-student': 'organisation',
  'employer-pupil': 'organisation',
};

/** What a form asks for; students who help students need no legal basis of work. */
export const relationOf = (form: string): Relation | undefined => relationsOfForms[form];

export const basisParts = ['consentOn', 'agreement', 'content', 'term', 'pay'] as const;
export type BasisPart = (typeof basisParts)[number];

export interface BasisInput {
  readonly consentOn: Day | null;
  readonly agreementNumber: string;
  readonly agreementOn: Day | null;
  readonly content: string;
  readonly from: Day | null;
  readonly till: Day | null;
  /** Amount and order of pay in words; «без доплаты» is an answer too. */
  readonly pay: string;
  /** When either side told that it ends. */
  readonly noticeOn: Day | null;
}

/** A basis with what the employer's agreement says of its own end. */
export interface Ground extends BasisInput {
  /** Last day of the agreement, an early end included; null: until further notice, or no agreement of an employer. */
  readonly agreementTill?: Day | null;
}

export interface LegalBasis extends Ground {
  readonly relation: Relation;
  /** organisation: the agreement among partners; its number and day are read from there. */
  readonly agreementId: string | null;
  readonly scanFileId: string | null;
  readonly version: number;
}

const present: Readonly<Record<BasisPart, (basis: BasisInput) => boolean>> = {
  consentOn: ({ consentOn }) => consentOn !== null,
  agreement: ({ agreementNumber, agreementOn }) => agreementNumber !== '' && agreementOn !== null,
  content: ({ content }) => content !== '',
  term: ({ from, till }) => from !== null && till !== null,
  pay: ({ pay }) => pay !== '',
};

/** Of an employer the agreement is asked, and it has its own term; the rest is between the employer and the specialist. */
const asked: Readonly<Record<Relation, readonly BasisPart[]>> = {
  assignment: basisParts,
  organisation: ['agreement'],
};

export const askedParts = (relation: Relation): readonly BasisPart[] => asked[relation];

/** What the package still lacks. */
export const missingParts = (relation: Relation, basis: BasisInput | undefined): readonly BasisPart[] =>
  asked[relation].filter((part) => basis === undefined || !present[part](basis));

/**
 * The last day of work after a notice of refusal or of an early end: not sooner than three working days after it.
 * Public holidays are not known here; the notice may always name a later day.
 */
export const lastDayAfterNotice = (noticeOn: Day): Day => {
  let day = noticeOn;
  for (let left = 3; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
};

/** May one work on this ground on a day? An employer's agreement is in force from its own day at the soonest. */
export const isGround = (relation: Relation, basis: Ground | undefined, on: Day): boolean => {
  if (basis === undefined || missingParts(relation, basis).length > 0) return false;
  const { from, till, noticeOn, agreementOn, agreementTill = null } = basis;
  const begins = relation === 'organisation' ? [from, agreementOn] : [from];
  const ends = [till, agreementTill, noticeOn === null ? null : lastDayAfterNotice(noticeOn)];
  return begins.every((day) => day === null || day <= on) && ends.every((day) => day === null || day >= on);
};
