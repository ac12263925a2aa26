import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { localFiles } from '../../platform/storage.ts';
import type { PaperKind } from '../documents/document.ts';
import { addEvidence, removeEvidence } from './add-evidence.ts';
import { installTemplate } from './install-template.ts';
import { type LivingRow, livingRoadmap } from './living-roadmap.ts';

const store = localFiles(join(tmpdir(), 'nastavnik-roadmap-test'));

interface PaperGiven {
  readonly kind: PaperKind;
  readonly title?: string;
  readonly on?: string;
  readonly reviewBy?: string;
  readonly status?: 'draft' | 'on-signing' | 'signed';
}

let papers = 0;

const paper = async ({ db }: World, given: PaperGiven): Promise<string> => {
  papers += 1;
  const { id } = await db
    .insertInto('documents')
    .values({
      kind: given.kind,
      series: given.kind,
      title: given.title ?? 'Документ',
      origin: 'registered',
      status: given.status ?? 'signed',
      year: 2026,
      number: String(papers),
      day: day(given.on ?? '2026-09-01'),
      review_by: given.reviewBy ? day(given.reviewBy) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const rowAt = async (world: World, number: string, today = '2026-10-12'): Promise<LivingRow> => {
  const roadmap = await livingRoadmap(world.ctx('curator', today), 2026);
  const row = roadmap?.rows.find((each) => each.number === number);
  if (!row) throw new Error(`no row ${number}`);
  return row;
};

const titlesOfMissing = (row: LivingRow): string[] =>
  row.facts.filter(({ state }) => state !== 'ok').map(({ title }) => title);

const installed = (tell: (world: World) => Promise<void>) =>
  story(async (world) => {
    await installTemplate(world.ctx('curator'), 2026);
    await tell(world);
  });

describe('rows close by themselves when facts are there', () => {
  test(
    'a signed order closes the row of the working group, a draft does not',
    installed(async (world) => {
      await world.db
        .updateTable('roadmap_rows')
        .set({ title: 'Создание рабочей группы' })
        .where('number', '=', '1.1')
        .execute();
      expect((await rowAt(world, '1.1')).state).toBe('overdue');
      const id = await paper(world, { kind: 'working-group-order', status: 'draft' });
      expect((await rowAt(world, '1.1')).facts[0]?.action?.href).toBe(`/documents/${id}`);

      await world.db.updateTable('documents').set({ status: 'signed' }).where('id', '=', id).execute();

      expect(titlesOfMissing(await rowAt(world, '1.1'))).toEqual(['Куратор назначен']);
    }),
  );

  test(
    'minutes of the council close the row of telling the staff, minutes of something else do not',
    installed(async (world) => {
      await paper(world, { kind: 'minutes', title: 'Протокол о ремонте' });
      expect((await rowAt(world, '1.1')).state).toBe('overdue');

      await paper(world, { kind: 'minutes', title: 'Протокол педсовета о запуске программы' });

      expect((await rowAt(world, '1.1')).state).toBe('closed');
    }),
  );

  test(
    'and open again when the order is cancelled',
    installed(async (world) => {
      const id = await paper(world, { kind: 'roadmap-order' });
      expect((await rowAt(world, '1.4')).state).toBe('closed');

      await world.db.updateTable('documents').set({ status: 'cancelled' }).where('id', '=', id).execute();

      expect((await rowAt(world, '1.4')).state).toBe('overdue');
    }),
  );

  test(
    'a regulation closes its row until the day of its review',
    installed(async (world) => {
      await paper(world, { kind: 'regulation', on: '2020-10-19', reviewBy: '2026-10-31' });
      expect((await rowAt(world, '1.3')).state).toBe('closed');

      const late = await rowAt(world, '1.3', '2026-11-10');

      expect(late.state).toBe('overdue');
      expect(late.facts.find(({ state }) => state === 'bad')?.reason).toBe('Пересмотреть надо было до 31.10.2026');
    }),
  );

  test(
    'requests are gathered when every group has answered and minutes are there',
    installed(async (world) => {
      const { given, db } = world;
      const mentee = await given.student({ last: 'Ким', group: 'ЭМ-11' });
      await given.group('ЭМ-12');
      await given.mentee(mentee);
      await db
        .insertInto('needs')
        .values({ person_id: mentee, year: 2026, topic: 'study', source: 'self', stated_on: day('2026-09-10') })
        .execute();

      const half = await rowAt(world, '1.5');
      expect(half.facts[0]).toMatchObject({ state: 'bad', count: { have: 1, need: 2 } });

      await db
        .insertInto('need_sheets')
        .values({ group_id: await given.group('ЭМ-12'), year: 2026, answered_on: day('2026-10-01') })
        .execute();
      await paper(world, { kind: 'minutes', title: 'Протокол рабочей группы о запросах' });

      expect((await rowAt(world, '1.5')).state).toBe('closed');
      expect((await rowAt(world, '1.6')).state).not.toBe('closed');
    }),
  );

  test(
    'publications are asked for each month; a missed month is overdue while the next is open',
    installed(async (world) => {
      await paper(world, { kind: 'publication', on: '2026-09-20' });
      const row = await rowAt(world, '1.8');
      expect(row.windows).toHaveLength(10);
      expect(row.count).toEqual({ have: 1, need: 10 });
      expect(row.state).toBe('due-soon');

      expect((await rowAt(world, '1.8', '2026-11-02')).state).toBe('overdue');
      await paper(world, { kind: 'publication', on: '2026-10-30' });
      await paper(world, { kind: 'publication', on: '2026-11-01' });
      expect((await rowAt(world, '1.8', '2026-11-02')).state).toBe('ahead');
    }),
  );

  test(
    'the base of mentees closes by needs and consents, and reopens with a withdrawal',
    installed(async (world) => {
      const { given, db } = world;
      const mentee = await given.student({ last: 'Ким', group: 'ЭМ-11', born: '2007-01-01' });
      await given.mentee(mentee);
      expect(titlesOfMissing(await rowAt(world, '2.2'))).toEqual([
        'У каждого есть запрос',
        'Согласия действуют у всех',
      ]);

      const consent = await given.consent(mentee);
      await db
        .insertInto('needs')
        .values({ person_id: mentee, year: 2026, topic: 'study', source: 'self', stated_on: day('2026-09-10') })
        .execute();
      expect((await rowAt(world, '2.2')).state).toBe('closed');

      await db
        .updateTable('consents')
        .set({ withdrawn_on: day('2026-10-11') })
        .where('id', '=', consent)
        .execute();
      expect((await rowAt(world, '2.2')).state).not.toBe('closed');
    }),
  );

  test(
    'pairs need consents of both sides, a signed order for each, and nobody left alone',
    installed(async (world) => {
      const { given, db } = world;
      const [mentor, mentee, alone] = [
        await given.student({ last: 'Лис', born: '2005-01-01' }),
        await given.student({ last: 'Ким', born: '2007-01-01' }),
        await given.student({ last: 'Юг', born: '2007-01-01' }),
      ];
      await given.mentor(mentor);
      for (const id of [mentee, alone]) await given.mentee(id);
      const { id: pairId } = await db
        .insertInto('pairs')
        .values({
          mentor_id: mentor,
          mentee_id: mentee,
          form: 'student-student',
          from_day: day('2026-10-10'),
          till_day: day('2027-06-30'),
          seat: 1,
          mentor_consent_id: await given.consent(mentor),
          mentee_consent_id: await given.consent(mentee),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await paper(world, { kind: 'meeting-minutes' });
      expect(titlesOfMissing(await rowAt(world, '5.1'))).toEqual([
        'Каждая пара закреплена подписанным приказом',
        'Никто не остался без пары и поддержки',
      ]);

      const order = await paper(world, { kind: 'pairs-order', on: '2026-10-11' });
      await db.updateTable('pairs').set({ order_id: order }).where('id', '=', pairId).execute();
      await db
        .updateTable('mentees')
        .set({ left_on: day('2026-10-12') })
        .where('person_id', '=', alone)
        .execute();

      expect((await rowAt(world, '5.1')).state).toBe('closed');
    }),
  );

  test(
    'no row without facts is closed, and every missing fact says why and what to do',
    installed(async (world) => {
      const roadmap = await livingRoadmap(world.ctx('curator'), 2026);
      const rows = roadmap?.rows ?? [];

      expect(rows.filter(({ state }) => state === 'closed')).toEqual([]);
      for (const row of rows) {
        expect(row.facts.length, row.number).toBeGreaterThan(0);
        for (const fact of row.facts.filter(({ state }) => state !== 'ok')) {
          expect(fact.reason, `${row.number} ${fact.title}`).toBeTruthy();
          expect(fact.action?.href, `${row.number} ${fact.title}`).toMatch(/^\//u);
        }
      }
    }),
  );
});

describe('evidence by hand', () => {
  test(
    'closes a row against its facts, is told apart, and opens it when taken away',
    installed(async (world) => {
      const ctx = { ...world.ctx('curator'), store };
      const { id: rowId } = await rowAt(world, '1.9');
      const made = await addEvidence(ctx, { rowId, note: 'Банк на бумаге', day: day('2026-10-10'), closes: true });
      if (!made.ok) throw new Error(made.reason);

      const closed = await rowAt(world, '1.9');
      expect(closed).toMatchObject({ state: 'closed', byHand: true });
      expect(closed.evidence.map(({ note }) => note)).toEqual(['Банк на бумаге']);

      await removeEvidence(ctx, made.value);
      expect((await rowAt(world, '1.9')).state).not.toBe('closed');
      expect(await world.journal()).toEqual(
        expect.arrayContaining(['roadmap-row.closed-by-hand', 'roadmap-row.evidence-removed']),
      );
    }),
  );

  test(
    'of a monthly row closes only its own month, and a mere note closes nothing',
    installed(async (world) => {
      const ctx = { ...world.ctx('curator'), store };
      const { id: rowId } = await rowAt(world, '1.8');
      await addEvidence(ctx, { rowId, note: 'Стенд', day: day('2026-09-15'), closes: true });
      await addEvidence(ctx, { rowId, note: 'Снимок', day: day('2026-10-10'), closes: false });

      expect((await rowAt(world, '1.8')).count).toEqual({ have: 1, need: 10 });
    }),
  );

  test(
    'of tomorrow is refused',
    installed(async (world) => {
      const ctx = { ...world.ctx('curator'), store };
      const { id: rowId } = await rowAt(world, '1.9');

      const tomorrow = await addEvidence(ctx, { rowId, note: 'Будет', day: day('2026-10-13'), closes: true });

      expect(tomorrow).toEqual({ ok: false, reason: 'day-ahead' });
    }),
  );
});

test(
  'another college has no part in it',
  installed(async (world) => {
    const there = await world.elsewhere((db) => livingRoadmap({ db, today: day('2026-10-12') }, 2026));

    expect(there).toBeUndefined();
  }),
);
