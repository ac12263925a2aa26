import { signDocument } from '../../features/documents/sign-document.ts';
import { usualConditions } from '../../features/matching/candidate.ts';
import { deskPairs } from '../../features/matching/desk-rows.ts';
import { noteAgreed } from '../../features/matching/note-agreed.ts';
import { proposePairs } from '../../features/matching/propose-pairs.ts';
import { publishProposal } from '../../features/matching/publish-proposal.ts';
import { proposalById } from '../../features/matching/rows.ts';
import { candidates } from '../../features/pairs/base-rows.ts';
import { orderEnd } from '../../features/pairs/order-pairs.ts';
import { replaceMentor } from '../../features/pairs/replace-mentor.ts';
import { pairsBy } from '../../features/pairs/rows.ts';
import { changeMentor } from '../../features/registers/change-mentor.ts';
import { mentorById } from '../../features/registers/mentor-rows.ts';
import { day } from '../../kernel/day.ts';
import { must } from './must.ts';
import { winterTerm } from './pairs.ts';
import type { FillingWithFiles } from './selection.ts';

/** In January a mentor of an autumn pair goes into the army: another one takes over, by an order that is signed. */
export const fillReplacement = async ({ as, actors, store }: FillingWithFiles): Promise<void> => {
  const on = day('2027-01-15');
  const curator = { ...as(actors.curator, on), store, baseUrl: 'http://localhost:3000' };
  const working = await pairsBy(curator.db, { state: 'working', form: 'student-student' }, on, { limit: 200 });
  const own = [actors.mentor.personId, actors.mentee.personId];
  const leaving = working.find(
    (pair) =>
      pair.orderStatus === 'signed' &&
      !own.includes(pair.mentorId) &&
      !own.includes(pair.menteeId) &&
      working.filter(({ mentorId }) => mentorId === pair.mentorId).length === 1,
  );
  if (!leaving?.orderId) throw new Error('no pair whose mentor could be replaced');
  const change = { pairId: leaving.id, version: leaving.version, from: day('2027-01-18'), reason: 'Призван в армию' };
  let replaced = false;
  for (const { id: mentorId } of await candidates(curator.db, 'mentors')) {
    const mentor = await mentorById(curator.db, mentorId);
    if (replaced || mentorId === leaving.mentorId || !mentor?.forms.includes('student-student')) continue;
    replaced = (await replaceMentor(curator, { ...change, mentorId })).ok;
  }
  if (!replaced) throw new Error('nobody to take over');
  const amending = must(await orderEnd(curator, leaving.orderId));
  must(await signDocument(curator, { documentId: amending, version: 1, number: '9-од', day: on }));
};

/** A teacher takes a group of those who were left over in autumn: matched as a group, agreed, minuted and ordered. */
export const fillGroupOfPairs = async ({ as, actors, people, store }: FillingWithFiles): Promise<void> => {
  const on = day('2027-01-26');
  const curator = { ...as(actors.curator, on), store, baseUrl: 'http://localhost:3000' };
  const [, , , , teacher] = people.teachers;
  const profile = teacher && (await mentorById(curator.db, teacher.id));
  if (!teacher || !profile) throw new Error('no teacher for a group');
  must(await changeMentor(curator, teacher.id, { ...profile, capacity: 4, status: 'approved' }));

  const conditions = { ...usualConditions, commonTime: false };
  const question = { forms: ['teacher-student'], mode: 'groups', ...winterTerm, conditions } as const;
  const proposalId = must(await proposePairs(curator, question));
  must(await noteAgreed(curator, proposalId, await deskPairs(curator.db, proposalId)));
  const published = must(
    await publishProposal(curator, {
      proposalId,
      version: (await proposalById(curator.db, proposalId))?.version ?? 0,
      plansBy: day('2027-02-26'),
      curatorId: people.leaders.curator.id,
      psychologistId: people.leaders.psychologist.id,
    }),
  );
  if (published.kind !== 'published') throw new Error('the group was hindered');
  must(await signDocument(curator, { documentId: published.orderId, version: 1, number: '11-од', day: on }));
};
