import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/postgres.ts';
import { livingRoadmap } from '../../features/roadmap/living-roadmap.ts';
import { stepOf } from '../../features/selection/candidate.ts';
import { candidatesOf } from '../../features/selection/candidate-rows.ts';
import { selectionFacts } from '../../features/selection/fact-rows.ts';
import { trainingFacts } from '../../features/training/fact-rows.ts';
import { holdToday } from '../../platform/clock.ts';
import { connect, type Database, dangerouslyScope, inCollege } from '../../platform/db.ts';
import { openSessions } from '../../platform/session.ts';
import { type OpenHouse, openHouse } from '../house.ts';
import { demoSignIns } from './accounts.ts';
import { demoToday } from './college.ts';
import { openDemo } from './demo.ts';

const baseUrl = 'http://nastavnik.test';
const secret = 'a secret of the tests only, thirty-two signs and more';

let dataDir: string;
let databases: TestDatabase[];
let house: OpenHouse;
let another: Database;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-demo-'));
  databases = [await freshDatabase(), await freshDatabase()];
  house = await openHouse({ url: databases[0]?.url ?? '', dataDir, baseUrl, secret });
  another = connect(databases[1]?.url ?? '');
  const otherDir = await mkdtemp(join(tmpdir(), 'nastavnik-demo-'));
  await openDemo({ db: another, dataDir: otherDir, asked: true });
  await rm(otherDir, { recursive: true });
  await openDemo({ db: house.db, dataDir, asked: true });
}, 240_000);

afterAll(async () => {
  holdToday(undefined);
  await house.close();
  await another.destroy();
  for (const database of databases) await database.drop();
  await rm(dataDir, { recursive: true });
});

type Line = Record<string, string | number | null>;

const lines = async (query: ReturnType<typeof sql<Line>>, db = house.db): Promise<Line[]> =>
  (await query.execute(db)).rows;

test('a college of 480 students in 24 led groups, 60 of staff and 14 employers', async () => {
  const people = await lines(
    sql`select kind, count(*) as n from persons where kind in ('student', 'staff') group by 1 order by 1`,
  );
  const groups = await lines(
    sql`select count(*) as n, count(class_teacher_id) as led, count(distinct course) as courses from study_groups`,
  );
  const employers =
    await lines(sql`select count(*) as n, count(distinct p.organisation_id) as with_people from organisations o
    left join persons p on p.organisation_id = o.id and p.kind = 'specialist'`);

  expect(people).toEqual([
    { kind: 'staff', n: 60 },
    { kind: 'student', n: 480 },
  ]);
  expect(groups).toEqual([{ n: 24, led: 24, courses: 4 }]);
  expect(employers).toEqual([{ n: 21, with_people: 14 }]);
});

test('consents of the members stand in every state that a curator meets', async () => {
  const states = await lines(sql`
    select distinct coalesce(s.state, 'missing') as state from persons p
    left join consent_states('processing', ${demoToday}::date) s on s.person_id = p.id`);

  expect(states.map(({ state }) => state).sort()).toEqual(
    [
      'valid',
      'expires-soon',
      'outdated-text',
      'turned-18',
      'needs-representative',
      'expired',
      'withdrawn',
      'missing',
    ].sort(),
  );
});

test('last year’s pairs are over, this year’s are formed out of proposals and by hand, and some are still open', async () => {
  const pairs = await lines(
    sql`select extract(year from from_day)::int as year, form, count(*) > 2 as some from pairs group by 1, 2 order by 1, 2`,
  );
  const decisions = await lines(sql`select distinct decision from proposal_pairs order by 1`);
  const wishes = await lines(sql`select kind from pair_wishes order by 1`);

  expect(pairs).toEqual([
    { year: 2025, form: 'student-student', some: true },
    { year: 2026, form: 'employer-student', some: true },
    { year: 2026, form: 'student-student', some: true },
    { year: 2026, form: 'teacher-teacher', some: true },
    { year: 2027, form: 'student-student', some: true },
    { year: 2027, form: 'teacher-student', some: true },
  ]);
  expect(decisions).toEqual([{ decision: 'confirmed' }, { decision: 'open' }, { decision: 'refused' }]);
  expect(wishes).toEqual([{ kind: 'lock' }, { kind: 'veto' }]);
});

const theCollege = async () => dangerouslyScope(String((await lines(sql`select id from colleges`))[0]?.id));

test('the campaign of the autumn runs: some answered for themselves, one is not recognised, the silent groups were called', async () => {
  const answers = await lines(sql`
    select audience, person_id is null as unknown, count(*) > 50 as many from campaign_answers group by 1, 2 order by 1, 2`);
  const reminded = await lines(sql`select count(*) as n from campaign_reminders`);

  expect(answers).toEqual([
    { audience: 'student', unknown: false, many: true },
    { audience: 'student', unknown: true, many: false },
  ]);
  expect(reminded).toEqual([{ n: 5 }]);
});

test('the selection has fixed its composition, three came in winter, and everybody approved is trained', async () => {
  const college = await theCollege();
  const on = demoToday;
  const { candidates, chosen, trained, roadmap } = await inCollege(house.db, college, async (tx) => ({
    candidates: await candidatesOf(tx, 2026),
    chosen: await selectionFacts(tx, 2026, on),
    trained: await trainingFacts(tx, 2026, on),
    roadmap: await livingRoadmap({ db: tx, today: on }, 2026),
  }));

  expect(new Set(candidates.map(({ track }) => stepOf(track)))).toEqual(
    new Set(['questioned', 'invited', 'approved', 'refused']),
  );
  expect(chosen.fixed).toBeGreaterThan(0);
  expect(chosen).toMatchObject({ fixed: chosen.approved, expired: 1 });
  expect(trained).toMatchObject({ drafts: 0, sessions: 6, held: 5, withTrainer: 6, withoutContract: 0 });
  expect(trained).toMatchObject({ prepared: trained.mentors });
  expect(trained.certificates).toBeGreaterThan(60);
  const factsOf = (row: string) => roadmap?.rows.find(({ number }) => number === row)?.facts.map(({ state }) => state);
  expect([factsOf('4.1'), factsOf('4.2'), factsOf('4.3.1'), factsOf('4.3.2'), factsOf('4.3.3')]).toEqual([
    ['ok'],
    ['ok', 'bad'],
    ['ok', 'ok'],
    ['ok'],
    ['ok'],
  ]);
});

test('questionnaires: ready sets approved, rounds of the autumn are over, one of February waits for both sides', async () => {
  const rounds = await lines(sql`
    select r.title, r.closes_on >= ${demoToday}::date as runs, count(i.*) as asked, count(i.*) filter (where i.answered) as answered
    from questionnaire_rounds r left join questionnaire_invitations i on i.round_id = r.id group by r.id, r.title, r.opens_on, r.closes_on order by r.opens_on, r.title`);
  const tags = await lines(sql`select distinct tag from questionnaire_tags order by 1`);
  const waiting =
    await lines(sql`select a.login from questionnaire_invitations i join questionnaire_rounds r on r.id = i.round_id
    join accounts a on a.person_id = i.person_id where not i.answered and r.closes_on >= ${demoToday}::date order by 1`);

  expect(rounds).toMatchObject([
    { title: 'Отбор наставников: анкета кандидата, 2026/27', runs: false, asked: 83, answered: 83 },
    { title: 'Входная анкета наставляемых', runs: false },
    { title: 'Входная анкета наставников', runs: false },
    { title: 'Наставляемые: как идёт работа, первая четверть работы', runs: false },
    { title: 'Наставники: как идёт работа, первая четверть работы', runs: false },
    { title: 'Как первокурсникам в группе', runs: true, asked: 63, answered: 19 },
    { title: 'Отбор наставников: анкета кандидата, 2026/27', runs: true, asked: 3, answered: 3 },
    { title: 'Середина года: как идёт работа пары', runs: true },
  ]);
  expect(tags).toEqual([{ tag: 'помещение' }, { tag: 'практика' }, { tag: 'расписание' }]);
  expect(waiting).toEqual(expect.arrayContaining([{ login: 'mentee' }, { login: 'mentor' }]));
});

test('two fillings are equal: the same people in the same pairs with the same papers', async () => {
  const name = sql`p.last_name || ' ' || p.first_name || ' ' || p.patronymic`;
  const everything: ReturnType<typeof sql<Line>>[] = [
    sql`select ${name} as name, p.kind, p.birth_day::text, p.post, g.code from persons p left join study_groups g on g.id = p.group_id order by 1`,
    sql`select ${name} as mentor, q.last_name || q.first_name as mentee, x.form, x.from_day::text from pairs x
      join persons p on p.id = x.mentor_id join persons q on q.id = x.mentee_id order by 1, 2, 4`,
    sql`select ${name} as name, c.purpose, c.signed_by, c.signed_on::text, c.withdrawn_on::text from consents c
      join persons p on p.id = c.person_id order by 1, 2, 4`,
    sql`select number, forms::text, totals::text from proposals order by number`,
    sql`select action, count(*) as n from journal group by 1 order by 1`,
    sql`select kind, number, day::text, status, title from documents order by 1, 2, 5`,
    sql`select number, kind, term_text from roadmap_rows order by 1, 2`,
  ];

  for (const query of everything) expect(await lines(query, another)).toEqual(await lines(query));
});

test('every role signs in with the password told at the start, and sees its first page', async () => {
  const sessions = openSessions(house.db, { baseUrl, secret });

  for (const [index, { role, login, password }] of demoSignIns.entries()) {
    const signIn = await sessions.signIn(`10.0.0.${index}`, login, password);
    const cookie = signIn.ok ? signIn.cookies.map((one) => one.split(';')[0]).join('; ') : '';
    const page = await house.app.request(`${baseUrl}/`, { headers: { cookie } });
    const place = page.headers.get('location');
    const first = place ? await house.app.request(new URL(place, baseUrl), { headers: { cookie } }) : page;

    expect({ role, status: first.status, place: place ?? '/' }).not.toMatchObject({ place: '/sign-in' });
    expect({ role, status: first.status }).toEqual({ role, status: 200 });
  }
});

test('the day of the demo is kept beside its data; a filled base is not filled again', async () => {
  expect(await readFile(join(dataDir, 'demo-day'), 'utf8')).toBe(demoToday);

  await openDemo({ db: house.db, dataDir, asked: true });

  expect(await lines(sql`select count(*) as n from colleges`)).toEqual([{ n: 1 }]);
});

test('a base with people of its own is left alone, and the console says so', async () => {
  const emptyDir = await mkdtemp(join(tmpdir(), 'nastavnik-demo-'));

  const [line] = await openDemo({ db: house.db, dataDir: emptyDir, asked: true });

  expect(line).toContain('уже есть данные');
  await rm(emptyDir, { recursive: true });
});
