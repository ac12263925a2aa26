import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { day } from '../src/kernel/day.ts';
import type { CollegeDb } from '../src/platform/db.ts';
import { refusedBy } from '../src/platform/db.ts';
import { record } from '../src/platform/journal.ts';
import { story } from './story.ts';

const pairOf = (db: CollegeDb, mentor: string, mentee: string, consents: [string, string], seat = 1) =>
  refusedBy(db, () =>
    db
      .insertInto('pairs')
      .values({
        mentor_id: mentor,
        mentee_id: mentee,
        form: 'student-student',
        from_day: day('2026-10-15'),
        till_day: day('2027-06-30'),
        seat,
        mentor_capacity: 1,
        mentor_consent_id: consents[0],
        mentee_consent_id: consents[1],
      })
      .execute(),
  );

test(
  'a person of another college is not seen, even without a WHERE',
  story(async ({ db, given, elsewhere }) => {
    await given.student({ last: 'Рублёва' });
    await elsewhere(async (_, there) => {
      await there.student({ last: 'Чужаков' });
    });

    const people = await db.selectFrom('persons').select('last_name').execute();

    expect(people).toEqual([{ last_name: 'Рублёва' }]);
  }),
);

test(
  'a record cannot lean on a record of another college',
  story(async ({ db, given, elsewhere }) => {
    const foreign = await elsewhere((_, there) => there.student({ last: 'Чужаков' }));
    await given.group();

    const wall = await refusedBy(db, () => given.mentee(foreign));

    expect(wall).toBe('mentees_college_id_person_id_fkey');
  }),
);

test(
  'a mentor’s only place is taken once, a mentee has one mentor, and capacity is the limit',
  story(async ({ db, given }) => {
    const [vera, zoya, oleg, petr] = await Promise.all(
      ['Верина', 'Зоина', 'Олегов', 'Петров'].map((last) => given.student({ last })),
    );
    if (!vera || !zoya || !oleg || !petr) throw new Error('four people');
    await given.mentor(vera);
    await given.mentor(zoya);
    await given.mentee(oleg);
    await given.mentee(petr);
    const consents: Record<string, string> = {};
    for (const one of [vera, zoya, oleg, petr]) consents[one] = await given.consent(one);
    const both = (a: string, b: string): [string, string] => [consents[a] ?? '', consents[b] ?? ''];

    expect(await pairOf(db, vera, oleg, both(vera, oleg))).toBeUndefined();
    expect(await pairOf(db, zoya, oleg, both(zoya, oleg))).toBe('one_mentor_at_a_time');
    expect(await pairOf(db, vera, petr, both(vera, petr))).toBe('one_pair_per_seat');
    expect(await pairOf(db, vera, petr, both(vera, petr), 2)).toBe('within_capacity');
  }),
);

test(
  'a pair is not formed on a withdrawn, expired or somebody else’s consent',
  story(async ({ db, given }) => {
    const vera = await given.student({ last: 'Верина' });
    const oleg = await given.student({ last: 'Олегов' });
    await given.mentor(vera);
    await given.mentee(oleg);
    const veras = await given.consent(vera);
    const expired = await given.consent(oleg, '2025-09-01', '2026-08-31');
    const olegs = await given.consent(oleg);

    expect(await pairOf(db, vera, oleg, [veras, expired])).toBe('consent_in_force');
    expect(await pairOf(db, vera, oleg, [veras, veras])).toBe('consent_in_force');
    await db
      .updateTable('consents')
      .set({ withdrawn_on: day('2026-10-01') })
      .where('id', '=', olegs)
      .execute();
    expect(await pairOf(db, vera, oleg, [veras, olegs])).toBe('consent_in_force');
  }),
);

test(
  'nobody edits the journal',
  story(async ({ ctx, db }) => {
    await record(ctx('curator'), 'person.added', { kind: 'person', id: null });

    await expect(sql`update journal set action = 'x'`.execute(db)).rejects.toThrow('permission denied');
  }),
);
