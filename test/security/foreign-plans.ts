import { day } from '../../src/kernel/day.ts';
import type { CollegeDb } from '../../src/platform/db.ts';

/** A template and a plan of the foreign college, by the names of route parameters. */
export const foreignPlans = async (
  db: CollegeDb,
  pairId: string,
  marker: string,
): Promise<Readonly<Record<string, string>>> => {
  const template = await db
    .insertInto('plan_templates')
    .values({ title: `Шаблон ${marker}`, form: 'student-student' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const plan = await db
    .insertInto('plans')
    .values({ pair_id: pairId, made_on: day('2026-10-12') })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('plan_versions').values({ plan_id: plan.id, number: 1, goals: marker }).execute();
  return { planTemplateId: template.id, planId: plan.id };
};
