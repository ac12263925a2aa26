import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { localFiles } from '../../platform/storage.ts';
import { mayAddEvidence, mayKeepRoadmap, mayReadRoadmap } from './access.ts';
import { addEvidence } from './add-evidence.ts';
import { confirmImport, correctImport, replacementOf } from './confirm-import.ts';
import { addRow, editRow, removeRow } from './edit-row.ts';
import { importById } from './import-rows.ts';
import { installTemplate } from './install-template.ts';
import { parseRoadmapFile } from './parse-roadmap.ts';
import { readRoadmap } from './read-roadmap.ts';
import { rolesOf } from './responsible-roles.ts';
import { roadmapOf, rowById, rowsOf } from './roadmap-rows.ts';
import { startImport } from './start-import.ts';

const store = localFiles(mkdtempSync(join(tmpdir(), 'nastavnik-roadmap-')));

const table = [
  ['№', 'Мероприятие', 'Содержание', 'Срок', 'Ответственные', 'Документ'],
  ['1.', 'Готовимся', '', 'сентябрь', '', ''],
  ['1.1', 'Совещание', 'Рассказ', 'До 15.09.2023', 'Директор', 'Протокол'],
  ['1.2', 'Собрание групп', 'Опрос', 'когда получится', 'Кураторы', 'Анкеты'],
  ['1.3', 'Страница', 'Новости', 'октябрь', 'Методист', 'Публикации'],
];

const started = async (world: World, cells = table): Promise<string> => {
  const reading = readRoadmap([cells]);
  if (!reading.ok) throw new Error(reading.reason);
  const made = await startImport({ ...world.ctx('curator'), store }, { year: 2026, roadmap: reading.value });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
};

const answers = (importId: string, more: object = {}) => ({
  importId,
  version: 1,
  fixes: {},
  replace: false,
  shift: true,
  ...more,
});

const keptRows = async ({ db }: World, year = 2026) => {
  const roadmap = await roadmapOf(db, year);
  return roadmap ? rowsOf(db, roadmap.id) : [];
};

describe('a roadmap from a file', () => {
  test(
    'is not in the college until somebody confirms it; its dates move to the year asked for',
    story(async (world) => {
      const importId = await started(world);
      expect(await keptRows(world)).toEqual([]);

      expect(await confirmImport(world.ctx('curator'), answers(importId))).toEqual({ ok: true, value: 4 });

      expect((await keptRows(world)).map(({ kind, number, termText }) => [kind, number, termText])).toEqual([
        ['stage', '1', 'сентябрь'],
        ['activity', '1.1', 'До 15.09.2026'],
        ['activity', '1.2', 'когда получится'],
        ['activity', '1.3', 'октябрь'],
      ]);
      expect(await world.journal()).toContain('roadmap.imported');
    }),
  );

  test(
    'doubtful cells are mended before; what nobody understands stays a doubt',
    story(async (world) => {
      const importId = await started(world);
      const fix = { number: '1.2', title: 'Собрание групп', term: 'как-нибудь', responsible: 'Кураторы, отдел кадров' };
      expect(await correctImport(world.ctx('curator'), answers(importId, { fixes: { 2: fix } }))).toEqual({
        ok: true,
        value: 1,
      });

      const better = { ...fix, term: 'Ежегодно ноябрь' };
      const second = answers(importId, { version: 2, fixes: { 2: better } });
      expect(await correctImport(world.ctx('curator'), second)).toEqual({ ok: true, value: 0 });

      const one = await importById(world.db, importId);
      expect(one?.rows[2]).toMatchObject({ termText: 'Ежегодно ноябрь', responsible: ['кураторы', 'отдел кадров'] });
    }),
  );

  test(
    'of two people who check it at once, the second is told',
    story(async (world) => {
      const importId = await started(world);
      await correctImport(world.ctx('curator'), answers(importId));

      expect(await correctImport(world.ctx('deputy'), answers(importId))).toEqual({
        ok: false,
        reason: 'changed-meanwhile',
      });
    }),
  );

  test(
    'replaces the roadmap of the year only by consent; evidence stays with the number of its row',
    story(async (world) => {
      const { db } = world;
      await installTemplate(world.ctx('curator'), 2026);
      const old = await keptRows(world);
      const idOf = (number: string) => old.find((row) => row.kind === 'activity' && row.number === number)?.id ?? '';
      const evidence = { note: 'Есть бумага', day: day('2026-10-01'), closes: true };
      for (const number of ['1.2', '7.3'])
        await addEvidence({ ...world.ctx('curator'), store }, { ...evidence, rowId: idOf(number) });
      const importId = await started(world);

      const refusal = await confirmImport(world.ctx('curator'), answers(importId));
      expect(refusal).toEqual({ ok: false, reason: 'replacement-not-agreed' });
      expect(await keptRows(world)).toEqual(old);
      const one = await importById(db, importId);
      const told = one && (await replacementOf(db, one));
      expect(told).toMatchObject({ rows: old.length, updated: 4, added: 0 });
      expect(told?.kept.map(({ number }) => number)).toEqual(['7.3']);

      await confirmImport(world.ctx('curator'), answers(importId, { replace: true }));

      const rows = await keptRows(world);
      expect(rows.map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '1.3', '7.3']);
      expect(rows[2]).toMatchObject({ id: idOf('1.2'), title: 'Собрание групп' });
    }),
  );

  test(
    'a number that stands twice keeps it from being written',
    story(async (world) => {
      const importId = await started(world, [...table, ['1.3', 'Ещё раз', 'Повтор', 'май', 'Методист', 'Отчёт']]);

      expect(await confirmImport(world.ctx('curator'), answers(importId))).toEqual({
        ok: false,
        reason: 'number-twice',
      });
      const fixes = { 4: { number: '1.4', title: 'Ещё раз', term: 'май', responsible: 'Методист' } };
      expect(await confirmImport(world.ctx('curator'), answers(importId, { fixes }))).toMatchObject({ ok: true });
    }),
  );

  test('a text file is read whole; a PDF is refused, whatever its name says', async () => {
    const text = table.map((row) => row.join('\t')).join('\n');

    const parsed = await parseRoadmapFile(new TextEncoder().encode(text), 'карта.txt');
    expect(parsed).toMatchObject({ ok: true, reading: { ok: true } });
    const pdf = await parseRoadmapFile(new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'карта.docx');
    expect(pdf).toMatchObject({ ok: false, kind: 'upload', refusal: { reason: 'wrong-kind' } });
  });
});

describe('rows', () => {
  const content = { content: '', responsible: [], documents: [], termText: 'май' };

  test(
    'are edited by the version that was seen; the second of two is told and overwrites nothing',
    story(async (world) => {
      await installTemplate(world.ctx('curator'), 2026);
      const row = (await keptRows(world)).find(({ number }) => number === '1.3');
      const edit = { ...content, rowId: row?.id ?? '', number: '1.3', version: 1 };

      expect(await editRow(world.ctx('curator'), { ...edit, title: 'Первый' })).toMatchObject({ ok: true });
      expect(await editRow(world.ctx('deputy'), { ...edit, title: 'Второй' })).toEqual({
        ok: false,
        reason: 'changed-meanwhile',
      });
      expect((await rowById(world.db, edit.rowId))?.title).toBe('Первый');
    }),
  );

  test(
    'are added in their place by number, and taken away unless somebody proved them',
    story(async (world) => {
      await installTemplate(world.ctx('curator'), 2026);
      const added = { ...content, year: 2026, title: 'Ещё одно дело', number: '1.10' };
      const made = await addRow(world.ctx('methodist'), added);
      if (!made.ok) throw new Error(made.reason);
      const numbers = (await keptRows(world)).map(({ number }) => number);
      expect(numbers.slice(9, 12)).toEqual(['1.9', '1.10', '2']);
      expect(await addRow(world.ctx('methodist'), added)).toEqual({ ok: false, reason: 'number-taken' });

      const evidence = { rowId: made.value, note: 'Есть', day: day('2026-10-01'), closes: false };
      await addEvidence({ ...world.ctx('curator'), store }, evidence);
      expect(await removeRow(world.ctx('curator'), made.value)).toEqual({ ok: false, reason: 'has-evidence' });
    }),
  );
});

describe('who may', () => {
  const actors = (world: World) => roles.map((role) => ({ role, actor: world.ctx(role).actor }));
  const row = { responsible: ['кл. руководители', 'педагог-психолог'] };

  test(
    'all staff read, four roles edit, and those who answer for a row prove it',
    story(async (world) => {
      const allowed = (may: (actor: ReturnType<World['ctx']>['actor']) => unknown) =>
        actors(world).flatMap(({ role, actor }) => (may(actor) === true ? [role] : []));

      expect(allowed(mayReadRoadmap)).toEqual([
        ...['administrator', 'director', 'deputy', 'working-group', 'curator', 'methodist'],
        ...['class-teacher', 'psychologist', 'social-teacher', 'editor'],
      ]);
      expect(allowed(mayKeepRoadmap)).toEqual(['administrator', 'deputy', 'curator', 'methodist']);
      expect(allowed((actor) => mayAddEvidence(actor, row))).toEqual([
        ...['administrator', 'deputy', 'curator', 'methodist', 'class-teacher', 'psychologist'],
      ]);
    }),
  );

  test('words of the column name roles', () => {
    expect(rolesOf(['Кл. рук-ли учебных групп'])).toEqual(['class-teacher']);
    expect(rolesOf(['зам. директора по УВР', 'зав. УиПП'])).toEqual(['deputy']);
    expect(rolesOf(['руководитель ПОО', 'рабочая группа целевой модели'])).toEqual(['director', 'working-group']);
    expect(rolesOf(['педагог-психолог', 'соцпедагог', 'социальный педагог'])).toEqual([
      'psychologist',
      'social-teacher',
    ]);
    expect(rolesOf(['наставники', 'кураторы', 'методист', 'ответственные за сайт, группу ВК'])).toEqual([
      ...['mentor', 'curator', 'methodist', 'editor'],
    ]);
    expect(rolesOf(['отдел кадров', 'куратор группы'])).toEqual(['class-teacher']);
  });
});
