import { addDays, type Day, daysBetween, maxDay, weekday } from '../../kernel/day.ts';

/** A task as a template gives it: in which third of the pair's period. */
export interface TemplateTask {
  readonly part: 1 | 2 | 3;
  readonly title: string;
  readonly expected: string;
}

export interface TemplateInput {
  readonly title: string;
  readonly form: string;
  /** '' suits any variant of the form. */
  readonly variant: string;
  readonly goals: string;
  readonly formats: readonly string[];
  readonly tasks: readonly TemplateTask[];
}

export interface PlanTemplate extends TemplateInput {
  readonly id: string;
  readonly code: string | null;
  readonly retiredOn: Day | null;
  readonly version: number;
}

/** The most fitting first: those of the pair's own variant, then those for any variant, then the other ones of the form. */
export const fitting = (
  templates: readonly PlanTemplate[],
  { form, variant }: { readonly form: string; readonly variant: string },
): PlanTemplate[] => {
  const rank = (one: PlanTemplate): number => (one.variant === variant ? 0 : one.variant === '' ? 1 : 2);
  return templates
    .filter((one) => one.form === form && one.retiredOn === null)
    .toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'ru'));
};

/** A Saturday or a Sunday gives way to the Friday before, inside the period. */
const workdayNear = (value: Day, from: Day): Day => maxDay(from, addDays(value, -Math.max(0, weekday(value) - 5)));

/** Lays a template's tasks over a period: each third holds its tasks at even distances, the last one ends it. */
export function laidOut(
  tasks: readonly TemplateTask[],
  { from, till }: { readonly from: Day; readonly till: Day },
): (TemplateTask & { readonly due: Day })[] {
  const length = daysBetween(from, till);
  const seen = { 1: 0, 2: 0, 3: 0 };
  return tasks
    .toSorted((a, b) => a.part - b.part)
    .map((task) => {
      seen[task.part] += 1;
      const inPart = tasks.filter(({ part }) => part === task.part).length;
      const share = (task.part - 1 + seen[task.part] / inPart) / 3;
      return { ...task, due: workdayNear(addDays(from, Math.round(length * share)), from) };
    });
}
