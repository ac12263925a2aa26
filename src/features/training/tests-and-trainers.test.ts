import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { approved as approvedQuestionnaire, feeling } from '../../../test/questionnaire-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { addContract } from '../experts/add-contract.ts';
import { expertById } from '../experts/rows.ts';
import { addExpert } from '../experts/save-expert.ts';
import { finishFilling, giveAnswers } from '../questionnaires/give-answers.ts';
import { roundById, roundsFor } from '../questionnaires/round-rows.ts';
import { versionsOf } from '../questionnaires/rows.ts';
import { trainingFacts } from './fact-rows.ts';
import { issueCertificates } from './issue-certificates.ts';
import { addModule, approveProgramme, makeProgramme, newVersion } from './make-programme.ts';
import { bankTrainer, enrolMentors, planSession } from './plan-session.ts';
import { modulesOf } from './programme-rows.ts';
import { resultsOf, testsFor, testsOf } from './programme-test-rows.ts';
import { insertAttendance, sessionById } from './session-rows.ts';
import { addTest, openTest, removeTest } from './set-test.ts';

const papers = paperStories();
const today = day('2026-10-12');

const programme = async ({ ctx }: World, state: 'draft' | 'approved' = 'approved'): Promise<string> => {
  const { value: id } = await makeProgramme(ctx('methodist'), { title: 'Школа наставника', goal: '', leastShare: 75 });
  await addModule(ctx('methodist'), id, { title: 'Общение', content: '', hours: 4 });
  if (state === 'approved')
    await approveProgramme(papers.at(ctx('methodist')), id, { version: 1, number: '7', day: today });
  return id;
};

const mentor = async ({ given }: World, last = 'Аннина'): Promise<string> => {
  const id = await given.student({ last });
  await given.mentor(id);
  return id;
};

/** A test by the scale «Ясность», one to ten. */
const testOf = async (
  { ctx, db }: World,
  programmeId: string,
  more: { passMark?: number; required?: boolean } = {},
) => {
  const questionnaireId = await approvedQuestionnaire(ctx('methodist'), feeling);
  const [version] = await versionsOf(db, questionnaireId);
  const input = { programmeId, moduleId: null, versionId: version?.id ?? '', scale: 'k1', passMark: 7, required: true };
  return addTest(ctx('methodist'), { ...input, ...more });
};

const onlyTest = async ({ db }: World, programmeId: string) => {
  const [test] = await testsOf(db, programmeId);
  if (!test) throw new Error('no test');
  return test;
};

const answer = async ({ ctx, db }: World, roundId: string, personId: string, points: string) => {
  const round = await roundById(db, roundId);
  if (!round) throw new Error('no round');
  const owner = { personId, keyHash: null, groupId: null, way: 'account', accountId: null } as const;
  const filling = { db, today: ctx('mentor').today, round, owner, invitedId: personId };
  const said: Readonly<Record<string, readonly string[]>> = { 'q-q1': [points], 'q-q3': ['yes'] };
  const sent = (name: string) => said[name] ?? [];
  await giveAnswers(filling, { versionId: round.versionId, questions: ['q1', 'q3'], sent });
  await finishFilling(filling);
};

test(
  'a test is a scale of an approved questionnaire; its mark can be reached, and a part has one test',
  story(async (world) => {
    const id = await programme(world, 'draft');
    expect(await testOf(world, id, { passMark: 11 })).toEqual({ ok: false, reason: 'mark-over-most' });
    expect(await testOf(world, id)).toMatchObject({ ok: true });
    expect(await testOf(world, id)).toEqual({ ok: false, reason: 'one-a-part' });
    const { id: testId } = await onlyTest(world, id);
    const closesOn = day('2026-10-30');
    expect(await openTest(world.ctx('methodist'), testId, closesOn)).toEqual({ ok: false, reason: 'not-approved' });
    await expect(removeTest(world.ctx('psychologist'), testId)).rejects.toThrow('training.not-a-keeper');
    expect(await removeTest(world.ctx('methodist'), testId)).toEqual({ ok: true, value: id });
  }),
);

test(
  'participants find the test among the own questionnaires, who is enrolled later too; without passing it there is no certificate',
  story(async (world) => {
    const { ctx, db } = world;
    const id = await programme(world);
    await testOf(world, id);
    const { id: testId } = await onlyTest(world, id);
    const closesOn = day('2026-10-30');
    expect(await openTest(ctx('methodist'), testId, closesOn)).toEqual({ ok: false, reason: 'nobody-to-ask' });
    const [anna, boris] = [await mentor(world), await mentor(world, 'Борисов')];
    await enrolMentors(ctx('methodist'), id, [anna]);
    expect(await openTest(ctx('methodist'), testId, day('2026-10-11'))).toEqual({ ok: false, reason: 'day-past' });
    expect(await openTest(ctx('methodist'), testId, closesOn)).toEqual({ ok: true, value: 1 });
    await enrolMentors(ctx('methodist'), id, [boris]);
    expect(await roundsFor(db, boris)).toMatchObject([{ title: 'Школа наставника: Как дела', answered: false }]);
    expect(await removeTest(ctx('methodist'), testId)).toEqual({ ok: false, reason: 'already-opened' });

    const session = await planSession(ctx('methodist'), id, {
      ...{ moduleId: null, topic: 'Всё', hours: 4, day: today, starts: '14:00', ends: '17:00', place: '' },
      ...{ trainerId: null, trainer: 'Лобанова И. П.', contract: '5' },
    });
    if (!session.ok) throw new Error(session.reason);
    const way = { way: 'list', accountId: ctx('methodist').actor.accountId } as const;
    await insertAttendance(db, session.value, [anna, boris], way);
    const roundId = (await onlyTest(world, id)).roundId ?? '';
    await answer(world, roundId, anna, '7');
    await answer(world, roundId, boris, '6');

    const results = await resultsOf(db, await testsOf(db, id));
    expect(results.get(anna)).toEqual([{ testId, score: 7, most: 10, passed: true }]);
    expect(results.get(boris)).toMatchObject([{ passed: false }]);
    const issued = await issueCertificates(ctx('methodist'), id, [anna, boris]);
    expect(issued.ok && issued.value).toMatchObject({ numbers: [1], passed: [{ personId: boris }] });

    expect(await openTest(ctx('methodist'), testId, day('2026-11-30'))).toMatchObject({ ok: true });
    await answer(world, roundId, boris, '9');
    const later = await issueCertificates(ctx('methodist'), id, [boris]);
    expect(later.ok && later.value.numbers).toEqual([2]);
    expect(await testsFor(db, boris)).toMatchObject([{ id: testId, roundId }]);
  }),
);

test(
  'a test that the programme does not ask for stops nobody; the next version has the same tests, opened to nobody yet',
  story(async (world) => {
    const { ctx, db } = world;
    const id = await programme(world);
    await testOf(world, id, { required: false });
    const anna = await mentor(world);
    await enrolMentors(ctx('methodist'), id, [anna]);
    const [module] = await modulesOf(db, id);
    const session = await planSession(ctx('methodist'), id, {
      ...{ moduleId: module?.id ?? null, topic: '', hours: 4, day: today, starts: '14:00', ends: '17:00', place: '' },
      ...{ trainerId: null, trainer: 'Лобанова И. П.', contract: '' },
    });
    if (!session.ok) throw new Error(session.reason);
    await insertAttendance(db, session.value, [anna], { way: 'list', accountId: ctx('methodist').actor.accountId });

    const issued = await issueCertificates(ctx('methodist'), id, [anna]);
    expect(issued.ok && issued.value.numbers).toEqual([1]);
    const next = await newVersion(ctx('methodist'), id);
    expect(next.ok && (await testsOf(db, next.value))).toMatchObject([{ passMark: 7, required: false, roundId: null }]);
  }),
);

const time = { moduleId: null, topic: 'Встреча', hours: 2, day: today, starts: '14:00', ends: '15:30', place: '' };
const nobody = { trainerId: null, expertId: null, trainer: '', contract: '' };

test(
  'an expert of the bank leads with the contract that is in force on the day; without one the session says so',
  story(async (world) => {
    const { ctx, db } = world;
    const id = await programme(world);
    const expert = {
      ...{ personId: null, name: 'Лобанова Ирина Петровна', organisation: 'ИРО', post: '', contacts: '' },
      ...{ areas: ['study'], availability: '', note: '' },
    };
    const made = await addExpert(ctx('methodist'), expert);
    if (!made.ok) throw new Error(made.reason);
    const expertId = made.value;
    const term = { number: '5', day: day('2026-10-01'), till: day('2026-10-12'), subject: '' };
    await addContract(ctx('methodist'), { expertId, ...term });

    const within = await planSession(ctx('methodist'), id, { ...time, ...nobody, expertId });
    const after = await planSession(ctx('methodist'), id, { ...time, ...nobody, expertId, day: day('2026-10-13') });
    if (!within.ok || !after.ok) throw new Error('both are planned');
    expect(await sessionById(db, within.value)).toMatchObject({
      ...{ trainer: 'Лобанова Ирина Петровна', contractNumber: '5', withoutContract: false },
    });
    expect(await sessionById(db, after.value)).toMatchObject({ contractNumber: null, withoutContract: true });
    expect(await trainingFacts(db, 2026, today)).toMatchObject({ sessions: 2, withTrainer: 2, withoutContract: 1 });
    const typed = { ...time, ...nobody, trainer: 'лобанова ирина петровна, ИРО' };
    expect(await planSession(ctx('methodist'), id, typed)).toEqual({ ok: false, reason: 'in-the-bank' });
  }),
);

test(
  'staff need no contract; whoever is neither staff nor in the bank cannot be chosen',
  story(async (world) => {
    const { ctx, db, given } = world;
    const id = await programme(world);
    const olga = await given.teacher({ last: 'Окунева' });
    const planned = await planSession(ctx('methodist'), id, { ...time, ...nobody, trainerId: olga });
    expect(planned.ok && (await sessionById(db, planned.value))).toMatchObject({ withoutContract: false });

    const student = await given.student({ last: 'Аннина' });
    const wrong = { ok: false, reason: 'not-a-trainer' };
    expect(await planSession(ctx('methodist'), id, { ...time, ...nobody, trainerId: student })).toEqual(wrong);
    expect(await planSession(ctx('methodist'), id, { ...time, ...nobody, expertId: student })).toEqual(wrong);
  }),
);

test(
  'a typed trainer is taken into the bank by one press, and the session is theirs from there on',
  story(async (world) => {
    const { ctx, db } = world;
    const id = await programme(world);
    const planned = await planSession(ctx('methodist'), id, {
      ...time,
      ...nobody,
      trainer: 'Сомов И. И., завод «Луч»',
    });
    if (!planned.ok) throw new Error(planned.reason);

    const banked = await bankTrainer(ctx('methodist'), planned.value);
    expect(banked.ok && (await expertById(db, banked.value))).toMatchObject({
      ...{ name: 'Сомов И. И.', organisation: 'завод «Луч»' },
    });
    expect(await sessionById(db, planned.value)).toMatchObject({
      ...{ expertId: banked.ok && banked.value, trainer: 'Сомов И. И.', withoutContract: true },
    });
    expect(await bankTrainer(ctx('methodist'), planned.value)).toEqual({ ok: false, reason: 'nobody-typed' });
    await expect(bankTrainer(ctx('psychologist'), planned.value)).rejects.toThrow();
  }),
);
