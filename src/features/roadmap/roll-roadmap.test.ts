import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story } from '../../../test/story.ts';
import { yearsOf } from '../college/rows.ts';
import { documentById } from '../documents/rows.ts';
import { installTemplate } from './install-template.ts';
import { orderRoadmap } from './order-roadmap.ts';
import { roadmapOf, rowsOf } from './roadmap-rows.ts';
import { planRoll, rolledRow, rollRoadmap } from './roll-roadmap.ts';
import type { KeptRow } from './row.ts';

const papers = paperStories();

const row = (rest: Partial<KeptRow>): KeptRow => ({
  ...{ id: '1', roadmapId: '1', year: 2026, position: 1, version: 1, kind: 'activity', number: '1.1', stage: 1 },
  ...{ title: 'Мероприятие', content: '', termText: '', responsible: [], documents: [] },
  ...rest,
});

test('days of a term move by a year, terms without years and the days of acts stay', () => {
  expect(rolledRow(row({ termText: 'До 01.10.2026' })).after.termText).toBe('До 01.10.2027');
  expect(rolledRow(row({ termText: 'Ежегодно до 15 сентября' })).changed).toEqual([]);
  expect(rolledRow(row({ title: 'Карта на 2026/27 учебный год' }))).toMatchObject({
    after: { title: 'Карта на 2027/28 учебный год' },
    changed: ['title'],
  });
  expect(rolledRow(row({ content: 'по приказу № 142 от 19.10.2020' })).changed).toEqual([]);
});

test(
  'the next year’s roadmap is written once, with all rows, and the year is opened; the current year stays',
  story(async ({ db, ctx, journal }) => {
    const curator = ctx('curator');
    expect(await planRoll(curator)).toEqual({ ok: false, reason: 'year-has-no-roadmap' });
    await installTemplate(curator, 2026);
    await db
      .updateTable('roadmap_rows')
      .set({ term_text: 'До 15.09.2026' })
      .where('number', '=', '1.1')
      .where('kind', '=', 'activity')
      .execute();
    const plan = await planRoll(curator);
    if (!plan.ok) throw new Error(plan.reason);

    expect(plan.value.rows.filter(({ changed }) => changed.length > 0).map(({ after }) => after.termText)).toEqual([
      'До 15.09.2027',
    ]);
    expect(await rollRoadmap(curator, plan.value.seen)).toEqual({ ok: true, value: 2027 });
    const next = await roadmapOf(db, 2027);
    expect(await rowsOf(db, next?.id ?? '')).toHaveLength(plan.value.rows.length);
    expect(await yearsOf(db)).toContain(2027);
    expect(await rollRoadmap(curator, plan.value.seen)).toEqual({ ok: false, reason: 'next-year-has-roadmap' });
    expect(await journal()).toEqual(['roadmap.installed', 'roadmap.rolled-over']);
  }),
);

test(
  'what was shown before somebody changed a row is not written',
  story(async ({ db, ctx }) => {
    const curator = ctx('curator');
    await installTemplate(curator, 2026);
    const plan = await planRoll(curator);
    await db.updateTable('roadmap_rows').set({ version: 2 }).where('number', '=', '1.2').execute();

    expect(await rollRoadmap(curator, plan.ok ? plan.value.seen : '')).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect(await roadmapOf(db, 2027)).toBeUndefined();
    await expect(rollRoadmap(ctx('class-teacher'), '')).rejects.toThrow('roadmap.not-a-keeper');
  }),
);

test(
  'the order that approves the roadmap carries its rows as the annex',
  story(async (world) => {
    const { db, ctx } = world;
    const curator = papers.at(ctx('curator'));
    expect(await orderRoadmap(curator, 2026)).toEqual({ ok: false, reason: 'year-has-no-roadmap' });
    await installTemplate(curator, 2026);

    const made = await orderRoadmap(curator, 2026);

    if (!made.ok) throw new Error(made.reason);
    expect(await documentById(db, made.value)).toMatchObject({ kind: 'roadmap-order', status: 'draft' });
    const words = await papers.textOf(world, made.value);
    const roadmap = await roadmapOf(db, 2026);
    for (const { title } of await rowsOf(db, roadmap?.id ?? '')) expect(words).toContain(title);
    expect(words).toContain('Ежегодно до 15 сентября');
    await expect(orderRoadmap(papers.at(ctx('methodist')), 2026)).rejects.toThrow('documents.not-a-keeper');
  }),
);
