import { expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { agreementFacts } from './fact-rows.ts';

test(
  'a confirmed pair is agreed on when both sides said yes; an answer of one, or about another pair, is not enough',
  story(async ({ db, given }) => {
    const [mentor, mentee, other] = [
      await given.student({ last: 'Белова' }),
      await given.student({ last: 'Чернова' }),
      await given.student({ last: 'Серова' }),
    ];
    await given.mentor(mentor, 2);
    for (const id of [mentee, other]) await given.mentee(id);
    expect(await agreementFacts(db, 2026)).toEqual({ formed: 0, agreed: 0, asks: true });

    const { id } = await db
      .insertInto('proposals')
      .values({
        ...{ year: 2026, number: 1, forms: ['student-student'], input_hash: 'hash' },
        ...{ from_day: day('2026-10-12'), till_day: day('2027-06-30'), rules: '{}', totals: '{}' },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const pair = (mentee_id: string) => ({ proposal_id: id, mentor_id: mentor, mentee_id });
    await db
      .insertInto('proposal_pairs')
      .values([
        { ...pair(mentee), form: 'student-student', score: 10, decision: 'confirmed' },
        { ...pair(other), form: 'student-student', score: 10 },
      ])
      .execute();
    const say = (mentee_id: string, side: 'mentor' | 'mentee', answer: 'agree' | 'decline') =>
      db
        .insertInto('proposal_asks')
        .values({ ...pair(mentee_id), side, answer, way: 'desk' })
        .execute();
    await say(mentee, 'mentor', 'agree');
    await say(other, 'mentee', 'agree');
    expect(await agreementFacts(db, 2026)).toEqual({ formed: 1, agreed: 0, asks: true });
    await say(mentee, 'mentee', 'agree');
    expect(await agreementFacts(db, 2026)).toEqual({ formed: 1, agreed: 1, asks: true });
  }),
);
