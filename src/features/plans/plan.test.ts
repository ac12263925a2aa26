import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { firstNorms } from '../college/norms.ts';
import { differenceOf, isSame } from './difference.ts';
import { isLate, type Marked, type PlanTask } from './plan.ts';
import { builtInTemplates } from './set-texts.ts';
import { fitting, laidOut, type PlanTemplate } from './template.ts';
import { formatNames } from './texts.ts';

const task = (id: string, values: Partial<PlanTask> = {}): PlanTask => ({
  ...{ id, title: `Задача ${id}`, expected: '', due: day('2026-11-20'), version: 1 },
  ...values,
});
const words = { strengths: '', weaknesses: '', goals: 'Сдать сессию', formats: ['personal'], otherFormat: '' };
const marked = (mark: Marked['mark'], movedTo: string | null = null): Marked => ({
  ...{ mark, result: '', markedOn: day('2026-11-21'), version: 1 },
  movedTo: movedTo === null ? null : day(movedTo),
});

test('a task is late after its day until it has an outcome; a moved one is late after its new day', () => {
  expect(isLate(task('a'), undefined, day('2026-11-20'))).toBe(false);
  expect(isLate(task('a'), undefined, day('2026-11-21'))).toBe(true);
  for (const mark of ['done', 'partly', 'not-done'] as const)
    expect(isLate(task('a'), marked(mark), day('2026-12-01'))).toBe(false);
  expect(isLate(task('a'), marked('moved', '2026-12-10'), day('2026-12-10'))).toBe(false);
  expect(isLate(task('a'), marked('moved', '2026-12-10'), day('2026-12-11'))).toBe(true);
});

test('two versions differ field by field and task by task; a task keeps its id whatever its words', () => {
  const before = { ...words, tasks: [task('a'), task('b'), task('c')] };
  const after = {
    ...words,
    ...{ goals: 'Сдать сессию без троек', formats: ['personal', 'online'] },
    tasks: [task('a'), task('b', { title: 'Другими словами', due: day('2026-12-01') }), task('d')],
  };

  const difference = differenceOf(before, after);

  expect(difference.words).toEqual([
    { field: 'goals', before: 'Сдать сессию', after: 'Сдать сессию без троек' },
    { field: 'formats', before: 'personal', after: 'personal, online' },
  ]);
  expect(difference.tasks.map(({ kind, task: { id } }) => [kind, id])).toEqual([
    ['changed', 'b'],
    ['added', 'd'],
    ['removed', 'c'],
  ]);
  expect(difference.tasks[0]?.changes.map(({ field }) => field)).toEqual(['title', 'due']);
  expect(isSame(differenceOf(after, after))).toBe(true);
});

test('a template is laid over the period in its order, on workdays, ending with the period', () => {
  const period = { from: day('2026-10-15'), till: day('2027-06-30') };

  for (const template of builtInTemplates) {
    const tasks = laidOut(template.tasks, period);
    const days = tasks.map(({ due }) => due);
    expect(days).toEqual(days.toSorted());
    expect(days.every((due) => due > period.from && due <= period.till)).toBe(true);
    expect(days.at(-1)).toBe('2027-06-30');
  }
  const weekend = laidOut([{ part: 3, title: 'Итоги', expected: '' }], { ...period, till: day('2027-05-30') });
  expect(weekend[0]?.due).toBe('2027-05-28');
});

test('every role variant of the method has a built-in template, with goals, tasks for each third and known formats', () => {
  const variants = firstNorms.filter(({ kind }) => kind === 'variant').map(({ parent, code }) => `${parent} ${code}`);

  expect(new Set(builtInTemplates.map(({ code }) => code)).size).toBe(builtInTemplates.length);
  expect(variants.filter((one) => !builtInTemplates.some(({ form, variant }) => one === `${form} ${variant}`))).toEqual(
    [],
  );
  for (const { goals, tasks, formats } of builtInTemplates) {
    expect(goals).not.toBe('');
    expect(new Set(tasks.map(({ part }) => part))).toEqual(new Set([1, 2, 3]));
    expect(tasks.every(({ title, expected }) => title !== '' && expected !== '')).toBe(true);
    expect(formats.every((code) => code in formatNames)).toBe(true);
  }
});

test('the pair’s own variant comes first, and what was retired is not offered', () => {
  const made = (title: string, variant: string, retiredOn: string | null = null): PlanTemplate => ({
    ...{
      id: title,
      code: null,
      title,
      form: 'student-student',
      variant,
      goals: '',
      formats: [],
      tasks: [],
      version: 1,
    },
    retiredOn: retiredOn === null ? null : day(retiredOn),
  });
  const offered = fitting(
    [
      made('другой', 'leader-passive'),
      made('общий', ''),
      made('свой', 'strong-weak'),
      made('старый', '', '2026-09-01'),
    ],
    { form: 'student-student', variant: 'strong-weak' },
  );

  expect(offered.map(({ title }) => title)).toEqual(['свой', 'общий', 'другой']);
});
