import { Failure } from './failure.ts';

/** All roles of the product as data. One account may hold several. */
export const roles = [
  'administrator',
  'director',
  'deputy',
  'working-group',
  'curator',
  'methodist',
  'class-teacher',
  'psychologist',
  'social-teacher',
  'editor',
  'mentor',
  'mentee',
  'parent',
  'expert',
  'employer',
  'institute',
] as const;

export type Role = (typeof roles)[number];

declare const scope: unique symbol;

/** Proof that a college was chosen by the session gate (or openly by `dangerouslyAsSystem`). Never made from a form. */
export type CollegeScope = string & { readonly [scope]: true };

/** Who acts: an account in one college, with its roles and the groups of study it leads. */
export interface Actor {
  readonly college: CollegeScope;
  readonly accountId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Groups of study that a class teacher leads. */
  readonly groupIds: readonly string[];
}

/** true, or the name of the rule that says no. */
export type Verdict = true | Refusal;

export interface Refusal {
  readonly because: string;
}

export const because = (rule: string): Refusal => ({ because: rule });

export const holds = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  actor.roles.some((role) => wanted.includes(role));

/** Throws `forbidden` when the verdict is no. */
export function demand(verdict: Verdict): void {
  if (verdict !== true) throw new Failure('forbidden', verdict.because);
}
