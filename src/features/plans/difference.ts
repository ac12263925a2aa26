import type { PlanTask, PlanWords } from './plan.ts';

export const wordFields = ['strengths', 'weaknesses', 'goals', 'formats', 'otherFormat'] as const;
export type WordField = (typeof wordFields)[number];

export const taskFields = ['title', 'expected', 'due'] as const;
export type TaskField = (typeof taskFields)[number];

export interface Changed<Field> {
  readonly field: Field;
  readonly before: string;
  readonly after: string;
}

export interface TaskChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** As it is now; as it was, when it was removed. */
  readonly task: PlanTask;
  readonly changes: readonly Changed<TaskField>[];
}

export interface Difference {
  readonly words: readonly Changed<WordField>[];
  readonly tasks: readonly TaskChange[];
}

const plain = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join(', '));

const changed = <Field extends string>(
  fields: readonly Field[],
  before: Readonly<Record<Field, string | readonly string[]>>,
  after: Readonly<Record<Field, string | readonly string[]>>,
): Changed<Field>[] =>
  fields.flatMap((field) => {
    const [old, now] = [plain(before[field]), plain(after[field])];
    return old === now ? [] : [{ field, before: old, after: now }];
  });

/** What differs field by field; formats come as their codes joined by «, ». */
export const wordsChanged = (before: PlanWords, after: PlanWords): Changed<WordField>[] =>
  changed(wordFields, before, after);

export const taskChanged = (
  before: Pick<PlanTask, TaskField>,
  after: Pick<PlanTask, TaskField>,
): Changed<TaskField>[] => changed(taskFields, before, after);

/** What differs between two versions: fields of the plan, and tasks by their lasting ids. */
export function differenceOf(
  before: PlanWords & { readonly tasks: readonly PlanTask[] },
  after: PlanWords & { readonly tasks: readonly PlanTask[] },
): Difference {
  const old = new Map(before.tasks.map((task) => [task.id, task]));
  const now = new Set(after.tasks.map(({ id }) => id));
  const kept = after.tasks.flatMap((task): TaskChange[] => {
    const was = old.get(task.id);
    if (!was) return [{ kind: 'added', task, changes: [] }];
    const changes = taskChanged(was, task);
    return changes.length > 0 ? [{ kind: 'changed', task, changes }] : [];
  });
  const removed = before.tasks.filter(({ id }) => !now.has(id));
  return {
    words: wordsChanged(before, after),
    tasks: [...kept, ...removed.map((task): TaskChange => ({ kind: 'removed', task, changes: [] }))],
  };
}

export const isSame = ({ words, tasks }: Difference): boolean => words.length + tasks.length === 0;
