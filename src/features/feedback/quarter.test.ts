import { expect, test } from 'vitest';
import { look, meeting, pairOf, reasons } from '../../../test/feedback-story.ts';
import { fillingOf } from '../../../test/questionnaire-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { approveQuestionnaire } from '../questionnaires/approve-questionnaire.ts';
import { questionsOf } from '../questionnaires/definition.ts';
import { finishFilling, giveAnswers, openSheet } from '../questionnaires/give-answers.ts';
import { installSets } from '../questionnaires/install-sets.ts';
import { roundProgress } from '../questionnaires/progress-rows.ts';
import { invitationOf } from '../questionnaires/round-rows.ts';
import { listQuestionnaires, questionnaireById } from '../questionnaires/rows.ts';
import { feedbackFacts } from './fact-rows.ts';
import { openFlags } from './flag-rows.ts';
import { sendQuarterRounds } from './send-rounds.ts';
import { signsOfPairs } from './sign-rows.ts';

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
