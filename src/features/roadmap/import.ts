import { describeTerm } from '../../kernel/term/describe-term.ts';
import { readTerm, shiftTo } from '../../kernel/term/read-term.ts';
import { beginsWithRole, splitResponsible } from './responsible.ts';
import type { Doubt, Roadmap, RoadmapField } from './roadmap.ts';
import type { RowContent } from './row.ts';

/** A row of a file on its way into the roadmap. */
export interface ImportRow extends RowContent {
  readonly doubts: readonly Doubt[];
}

/** All that was understood of a file; kept until somebody confirms it. */
export interface RoadmapUnderstanding {
  /** Academic year that it will be the roadmap of. */
  readonly year: number;
  readonly rows: readonly ImportRow[];
  /** Numbers of stages that have no row of their own in the file. */
  readonly impliedStages: readonly number[];
}

export interface RoadmapImport extends RoadmapUnderstanding {
  readonly id: string;
  readonly state: string;
  readonly fileName: string;
  readonly version: number;
}

/** What a person may mend in a doubtful row. */
export interface Fix {
  readonly number: string;
  readonly title: string;
  readonly term: string;
  /** Separated by commas. */
  readonly responsible: string;
}

export const understandingOf = ({ rows, stages }: Roadmap, year: number): RoadmapUnderstanding => ({
  year,
  impliedStages: stages.filter(({ implied }) => implied).map(({ number }) => number),
  rows: rows.map((row) => ({
    kind: row.kind,
    number: row.number,
    stage: row.stage,
    title: row.title,
    content: row.content,
    termText: row.term.text,
    responsible: row.responsible,
    documents: row.documents,
    doubts: row.doubts,
  })),
});

/** Has the file dates of another year («До 01.09.2023» in the roadmap of 2026/27)? */
export const hasForeignYears = ({ rows, year }: RoadmapUnderstanding): boolean =>
  rows.some(({ termText }) => namesAnotherYear(termText, year));

const namesAnotherYear = (termText: string, year: number): boolean => {
  const named = readTerm(termText).year;
  return named !== undefined && named !== year;
};

/** The same rows with their dates moved to the roadmap's own year. */
export const inOwnYear = (rows: readonly ImportRow[], year: number): readonly ImportRow[] =>
  rows.map((row) => ({ ...row, termText: shiftTo(readTerm(row.termText), year).text }));

const numberPattern = /^[1-9]\d?(?:\.[1-9]\d?){0,3}$/u;

export const isItemNumber = (text: string): boolean => numberPattern.test(text);

const looked: readonly RoadmapField[] = ['number', 'title', 'term', 'responsible'];

/**
 * Takes what a person wrote into the fields of doubtful rows. Having seen a row settles its doubts; what is still wrong
 * (a term nobody understands, a number twice, no title) stays in doubt.
 */
export function mended(rows: readonly ImportRow[], fixes: Readonly<Record<number, Fix>>): readonly ImportRow[] {
  return checked(rows.map((row, index) => withFix(row, fixes[index])));
}

const withFix = (row: ImportRow, fix: Fix | undefined): ImportRow => {
  if (!fix) return row;
  const number = fix.number.trim().replace(/[.)]+$/u, '');
  const responsible = splitByHand(fix.responsible);
  return {
    ...row,
    number,
    stage: number.includes('.') ? Number(number.split('.')[0]) || row.stage : row.stage,
    title: fix.title.trim(),
    termText: fix.term.trim(),
    responsible,
    doubts: stillWrong(row, fix),
  };
};

/** A person who types «Кураторы, отдел кадров» means two, also where the reader would not be sure. */
const splitByHand = (text: string): readonly string[] => {
  const split = splitResponsible(text);
  return split.length > 0 && split.every(beginsWithRole)
    ? split
    : text
        .split(/[,;\n]/u)
        .map((words) => words.trim())
        .filter(Boolean);
};

const stillWrong = (row: ImportRow, fix: Fix): readonly Doubt[] => {
  const others = row.doubts.filter(({ field, because }) => !looked.includes(field) && because !== 'cells-missing');
  const term = readTerm(fix.term);
  const doubts: Doubt[] = others.filter(({ because }) => because !== 'cells-too-many' && because !== 'stage-implied');
  if (fix.title.trim() === '') doubts.push({ because: 'title-missing', field: 'title', text: '', understood: '' });
  if (term.kind === 'unknown')
    doubts.push({ because: 'term-unknown', field: 'term', text: term.text, understood: describeTerm(term) });
  return doubts;
};

const checked = (rows: readonly ImportRow[]): readonly ImportRow[] => {
  const seen = new Set<string>();
  return rows.map((row) => {
    const key = `${row.kind} ${row.number}`;
    const twice = seen.has(key);
    seen.add(key);
    const doubts = row.doubts.filter(({ because }) => because !== 'number-twice');
    const doubt: Doubt = { because: 'number-twice', field: 'number', text: row.number, understood: row.number };
    return { ...row, doubts: twice ? [...doubts, doubt] : doubts };
  });
};

export type Blocker = 'number-twice' | 'number-wrong' | 'title-missing';

/** What keeps the rows from being written: the first row that cannot stand, with the reason. */
export function blockerOf(rows: readonly ImportRow[]): { readonly index: number; readonly why: Blocker } | undefined {
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const key = `${row.kind} ${row.number}`;
    if (!isItemNumber(row.number)) return { index, why: 'number-wrong' };
    if (seen.has(key)) return { index, why: 'number-twice' };
    if (row.title.trim() === '') return { index, why: 'title-missing' };
    seen.add(key);
  }
  return undefined;
}
