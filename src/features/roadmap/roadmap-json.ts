import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Term } from '../../kernel/term/term.ts';
import { windowsOf } from '../../kernel/term/term-windows.ts';
import type { RoadmapReading, RoadmapRow } from './roadmap.ts';

/** What `roadmap parse FILE --json` prints: windows are those of the academic year that begins in `year`. */
export function roadmapJson(reading: RoadmapReading, year: AcademicYear): object {
  if (!reading.ok) return { ok: false, reason: reading.reason, seen: reading.seen };
  const { stages, rows, doubts } = reading.value;
  return {
    ok: true,
    year,
    stages,
    rows: rows.map((row) => jsonOfRow(row, year)),
    acts: rows.flatMap((row) => row.acts.map((act) => ({ row: row.number, ...act }))),
    doubts,
  };
}

const jsonOfRow = ({ doubts: _doubts, ...row }: RoadmapRow, year: AcademicYear): object => ({
  ...row,
  term: jsonOfTerm(row.term, year),
});

const jsonOfTerm = (term: Term, year: AcademicYear): object => ({
  text: term.text,
  kind: term.kind,
  yearly: term.yearly,
  ...(term.year === undefined ? {} : { year: term.year }),
  windows: windowsOf(term, year),
});
