import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/house-under-test.ts';
import { openSmtp, type SmtpStandIn } from '../../../test/smtp-stand-in.ts';
import { day } from '../../kernel/day.ts';
import { holdToday } from '../../platform/clock.ts';
import { openPost, type Post } from '../../platform/mail.ts';
import { localFiles } from '../../platform/storage.ts';
import { installNorms } from '../college/rows.ts';
import { campaignWorkers } from './jobs.ts';

const baseUrl = 'http://nastavnik.test';
const mailFrom = 'nastavnik@college.example';

let house: TestHouse;
let smtp: SmtpStandIn;
let post: Post;
let campaignId = '';
let accountId = '';

beforeAll(async () => {
  house = await openHouse();
  smtp = await openSmtp();
  post = openPost({ smtpUrl: smtp.url, mailFrom });
  const vera = await house.signIn('curator');
  accountId = vera.accountId;
  campaignId = await house.inside(async (db, given) => {
    await installNorms(db);
    const people = [await given.student({ last: 'Адресова' }), await given.student({ last: 'Безадресный' })];
    const teacher = await given.teacher({ last: 'Кузнецова' });
    const write = (id: string, email: string) =>
      db.updateTable('persons').set({ email }).where('id', '=', id).execute();
    await write(people[0] ?? '', 'anna@college.example');
    await write(teacher, 'olga@college.example');
    await db.updateTable('study_groups').set({ class_teacher_id: teacher }).execute();
    const row = await db
      .insertInto('campaigns')
      .values({
        year: 2026,
        title: 'Осень',
        audiences: ['student', 'class-teacher'],
        opened_on: day('2026-10-12'),
        till_day: day('2026-11-30'),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  });
});
afterAll(async () => {
  post.close();
  await smtp.close();
  await house.close();
});

const run = async (way: Post | undefined) => {
  const [worker] = campaignWorkers({ post: way, baseUrl });
  if (!worker) throw new Error('a worker');
  return worker.run({
    db: house.db,
    store: localFiles('/nonexistent: letters need no files'),
    college: house.college,
    taskId: '00000000-0000-4000-8000-000000000009',
    accountId,
    input: { campaignId },
    progress: async () => undefined,
  });
};

const linkIn = (text: string): string => {
  const plain = text.replace(/=\n/g, '').replaceAll('=3D', '=');
  const body = /\n\n([A-Za-z0-9+/=\n]+)$/.exec(text)?.[1];
  const words = plain.includes('/ask/') ? plain : Buffer.from(body ?? '', 'base64').toString('utf8');
  return /\/ask\/[\w-]+/.exec(words)?.[0] ?? '';
};

test('everybody silent with an address gets one letter, whose link opens; a second order in the week sends none', async () => {
  const end = await run(post);

  expect(end.message).toContain('2');
  expect(smtp.letters.map(({ to }) => to).toSorted()).toEqual(['anna@college.example', 'olga@college.example']);
  const letter = smtp.letters.find(({ to }) => to === 'anna@college.example');
  const page = await house.stranger().get(linkIn(letter?.text ?? ''));
  expect(page.status).toBe(200);
  expect(page.html).toContain('Анна А.');
  const reminders = await house.inside((db) => db.selectFrom('campaign_reminders').select('way').execute());
  expect(reminders).toEqual([{ way: 'mail' }]);

  await run(post);
  holdToday(day('2026-10-18'));
  await run(post);
  expect(smtp.letters.length).toBe(2);

  holdToday(day('2026-10-19'));
  await run(post);
  expect(smtp.letters.length).toBe(4);
  holdToday(day('2026-10-12'));
});

test('a refused address is counted and may be tried again; without settings the task says why nothing went', async () => {
  holdToday(day('2026-11-10'));
  smtp.refuse('anna@college.example');

  const end = await run(post);

  expect(end.message).toContain('Не приняты почтовым сервером: 1');
  const states = await house.inside((db) =>
    db
      .selectFrom('campaign_letters')
      .select('state')
      .where('sent_on', '=', day('2026-11-10'))
      .orderBy('state')
      .execute(),
  );
  expect(states).toEqual([{ state: 'failed' }, { state: 'sent' }]);
  expect(await run(undefined)).toMatchObject({ failed: true });
  holdToday(day('2026-10-12'));
});

test('whoever had another letter of ours this week gets none about the campaign', async () => {
  holdToday(day('2026-11-24'));
  const before = smtp.letters.length;
  await house.inside(async (db) => {
    const { id } = await db
      .selectFrom('persons')
      .select('id')
      .where('email', '=', 'olga@college.example')
      .executeTakeFirstOrThrow();
    const on = day('2026-11-23');
    await db.insertInto('digest_letters').values({ person_id: id, week: on, sent_on: on, state: 'sent' }).execute();
  });

  await run(post);
  expect(smtp.letters.slice(before).map(({ to }) => to)).not.toContain('olga@college.example');
  holdToday(day('2026-11-30'));
  await run(post);
  expect(smtp.letters.slice(before).map(({ to }) => to)).toContain('olga@college.example');
  holdToday(day('2026-10-12'));
});

test('the page says what is missing when no mail server is named, and offers the list to print', async () => {
  const vera = await house.signIn('curator');

  const page = await vera.get(`/campaigns/${campaignId}/remind`);
  const sent = await vera.post(`/campaigns/${campaignId}/remind/mail`);

  expect(page.html).toContain('SMTP_URL');
  expect(page.html).toContain('Кузнецова');
  expect(sent.location).toBe(`/campaigns/${campaignId}/remind`);
});
