import type { Day } from '../../kernel/day.ts';
import { checkUpload, tableFamilies } from '../../platform/files/check-upload.ts';
import { readSheets } from '../../platform/files/parse-in-worker.ts';
import { readRefusals, uploadRefusalText } from '../../platform/files/texts.ts';
import type { KnownGroup } from './group-name.ts';
import { duplicateText, noSheetText, problemText, skippedRows, skipReasons } from './import-texts.ts';

import { choosePeopleSheet, type Understanding, understandPeople } from './understand-people.ts';

export type PeopleJson =
  | { readonly ok: true; readonly json: object }
  | {
      readonly ok: false;
      readonly reason: string;
      /** A sentence for the person at the terminal. */
      readonly text: string;
    };

function printed(sheet: string, hiddenSheets: readonly string[], { columns, rows, ...rest }: Understanding): object {
  const levels = (level: string) => rest.problems.filter((problem) => problem.level === level).length;
  return {
    sheet,
    hiddenSheets,
    header: rest.header ? { rows: [rest.header.top + 1, rest.header.bottom + 1] } : null,
    counts: {
      people: rows.length,
      groups: new Set(rows.map(({ values }) => values.group).filter((group) => group !== null)).size,
      stop: levels('stop'),
      ask: levels('ask'),
      note: levels('note'),
      duplicates: rest.duplicates.length,
    },
    columns: columns.map(({ index: _, skip, ...column }) => ({ ...column, skip: skip && skipReasons[skip] })),
    rows: rows.map(({ row, values, raw }) => ({ row, hidden: raw.hidden, ...values })),
    problems: rest.problems.map((problem) => ({ ...problem, text: problemText(problem) })),
    duplicates: rest.duplicates.map((each) => ({ ...each, text: duplicateText(each) })),
    skipped: rest.skipped.map((each) => ({ ...each, why: skippedRows[each.kind] })),
    newGroups: rest.newGroups,
  };
}

/** What `people parse FILE --json` prints: the understanding of the likeliest sheet, or why the file was not taken. */
export async function peopleJson(
  file: { readonly name: string; readonly bytes: Uint8Array },
  { today, knownGroups = [] }: { readonly today: Day; readonly knownGroups?: readonly KnownGroup[] },
): Promise<PeopleJson> {
  const upload = await checkUpload(file, tableFamilies);
  if (!upload.ok) return { ok: false, reason: upload.reason, text: uploadRefusalText(upload) };
  const sheets = await readSheets(upload.value);
  if (!sheets.ok) return { ok: false, reason: sheets.reason, text: readRefusals[sheets.reason] };
  const sheet = choosePeopleSheet(sheets.value);
  if (!sheet || sheet.rows.length === 0) return { ok: false, reason: 'no-people', text: noSheetText };
  const hidden = sheets.value.filter((each) => each.hidden).map(({ name }) => name);
  return { ok: true, json: printed(sheet.name, hidden, understandPeople(sheet, { today, knownGroups })) };
}
