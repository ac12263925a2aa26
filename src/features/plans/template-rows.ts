import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { PlanTemplate, TemplateInput } from './template.ts';

const Tasks = z.array(
  z.object({ part: z.union([z.literal(1), z.literal(2), z.literal(3)]), title: z.string(), expected: z.string() }),
);

const templates = (db: CollegeDb) =>
  db
    .selectFrom('plan_templates')
    .select(['id', 'code', 'title', 'form', 'variant', 'goals', 'formats', 'tasks', 'version'])
    .select('retired_on as retiredOn')
    .orderBy('form')
    .orderBy('variant')
    .orderBy('title');

export const allTemplates = async (db: CollegeDb): Promise<PlanTemplate[]> =>
  (await templates(db).execute()).map((row) => ({ ...row, tasks: Tasks.parse(row.tasks) }));

export const templateById = async (db: CollegeDb, id: string): Promise<PlanTemplate | undefined> => {
  const row = await templates(db).where('id', '=', id).executeTakeFirst();
  return row && { ...row, tasks: Tasks.parse(row.tasks) };
};

const columnsOf = ({ title, form, variant, goals, formats, tasks }: TemplateInput) => ({
  ...{ title, form, variant, goals },
  formats: [...formats],
  tasks: JSON.stringify(tasks),
});

/** `code` names a built-in one; undefined when the college has it already. */
export const insertTemplate = async (
  db: CollegeDb,
  template: TemplateInput,
  code: string | null = null,
): Promise<string | undefined> => {
  const row = await db
    .insertInto('plan_templates')
    .values({ ...columnsOf(template), code })
    .onConflict((clash) => clash.columns(['college_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

/** False when somebody has changed it since. */
export const updateTemplate = async (
  db: CollegeDb,
  { id, version }: Pick<PlanTemplate, 'id' | 'version'>,
  template: TemplateInput,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('plan_templates')
    .set({ ...columnsOf(template), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const retireTemplate = async (db: CollegeDb, id: string, on: Day | null): Promise<void> => {
  await db.updateTable('plan_templates').set({ retired_on: on }).where('id', '=', id).execute();
};
