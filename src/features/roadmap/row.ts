import type { Day } from '../../kernel/day.ts';

/** The roadmap of one academic year as the college keeps it. */
export interface KeptRoadmap {
  readonly id: string;
  readonly year: number;
  readonly source: 'template' | 'import';
  readonly sourceName: string;
}

/** What a row says; what a person may edit. */
export interface RowContent {
  readonly kind: 'stage' | 'activity';
  /** «4.3.1» */
  readonly number: string;
  readonly stage: number;
  readonly title: string;
  readonly content: string;
  /** A phrase of `kernel/term`. */
  readonly termText: string;
  readonly responsible: readonly string[];
  readonly documents: readonly string[];
}

export interface KeptRow extends RowContent {
  readonly id: string;
  readonly roadmapId: string;
  readonly year: number;
  readonly position: number;
  readonly version: number;
}

/** What a person put beside the facts by hand; it is always shown as such. */
export interface Evidence {
  readonly id: string;
  readonly rowId: string;
  readonly note: string;
  readonly fileId: string | null;
  readonly fileName: string | null;
  /** The row is closed by this, whatever the facts say; of a recurring row the window of `day`. */
  readonly closes: boolean;
  readonly day: Day;
  readonly accountName: string | null;
}

/** Numbers compare by their levels: 1.10 comes after 1.9. */
function compareNumbers(one: string, other: string): number {
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)];
  for (let level = 0; level < Math.max(left.length, right.length); level += 1) {
    const step = (left[level] ?? 0) - (right[level] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}

/** Stages and activities have their own numbers: «1» may be both. */
export const keyOf = ({ kind, number }: Pick<RowContent, 'kind' | 'number'>): string => `${kind} ${number}`;

const inOrder = (one: RowContent, other: RowContent): number =>
  one.stage - other.stage ||
  Number(one.kind === 'activity') - Number(other.kind === 'activity') ||
  compareNumbers(one.number, other.number);

/** By stage, the stage's own row first, then by number. */
export const sortedRows = <Row extends RowContent>(rows: readonly Row[]): readonly Row[] => rows.toSorted(inOrder);
