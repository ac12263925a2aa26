import type { Day } from '../../kernel/day.ts';
import type { PersonKind } from '../people/person.ts';

export const clearanceKinds = ['no-record', 'medical', 'other'] as const;
export type ClearanceKind = (typeof clearanceKinds)[number];

/** age and course are counted from the card, a clearance is looked up, the rest somebody confirms with a word. */
export const ruleKinds = ['age', 'course', 'confirmed', 'clearance'] as const;
export type RuleKind = (typeof ruleKinds)[number];

export interface Rule {
  readonly id: string;
  /** '' holds for every form. */
  readonly form: string;
  readonly kind: RuleKind;
  readonly least: number | null;
  readonly clearance: ClearanceKind | null;
  /** What must hold: «старше 18 лет»; a refusal quotes it. */
  readonly words: string;
}

export interface Clearance {
  readonly id: string;
  readonly kind: ClearanceKind;
  readonly number: string;
  readonly issuedOn: Day;
  /** null: without a term. */
  readonly validTill: Day | null;
  readonly withdrawnOn: Day | null;
  readonly scanFileId: string | null;
}

export interface RuleAnswer {
  readonly ruleId: string;
  readonly met: boolean;
  readonly note: string;
  readonly answeredOn: Day;
}

/** What the rules are held against. */
export interface CandidateFacts {
  readonly kind: PersonKind;
  readonly forms: readonly string[];
  readonly age: number | null;
  /** Of students; null for the others. */
  readonly course: number | null;
  readonly answers: readonly RuleAnswer[];
  readonly clearances: readonly Clearance[];
}

export type Verdict = 'met' | 'unmet' | 'unknown';

export interface Judged {
  readonly rule: Rule;
  readonly verdict: Verdict;
  /** The note beside the answer, where there is one. */
  readonly note: string;
}

export const isValidOn = (clearance: Clearance, on: Day): boolean =>
  clearance.withdrawnOn === null &&
  clearance.issuedOn <= on &&
  (clearance.validTill === null || clearance.validTill >= on);

const atLeast = (value: number | null, least: number | null): Verdict =>
  value === null ? 'unknown' : value >= (least ?? 0) ? 'met' : 'unmet';

/** Does the rule speak of this candidate at all? A course is asked of students only. */
const concerns = (rule: Rule, { forms, kind }: CandidateFacts): boolean =>
  (rule.form === '' || forms.includes(rule.form)) && (rule.kind !== 'course' || kind === 'student');

const verdictOf = (rule: Rule, facts: CandidateFacts, today: Day): Verdict => {
  if (rule.kind === 'age') return atLeast(facts.age, rule.least);
  if (rule.kind === 'course') return atLeast(facts.course, rule.least);
  if (rule.kind === 'clearance')
    return facts.clearances.some((one) => one.kind === rule.clearance && isValidOn(one, today)) ? 'met' : 'unmet';
  const answer = facts.answers.find(({ ruleId }) => ruleId === rule.id);
  return answer === undefined ? 'unknown' : answer.met ? 'met' : 'unmet';
};

/** Every rule that concerns the candidate, in its order, with what is known today. */
export const judge = (rules: readonly Rule[], facts: CandidateFacts, today: Day): Judged[] =>
  rules
    .filter((rule) => concerns(rule, facts))
    .map((rule) => ({
      rule,
      verdict: verdictOf(rule, facts, today),
      note: facts.answers.find(({ ruleId }) => ruleId === rule.id)?.note ?? '',
    }));

/** What stands in the way: what is not so, and what nobody has looked at yet. */
export const lackingOf = (judged: readonly Judged[]): Judged[] => judged.filter(({ verdict }) => verdict !== 'met');
