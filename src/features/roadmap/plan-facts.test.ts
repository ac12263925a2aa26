import { expect, test } from 'vitest';
import { actorWith } from '../../../test/plan-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { agreePlan, proposePlan } from '../plans/agree-plan.ts';
import { openCorrection } from '../plans/correct-plan.ts';
import { standingOf } from '../plans/plan.ts';
import { versionsOf } from '../plans/rows.ts';
import { startPlan } from '../plans/start-plan.ts';
import { addTask, writeWords } from '../plans/write-plan.ts';
import { factsOf, gather } from './facts.ts';

const factOf = async ({ ctx }: World) => {
  const [fact] = factsOf('6.1', await gather(ctx('curator'), 2026)).facts;
  if (!fact) throw new Error('row 6.1 has its fact');
  return fact;
};

const version = async (world: World, planId: string) =>
  standingOf(await versionsOf(world.db, planId)).open?.version ?? 0;

test(
  'row 6.1 closes when every pair has an agreed plan, stays closed while one is corrected, and opens with a new pair',
  story(async (world) => {
    expect((await factOf(world)).state).toBe('wait');
    const { mentor, mentee, id } = await actorWith(world);
    const started = await startPlan(mentor, id, null);
    const planId = started.ok ? started.value : '';
    const words = { strengths: '', weaknesses: '', goals: 'Сдать сессию', formats: [], otherFormat: '', version: 1 };
    await writeWords(mentor, planId, words);
    await addTask(mentor, planId, { title: 'Сдать долг', expected: '', due: day('2026-12-01') });
    expect((await factOf(world)).reason).toContain('в черновике: 1');
    await proposePlan(mentor, planId, await version(world, planId));
    expect((await factOf(world)).reason).toContain('ждут согласия: 1');
    await agreePlan(mentee, planId, await version(world, planId));
    expect(await factOf(world)).toMatchObject({ state: 'ok', count: { have: 1, need: 1 } });

    await openCorrection(mentor, id, 'Сдвинулся срок');
    expect((await factOf(world)).state).toBe('ok');
    await actorWith(world, 'Борисова');
    expect(await factOf(world)).toMatchObject({ state: 'bad', count: { have: 1, need: 2 } });
    expect((await factOf(world)).reason).toContain('без плана: 1');
  }),
);
