import { type ExportColumn, type ExportValue, writeSpreadsheet } from '../../../platform/files/write-spreadsheet.ts';
import { download, param } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { record } from '../../../platform/journal.ts';
import { resultReaders } from '../access.ts';
import { type Results, readResults } from '../read-results.ts';
import type { Sheet } from '../results.ts';
import { bandOf, scoreOf } from '../scoring.ts';
import { answerWords } from './answer-words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const rowOf = ({ round, questions, scales, versions }: Results, sheet: Sheet): ExportValue[] => {
  const who = round.anonymous ? [] : [sheet.name, sheet.groupCode];
  const definition = versions.get(sheet.versionId);
  const scores = scales.flatMap((scale): ExportValue[] => {
    const own = definition?.scales.find(({ id }) => id === scale.id);
    const score = definition && own && scoreOf(definition, own, sheet.answers);
    return score === undefined ? [null, null] : [score, bandOf(scale, score)?.label ?? null];
  });
  const answers = questions.map((question) => {
    const answer = sheet.answers.get(question.id);
    return typeof answer === 'number' ? answer : answerWords(question, answer) || null;
  });
  return [...who, ...scores, ...answers];
};

/** A row a person; without names a row is nobody's, in an order that tells nothing. Too few nameless answers: no rows. */
export const exportResults: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/rounds/:roundId/results.xlsx',
  who: resultReaders,
  async handle(ctx, input) {
    const results = await readResults(ctx, param(input, 'roundId'));
    const { round, sheets, questions, scales } = results;
    const text = (header: string): ExportColumn => ({ header, kind: 'text' });
    const number = (header: string): ExportColumn => ({ header, kind: 'number' });
    const columns = [
      ...(round.anonymous ? [] : [text('Кто'), text('Группа')]),
      ...scales.flatMap(({ title }) => [number(title), text(`${title}: уровень`)]),
      ...questions.map((one) => (one.kind === 'scale' || one.kind === 'number' ? number(one.text) : text(one.text))),
    ];
    const rows = sheets.map((sheet) => rowOf(results, sheet));
    const bytes = await writeSpreadsheet([{ name: 'Ответы', columns, rows }]);
    await record(ctx, 'round.exported', { kind: 'round', id: round.id }, { people: sheets.length });
    return download(new Uint8Array(bytes), `${round.title.replace(/[\\/:*?"<>|]/g, ' ')}.xlsx`, xlsx);
  },
};
