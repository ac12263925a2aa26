import type { ListedPair } from '../../features/pairs/rows.ts';
import { pairsBy } from '../../features/pairs/rows.ts';
import { agreeOnPaper, agreePlan, proposePlan } from '../../features/plans/agree-plan.ts';
import { openCorrection } from '../../features/plans/correct-plan.ts';
import { markTask } from '../../features/plans/mark-task.ts';
import { type PlanTask, standingOf } from '../../features/plans/plan.ts';
import { tasksOf, versionsOf } from '../../features/plans/rows.ts';
import { installTemplates } from '../../features/plans/save-template.ts';
import { startPlan } from '../../features/plans/start-plan.ts';
import { fitting } from '../../features/plans/template.ts';
import { allTemplates } from '../../features/plans/template-rows.ts';
import { changeTask, writeWords } from '../../features/plans/write-plan.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { addDays, type Day, day, minDay } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { Filling } from './registers.ts';
import type { FillingWithFiles } from './selection.ts';

const strengths = [
  'Работает руками аккуратно, доводит до конца',
  'Быстро находит общий язык, легко выступает',
  'Внимателен к чертежам и схемам',
  'Ответственный, приходит вовремя',
];
const weaknesses = [
  'Откладывает письменные работы на последний день',
  'Трудно начать разговор с преподавателем',
  'Пробелы в математике за школу',
  'Не умеет рассчитать время на задание',
];
const results = [
  'Получилось с первого раза',
  'Сделали вместе, дальше сам',
  'Зачтено преподавателем',
  'Записали выводы',
];

/** A side of a pair at its own phone. Only two of them have accounts to sign in with. */
const sideAt = ({ actors, as }: Filling, personId: string, role: Extract<Role, 'mentor' | 'mentee'>, on: Day): Ctx => {
  const own = actors[role];
  const actor: Actor = own.personId === personId ? own : { ...own, personId, name: '' };
  return as({ ...actor, name: actor.name || (role === 'mentor' ? 'Наставник' : 'Наставляемый') }, on);
};

const openOf = async (ctx: Ctx, planId: string) => {
  const { open } = standingOf(await versionsOf(ctx.db, planId));
  if (!open) throw new Error('the plan has an open version');
  return open;
};

/** The mentor writes the plan from the best template. */
const write = async (filling: Filling, pair: ListedPair, on: Day): Promise<string> => {
  const { chance } = filling;
  const mentor = sideAt(filling, pair.mentorId, 'mentor', on);
  const [template] = fitting(await allTemplates(mentor.db), pair);
  const planId = must(await startPlan(mentor, pair.id, template?.id ?? null));
  const draft = await openOf(mentor, planId);
  const words = { strengths: chance.pick(strengths), weaknesses: chance.pick(weaknesses) };
  const goals = draft.goals || 'Освоить намеченное и рассказать об этом на итоговой встрече.';
  const { formats, otherFormat, version } = draft;
  must(await writeWords(mentor, planId, { ...words, goals, formats, otherFormat, version }));
  return planId;
};

const send = async (filling: Filling, pair: ListedPair, planId: string, on: Day): Promise<void> => {
  const mentor = sideAt(filling, pair.mentorId, 'mentor', on);
  must(await proposePlan(mentor, planId, (await openOf(mentor, planId)).version));
};

const agree = async (
  filling: FillingWithFiles,
  pair: ListedPair,
  planId: string,
  { on, onPaper }: { readonly on: Day; readonly onPaper: boolean },
): Promise<void> => {
  const mentee = sideAt(filling, pair.menteeId, 'mentee', on);
  const { version } = await openOf(mentee, planId);
  if (!onPaper) {
    must(await agreePlan(mentee, planId, version));
    return;
  }
  const curator = { ...filling.as(filling.actors.curator, on), store: filling.store };
  must(await agreeOnPaper(curator, planId, { version, sides: ['mentee'], on }));
};

/** Outcomes of the tasks that are over: most are done, some were moved, a few were forgotten. */
const markOver = async (filling: Filling, pair: ListedPair, planId: string, forgetful: boolean): Promise<void> => {
  const { inForce } = standingOf(await versionsOf(sideAt(filling, pair.mentorId, 'mentor', demoToday).db, planId));
  if (!inForce) return;
  const { db } = sideAt(filling, pair.mentorId, 'mentor', demoToday);
  const over = (await tasksOf(db, inForce.id)).filter(({ due }) => due < demoToday);
  for (const [index, task] of over.entries()) {
    if (forgetful && index === over.length - 1) continue;
    await markOne(filling, pair, planId, task, index % 5 === 3);
  }
};

const markOne = async (filling: Filling, pair: ListedPair, planId: string, task: PlanTask, moved: boolean) => {
  const mentor = sideAt(filling, pair.mentorId, 'mentor', task.due);
  const to = minDay(addDays(demoToday, 14), pair.till);
  const outcome = moved
    ? ({ mark: 'moved', result: 'Болезнь, договорились о новом сроке', movedTo: to } as const)
    : ({ mark: 'done', result: filling.chance.pick(results), movedTo: null } as const);
  must(await markTask(mentor, { planId, taskId: task.id }, { ...outcome, version: 0 }));
};

/** A quarter's answer asked for a correction: the second version waits for the mentee. */
const correct = async (filling: Filling, pair: ListedPair, planId: string, sent: boolean): Promise<void> => {
  const asked = sideAt(filling, pair.menteeId, 'mentee', day('2027-02-01'));
  must(await openCorrection(asked, pair.id, 'Не понимаю, что из плана нужно сделать до пересдачи'));
  const mentor = sideAt(filling, pair.mentorId, 'mentor', day('2027-02-04'));
  const draft = await openOf(mentor, planId);
  const next = (await tasksOf(mentor.db, draft.id)).find(({ due }) => due > demoToday);
  if (next) {
    const due = minDay(addDays(next.due, 10), pair.till);
    must(await changeTask(mentor, planId, { ...next, title: `${next.title}: по шагам, с преподавателем`, due }));
  }
  if (sent) await send(filling, pair, planId, day('2027-02-05'));
};

/** Plans of the pairs that work: most are agreed, some wait, are drafts or were never begun; two are being corrected. */
export const fillPlans = async (filling: FillingWithFiles): Promise<void> => {
  const { as, actors, chance } = filling;
  must(await installTemplates(as(actors.methodist, day('2026-10-12'))));
  const { db } = as(actors.curator, demoToday);
  const pairs = await pairsBy(db, { state: 'working' }, demoToday, { limit: 1000 });
  const isOwn = ({ mentorId, menteeId }: ListedPair) =>
    mentorId === actors.mentor.personId && menteeId === actors.mentee.personId;
  const own = pairs.filter(isOwn);
  for (const [index, pair] of [...own, ...chance.shuffled(pairs.filter((one) => !isOwn(one)))].entries()) {
    if (index % 14 === 5) continue;
    const begun = addDays(pair.from, 4 + (index % 9));
    if (begun > addDays(demoToday, -3)) continue;
    const planId = await write(filling, pair, begun);
    if (index % 14 === 6) continue;
    await send(filling, pair, planId, addDays(begun, 1));
    if (index % 14 === 7) continue;
    await agree(filling, pair, planId, { on: addDays(begun, 3), onPaper: index % 4 === 2 });
    await markOver(filling, pair, planId, index % 11 === 8);
    if (index < 2) await correct(filling, pair, planId, index === 0);
  }
};
