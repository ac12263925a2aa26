// The matching desk: from the click to the screen for 125 mentors and 300 mentees, and how other pages answer while the largest matching that a college may ask (2,000 × 10,000) runs on the server's own thread.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { chanceOf } from '../src/app/demo/chance.ts';
import { namesBy } from '../src/app/demo/names.ts';
import { personOf } from '../src/features/people/person.ts';
import { insertPersons } from '../src/features/people/rows.ts';
import { freeTimes } from '../src/features/registers/member.ts';
import { day } from '../src/kernel/day.ts';
import { type CollegeDb, connect, dangerouslyScope, inCollege } from '../src/platform/db.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { silentLog } from '../src/platform/start-refusal.ts';
import { memoryOf, quantile, report, startServer } from './measure.ts';

const topics = ['settle', 'study', 'contest', 'confidence', 'project', 'profession'];

/** So many mentors and mentees of a form of their own. */
const fillForm = async (tx: CollegeDb, form: string, mentors: number, mentees: number): Promise<void> => {
  const chance = chanceOf(mentors);
  const groups = await tx.selectFrom('study_groups').select(['id', 'course']).orderBy('code').execute();
  const of = (courses: readonly number[]) => groups.filter(({ course }) => courses.includes(course ?? 0));
  const students = (count: number, from: typeof groups) =>
    Array.from({ length: count }, (_, index) => {
      const { lastName, firstName, patronymic, gender } = namesBy(chance, [])(chance.happens(0.6) ? 'male' : 'female');
      const groupId = from[index % from.length]?.id ?? null;
      return personOf('student', { lastName, firstName, patronymic }, { gender, birthDay: day('2005-03-14'), groupId });
    });
  const mentorIds = await insertPersons(tx, students(mentors, of([3, 4])));
  const menteeIds = await insertPersons(tx, students(mentees, of([1, 2])));
  const lists = (count: number, all: readonly string[], few: number) =>
    JSON.stringify(Array.from({ length: count }, () => chance.few(all, few)));
  await sql`insert into mentors (person_id, capacity, entered_on, status, forms, competences, free_times)
    select id, 3, '2026-09-14', 'approved', array[${form}], array(select jsonb_array_elements_text(c)), array(select jsonb_array_elements_text(f))
    from unnest(${sql.val(mentorIds)}::uuid[]) with ordinality i(id, at)
      join jsonb_array_elements(${lists(mentors, topics, 3)}::jsonb) with ordinality c(c, cat) on cat = at
      join jsonb_array_elements(${lists(mentors, freeTimes, 5)}::jsonb) with ordinality f(f, fat) on fat = at`.execute(
    tx,
  );
  await sql`insert into mentees (person_id, entered_on, wanted_forms, free_times)
    select id, '2026-09-14', array[${form}], array(select jsonb_array_elements_text(f))
    from unnest(${sql.val(menteeIds)}::uuid[]) with ordinality i(id, at)
      join jsonb_array_elements(${lists(mentees, freeTimes, 6)}::jsonb) with ordinality f(f, fat) on fat = at`.execute(
    tx,
  );
  await sql`insert into needs (person_id, year, topic, source, stated_on)
    select id, 2026, (${sql.val(topics)}::text[])[1 + at % 6], 'curator', '2026-09-10'
    from unnest(${sql.val(menteeIds)}::uuid[]) with ordinality i(id, at)`.execute(tx);
  await sql`insert into consents (person_id, purpose, text_id, signed_by, signed_on, valid_till)
    select p, 'processing', t.id, 'self', '2026-09-10', '2027-08-31' from unnest(${sql.val([...mentorIds, ...menteeIds])}::uuid[]) p,
      (select id from consent_texts where purpose = 'processing' order by version desc limit 1) t`.execute(tx);
  await tx.insertInto('norms').values({ kind: 'form', code: form, label: form, position: 90 }).execute();
};

const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
const postgres = await startPostgres({ dataDir, log: silentLog });
const server = await startServer({ DATABASE_URL: postgres.url, DATA_DIR: dataDir }, '--demo');
const db = connect(postgres.url);
const { id } = await db.selectFrom('colleges').select('id').executeTakeFirstOrThrow();
await inCollege(db, dangerouslyScope(id), async (tx) => {
  await fillForm(tx, 'bench-college', 125, 300);
  await fillForm(tx, 'bench-large', 2000, 10_000);
});
await sql`analyze`.execute(db);
await db.destroy();

const send = (path: string, body: Record<string, string>, cookie = '') =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(body),
  });
const entered = await send('/sign-in', { login: 'curator', password: 'vyatka-2026' });
const cookie = entered.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');
const open = async (path: string): Promise<number> => {
  const start = performance.now();
  const answer = await fetch(server.url + path, { headers: { cookie }, redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - start;
};
const ask = async (forms: string): Promise<string> => {
  const answer = await send('/matching', { forms, mode: 'pairs', from: '08.02.2027', till: '30.06.2027' }, cookie);
  return answer.headers.get('location') ?? `refused ${answer.status}`;
};

const clicks: number[] = [];
let direct = 0;
for (let round = 0; round < 5; round += 1) {
  const start = performance.now();
  const place = await ask('bench-college');
  if (place.startsWith('/matching/')) direct += 1;
  await open(place);
  clicks.push(performance.now() - start);
}

const pages = ['/people', '/mentees', '/mentors', '/pairs', '/matching'];
for (const path of pages) await open(path); // warm
const began = performance.now();
const task = await ask('bench-large');
if (!task.startsWith('/tasks/')) throw new Error(task);
const times: number[] = [];
let going = true;
for (let at = 0; going; at += 1) {
  times.push(await open(pages[at % pages.length] ?? '/'));
  await new Promise((settle) => setTimeout(settle, 50));
  if (at % 10 !== 9) continue;
  const answer = await fetch(server.url + task, { headers: { cookie }, redirect: 'manual' });
  going = answer.status === 200 && (await answer.text()).includes('http-equiv="refresh"');
}
const ended = await fetch(server.url + task, { headers: { cookie }, redirect: 'manual' });
const proposal = ended.headers.get('location') ?? '';
if (!proposal.startsWith('/matching/')) {
  const words = (await ended.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  throw new Error(`the large matching did not end in a proposal: ${ended.status} ${words.slice(-300)}`);
}

report([
  {
    what: 'matching of 125 × 300, from the click to the screen, the slowest of five',
    value: quantile(clicks, 1),
    unit: 'ms',
    bar: '≤ 1000',
  },
  { what: 'of the five answered at once, without a progress page', value: direct, unit: '' },
  {
    what: 'matching of 2,000 × 10,000 (the largest that a college may ask)',
    value: Math.round((performance.now() - began) / 100) / 10,
    unit: 's',
  },
  { what: 'pages opened while it ran', value: times.length, unit: '' },
  { what: 'other pages while it ran, p50', value: quantile(times, 0.5), unit: 'ms' },
  { what: 'other pages while it ran, p95', value: quantile(times, 0.95), unit: 'ms', bar: '≤ 100' },
  { what: 'memory of the server at its highest', value: memoryOf(server.pid).peak, unit: 'MB' },
]);
await server.stop();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });
