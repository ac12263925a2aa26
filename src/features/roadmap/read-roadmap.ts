import { describeTerm } from '../../kernel/term/describe-term.ts';
import { readTerm } from '../../kernel/term/read-term.ts';
import { actsIn } from './act-named.ts';
import { isBlank, oneLine, paragraphs } from './cell-text.ts';
import { splitDocuments } from './expected-documents.ts';
import { formatItemNumber } from './item-number.ts';
import { gridOfText } from './pasted-table.ts';
import { splitResponsible } from './responsible.ts';
import type { Doubt, Grid, NotARoadmap, Roadmap, RoadmapReading, RoadmapRow, RoadmapStage, Seen } from './roadmap.ts';
import { type Columns, columnsOfContent, columnsOfHeader, isColumnNumbers, settleStage } from './roadmap-columns.ts';
import { type RawRow, rowsOfTable } from './roadmap-table.ts';

const nothingSeen: Seen = { tables: 0, rows: 0, columns: [] };

/**
 * Reads a roadmap from the tables of a file, or from a pasted text. Nothing is left out silently: cells that were
 * guessed or not understood are listed as doubts. What is no roadmap is refused with what was seen in it.
 */
export function readRoadmap(source: readonly Grid[] | string): RoadmapReading {
  const text = typeof source === 'string' ? source : source.flat(2).join(' ');
  if (text.trim() === '') return { ok: false, reason: 'empty', seen: nothingSeen };

  const grids = typeof source === 'string' ? [gridOfText(source)].filter((grid) => grid !== undefined) : source;
  if (grids.length === 0) return { ok: false, reason: isRussian(text) ? 'no-table' : 'unreadable', seen: nothingSeen };

  const { raw, columns } = readTables(grids);
  const rows = inherit(raw).map(readRow);
  const seen: Seen = {
    tables: grids.length,
    rows: grids.reduce((sum, grid) => sum + grid.length, 0),
    columns: Object.keys(columns) as Seen['columns'][number][],
  };
  const refusal = notARoadmap(rows, columns, text);
  return refusal ? { ok: false, reason: refusal, seen } : { ok: true, value: gather(rows) };
}

/** Enough letters of Russian words; noise of text recognition is mostly Latin, signs and crumbs. */
function isRussian(text: string): boolean {
  const signs = text.replace(/\s/gu, '').length;
  const words = text.match(/(?<!\p{L})[а-яё]{3,}(?!\p{L})/giu)?.join('').length ?? 0;
  return signs > 0 && words / signs >= 0.4;
}

function notARoadmap(rows: readonly RoadmapRow[], columns: Columns, text: string): NotARoadmap | undefined {
  if (!isRussian(text)) return 'unreadable';
  const activities = rows.filter((row) => row.kind === 'activity');
  const dated = activities.filter((row) => row.term.parts.length > 0).length;
  const answered = activities.filter((row) => row.responsible.length > 0).length;
  const named = activities.filter((row) => /\p{L}{3}/u.test(row.title)).length;
  const enough = activities.length >= 2 && named >= activities.length / 2 && !isOfManyYears(activities);
  if (!enough || columns.title === undefined || columns.term === undefined || dated < activities.length * 0.3) {
    return 'not-a-roadmap';
  }
  return columns.responsible === undefined && columns.documents === undefined && answered === 0
    ? 'not-a-roadmap'
    : undefined;
}

/** A list of people has days of birth where a roadmap has terms: they lie in many years, the work of a roadmap in one or two. */
const isOfManyYears = (rows: readonly RoadmapRow[]): boolean =>
  new Set(rows.flatMap(({ term }) => term.year ?? [])).size > 3;

/** A table cut in two goes on with the columns of the first part; tables of other things beside it are passed by. */
function readTables(grids: readonly Grid[]): { readonly raw: readonly RawRow[]; readonly columns: Columns } {
  let columns: Columns = {};
  let width = 0;
  const data: Grid[] = [];
  for (const grid of grids) {
    const headerAt = grid.findIndex((row) => columnsOfHeader(row));
    const header = headerAt < 0 ? undefined : columnsOfHeader(grid[headerAt] ?? []);
    const body = grid.slice(headerAt + 1).filter((row) => !columnsOfHeader(row) && !isColumnNumbers(row));
    const own = Math.max(0, ...grid.map((row) => row.length));
    if (Object.keys(columns).length > 0 && !header) {
      if (own === width) data.push(body);
      continue;
    }
    const found = settleStage(columnsOfContent(body, header), body);
    if (found.title === undefined || found.term === undefined) continue;
    if (Object.keys(columns).length === 0) [columns, width] = [found, own];
    data.push(sameOrder(body, found, columns));
  }
  return { raw: rowsOfTable(data.flat(), columns, width), columns };
}

/** A second table with other columns is brought into the order of the first. */
function sameOrder(body: Grid, from: Columns, to: Columns): Grid {
  if (from === to) return body;
  const fields = Object.keys(to) as (keyof Columns)[];
  return body.map((row) => {
    const cells = [...row];
    for (const field of fields) {
      const [source, target] = [from[field], to[field]];
      if (target !== undefined) cells[target] = source === undefined ? '' : (row[source] ?? '');
    }
    return cells;
  });
}

/** An empty cell of people under a filled one was merged with it in the file. */
function inherit(rows: readonly RawRow[]): readonly RawRow[] {
  let above = '';
  return rows.map((row) => {
    if (row.kind === 'stage') above = '';
    if (row.kind === 'stage' || !isBlank(row.responsible)) {
      if (row.kind === 'activity') above = row.responsible;
      return row;
    }
    if (above === '') return row;
    const understood = splitResponsible(above).join(', ');
    const doubt: Doubt = { because: 'responsible-from-above', field: 'responsible', text: '', understood };
    return { ...row, responsible: above, doubts: [...row.doubts, doubt] };
  });
}

function readRow(raw: RawRow): RoadmapRow {
  const term = readTerm(raw.term);
  const responsible = splitResponsible(raw.responsible);
  const title = oneLine(raw.title);
  const doubts: Doubt[] = [...raw.doubts];
  const doubt = (because: Doubt['because'], field: Doubt['field'], text: string, understood = ''): void => {
    doubts.push({ because, field, text, understood });
  };
  if (title === '') doubt('title-missing', 'title', '');
  else if (/^[\p{Ll}),;]/u.test(title) && unbalanced(title)) doubt('title-cut', 'title', title, title);
  if (term.kind === 'unknown') doubt('term-unknown', 'term', term.text, describeTerm(term));
  if (raw.kind === 'activity' && term.kind === 'none') doubt('term-missing', 'term', '', describeTerm(term));
  if (raw.kind === 'activity' && responsible.length === 0) doubt('responsible-missing', 'responsible', '');

  return {
    kind: raw.kind,
    number: formatItemNumber(raw.number),
    stage: raw.stage,
    title,
    content: paragraphs(raw.content).join('\n'),
    term,
    responsible,
    documents: splitDocuments(raw.documents),
    acts: [raw.title, raw.content, raw.documents].flatMap(actsIn),
    doubts,
  };
}

const unbalanced = (text: string): boolean => text.split('(').length !== text.split(')').length;

function gather(rows: readonly RoadmapRow[]): Roadmap {
  const numbers = [...new Set(rows.map((row) => row.stage))].filter((number) => number > 0);
  const stages = numbers.map((number): RoadmapStage => {
    const row = rows.find((each) => each.kind === 'stage' && each.stage === number);
    return { number, title: row?.title ?? '', implied: row === undefined };
  });
  const implied = stages
    .filter((stage) => stage.implied)
    .map((stage) => ({
      number: String(stage.number),
      because: 'stage-implied' as const,
      field: 'stage' as const,
      text: '',
      understood: String(stage.number),
    }));
  const doubts = [...implied, ...rows.flatMap((row) => row.doubts.map((doubt) => ({ ...doubt, number: row.number })))];
  return { stages, rows, doubts };
}
