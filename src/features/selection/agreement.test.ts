import pg from 'pg';
import { expect, test } from 'vitest';
import { paperStories, pngBytes } from '../../../test/paper-story.ts';
import { freshDatabaseForThisTest } from '../../../test/postgres.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { migrate } from '../../platform/migrate.ts';
import { agreementById, agreementsOf, insertAgreement, specialistsOf } from '../experts/partner-rows.ts';
import { endAgreement } from '../experts/save-agreement.ts';
import { insertOrganisations } from '../people/organisation-rows.ts';
import { lacksOf } from './barrier-rows.ts';
import { keepBasis } from './keep-basis.ts';
import { basesOf } from './paper-rows.ts';

const papers = paperStories();
const today = day('2026-10-12');

/** Two specialists of one employer, both in the base of mentors. */
const employer = async ({ db, given }: World) => {
  const [organisationId = ''] = await insertOrganisations(db, [{ name: 'АО «Завод»', inn: null, contacts: '' }]);
  const specialist = async (last: string) => {
    const id = await given.teacher({ last });
    await given.mentor(id);
    await db
      .updateTable('persons')
      .set({ kind: 'specialist', organisation_id: organisationId })
      .where('id', '=', id)
      .execute();
    return id;
  };
  return { organisationId, ivan: await specialist('Иванов'), petr: await specialist('Петров') };
};

const form = {
  ...{ relation: 'organisation' as const, consentOn: null, content: '', pay: '', noticeOn: null, forColleagues: false },
  ...{ agreementNumber: '', agreementOn: null, from: null, till: null, version: 0 },
};

const grounded = async ({ db }: World, personId: string, on = today) => {
  const lacks = await lacksOf(db, { form: 'employer-student', on }, [personId]);
  return lacks.get(personId)?.basis === false;
};

test(
  'an agreement typed on a card stands among partners once, and whoever works on it is given by it',
  story(async (world) => {
    const { ctx, db, journal } = world;
    const { organisationId, ivan, petr } = await employer(world);
    const keeper = papers.at(ctx('curator'));
    const typed = { ...form, agreementNumber: '30/26', agreementOn: day('2026-09-16'), till: day('2027-06-30') };
    const scan = { name: 'договор.png', family: 'png', bytes: pngBytes } as const;
    expect(await keepBasis(keeper, ivan, { ...typed, scan })).toEqual({ ok: true, value: 1 });
    expect(await keepBasis(keeper, petr, typed)).toEqual({ ok: true, value: 1 });

    const [agreement, ...more] = await agreementsOf(db, organisationId);
    expect(more).toEqual([]);
    expect(agreement).toMatchObject({ number: '30/26', till: '2027-06-30' });
    expect((await specialistsOf(db, agreement?.id ?? '')).sort()).toEqual([ivan, petr].sort());
    expect(await basesOf(db, petr, 2026)).toMatchObject([
      {
        agreementId: agreement?.id,
        agreementNumber: '30/26',
        agreementOn: '2026-09-16',
        scanFileId: agreement?.scanFileId,
      },
    ]);
    expect(agreement?.scanFileId).not.toBeNull();
    expect((await journal()).filter((action) => action === 'partner.agreed')).toHaveLength(1);
    expect(await grounded(world, ivan)).toBe(true);
  }),
);

test(
  'an agreement is chosen from the partners for all mentors of the employer, and its early end takes the ground from everybody',
  story(async (world) => {
    const { ctx, db } = world;
    const { organisationId, ivan, petr } = await employer(world);
    const agreementId = crypto.randomUUID();
    const input = { organisationId, number: '7', day: day('2026-10-01'), till: null, subject: '' };
    await insertAgreement(db, agreementId, input);
    const chosen = { ...form, agreementId, forColleagues: true };
    expect(await keepBasis(papers.at(ctx('curator')), ivan, chosen)).toEqual({ ok: true, value: 2 });

    expect(await grounded(world, petr)).toBe(true);
    expect(await grounded(world, petr, day('2026-09-30'))).toBe(false);
    await endAgreement(ctx('curator'), agreementId);
    expect(await grounded(world, petr)).toBe(true);
    expect(await grounded(world, petr, day('2026-10-13'))).toBe(false);
    expect((await agreementById(db, agreementId))?.specialists).toBe(2);
  }),
);

test(
  'half an agreement, one of another employer and one of nobody are refused with nothing written',
  story(async (world) => {
    const { ctx, db, given } = world;
    const { ivan } = await employer(world);
    const keeper = papers.at(ctx('curator'));
    const keep = (personId: string, more: Partial<Parameters<typeof keepBasis>[2]>) =>
      keepBasis(keeper, personId, { ...form, ...more });

    expect(await keep(ivan, { agreementNumber: '7' })).toEqual({ ok: false, reason: 'half-an-agreement' });
    const [other = ''] = await insertOrganisations(db, [{ name: 'ООО «Луч»', inn: null, contacts: '' }]);
    const agreementId = crypto.randomUUID();
    await insertAgreement(db, agreementId, { organisationId: other, number: '1', day: today, till: null, subject: '' });
    expect(await keep(ivan, { agreementId })).toEqual({ ok: false, reason: 'not-their-agreement' });
    const olga = await given.teacher({ last: 'Окунева' });
    await given.mentor(olga);
    const typed = { agreementNumber: '7', agreementOn: today };
    expect(await keep(olga, typed)).toEqual({ ok: false, reason: 'no-organisation' });
    expect(await keep(ivan, { ...typed, version: 3 })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await basesOf(db, ivan, 2026)).toEqual([]);
  }),
);

test('agreements that stood in two places become one: the migration joins them by employer, number and day', async () => {
  const url = await freshDatabaseForThisTest('bare');
  await migrate({ url, upTo: '0050-training-tests.sql' });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`
      insert into colleges (id, full_name, short_name, city, current_year)
        values ('00000000-0000-4000-8000-000000000001', 'К', 'К', 'г. Киров', 2026);
      set app.college = '00000000-0000-4000-8000-000000000001';
      insert into organisations (college_id, id, name)
        values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000a1', 'Завод');
      insert into persons (college_id, id, kind, last_name, first_name, organisation_id)
        select '00000000-0000-4000-8000-000000000001', ('00000000-0000-4000-8000-0000000000b' || n)::uuid, 'specialist', 'И', 'И',
          case when n < 4 then '00000000-0000-4000-8000-0000000000a1'::uuid end from generate_series(1, 4) n;
      insert into mentors (college_id, person_id, capacity, entered_on, status, forms)
        select college_id, id, 1, '2026-09-01', 'approved', '{employer-student}' from persons;
      insert into partner_agreements (college_id, organisation_id, number, day, till)
        values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000a1', '7', '2026-09-01', '2027-08-31');
      insert into legal_bases (college_id, person_id, year, relation, agreement_number, agreement_on, till_day)
        select college_id, id, 2026, 'organisation', case when id::text like '%b3' then '8' else '7' end, '2026-09-01', '2027-06-30'
        from persons;`);
    await migrate({ url });

    const { rows } = await client.query(`
      select right(b.person_id::text, 1) as person, a.number, a.till::text, b.agreement_number as typed,
        (select count(*)::int from partner_specialists s where s.agreement_id = a.id) as given
      from legal_bases b left join partner_agreements a on a.id = b.agreement_id order by 1`);
    expect(rows).toEqual([
      { person: '1', number: '7', till: '2027-08-31', typed: '', given: 2 },
      { person: '2', number: '7', till: '2027-08-31', typed: '', given: 2 },
      { person: '3', number: '8', till: '2027-06-30', typed: '', given: 1 },
      // Nobody knows whose agreement it is: it stays as it was typed.
      { person: '4', number: null, till: null, typed: '7', given: 0 },
    ]);
  } finally {
    await client.end();
  }
});
