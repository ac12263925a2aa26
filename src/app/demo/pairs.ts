import { answerAtDesk } from '../../features/matching/answer-ask.ts';
import { askSides } from '../../features/matching/ask-sides.ts';
import { usualConditions } from '../../features/matching/candidate.ts';
import { confirmPairs, refusePair } from '../../features/matching/decide-pairs.ts';
import { deskPairs } from '../../features/matching/desk-rows.ts';
import { noteAgreed } from '../../features/matching/note-agreed.ts';
import { proposePairs } from '../../features/matching/propose-pairs.ts';
import { formPair } from '../../features/pairs/form-pair.ts';
import { wishPair } from '../../features/pairs/wish-pair.ts';
import { addMembers } from '../../features/registers/add-members.ts';
import { addNeed } from '../../features/registers/add-need.ts';
import { releaseMember } from '../../features/registers/release-member.ts';
import { day } from '../../kernel/day.ts';
import { fillLastYearsConsents } from './consents.ts';
import { must } from './must.ts';
import type { DemoPerson } from './people.ts';
import type { Filling } from './registers.ts';

export const term = { from: day('2026-10-26'), till: day('2027-06-30') };
export const winterTerm = { ...term, from: day('2027-02-01') };

/** Eighteen pairs that worked last year and are over. Their mentees left the base in summer, mentors stay in it. */
export const fillLastYear = async (filling: Filling): Promise<void> => {
  const { as, actors, people } = filling;
  const seniors = people.groups.filter(({ course }) => course >= 3).flatMap(({ students }) => students.slice(2, 4));
  const juniors = people.groups.filter(({ course }) => course === 2).flatMap(({ students }) => students.slice(3, 6));
  const pairs = juniors.slice(0, 18).flatMap((mentee, index): [DemoPerson, DemoPerson][] => {
    const mentor = seniors[index];
    return mentor ? [[mentor, mentee]] : [];
  });
  const september = as(actors.curator, day('2025-09-22'));
  must(
    await addMembers(
      september,
      'mentors',
      pairs.map(([mentor]) => mentor.id),
    ),
  );
  for (const [, { id }] of pairs) {
    must(
      await addNeed(september, {
        personId: id,
        topic: 'settle',
        source: 'class-teacher',
        confidential: false,
        note: '',
      }),
    );
  }
  await fillLastYearsConsents(filling, pairs.flat());
  const october = as(actors.curator, day('2025-10-17'));
  const lastTerm = { from: day('2025-10-20'), till: day('2026-06-30') };
  for (const [mentor, mentee] of pairs) {
    const sides = { mentorId: mentor.id, menteeId: mentee.id };
    must(await formPair(october, { ...sides, ...lastTerm, form: 'student-student', variant: 'settled-newcomer' }));
  }
  for (const [, mentee] of pairs) {
    must(
      await releaseMember(
        as(actors.curator, day('2026-07-01')),
        'mentees',
        mentee.id,
        'учебный год и работа пары завершены',
      ),
    );
  }
};

/** This autumn: wishes, a proposal for each form, most pairs of the first confirmed, and pairs of teachers formed by hand. */
export const fillPairs = async (
  { as, actors, people, chance }: Filling,
  mentees: readonly DemoPerson[],
): Promise<void> => {
  const curator = as(actors.curator, day('2026-10-21'));
  const own = { mentorId: actors.mentor.personId ?? '', menteeId: actors.mentee.personId ?? '' };
  must(await wishPair(curator, { ...own, kind: 'lock', reason: 'Уже занимаются вместе с сентября' }));

  const question = { forms: ['student-student'], ...term, conditions: { ...usualConditions, approvedOnly: true } };
  const [unwanted] = people.groups.filter(({ course }) => course >= 3).flatMap(({ students }) => students.slice(4, 5));
  const enemies = { mentorId: unwanted?.id ?? '', menteeId: mentees.at(-people.newcomers.length - 1)?.id ?? '' };
  must(await wishPair(curator, { ...enemies, kind: 'veto', reason: 'Живут по соседству и в ссоре' }));

  const proposal = must(await proposePairs(curator, question));
  const offered = await deskPairs(curator.db, proposal);
  const [refused, ...others] = chance.shuffled(offered.filter(({ mentorId }) => mentorId !== own.mentorId));
  if (refused) must(await refusePair(curator, proposal, refused));
  const agreed = others.slice(0, Math.floor(others.length * 0.9));
  must(await noteAgreed(curator, proposal, [own, ...agreed]));
  must(await confirmPairs(curator, proposal, [own, ...agreed]));

  const employers = must(await proposePairs(curator, { ...question, forms: ['employer-student'] }));
  must(await noteAgreed(curator, employers, (await deskPairs(curator.db, employers)).slice(0, 12)));
  must(await confirmPairs(curator, employers, (await deskPairs(curator.db, employers)).slice(0, 12)));

  for (const [index, mentee] of people.newcomers.slice(0, 3).entries()) {
    const mentorId = people.teachers[index]?.id ?? '';
    const frame = { form: 'teacher-teacher', variant: 'expert-beginner', ...term };
    must(await formPair(curator, { mentorId, menteeId: mentee.id, ...frame }));
  }
};

/** After the holidays some of those who were left over are matched; the rest of this proposal is still open. */
export const fillWinterPairs = async ({ as, actors }: Filling): Promise<void> => {
  const curator = as(actors.curator, day('2027-01-28'));
  const question = { forms: ['student-student'], ...winterTerm, conditions: usualConditions };
  const proposal = must(await proposePairs(curator, question));
  const offered = await deskPairs(curator.db, proposal);
  must(await noteAgreed(curator, proposal, offered.slice(0, Math.ceil(offered.length / 2))));
  must(await confirmPairs(curator, proposal, offered.slice(0, Math.ceil(offered.length / 2))));
  must(await askSides(curator, proposal));
  const waiting = (await deskPairs(curator.db, proposal)).filter(({ decision }) => decision === 'open');
  const [agreed, declined] = waiting;
  const ask = { proposalId: proposal, side: 'mentor' } as const;
  if (agreed) must(await answerAtDesk(curator, { ...ask, ...sidesOf(agreed), answer: 'agree', reason: '' }));
  const reason = 'У нас тренировки в одно время, встречаться некогда';
  if (declined) must(await answerAtDesk(curator, { ...ask, ...sidesOf(declined), answer: 'decline', reason }));
};

const sidesOf = ({ mentorId, menteeId }: { mentorId: string; menteeId: string }) => ({ mentorId, menteeId });
