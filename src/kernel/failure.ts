export type FailureCode = 'not-found' | 'forbidden' | 'conflict' | 'broken';

/** Something that no form can mend: a bug, a broken link, a missing right. Never an expected refusal. */
export class Failure extends Error {
  override readonly name = 'Failure';

  readonly code: FailureCode;
  /** For the log and the developer; never holds personal data. */
  readonly rule: string;

  constructor(code: FailureCode, rule: string) {
    super(`${code}: ${rule}`);
    this.code = code;
    this.rule = rule;
  }
}
