import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { docxToPdf } from '../../platform/pdf/docx-to-pdf.ts';
import { fileById } from '../../platform/storage.ts';
import { installNorms } from '../college/rows.ts';
import { documentById } from '../documents/rows.ts';
import { signDocument } from '../documents/sign-document.ts';
import { orderPairs } from './order-pairs.ts';
import { countPairs } from './rows.ts';

const papers = paperStories();
const today = day('2026-10-12');
const till = day('2027-06-30');
const period = { form: 'student-student', variant: 'equal-equal', from: day('2026-10-26'), till };

type Needs = Pick<World, 'db' | 'ctx' | 'given'>;

const people = async ({ db, given }: Needs) => {
  await installNorms(db);
  const director = await given.teacher({ last: 'Корнилова', post: 'Директор' });
  await db.updateTable('colleges').set({ director_id: director }).execute();
  return {
    curatorId: await given.teacher({ last: 'Иванова', first: 'Мария', post: 'педагог-организатор' }),
    psychologistId: await given.teacher({ last: 'Зыкова', first: 'Марина', post: 'педагог-психолог' }),
  };
};

const order = async (world: Needs, pairIds: readonly string[], frame: Awaited<ReturnType<typeof people>>) => {
  const input = { pairIds, from: period.from, till, plansBy: day('2026-11-30'), ...frame };
  const made = await orderPairs(papers.at(world.ctx('curator')), input);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
};

const sign = async (world: Needs, documentId: string, number: string, version = 1): Promise<void> => {
  const signed = await signDocument(papers.at(world.ctx('director')), { documentId, version, number, day: today });
  if (!signed.ok) throw new Error(signed.reason);
};

const { textOf } = papers;

test(
  'five hundred pairs go through the whole path: draft, number, signature, PDF',
  story(async (world) => {
    const { db, ctx } = world;
    const frame = await people(world);
    const pairIds = await manyPairs(world, 500);

    const orderId = await order(world, pairIds, frame);
    await sign(world, orderId, '138-од');

    expect(await countPairs(db, { orderId }, today)).toBe(500);
    const words = await textOf(world, orderId);
    expect(words).toContain('к приказу от 12 октября 2026 г. № 138-од');
    expect(words.match(/^Наставник\d+ Анна,$/gm)).toHaveLength(500);
    const file = await fileById(db, (await documentById(db, orderId))?.docxFileId ?? '');
    const docx = await papers.store.read(ctx('curator').actor.college, file.sha256);
    const pdf = await docxToPdf(new Uint8Array(docx), { engine: 'typst' });
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  }),
);

/** Straight into the tables: a thousand people one by one would take the test's time. */
const manyPairs = async ({ db, given }: Needs, count: number): Promise<string[]> => {
  const textId = await given.consentText();
  const groupId = await given.group('ЭМ-21');
  const { rows } = await sql<{ id: string }>`
    with new_people as (
      insert into persons (kind, last_name, first_name, group_id, birth_day)
      select 'student', word || n, 'Анна', ${groupId}, '2005-01-01'
      from generate_series(1, ${count}::int) n, (values ('Наставник'), ('Подопечный')) kinds (word)
      returning id, last_name)
    select id from new_people order by (regexp_replace(last_name, '\\D', '', 'g'))::int, last_name`.execute(db);
  const all = rows.map(({ id }) => id);
  const mentors = all.filter((_, at) => at % 2 === 0);
  const mentees = all.filter((_, at) => at % 2 === 1);
  await sql`insert into mentors (person_id, capacity, entered_on, status, forms)
    select id, 1, '2026-09-01', 'approved', '{student-student}' from unnest(${mentors}::uuid[]) id`.execute(db);
  await sql`insert into mentees (person_id, entered_on) select id, '2026-09-01' from unnest(${mentees}::uuid[]) id`.execute(
    db,
  );
  await sql`insert into consents (person_id, purpose, text_id, signed_by, signed_on, valid_till)
    select id, 'processing', ${textId}, 'self', '2026-09-01', '2027-08-31' from unnest(${all}::uuid[]) id`.execute(db);
  const made = await sql<{ id: string }>`
    insert into pairs (mentor_id, mentee_id, form, from_day, till_day, seat, mentor_capacity, mentor_consent_id, mentee_consent_id)
    select a, b, 'student-student', '2026-10-26', '2027-06-30', 1, 1, ca.id, cb.id
    from unnest(${mentors}::uuid[], ${mentees}::uuid[]) both_sides (a, b)
      join consents ca on ca.person_id = a join consents cb on cb.person_id = b
    returning id`.execute(db);
  return made.rows.map(({ id }) => id);
};
