import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { registerDocument } from '../documents/register-document.ts';
import { documentById } from '../documents/rows.ts';
import { signDocument } from '../documents/sign-document.ts';
import { decideCandidates } from '../selection/decide-candidates.ts';
import { draftMinutes } from '../selection/draft-minutes.ts';
import { addClearance, dropClearance } from '../selection/keep-clearance.ts';
import { exemptMentor } from '../selection/prepare-mentor.ts';
import { writeScore } from '../selection/save-score.ts';
import { addModule, approveProgramme, makeProgramme } from '../training/make-programme.ts';
import { cancelSession, planSession } from '../training/plan-session.ts';
import { factsOf, gather } from './facts.ts';

const papers = paperStories();
const today = day('2026-10-12');

const statesOf = async ({ ctx }: World, row: string) =>
  factsOf(row, await gather(ctx('curator'), 2026)).facts.map(({ state }) => state);

const teachers = async ({ given }: World): Promise<[string, string]> => {
  const [anna, boris] = [await given.teacher({ last: 'Аннина' }), await given.teacher({ last: 'Борисов' })];
  await given.mentor(anna);
  await given.mentor(boris);
  return [anna, boris];
};

test(
  'row 4.1 closes when every candidate’s questionnaire is in, opens with a new candidate, and a paper closes it too',
  story(async (world) => {
    const { ctx, given } = world;
    const score = { score: 3, most: 5, paper: '', answeredOn: today, version: 0 };
    const [anna, boris] = await teachers(world);
    expect(await statesOf(world, '4.1')).toEqual(['wait']);
    await writeScore(ctx('curator'), anna, score);
    expect(await statesOf(world, '4.1')).toEqual(['bad']);
    await writeScore(ctx('curator'), boris, score);
    expect(await statesOf(world, '4.1')).toEqual(['ok']);

    const vera = await given.teacher({ last: 'Власова' });
    await given.mentor(vera);
    expect(await statesOf(world, '4.1')).toEqual(['bad']);
    const paper = { kind: 'mentor-questionnaires', title: 'Анкеты', number: '', day: today, reviewBy: null } as const;
    await registerDocument(papers.at(ctx('curator')), paper);
    expect(await statesOf(world, '4.1')).toEqual(['ok']);
  }),
);

test(
  'row 4.2 closes by signed minutes, opens by a later decision, and does not wait for those who were refused',
  story(async (world) => {
    const { ctx, db } = world;
    const [anna, boris] = await teachers(world);
    const decide = (id: string, decision: 'approved' | 'refused') =>
      decideCandidates(ctx('curator'), { personIds: [id], decision, reason: 'нет времени', exception: '' });
    expect(await statesOf(world, '4.2')).toEqual(['wait', 'ok']);
    await decide(anna, 'approved');
    await decide(boris, 'refused');
    expect(await statesOf(world, '4.2')).toEqual(['wait', 'ok']);

    const people = { chairId: anna, secretaryId: boris, memberIds: [] };
    const made = await draftMinutes(papers.at(ctx('curator')), people);
    const documentId = made.ok ? made.value : '';
    const version = (await documentById(db, documentId))?.version ?? 0;
    await signDocument(papers.at(ctx('curator')), { documentId, version, number: '4', day: today });
    expect(await statesOf(world, '4.2')).toEqual(['ok', 'ok']);

    await world.given.mentor(await world.given.teacher({ last: 'Власова' }));
    const [vera] = await db.selectFrom('persons').select('id').where('last_name', '=', 'Власова').execute();
    await decide(vera?.id ?? '', 'approved');
    expect(await statesOf(world, '4.2')).toEqual(['bad', 'ok']);
  }),
);

test(
  'rows 4.3 – 4.3.3 follow the programme, its sessions, their trainers and who is trained',
  story(async (world) => {
    const { ctx } = world;
    const [anna, boris] = await teachers(world);
    const methodist = papers.at(ctx('methodist'));
    const { value: id } = await makeProgramme(methodist, { title: 'Школа', goal: '', leastShare: 75 });
    await addModule(methodist, id, { title: 'Общение', content: '', hours: 2 });
    expect(await statesOf(world, '4.3.1')).toEqual(['wait']);
    await approveProgramme(methodist, id, { version: 1, number: '7', day: today });
    expect(await statesOf(world, '4.3.1')).toEqual(['ok', 'wait']);
    expect(await statesOf(world, '4.3.2')).toEqual(['wait']);

    const plan = {
      ...{ moduleId: null, topic: '', hours: 2, day: today, starts: '14:00', ends: '15:30', place: '', contract: '' },
      ...{ trainerId: null, trainer: 'Лобанова И. П.' },
    };
    const outside = await planSession(methodist, id, plan);
    expect(await statesOf(world, '4.3.1')).toEqual(['ok', 'ok']);
    expect(await statesOf(world, '4.3.2')).toEqual(['bad']);
    await planSession(methodist, id, { ...plan, contract: '№ 3 от 01.10.2026' });
    await cancelSession(methodist, outside.ok ? outside.value : '');
    expect(await statesOf(world, '4.3.2')).toEqual(['ok']);

    expect(await statesOf(world, '4.3.3')).toEqual(['wait']);
    await exemptMentor(ctx('curator'), anna, 'ведёт занятия');
    expect(await statesOf(world, '4.3')).toEqual(['ok', 'bad']);
    await exemptMentor(ctx('curator'), boris, 'ведёт занятия');
    expect(await statesOf(world, '4.3.3')).toEqual(['ok']);
  }),
);

test(
  'row 3.2 says when a clearance has run out, and falls silent when it is renewed or taken away',
  story(async (world) => {
    const { ctx } = world;
    const [anna] = await teachers(world);
    const before = await statesOf(world, '3.2');
    const old = { kind: 'medical', number: '', issuedOn: day('2025-10-01'), validTill: day('2026-10-11') } as const;
    const kept = await addClearance(papers.at(ctx('curator')), anna, old);
    expect(await statesOf(world, '3.2')).toEqual([...before, 'bad']);

    await dropClearance(ctx('curator'), kept.ok ? kept.value : '');
    expect(await statesOf(world, '3.2')).toEqual(before);
  }),
);
