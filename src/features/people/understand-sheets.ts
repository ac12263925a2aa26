import type { Sheet } from '../../platform/files/sheet.ts';
import { type Duplicate, findDuplicates } from './find-duplicates.ts';
import type { ImportRow, ImportUnderstanding, RowDecision, Twin } from './import.ts';
import { rowUnderstanding } from './import.ts';
import type { ProblemKind } from './import-problems.ts';
import { type Corrections, recheckRow, type UnderstoodRow } from './read-person-row.ts';
import {
  choosePeopleSheet,
  type Understanding,
  type UnderstandingInput,
  understandPeople,
} from './understand-people.ts';

/** What people answered in an earlier reading of the same file, kept when the columns are mapped anew. */
export interface EarlierAnswers {
  readonly corrections: Corrections;
  readonly accepted: readonly ProblemKind[];
  readonly skip: boolean;
  readonly twin: Twin['answer'];
}

export interface UnderstandRequest {
  readonly sheets: readonly Sheet[];
  readonly input: UnderstandingInput;
  readonly answers: Readonly<Record<number, EarlierAnswers>>;
}

export type FileUnderstanding = Pick<
  ImportUnderstanding,
  'columns' | 'skipped' | 'notes' | 'usual' | 'students' | 'places'
> & { readonly sheetName: string; readonly rows: readonly ImportRow[] };

const weight = { same: 0, maybe: 1, namesakes: 2 } as const;

/** The likeliest twin of each row; of equally likely ones the person of the college. */
const bestTwins = (duplicates: readonly Duplicate[]): Map<number, Duplicate> => {
  const best = new Map<number, Duplicate>();
  for (const each of duplicates) {
    const known = best.get(each.second.row);
    if (!known || weight[each.verdict] < weight[known.verdict]) best.set(each.second.row, each);
  }
  return best;
};

/** What to do with a row about which nobody has decided anything: a sure twin is one person, a likely one is asked about. */
export const decisionOf = (
  twin: Pick<Twin, 'first' | 'verdict' | 'answer'> | null,
): { readonly decision: Exclude<RowDecision, 'skip'>; readonly personId: string | null } => {
  const one = twin && (twin.answer ? twin.answer === 'merge' : twin.verdict === 'same');
  if (!twin || !one) return { decision: 'new', personId: null };
  return 'id' in twin.first ? { decision: 'update', personId: twin.first.id } : { decision: 'merge', personId: null };
};

/** A person who is surely in the college already is simply brought up to date; everything else is shown. */
export const twinOf = (found: Duplicate | undefined, answer: Twin['answer'] = null): Twin | null => {
  if (!found) return null;
  return { first: found.first, verdict: found.verdict, evidence: found.evidence, answer };
};

export const isShown = (twin: Twin): boolean => !('id' in twin.first && twin.verdict === 'same');

const toImportRow = (
  before: UnderstoodRow,
  after: UnderstoodRow,
  found: Duplicate | undefined,
  answers: EarlierAnswers | undefined,
): ImportRow => {
  const { row, ...raw } = before.raw;
  const twin = twinOf(found, answers?.twin ?? null);
  const settled = decisionOf(twin);
  return {
    row,
    raw,
    understood: rowUnderstanding(after, answers?.corrections, answers?.accepted),
    problems: before.problems.filter(({ level }) => level !== 'note'),
    twin: twin && isShown(twin) ? twin : null,
    ...settled,
    ...(answers?.skip ? { decision: 'skip' } : {}),
  };
};

const countNotes = ({ problems }: Understanding): ImportUnderstanding['notes'] => {
  const notes: Partial<Record<ProblemKind, number>> = {};
  for (const { kind, level } of problems) if (level === 'note') notes[kind] = (notes[kind] ?? 0) + 1;
  return notes;
};

/** Understands the likeliest sheet and puts earlier answers back onto its rows. undefined: no sheet holds anything. */
export const understandSheets = ({ sheets, input, answers }: UnderstandRequest): FileUnderstanding | undefined => {
  const sheet = choosePeopleSheet(sheets);
  if (!sheet || sheet.rows.length === 0) return undefined;
  const understood = understandPeople(sheet, input);
  const { columns, skipped, world } = understood;
  const rows = understood.rows.map((row) => {
    const earlier = answers[row.row];
    return earlier ? recheckRow(row, earlier.corrections, world, earlier.accepted) : row;
  });
  const again = Object.keys(answers).length > 0;
  const twins = bestTwins(again ? findDuplicates(rows, input.existing) : understood.duplicates);
  return {
    sheetName: sheet.name,
    columns,
    skipped,
    notes: countNotes(understood),
    usual: [...world.groups.usual],
    students: world.students,
    places: world.columns,
    rows: understood.rows.map((before, index) =>
      toImportRow(before, rows[index] ?? before, twins.get(before.row), answers[before.row]),
    ),
  };
};
