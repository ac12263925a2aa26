import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { attachFile } from '../../features/acts/attach-file.ts';
import { putBuiltInActs } from '../../features/acts/install-acts.ts';
import { allActs } from '../../features/acts/rows.ts';
import { addAct, changeAct } from '../../features/acts/save-act.ts';
import { starterTemplates } from '../../features/documents/templates/starters.ts';
import { uploadTemplate } from '../../features/documents/upload-template.ts';
import { day } from '../../kernel/day.ts';
import { bodyText, paragraph, writeDocx } from '../../platform/docx/write-docx.ts';
import { must } from './must.ts';
import type { FillingWithFiles } from './selection.ts';

const blank = { revisedOn: null, inForceFrom: null, lapsesOn: null, supersededBy: null, reviewBy: null, note: '' };
const local = { ...blank, level: 'local', issuer: 'Директор техникума', unconfirmed: false } as const;
const regulation = 'Положение о наставничестве в техникуме';

/**
 * The regulation of 2020 gave way to the one of this August; the order on bonuses and a template of the college still name the
 * old one. A regional act waits to be compared with its source.
 */
export const fillActs = async (filling: FillingWithFiles): Promise<void> => {
  const { as, actors } = filling;
  const ctx = as(actors.curator, day('2026-08-28'));
  await putBuiltInActs(ctx.db);
  const model = (await allActs(ctx.db)).find(({ code }) => code === 'target-model');
  const cites = model ? [model.id] : [];
  const before = { ...local, title: regulation, number: '142', day: day('2020-10-19') };
  const old = must(await addAct(ctx, { ...before, cites }));
  const bonuses = { ...local, title: 'Порядок поощрения наставников', number: '60', day: day('2023-04-14') };
  must(await addAct(ctx, { ...bonuses, reviewBy: day('2027-04-14'), cites: [old] }));
  const regional = { title: 'О внедрении целевой модели в области', issuer: 'Министерство образования', number: '' };
  const note = 'Номер и дату уточняет методист.';
  must(await addAct(ctx, { ...blank, ...regional, level: 'regional', day: null, unconfirmed: true, note, cites: [] }));

  const august = as(actors.curator, day('2026-08-31'));
  const newer = { ...local, title: regulation, number: '97', day: day('2026-08-31'), reviewBy: day('2027-09-01') };
  const supersededBy = must(await addAct(august, { ...newer, cites }));
  must(await changeAct(august, { ...before, actId: old, version: 1, supersededBy, cites }));
  const bytes = writeDocx(regulation, [
    { blocks: [paragraph(regulation, { align: 'center', bold: true }), ...points] },
  ]);
  const file = { name: 'Положение о наставничестве.docx', bytes, family: 'docx' } as const;
  must(await attachFile({ ...august, store: filling.store }, supersededBy, file));
  await fillTemplate(filling);
};

const points = [
  '1. Наставник помогает освоиться, учиться и войти в профессию.',
  '2. Пары закрепляет приказ директора по решению рабочей группы.',
  '3. Данные участников вносят после письменного согласия.',
].map((words) => bodyText(words));

const mainPart = 'word/document.xml';
const leansOn = 'Приказ издан на основании положения о наставничестве от 19.10.2020 № 142.';

/** The college's own template of the order on the working group, made last year. */
const fillTemplate = async ({ as, actors, store }: FillingWithFiles): Promise<void> => {
  const parts = unzipSync(starterTemplates['working-group-order'].build());
  const words = strFromU8(parts[mainPart] ?? new Uint8Array());
  const at = words.lastIndexOf('<w:sectPr');
  const reference = `<w:p><w:r><w:t>${leansOn}</w:t></w:r></w:p>`;
  const bytes = zipSync({ ...parts, [mainPart]: strToU8(words.slice(0, at) + reference + words.slice(at)) });
  const ctx = { ...as(actors.deputy, day('2025-09-03')), store };
  const template = { kind: 'working-group-order', name: 'Приказ о рабочей группе.docx', bytes } as const;
  const answer = await uploadTemplate(ctx, template);
  if (!answer.ok) throw new Error('the template of the demo was refused');
};
