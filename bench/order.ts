// The order on 500 pairs: the DOCX from the starter template, and its PDF by our own setter.
import { exampleData } from '../src/features/documents/template.ts';
import { starterTemplates } from '../src/features/documents/templates/starters.ts';
import { renderDocx } from '../src/platform/docx/render-docx.ts';
import { docxToPdf } from '../src/platform/pdf/docx-to-pdf.ts';
import { best, report, timed } from './measure.ts';

const starter = starterTemplates['pairs-order'];
const template = starter.build();
const example = exampleData(starter.fields);
const [pair] = Array.isArray(example.пары) ? example.пары : [];
const data = { ...example, пары: Array.from({ length: 500 }, (_, index) => ({ ...pair, '№': index + 1 })) };

let docx = new Uint8Array();
const writing = await best(3, () => {
  docx = renderDocx(template, { data });
});
let pdf = new Uint8Array();
const setting = await timed(async () => {
  pdf = await docxToPdf(docx, { engine: 'typst' });
});
report([
  { what: 'order with 500 rows, DOCX', value: writing, unit: 'ms' },
  { what: 'order with 500 rows, PDF by our own setter', value: setting, unit: 'ms' },
  { what: 'size of that PDF', value: Math.round(pdf.length / 1024), unit: 'KB' },
]);
