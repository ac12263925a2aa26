import { expect, test } from 'vitest';
import { feeling } from '../../../test/questionnaire-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { approveQuestionnaire } from '../questionnaires/approve-questionnaire.ts';
import { finishFilling, giveAnswers } from '../questionnaires/give-answers.ts';
import { newestAsking } from '../questionnaires/person-sheet-rows.ts';
import { roundsFor } from '../questionnaires/round-rows.ts';
import { addQuestionnaire } from '../questionnaires/save-questionnaire.ts';
import { askCandidates, linkForCandidate } from './ask-candidates.ts';
import { stepOf } from './candidate.ts';
import { candidatesOf } from './candidate-rows.ts';
import { selectionFacts } from './fact-rows.ts';
import { writeScore } from './save-score.ts';

const candidate = async ({ db, given }: World, last = 'Аннина'): Promise<string> => {
  const id = await given.student({ last });
  await given.mentor(id);
  await db.updateTable('mentors').set({ status: 'candidate' }).where('person_id', '=', id).execute();
  return id;
};

const selectionQuestionnaire = async ({ ctx }: World, form: string | null = null): Promise<string> => {
  const title = form === null ? 'Анкета отбора' : `Анкета отбора: ${form}`;
  const made = await addQuestionnaire(ctx('curator'), { title, form, role: 'mentor', moment: 'selection' }, feeling);
  if (!made.ok) throw new Error('a questionnaire');
  const act = { label: 'Приказ № 1', day: day('2026-09-20'), documentId: null };
  await approveQuestionnaire(ctx('curator'), made.value, { act, version: 1 });
  return made.value;
};

const answer = async ({ ctx, db }: World, personId: string, plan: string): Promise<void> => {
  const round = (await newestAsking(db, { moment: 'selection', year: 2026 }, [personId])).get(personId);
  if (!round) throw new Error('nobody has asked');
  const owner = { personId, keyHash: null, groupId: null, way: 'account', accountId: null } as const;
  const filling = { db, today: ctx('mentor').today, round, owner, invitedId: personId };
  const said: Readonly<Record<string, readonly string[]>> = { 'q-q1': [plan], 'q-q3': ['yes'] };
  await giveAnswers(filling, {
    versionId: round.versionId,
    questions: ['q1', 'q3'],
    sent: (name) => said[name] ?? [],
  });
  expect(await finishFilling(filling)).toMatchObject({ ok: true });
};

test(
  'a candidate who is asked finds the questionnaire among the own ones, and the score comes by the key with its band',
  story(async (world) => {
    const { ctx, db, journal } = world;
    await selectionQuestionnaire(world);
    const anna = await candidate(world);
    expect(await askCandidates(ctx('deputy'), [anna])).toEqual({ ok: true, value: 1 });
    expect(await roundsFor(db, anna)).toMatchObject([{ title: 'Анкета отбора, 2026/27', closesOn: '2026-11-02' }]);
    expect((await selectionFacts(db, 2026, ctx('curator').today)).questioned).toBe(0);

    await answer(world, anna, '9');

    const [line] = await candidatesOf(db, 2026, [anna]);
    expect(line?.result).toMatchObject({
      by: 'questionnaire',
      sheet: { scales: [{ title: 'Ясность', score: 9, most: 10, band: 'высокая' }] },
    });
    expect(line && stepOf(line.track)).toBe('questioned');
    expect((await selectionFacts(db, 2026, ctx('curator').today)).questioned).toBe(1);
    expect(await journal()).toContain('candidate.asked');
  }),
);

test(
  'nobody is asked twice, and those who come later join the round that goes on',
  story(async (world) => {
    const { ctx, db } = world;
    await selectionQuestionnaire(world);
    const anna = await candidate(world);
    const boris = await candidate(world, 'Борисов');
    await askCandidates(ctx('curator'), [anna]);

    expect(await askCandidates(ctx('curator'), [anna])).toEqual({ ok: false, reason: 'nobody-to-ask' });
    expect(await askCandidates(ctx('curator'), [anna, boris])).toEqual({ ok: true, value: 1 });
    const [one] = await roundsFor(db, anna);
    const [other] = await roundsFor(db, boris);
    expect(other?.id).toBe(one?.id);
    expect(await askCandidates(ctx('curator', '2026-12-01'), [anna])).toEqual({ ok: true, value: 1 });
  }),
);

test(
  'the questionnaire of the candidate’s form goes before the one for all; without an approved one nobody is asked',
  story(async (world) => {
    const { ctx, db } = world;
    const anna = await candidate(world);
    expect(await askCandidates(ctx('curator'), [anna])).toEqual({ ok: false, reason: 'no-questionnaire' });

    await selectionQuestionnaire(world);
    await selectionQuestionnaire(world, 'teacher-teacher');
    const own = await selectionQuestionnaire(world, 'student-student');
    await askCandidates(ctx('curator'), [anna]);
    expect(await roundsFor(db, anna)).toMatchObject([{ questionnaireId: own }]);
  }),
);

test(
  'what was answered here is not typed over; before that a figure from paper stands, and the answers take its place',
  story(async (world) => {
    const { ctx, db } = world;
    await selectionQuestionnaire(world);
    const anna = await candidate(world);
    const typed = { score: 30, most: 40, paper: 'папка 4', answeredOn: day('2026-10-05'), version: 0 };
    await writeScore(ctx('curator'), anna, typed);
    const boris = await candidate(world, 'Борисов');
    await askCandidates(ctx('curator'), [boris]);
    await answer(world, boris, '3');

    expect((await candidatesOf(db, 2026, [anna]))[0]?.result).toEqual({ by: 'paper', score: 30, most: 40 });
    expect(await writeScore(ctx('curator'), boris, typed)).toEqual({ ok: false, reason: 'answered-here' });
  }),
);

test(
  'a link asks and leads into the round at once; whoever has answered needs none',
  story(async (world) => {
    const { ctx, db } = world;
    await selectionQuestionnaire(world);
    const anna = await candidate(world);
    const first = await linkForCandidate(ctx('curator'), anna);
    const second = await linkForCandidate(ctx('curator'), anna);
    expect(first.ok && second.ok && first.value.token !== second.value.token).toBe(true);
    expect(await db.selectFrom('questionnaire_links').select('person_id').execute()).toEqual([{ person_id: anna }]);

    await answer(world, anna, '7');
    expect(await linkForCandidate(ctx('curator'), anna)).toEqual({ ok: false, reason: 'already-answered' });
    await expect(linkForCandidate(ctx('class-teacher'), anna)).rejects.toThrow();
  }),
);
