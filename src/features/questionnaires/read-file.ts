import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { readSheets } from '../../platform/files/parse-in-worker.ts';
import { textTableOf } from '../../platform/files/sheet-table.ts';
import { readRefusals } from '../../platform/files/texts.ts';
import { fileSchema, problemsOf, type QuestionnaireFile } from './definition-fields.ts';
import { tableProblems, untitled } from './definition-texts.ts';
import type { Purpose } from './questionnaire.ts';
import { definitionOfTable } from './questionnaire-table.ts';

export type FileReading =
  | { readonly ok: true; readonly value: QuestionnaireFile }
  | { readonly ok: false; readonly problems: readonly string[] };

const readJson = (bytes: Uint8Array): FileReading => {
  try {
    const raw: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const read = fileSchema.safeParse(raw);
    return read.success ? { ok: true, value: read.data } : { ok: false, problems: problemsOf(read.error) };
  } catch {
    return { ok: false, problems: [tableProblems.notJson] };
  }
};

/** A questionnaire out of a checked file: JSON of our export, or the first sheet of a workbook. */
export const readQuestionnaireFile = async (file: CheckedUpload): Promise<FileReading> => {
  if (file.family === 'text') return readJson(file.bytes);
  const read = await readSheets(file);
  if (!read.ok) return { ok: false, problems: [readRefusals[read.reason]] };
  const sheet = read.value.find(({ hidden, rows }) => !hidden && rows.length > 0);
  const definition = definitionOfTable(sheet ? textTableOf(sheet).rows : []);
  if (!definition.ok) return definition;
  const title = file.name.replace(/\.[^.]+$/, '').slice(0, 200) || untitled;
  return { ok: true, value: { title, form: null, role: null, moment: 'other', definition: definition.value } };
};

/** The file of an export; what `readQuestionnaireFile` takes back. */
export const fileOf = ({ title, form, role, moment }: Purpose, definition: QuestionnaireFile['definition']): string =>
  JSON.stringify(
    { format: 'nastavnik-questionnaire', formatVersion: 1, title, form, role, moment, definition },
    null,
    2,
  );
