import { expect, test } from 'vitest';
import { actorWith, type World } from '../../../test/plan-story.ts';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { agreePlan, proposePlan, returnPlan, takePlanBack } from './agree-plan.ts';
import { copyPlan } from './copy-plan.ts';
import { dropCorrection, openCorrection } from './correct-plan.ts';
import { differenceOf } from './difference.ts';
import { lateTasksOf, planFacts } from './fact-rows.ts';
import { marksOf } from './mark-rows.ts';
import { markTask } from './mark-task.ts';
import { standingOf } from './plan.ts';
import { countPlans, plansBy } from './register-rows.ts';
import { agreementsOf, tasksOf, versionsOf } from './rows.ts';
import { addTemplate, changeTemplate, installTemplates } from './save-template.ts';
import { startPlan } from './start-plan.ts';
import { allTemplates } from './template-rows.ts';
import { addTask, changeTask, removeTask, writeWords } from './write-plan.ts';

const words = { strengths: '', weaknesses: '', goals: 'Сдать сессию', formats: ['personal'], otherFormat: '' };
const made = <T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};
const openOf = async (ctx: Ctx, planId: string) => {
  const { open } = standingOf(await versionsOf(ctx.db, planId));
  if (!open) throw new Error('nothing is open');
  return open;
};
const forceOf = async (ctx: Ctx, planId: string) => standingOf(await versionsOf(ctx.db, planId)).inForce;

/** Anna mentors Olya; a plan with one task, sent by Anna. */
const proposed = async (world: World) => {
  const pair = await actorWith(world);
  const planId = made(await startPlan(pair.mentor, pair.id, null));
  made(await writeWords(pair.mentor, planId, { ...words, version: 1 }));
  const taskId = made(
    await addTask(pair.mentor, planId, { title: 'Сдать долг', expected: 'зачёт', due: day('2026-11-20') }),
  );
  made(await proposePlan(pair.mentor, planId, (await openOf(pair.mentor, planId)).version));
  return { ...pair, planId, taskId };
};

const agreed = async (world: World) => {
  const pair = await proposed(world);
  made(await agreePlan(pair.mentee, pair.planId, (await openOf(pair.mentee, pair.planId)).version));
  return pair;
};

test(
  'a plan from a template has its goals and its tasks over the pair’s period',
  story(async (world) => {
    const { mentor, id } = await actorWith(world);
    made(await installTemplates(world.ctx('curator')));
    const template = (await allTemplates(world.db)).find(({ variant }) => variant === 'strong-weak');

    const planId = made(await startPlan(mentor, id, template?.id ?? ''));

    const draft = await openOf(mentor, planId);
    const tasks = await tasksOf(world.db, draft.id);
    expect(draft.goals).toBe(template?.goals);
    expect(tasks.map(({ title }) => title).toSorted()).toEqual(template?.tasks.map(({ title }) => title).toSorted());
    expect(await startPlan(mentor, id, null)).toEqual({ ok: false, reason: 'already-there' });
  }),
);

test(
  'templates that a college changed stay as it made them when the built-in ones are taken again',
  story(async ({ ctx, db }) => {
    const curator = ctx('curator');
    made(await installTemplates(curator));
    const [template] = await allTemplates(db);
    if (!template) throw new Error('no templates');
    const own = { ...template, title: 'По-нашему' };
    made(await changeTemplate(curator, template.id, own));

    expect(await changeTemplate(curator, template.id, own)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(made(await installTemplates(curator))).toBe(0);
    made(await addTemplate(curator, { ...own, title: 'Ещё один' }));
    const titles = (await allTemplates(db)).map(({ title }) => title);
    expect(titles).toContain('По-нашему');
    expect(titles).toContain('Ещё один');
  }),
);

test(
  'nothing is sent for agreement without a goal and a task',
  story(async (world) => {
    const { mentor, id } = await actorWith(world);
    const planId = made(await startPlan(mentor, id, null));

    expect(await proposePlan(mentor, planId, 1)).toEqual({ ok: false, reason: 'no-goals' });
    made(await writeWords(mentor, planId, { ...words, version: 1 }));
    expect(await proposePlan(mentor, planId, 2)).toEqual({ ok: false, reason: 'no-tasks' });
    expect(await proposePlan(mentor, planId, 1)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    const late = { title: 'Позже', expected: '', due: day('2027-07-01') };
    expect(await addTask(mentor, planId, late)).toEqual({ ok: false, reason: 'outside-period' });
  }),
);

test(
  'the mentor agrees by sending, the mentee by agreeing; then the plan is in force, with who and when',
  story(async (world) => {
    const { mentee, planId } = await proposed(world);
    expect(await forceOf(mentee, planId)).toBeUndefined();
    const sent = await openOf(mentee, planId);

    expect(await agreePlan(mentee, planId, sent.version - 1)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(made(await agreePlan(mentee, planId, sent.version))).toBe('agreed');

    expect((await forceOf(mentee, planId))?.agreedOn).toBe('2026-10-12');
    const trace = await agreementsOf(world.db, planId);
    expect(trace.map(({ side, way, agreedOn }) => [side, way, agreedOn])).toEqual([
      ['mentor', 'account', '2026-10-12'],
      ['mentee', 'account', '2026-10-12'],
    ]);
    expect((await world.journal()).slice(-3)).toEqual(['plan.side-agreed', 'plan.side-agreed', 'plan.agreed']);
  }),
);

test(
  'a mentee sends the plan back with words, the writer takes it back; what was agreed to meanwhile is agreed to again',
  story(async (world) => {
    const { mentor, mentee, planId } = await proposed(world);
    const sent = await openOf(mentee, planId);
    made(await returnPlan(mentee, planId, { version: sent.version, remark: 'Срок слишком рано' }));

    const draft = await openOf(mentor, planId);
    expect([draft.state, draft.remark]).toEqual(['draft', 'Срок слишком рано']);
    expect(await agreementsOf(world.db, planId)).toEqual([]);
    made(await proposePlan(mentor, planId, draft.version));
    made(await takePlanBack(mentor, planId));
    expect(await agreePlan(mentee, planId, draft.version + 1)).toEqual({ ok: false, reason: 'not-proposed' });
  }),
);

test(
  'what was sent cannot be written, by the code or round it',
  story(async (world) => {
    const { mentor, planId, taskId } = await proposed(world);
    const sent = await openOf(mentor, planId);

    expect(await writeWords(mentor, planId, { ...words, version: sent.version })).toEqual({
      ok: false,
      reason: 'no-draft',
    });
    expect(await removeTask(mentor, planId, { id: taskId, version: 1 })).toEqual({ ok: false, reason: 'no-draft' });
    await expect(
      world.db.updateTable('plan_tasks').set({ title: 'Тайком' }).where('version_id', '=', sent.id).execute(),
    ).rejects.toThrow('only a draft of a plan is written');
  }),
);

test(
  'a correction is a new version with its reason; the agreed one holds until both agree again, and the difference is kept',
  story(async (world) => {
    const { mentor, mentee, planId, taskId, id } = await agreed(world);
    expect(made(await openCorrection(mentee, id, 'Не понимаю, что от меня нужно'))).toBe(planId);
    const draft = await openOf(mentor, planId);
    expect([draft.number, draft.reason]).toEqual([2, 'Не понимаю, что от меня нужно']);
    made(await openCorrection(mentor, id, 'И срок сдвинулся'));
    expect((await openOf(mentor, planId)).reason).toBe('Не понимаю, что от меня нужно\nИ срок сдвинулся');

    const [task] = await tasksOf(world.db, draft.id);
    expect(task?.id).toBe(taskId);
    const change = {
      id: taskId,
      title: 'Сдать долг по механике',
      expected: 'зачёт',
      due: day('2026-12-01'),
      version: 1,
    };
    made(await changeTask(mentor, planId, change));
    const before = await forceOf(mentor, planId);
    expect(before?.number).toBe(1);
    made(await proposePlan(mentor, planId, (await openOf(mentor, planId)).version));
    expect(await openCorrection(mentee, id, 'ещё')).toEqual({ ok: false, reason: 'waits-for-agreement' });
    made(await agreePlan(mentee, planId, (await openOf(mentee, planId)).version));

    const [now, old] = await versionsOf(world.db, planId);
    if (!now || !old) throw new Error('two versions were made');
    expect([now.state, old.state]).toEqual(['agreed', 'superseded']);
    const difference = differenceOf(
      { ...old, tasks: await tasksOf(world.db, old.id) },
      { ...now, tasks: await tasksOf(world.db, now.id) },
    );
    expect(difference.tasks[0]?.changes.map(({ field }) => field)).toEqual(['title', 'due']);
  }),
);

test(
  'a correction that is not wanted is dropped and leaves the agreed plan alone; a first draft is no correction',
  story(async (world) => {
    const { mentor, planId, id } = await agreed(world);
    expect(await dropCorrection(mentor, planId)).toEqual({ ok: false, reason: 'no-correction' });
    made(await openCorrection(mentor, id, 'Показалось'));
    made(await dropCorrection(mentor, planId));

    expect((await versionsOf(world.db, planId)).map(({ state }) => state)).toEqual(['agreed']);
    const { id: bare } = await actorWith(world, 'Борисова');
    expect(await openCorrection(world.ctx('curator'), bare, 'Нужно')).toEqual({ ok: false, reason: 'no-plan' });
  }),
);

test(
  'mentor and curator write at once: the second is refused and loses nothing; different tasks do not get in each other’s way',
  story(async (world) => {
    const { mentor, id } = await actorWith(world);
    const curator = world.ctx('curator');
    const planId = made(await startPlan(mentor, id, null));
    const due = day('2026-12-01');
    const one = made(await addTask(mentor, planId, { title: 'Первая', expected: '', due }));
    const two = made(await addTask(mentor, planId, { title: 'Вторая', expected: '', due }));

    made(await writeWords(curator, planId, { ...words, version: 1 }));
    const second = await writeWords(mentor, planId, { ...words, goals: 'Другое', version: 1 });
    expect(second).toEqual({ ok: false, reason: 'changed-meanwhile' });
    made(await changeTask(mentor, planId, { id: one, title: 'Первая точнее', expected: '', due, version: 1 }));
    made(await changeTask(curator, planId, { id: two, title: 'Вторая точнее', expected: '', due, version: 1 }));
    const stale = await changeTask(curator, planId, { id: one, title: 'Иначе', expected: '', due, version: 1 });
    expect(stale).toEqual({ ok: false, reason: 'changed-meanwhile' });
    made(await removeTask(curator, planId, { id: one, version: 2 }));
    const gone = await changeTask(mentor, planId, { id: one, title: 'Убрана', expected: '', due, version: 2 });
    expect(gone).toEqual({ ok: false, reason: 'changed-meanwhile' });
  }),
);

test(
  'a task is marked in the agreed plan; a moved one needs its new day, and late tasks are told with the day that counts',
  story(async (world) => {
    const { mentor, planId, taskId, id } = await agreed(world);
    const task = { planId, taskId };
    const mark = { mark: 'moved', result: 'Болел', movedTo: null, version: 0 } as const;
    expect(await markTask(mentor, task, mark)).toEqual({ ok: false, reason: 'day-missing' });
    expect(await lateTasksOf(world.db, [id], day('2026-11-21'))).toMatchObject([{ taskId, due: '2026-11-20' }]);

    made(await markTask(mentor, task, { ...mark, movedTo: day('2026-12-01') }));
    expect(await lateTasksOf(world.db, [id], day('2026-11-21'))).toEqual([]);
    expect(await lateTasksOf(world.db, [id], day('2026-12-02'))).toMatchObject([{ due: '2026-12-01' }]);
    expect(await markTask(mentor, task, { ...mark, mark: 'done' })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    made(await markTask(mentor, task, { ...mark, mark: 'done', version: 1 }));
    expect((await marksOf(world.db, planId)).get(taskId)).toMatchObject({ mark: 'done', movedTo: null });
    expect(await lateTasksOf(world.db, [id], day('2027-01-01'))).toEqual([]);
  }),
);

test(
  'a plan goes to the mentor’s other mentees without what is written about one of them',
  story(async (world) => {
    const { mentor, id } = await actorWith(world);
    const other = await actorWith(world, 'Борисова');
    const planId = made(await startPlan(mentor, id, null));
    made(await writeWords(mentor, planId, { ...words, weaknesses: 'Прогулы', version: 1 }));
    made(await addTask(mentor, planId, { title: 'Общая', expected: '', due: day('2026-12-01') }));

    expect(made(await copyPlan(mentor, planId, [other.id]))).toBe(1);

    const [row] = await plansBy(world.db, { pairIds: [other.id] }, day('2026-10-20'));
    const copy = await openOf(mentor, row?.planId ?? '');
    expect([copy.goals, copy.weaknesses, copy.state]).toEqual(['Сдать сессию', '', 'draft']);
    expect((await tasksOf(world.db, copy.id)).map(({ title }) => title)).toEqual(['Общая']);
    expect(await copyPlan(mentor, planId, [other.id])).toEqual({ ok: false, reason: 'changed-meanwhile' });
  }),
);

test(
  'the register counts pairs by where their plans stand, and row 6.1 sees the same',
  story(async (world) => {
    const first = await agreed(world);
    await actorWith(world, 'Борисова');
    const today = day('2026-12-01');

    expect(await countPlans(world.db, {}, today)).toMatchObject({ all: 2, none: 1, agreed: 1, waiting: 0, late: 1 });
    expect((await plansBy(world.db, { state: 'late' }, today)).map(({ pairId }) => pairId)).toEqual([first.id]);
    expect(await countPlans(world.db, { groupIds: [] }, today)).toMatchObject({ all: 0 });
    expect(await planFacts(world.db, 2026, today)).toEqual({ pairs: 2, agreed: 1, waiting: 0, drafts: 0, late: 1 });
    await world.elsewhere(async (db) => expect(await countPlans(db, {}, today)).toMatchObject({ all: 0 }));
  }),
);
