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

export interface LegalBasis extends BasisInput {
  readonly relation: Relation;
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

/** Of an employer the agreement and its term are asked; the rest is between the employer and the specialist. */
const asked: Readonly<Record<Relation, readonly BasisPart[]>> = {
  assignment: basisParts,
  organisation: ['agreement', 'term'],
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

/** May one work on this ground on a day? */
export const isGround = (relation: Relation, basis: BasisInput | undefined, on: Day): boolean => {
  if (basis === undefined || missingParts(relation, basis).length > 0) return false;
  const begun = basis.from === null || basis.from <= on;
  const ended =
    (basis.till !== null && basis.till < on) || (basis.noticeOn !== null && lastDayAfterNotice(basis.noticeOn) < on);
  return begun && !ended;
};
