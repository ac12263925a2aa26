import type { PersonSheet } from '../questionnaires/person-sheet-rows.ts';

/** A test of a programme or of one of its modules: a scale of a frozen questionnaire, and the least that passes. */
export interface ProgrammeTest {
  readonly id: string;
  readonly programmeId: string;
  /** null: of the whole programme. */
  readonly moduleId: string | null;
  readonly moduleTitle: string | null;
  readonly versionId: string;
  readonly questionnaireId: string;
  readonly title: string;
  readonly number: number;
  readonly scale: string;
  readonly passMark: number;
  /** No certificate without it. */
  readonly required: boolean;
  /** null: nobody has been asked yet. */
  readonly roundId: string | null;
}

export interface TestResult {
  readonly testId: string;
  /** undefined: handed in, but too little was answered to count. */
  readonly score: number | undefined;
  readonly most: number;
  readonly passed: boolean;
}

/** What a sheet is worth in a test. The newest of several counts: whoever is asked again answers again. */
export const resultIn = (test: ProgrammeTest, sheets: readonly PersonSheet[]): TestResult | undefined => {
  const sheet = sheets.find(({ roundId }) => roundId === test.roundId);
  const scale = sheet?.scales.find(({ id }) => id === test.scale);
  if (!scale) return undefined;
  const { score, most } = scale;
  return { testId: test.id, score, most, passed: score !== undefined && score >= test.passMark };
};

/** Which required tests are still in the way of a certificate. */
export const unpassed = (tests: readonly ProgrammeTest[], results: readonly TestResult[]): ProgrammeTest[] =>
  tests.filter(({ id, required }) => required && !results.some(({ testId, passed }) => testId === id && passed));
