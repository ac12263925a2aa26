import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { changeMentor } from './change-mentor.ts';
import { mentorById } from './mentor-rows.ts';

const pairOf = async ({ db, given }: World, mentor: string, mentee: string, seat: number, capacity: number) => {
  await db
    .insertInto('pairs')
    .values({
      mentor_id: mentor,
      mentee_id: mentee,
      form: 'student-student',
      from_day: day('2026-10-01'),
      till_day: day('2027-06-30'),
      seat,
      mentor_capacity: capacity,
      mentor_consent_id: await given.consent(mentor, `2026-09-0${seat}`),
      mentee_consent_id: await given.consent(mentee),
    })
    .execute();
};

const profileOf = async ({ db }: World, personId: string) => {
  const mentor = await mentorById(db, personId);
  if (!mentor) throw new Error('no mentor');
  return mentor;
};

test(
  'of two editors of one mentor the second is told, and nothing of the first is lost',
  story(async (world) => {
    const { ctx, given, journal } = world;
    const anna = await given.teacher({ last: 'Аннина' });
    await given.mentor(anna, 2);
    const shown = await profileOf(world, anna);

    const first = await changeMentor(ctx('curator'), anna, { ...shown, interests: 'робототехника' });
    const second = await changeMentor(ctx('deputy'), anna, { ...shown, achievements: 'грамота' });

    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await profileOf(world, anna)).toMatchObject({ interests: 'робототехника', achievements: '', version: 2 });
    expect(await journal()).toEqual(['mentors.changed']);
  }),
);

test(
  'a mentor’s capacity is not lowered below the pairs held, and grows with them at any time',
  story(async (world) => {
    const { ctx, db, given } = world;
    const anna = await given.student({ last: 'Аннина' });
    await given.mentor(anna, 2);
    for (const [index, last] of ['Борисов', 'Власов'].entries()) {
      const mentee = await given.student({ last });
      await given.mentee(mentee);
      await pairOf(world, anna, mentee, index + 1, 2);
    }
    const shown = await profileOf(world, anna);

    const lowered = await changeMentor(ctx('curator'), anna, { ...shown, capacity: 1 });
    expect(lowered).toEqual({ ok: false, reason: 'capacity-below-pairs' });
    expect((await profileOf(world, anna)).capacity).toBe(2);
    expect((await changeMentor(ctx('curator'), anna, { ...shown, capacity: 3 })).ok).toBe(true);
    const pairs = await db.selectFrom('pairs').select('mentor_capacity').execute();
    expect(pairs.map(({ mentor_capacity }) => mentor_capacity)).toEqual([3, 3]);
  }),
);
