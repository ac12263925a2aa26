import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/postgres.ts';
import { type LivingRow, livingRoadmap } from '../../features/roadmap/living-roadmap.ts';
import type { Fact } from '../../features/roadmap/stage.ts';
import type { CollegeScope } from '../../kernel/actor.ts';
import { holdToday } from '../../platform/clock.ts';
import { connect, type Database, inCollege } from '../../platform/db.ts';
import { localFiles } from '../../platform/storage.ts';
import { demoToday } from './college.ts';
import { fillDemo } from './fill.ts';

let dataDir: string;
let database: TestDatabase;
let db: Database;
let college: CollegeScope;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-demo-'));
  database = await freshDatabase();
  db = connect(database.url);
  holdToday(demoToday);
  college = await fillDemo(db, localFiles(dataDir));
}, 240_000);

afterAll(async () => {
  holdToday(undefined);
  await db.destroy();
  await database.drop();
  await rm(dataDir, { recursive: true });
});

/** The roadmap as it would stand after this, which is undone at once. */
const roadmapAfter = async (...changes: readonly ReturnType<typeof sql>[]): Promise<Map<string, LivingRow>> => {
  const rows: LivingRow[] = [];
  const undone = inCollege(db, college, async (tx) => {
    for (const change of changes) await change.execute(tx);
    rows.push(...((await livingRoadmap({ db: tx, today: demoToday }, 2026))?.rows ?? []));
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  return new Map(rows.map((row) => [row.number, row]));
};

test('rows of the first four stages are closed by facts, and the open ones say what is missing', async () => {
  const rows = [...(await roadmapAfter()).values()].filter(({ stage }) => stage <= 4);

  const missing = (facts: readonly Fact[]) =>
    facts.flatMap(({ state, reason = '' }) => (state === 'ok' ? [] : [reason.replaceAll('\u00A0', ' ')]));
  expect(rows.filter(({ state }) => state === 'closed').map(({ number }) => number)).toEqual([
    '1.1',
    '1.2',
    '1.4',
    '1.5',
    '1.6',
    '1.7',
    '1.9',
    '2.1',
    '3.1',
    '4.1',
    '4.3',
    '4.3.1',
    '4.3.2',
    '4.3.3',
  ]);
  expect(rows.filter(({ byHand }) => byHand)).toEqual([]);
  expect(
    rows.flatMap(({ number, state, facts }) => (state === 'closed' ? [] : [[number, state, ...missing(facts)]])),
  ).toEqual([
    ['1.3', 'overdue', 'Ссылаются на заменённые акты: Порядок поощрения наставников'],
    ['1.8', 'due-soon', 'В этом месяце публикаций ещё нет'],
    ['2.2', 'overdue', 'Без действующего согласия: 10 человек'],
    ['3.2', 'overdue', 'Срок справки вышел: 1 человек'],
    ['4.2', 'overdue', 'Ждут решения: 3 человека'],
  ]);
});

const cancelPaper = (kind: string) => sql`update documents set status = 'cancelled' where kind = ${kind}`;
const noMinutes = (word: string) =>
  sql`update documents set status = 'cancelled' where kind = 'minutes' and title ~* ${word}`;
const noEvents = (aim: string) => sql`update events set cancelled_on = day where aim = ${aim}`;

test.each([
  ['1.1', [cancelPaper('working-group-order'), noEvents('mentees'), noMinutes('запуск|коллектив')]],
  ['1.2', [sql`delete from working_group`]],
  ['1.4', [cancelPaper('roadmap-order')]],
  ['1.5', [cancelPaper('needs-minutes')]],
  ['1.6', [sql`update documents set status = 'cancelled' where id in (select minutes_id from form_decisions)`]],
  ['1.7', [sql`update questionnaires set archived_on = '2027-02-01' where moment = 'selection'`]],
  ['1.9', [sql`update experts set left_on = '2027-02-01' where 'contest' = any(areas)`]],
  ['2.1', [noEvents('mentees')]],
  ['3.1', [noEvents('mentors')]],
  [
    '4.1',
    [
      sql`update questionnaire_invitations i set answered = false from questionnaire_rounds r
    where r.id = i.round_id and r.title like 'Отбор%'`,
    ],
  ],
  ['4.3', [sql`delete from preparations where way = 'exempt'`]],
  ['4.3.1', [sql`update training_sessions set cancelled_on = day`]],
  ['4.3.2', [sql`update training_sessions set contract = '' where contract <> ''`]],
  ['4.3.3', [sql`delete from preparations where way = 'exempt'`]],
] as const)('row %s reopens when the fact that closed it goes', async (number, changes) => {
  expect((await roadmapAfter()).get(number)?.state).toBe('closed');
  expect((await roadmapAfter(...changes)).get(number)?.state).not.toBe('closed');
});

const lacking = sql`select m.person_id from mentees m where not exists (
  select from consent_states('processing', ${demoToday}::date) s
  where s.person_id = m.person_id and s.state in ('valid', 'expires-soon', 'outdated-text'))`;

test.each([
  ['1.3', [sql`delete from act_citations`]],
  [
    '2.2',
    [
      sql`update pairs set till_day = '2027-02-07' where till_day > '2027-02-07' and mentee_id in (${lacking})`,
      sql`update mentees set left_on = '2027-02-08' where person_id in (${lacking})`,
    ],
  ],
  ['3.2', [sql`update clearances set valid_till = '2027-06-30' where valid_till < ${demoToday}::date`]],
  ['4.2', [sql`update mentors set left_on = '2027-02-01' where entered_on > '2027-01-01'`]],
] as const)('row %s closes when what it misses is there', async (number, changes) => {
  expect((await roadmapAfter(...changes)).get(number)?.state).toBe('closed');
});

test('the roadmap of February has rows of every state, and one that the director closed by hand', async () => {
  const rows = [...(await roadmapAfter()).values()];

  expect([...new Set(rows.map(({ state }) => state))].sort()).toEqual([
    'ahead',
    'closed',
    'due-soon',
    'open',
    'overdue',
  ]);
  expect(rows.filter(({ byHand }) => byHand).map(({ number }) => number)).toEqual(['6.3']);
});
