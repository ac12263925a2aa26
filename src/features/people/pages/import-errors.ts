import { cellText } from '../../../platform/files/sheet-table.ts';
import { writeSpreadsheet } from '../../../platform/files/write-spreadsheet.ts';
import { download, found, param } from '../../../platform/http/replies.ts';
import type { Route } from '../../../platform/http/route.ts';
import { peopleKeepers } from '../access.ts';
import { importById, wrongRows } from '../import-rows.ts';
import { personFieldNames, problemText } from '../import-texts.ts';
import { type PersonField, personFields } from '../person-values.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows that are still wrong, as they stand in the file, with what is wrong: to be mended there and sent again. */
export const importErrors: Route = {
  method: 'GET',
  path: '/people/import/:importId/errors',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = found(await importById(ctx.db, param(input, 'importId')), 'import');
    const rows = (await wrongRows(ctx.db, one.id, { page: 1, perPage: 50_000 })).filter(
      ({ understood, decision }) => understood.status !== 'ready' && decision !== 'skip',
    );
    const fields = personFields.filter((field): field is PersonField => one.understanding.places[field] !== undefined);
    const bytes = await writeSpreadsheet([
      {
        name: 'Ошибки',
        columns: [
          { header: 'Строка файла', kind: 'number' },
          { header: 'Что не так', kind: 'text', width: 60 },
          ...fields.map((field) => ({ header: personFieldNames[field], kind: 'text' as const })),
        ],
        rows: rows.map((row) => [
          row.row,
          row.understood.left.map(problemText).join('; '),
          ...fields.map((field) => row.understood.corrections[field] ?? cellText(row.raw.cells[field])),
        ]),
      },
    ]);
    return download(new Uint8Array(bytes), `Ошибки — ${one.fileName.replace(/\.[^.]*$/, '')}.xlsx`, xlsx);
  },
};
