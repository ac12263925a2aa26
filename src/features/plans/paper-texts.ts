import { type Day, formatDay } from '../../kernel/day.ts';
import type { College } from '../college/college.ts';
import type { ListedPair, Side } from '../pairs/rows.ts';
import { fullName, shortName } from '../people/person.ts';
import type { Agreement, Marked, PlanSide, PlanTask, PlanVersion } from './plan.ts';
import { formatWords, markNames } from './texts.ts';

export interface Printed {
  readonly pair: ListedPair;
  readonly version: PlanVersion;
  readonly tasks: readonly PlanTask[];
  readonly marks: ReadonlyMap<string, Marked>;
  readonly agreements: readonly (Agreement & { readonly versionId: string })[];
}

export const paperName = ({ mentor, mentee }: ListedPair, { number }: PlanVersion): string =>
  `Индивидуальный план ${mentor.lastName} — ${mentee.lastName}, версия ${number}`;

const placeOf = ({ groupCode, place }: Side): string => (groupCode ? `группа ${groupCode}` : place);

const sideData = (side: Side) => ({ ФИО: fullName(side), подпись: shortName(side), место: placeOf(side) || '—' });

const outcome = (marked: Marked | undefined): string => {
  if (!marked) return '';
  const moved = marked.movedTo ? ` на ${formatDay(marked.movedTo)}` : '';
  return `${markNames[marked.mark]}${moved}`;
};

const taskData = (task: PlanTask, at: number, marked: Marked | undefined) => ({
  номер: String(at + 1),
  задача: task.title,
  срок: formatDay(task.due),
  ожидается: task.expected,
  получилось: marked?.result ?? '',
  оценка: outcome(marked),
});

const consentOf = ({ agreements, version }: Printed, side: PlanSide): string => {
  const given = agreements.find((one) => one.versionId === version.id && one.side === side);
  if (!given || given.way === 'paper') return '____________  «___» __________ 20___ г.';
  return `согласовано в системе ${formatDay(given.agreedOn)}`;
};

/** What the template of a plan prints; `names` are the words of forms and variants. */
export const paperData = (printed: Printed, college: College, names: ReadonlyMap<string, string>, today: Day) => {
  const { pair, version, tasks, marks } = printed;
  return {
    колледж: college.fullName,
    форма: names.get(pair.form) ?? pair.form,
    вариант: pair.variant ? (names.get(pair.variant) ?? pair.variant) : 'не выбрана',
    период: `с ${formatDay(pair.from)} по ${formatDay(pair.till)}`,
    версия: String(version.number),
    причина: version.reason,
    наставник: { ...sideData(pair.mentor), согласие: consentOf(printed, 'mentor') },
    наставляемый: { ...sideData(pair.mentee), согласие: consentOf(printed, 'mentee') },
    'сильные стороны': version.strengths || '—',
    трудности: version.weaknesses || '—',
    цели: version.goals || '—',
    'формы работы': formatWords(version.formats, version.otherFormat) || '—',
    задачи: tasks.map((task, at) => taskData(task, at, marks.get(task.id))),
    напечатано: formatDay(today),
  };
};
