import { expect, test } from 'vitest';
import { fillingOf } from '../../../test/questionnaire-story.ts';
import { story, type World } from '../../../test/story.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { approveQuestionnaire } from '../questionnaires/approve-questionnaire.ts';
import { questionsOf } from '../questionnaires/definition.ts';
import { finishFilling, giveAnswers, openSheet } from '../questionnaires/give-answers.ts';
import { installSets } from '../questionnaires/install-sets.ts';
import { roundProgress } from '../questionnaires/progress-rows.ts';
import { invitationOf } from '../questionnaires/round-rows.ts';
import { listQuestionnaires, questionnaireById } from '../questionnaires/rows.ts';
import { mayCloseFlag, mayKeepRisks, mayReadFlag } from './access.ts';
import { changeRiskNorms, closeFlag, handFlag } from './close-flag.ts';
import { feedbackFacts } from './fact-rows.ts';
import { flagsOfPair, openFlags } from './flag-rows.ts';
import { lookThrough } from './look-through.ts';
import { riskNorms } from './norm-rows.ts';
import { askingWindow, quartersOf, quarterToAsk } from './quarter.ts';
import { firstNorms, type PairSigns, type RiskNorms, reasonsOf } from './risk.ts';
import { sendQuarterRounds } from './send-rounds.ts';
import { signsOfPairs } from './sign-rows.ts';

interface Pair {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly pairId: string;
}

const pairOf = async ({ given, db }: World, last = 'Белова', group = 'ЭМ-21'): Promise<Pair> => {
  const mentorId = await given.student({ last, group });
  const menteeId = await given.student({ last: `${last}-Младшая`, group });
  await given.mentor(mentorId);
  await given.mentee(menteeId);
  const { id } = await db
    .insertInto('pairs')
    .values({
      mentor_id: mentorId,
      mentee_id: menteeId,
      form: 'student-student',
      from_day: day('2026-10-12'),
      till_day: day('2027-06-30'),
      seat: 1,
      mentor_consent_id: await given.consent(mentorId),
      mentee_consent_id: await given.consent(menteeId),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { mentorId, menteeId, pairId: id };
};

const meeting = (
  db: World['db'],
  pairId: string,
  on: string,
  { absent = null, help = false }: { absent?: 'mentor' | 'mentee' | null; help?: boolean } = {},
) =>
  db
    .insertInto('meetings')
    .values({
      ...{ pair_id: pairId, kind: 'working', state: absent ? 'missed' : 'held', absent, needs_help: help },
      ...{ day: day(on), logged_on: day(on), door_key: 'key' },
    })
    .execute();

const look = async (world: World, on: string) => {
  const outcome = await lookThrough(world.ctx('curator', on));
  return outcome.ok ? outcome.value : undefined;
};

const reasons = async (world: World) => (await openFlags(world.db)).map(({ reason }) => reason);

const calm: PairSigns = {
  from: day('2026-10-12'),
  lastMeeting: day('2026-11-20'),
  missedInRow: 0,
  comfort: 8,
  comfortSide: 'mentee',
  lateTasks: 0,
  silentSide: null,
  askedOn: null,
  helpAskedOn: null,
};

const codes = (signs: Partial<PairSigns>, on = '2026-11-25', norms: RiskNorms = firstNorms) =>
  reasonsOf({ ...calm, ...signs }, { ...norms, silenceDays: 21 }, day(on)).map(({ reason }) => reason);

test('a pair that meets and is content raises nothing; silence begins on the day after the norm', () => {
  expect(codes({})).toEqual([]);
  expect(codes({}, '2026-12-11')).toEqual([]);
  expect(codes({}, '2026-12-12')).toEqual(['silent']);
  expect(codes({ lastMeeting: null }, '2026-11-03')).toEqual(['silent']);
});

test('each sign is judged by the college’s own norm, and what is switched off is not looked at', () => {
  expect(codes({ comfort: 4 })).toEqual(['low-comfort']);
  expect(codes({ comfort: 4 }, '2026-11-25', { ...firstNorms, lowComfort: 3 })).toEqual([]);
  expect(codes({ missedInRow: 2, lateTasks: 5 })).toEqual(['missed', 'late-tasks']);
  expect(codes({ missedInRow: 2, lateTasks: 5 }, '2026-11-25', { ...firstNorms, switchedOff: ['missed'] })).toEqual([
    'late-tasks',
  ]);
  expect(codes({ silentSide: 'mentee', askedOn: day('2026-11-16') })).toEqual([]);
  expect(codes({ silentSide: 'mentee', askedOn: day('2026-11-15') })).toEqual(['one-sided']);
});

test('questionnaires of a quarter are open around its end, and in the holidays nobody is asked', () => {
  const [autumn] = quartersOf(2026);
  expect(autumn && askingWindow(autumn, firstNorms)).toEqual({ from: '2026-12-10', till: '2026-12-23' });
  expect(quarterToAsk(2026, firstNorms, day('2026-12-09'))).toBeUndefined();
  expect(quarterToAsk(2026, firstNorms, day('2026-12-10'))?.number).toBe(1);
  expect(quarterToAsk(2026, firstNorms, day('2027-03-15'))?.number).toBe(2);
  expect(quarterToAsk(2026, firstNorms, day('2027-08-01'))).toBeUndefined();
});

test(
  'a silent pair is flagged once, tells how long it is silent, and the flag passes by itself with the next meeting',
  story(async (world) => {
    const { pairId } = await pairOf(world);
    expect(await look(world, '2026-11-02')).toEqual({ opened: 0, passed: 0, corrections: 0 });
    expect(await look(world, '2026-11-03')).toMatchObject({ opened: 1 });
    expect(await look(world, '2026-11-10')).toMatchObject({ opened: 0 });
    expect((await openFlags(world.db))[0]).toMatchObject({
      ...{ reason: 'silent', openedOn: '2026-11-03', details: { days: 29, last: null } },
    });
    await meeting(world.db, pairId, '2026-11-11');
    expect(await look(world, '2026-11-12')).toMatchObject({ passed: 1 });
    expect((await flagsOfPair(world.db, pairId))[0]).toMatchObject({ outcome: 'passed', closedOn: '2026-11-12' });
  }),
);

test(
  'meetings that fell through count since the last one held; help asked for ends with a later meeting without it',
  story(async (world) => {
    const { pairId } = await pairOf(world);
    await meeting(world.db, pairId, '2026-10-20', { absent: 'mentee' });
    await meeting(world.db, pairId, '2026-10-27', { help: true });
    await meeting(world.db, pairId, '2026-11-03', { absent: 'mentee' });
    await look(world, '2026-11-04');
    expect(await reasons(world)).toEqual(['help-asked']);
    await meeting(world.db, pairId, '2026-11-10', { absent: 'mentor' });
    await look(world, '2026-11-11');
    expect((await reasons(world)).sort()).toEqual(['help-asked', 'missed']);
    await meeting(world.db, pairId, '2026-11-12');
    await look(world, '2026-11-13');
    expect(await reasons(world)).toEqual([]);
  }),
);

test(
  'a flag is closed by an act with words, is quiet for a while, and rises again when nothing has changed',
  story(async (world) => {
    await pairOf(world);
    await look(world, '2026-11-03');
    const [flag] = await openFlags(world.db);
    const close = (version: number) =>
      closeFlag(world.ctx('curator', '2026-11-04'), {
        ...{ flagId: flag?.id ?? '', version, outcome: 'talked' as const, words: 'Встретятся в пятницу' },
      });
    expect(await close(7)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await close(1)).toMatchObject({ ok: true });
    expect(await close(2)).toMatchObject({ reason: 'closed-already' });
    await look(world, '2026-11-17');
    expect(await reasons(world)).toEqual([]);
    await look(world, '2026-11-18');
    expect(await reasons(world)).toEqual(['silent']);
  }),
);

test(
  '«we correct the plan» is refused where there is none, and the flag stays open',
  story(async (world) => {
    await pairOf(world);
    await look(world, '2026-11-03');
    const [flag] = await openFlags(world.db);
    const outcome = await closeFlag(world.ctx('curator', '2026-11-04'), {
      ...{ flagId: flag?.id ?? '', version: 1, outcome: 'plan' as const, words: 'Меняем задачи' },
    });
    expect(outcome).toMatchObject({ reason: 'no-plan' });
    expect(await reasons(world)).toEqual(['silent']);
  }),
);

test(
  'the curator of the form owns a new flag; it is handed to those with an account only',
  story(async (world) => {
    const curator = await world.given.teacher({ last: 'Ложкина' });
    const other = await world.given.teacher({ last: 'Сторонний' });
    await world.db
      .insertInto('form_curators')
      .values({ year: 2026, form: 'student-student', person_id: curator })
      .execute();
    await pairOf(world);
    await look(world, '2026-11-03');
    const [flag] = await openFlags(world.db);
    expect(flag).toMatchObject({ ownerId: curator, owner: 'Ложкина Ольга Петровна' });
    const handed = await handFlag(world.ctx('curator'), { flagId: flag?.id ?? '', version: 1, ownerId: other });
    expect(handed).toMatchObject({ reason: 'not-an-owner' });
  }),
);

test(
  'norms are the college’s own; of two who change them at once the second is told',
  story(async (world) => {
    const change = (version: number, lateTasks: number) =>
      changeRiskNorms(world.ctx('curator'), version, { ...firstNorms, lateTasks });
    expect(await change(0, 10)).toMatchObject({ ok: true });
    expect(await change(0, 5)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await change(1, 14)).toMatchObject({ ok: true });
    expect(await riskNorms(world.db)).toMatchObject({ lateTasks: 14, version: 2 });
  }),
);

const approveDuring = async (world: World) => {
  const ctx = world.ctx('curator', '2026-10-01');
  await installSets(ctx);
  for (const { id, moment } of await listQuestionnaires(ctx.db)) {
    if (moment !== 'during') continue;
    const act = { label: 'Приказ № 1', day: day('2026-09-20'), documentId: null };
    const version = (await questionnaireById(ctx.db, id))?.version ?? 0;
    await approveQuestionnaire(ctx, id, { act, version });
  }
};

/** A plan of two tasks due on the first of December that both sides agreed to. */
const agreedPlan = async ({ db }: World, pairId: string): Promise<string> => {
  const { id: planId } = await db
    .insertInto('plans')
    .values({ pair_id: pairId, made_on: day('2026-10-20') })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: versionId } = await db
    .insertInto('plan_versions')
    .values({ plan_id: planId, number: 1, goals: 'Сдать зачёт' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const due = day('2026-12-01');
  await db
    .insertInto('plan_tasks')
    .values(['Решить задачи', 'Сдать долг'].map((title) => ({ version_id: versionId, title, due })))
    .execute();
  await db
    .updateTable('plan_versions')
    .set({ state: 'agreed', agreed_on: day('2026-10-21') })
    .where('id', '=', versionId)
    .execute();
  return planId;
};

const rounds = async (world: World, on: string) =>
  (await roundProgress(world.db, 2026, day(on))).filter(({ moment }) => moment === 'during');

/** A person of the rounds hands in what is said; the rest of the questions gets a seven. */
const answer = async (world: World, personId: string, on: string, said: Readonly<Record<string, string>> = {}) => {
  for (const { roundId } of await rounds(world, on)) {
    const filling = await fillingOf(world.ctx({ roles: ['mentor'], personId }, on), roundId, { personId });
    if (!(await invitationOf(world.db, roundId, personId))) continue;
    const { versionId, definition } = await openSheet(filling);
    const questions = questionsOf(definition).filter(
      ({ kind, id }) => kind === 'scale' || id in said || kind === 'yes-no',
    );
    const sent = (name: string) => {
      const id = name.slice(2);
      return [said[id] ?? (questions.find((one) => one.id === id)?.kind === 'yes-no' ? 'no' : '7')];
    };
    await giveAnswers(filling, { versionId, questions: questions.map(({ id }) => id), sent });
    expect(await finishFilling(filling)).toMatchObject({ ok: true });
  }
};

test(
  'questionnaires of the quarter go out by themselves, to both sides, once',
  story(async (world) => {
    await pairOf(world);
    const send = async (on: string) => {
      const outcome = await sendQuarterRounds(world.ctx('curator', on));
      return outcome.ok ? outcome.value : undefined;
    };
    expect(await send('2026-12-12')).toBe(0);
    await approveDuring(world);
    expect(await send('2026-11-12')).toBe(0);
    expect(await send('2026-12-12')).toBe(2);
    expect(await send('2026-12-13')).toBe(0);
    expect(await rounds(world, '2026-12-13')).toMatchObject([
      { invited: 1, closesOn: '2026-12-23' },
      { invited: 1, closesOn: '2026-12-23' },
    ]);
  }),
);

test(
  'a low word about how it goes raises a flag; a later and better one takes it away; the side that is silent is told',
  story(async (world) => {
    const { mentorId, menteeId, pairId } = await pairOf(world);
    await approveDuring(world);
    await meeting(world.db, pairId, '2026-12-10');
    await sendQuarterRounds(world.ctx('curator', '2026-12-10'));
    await answer(world, menteeId, '2026-12-11', { comfort: '3' });
    await look(world, '2026-12-12');
    expect((await openFlags(world.db)).map(({ reason, details }) => [reason, details])).toEqual([
      ['low-comfort', { comfort: 3, side: 'mentee' }],
    ]);
    await look(world, '2026-12-20');
    expect((await reasons(world)).sort()).toEqual(['low-comfort', 'one-sided']);
    await answer(world, menteeId, '2026-12-21', { comfort: '8' });
    await answer(world, mentorId, '2026-12-21');
    await look(world, '2026-12-22');
    expect(await reasons(world)).toEqual([]);
  }),
);

test(
  'the quarter is closed by pairs whose both sides answered',
  story(async (world) => {
    const first = await pairOf(world);
    await pairOf(world, 'Серова');
    await approveDuring(world);
    await sendQuarterRounds(world.ctx('curator', '2026-12-10'));
    await answer(world, first.menteeId, '2026-12-11');
    const autumn = async () => (await feedbackFacts(world.db, 2026)).quarters[0];
    expect(await autumn()).toMatchObject({ asked: 2, both: 0 });
    await answer(world, first.mentorId, '2026-12-11');
    expect(await autumn()).toMatchObject({ asked: 2, both: 1 });
    expect((await feedbackFacts(world.db, 2026)).quarters[1]).toMatchObject({ asked: 0 });
  }),
);

test(
  'an answer that asks for another plan opens its correction with the person’s words, once',
  story(async (world) => {
    const { menteeId, pairId } = await pairOf(world);
    await approveDuring(world);
    await sendQuarterRounds(world.ctx('curator', '2026-12-10'));
    await answer(world, menteeId, '2026-12-11', { 'change-plan': 'yes', 'change-words': 'Хочу готовиться к конкурсу' });
    await meeting(world.db, pairId, '2026-12-10');
    expect(await look(world, '2026-12-12')).toMatchObject({ corrections: 0 });

    const planId = await agreedPlan(world, pairId);
    expect(await look(world, '2026-12-13')).toMatchObject({ corrections: 1 });
    expect(await look(world, '2026-12-14')).toMatchObject({ corrections: 0 });
    const versions = await world.db
      .selectFrom('plan_versions')
      .select(['number', 'state', 'reason'])
      .where('plan_id', '=', planId)
      .orderBy('number')
      .execute();
    expect(versions).toEqual([
      { number: 1, state: 'agreed', reason: '' },
      { number: 2, state: 'draft', reason: 'Анкета наставляемого: Хочу готовиться к конкурсу' },
    ]);
  }),
);

test(
  'tasks that are late by the agreed plan are a sign; what is done or moved ahead is not',
  story(async (world) => {
    const { pairId } = await pairOf(world);
    const planId = await agreedPlan(world, pairId);
    const lateOn = async (on: string) => (await signsOfPairs(world.db, 2026, day(on)))[0]?.lateTasks;
    expect(await lateOn('2026-12-01')).toBe(0);
    expect(await lateOn('2026-12-02')).toBe(2);
    const [task] = await world.db.selectFrom('plan_tasks').select('task_id').orderBy('title').execute();
    await world.db
      .insertInto('plan_marks')
      .values({ plan_id: planId, task_id: task?.task_id ?? '', mark: 'done', marked_on: day('2026-12-02') })
      .execute();
    expect(await lateOn('2026-12-02')).toBe(1);
  }),
);

test.each<[Role, string]>([
  ['administrator', 'all keeps closes'],
  ['director', 'all'],
  ['deputy', 'all keeps closes'],
  ['working-group', 'all'],
  ['curator', 'all keeps closes'],
  ['methodist', 'all closes'],
  ['class-teacher', 'own'],
  ['psychologist', 'all closes'],
  ['social-teacher', 'all closes'],
  ['editor', ''],
  ['mentor', ''],
  ['mentee', ''],
  ['parent', ''],
  ['expert', ''],
  ['employer', ''],
  ['institute', ''],
])('%s and flags of pairs: %s', (role, wanted) => {
  const actor: Actor = {
    college: '' as never,
    accountId: '',
    personId: 'me',
    name: '',
    roles: [role],
    groupIds: ['own'],
  };
  const reads = (groupIds: string[]) => mayReadFlag(actor, { groupIds }) === true;
  const words = [
    reads(['other']) ? 'all' : reads(['own']) ? 'own' : '',
    mayKeepRisks(actor) === true ? 'keeps' : '',
    mayCloseFlag(actor, { ownerId: null }) === true ? 'closes' : '',
  ];
  expect(words.filter(Boolean).join(' ')).toBe(wanted);
  expect(mayCloseFlag(actor, { ownerId: 'me' })).toBe(true);
});
