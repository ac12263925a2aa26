import { daysInMonth } from '../day.ts';
import type { MonthStamp, Stamp, TermPart } from './term.ts';
import type { Token } from './term-tokens.ts';

/** Looks up the placeholders that a rule caught. */
export interface Caught {
  readonly stamp: (group: number) => Stamp;
  readonly month: (group: number) => MonthStamp;
  /** The number behind an N, Y or A; undefined when the group caught nothing. */
  readonly number: (group: number) => number | undefined;
  readonly text: (group: number) => string;
}

export interface Rule {
  readonly pattern: RegExp;
  readonly make: (caught: Caught) => readonly TermPart[] | undefined;
}

const D = '(D\\d+)';
const M = '(M\\d+)';
const N = '(N\\d+)';
const list = '(N\\d+(?:(?:, ?|-| и )N\\d+)*)';
const study = '(?: ?(?:уч[а-я]*\\.? ?)?(?:года|год|г\\.)(?![а-я]))?';
const span = '(?: по |-| до | - )';
const by = '(?:до|не позднее|не позже|вплоть до|к|по|срок до|в срок до|не позднее чем до)';
const atLeast = '(?:(?:не реже|не менее|минимум|как минимум)(?: чем)? ?)?';
const times = `${atLeast}(?:N(\\d+)(?:-N\\d+)? ?)?раза? (?:в|за) `;

const rule = (source: string, make: Rule['make']): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![а-яa-z])`, 'gu'),
  make,
});

const lastOf = ({ month, year }: MonthStamp): Stamp =>
  // 29 February is clamped where the year is common.
  year === undefined ? { month, date: daysInMonth(2024, month) } : { month, date: daysInMonth(year, month), year };

const within = ({ month, year }: MonthStamp, date: number): Stamp =>
  year === undefined ? { month, date } : { month, date, year };

const slice = (month: MonthStamp, from: number, till: number | undefined): TermPart => ({
  kind: 'range',
  from: within(month, from),
  till: till === undefined ? lastOf(month) : within(month, till),
});

const before = ({ month, year }: MonthStamp): Stamp => {
  const previous = month === 1 ? 12 : month - 1;
  return lastOf(year === undefined ? { month: previous } : { month: previous, year: month === 1 ? year - 1 : year });
};

/** «октябрь – март 2027»: the year belongs to both ends, and a range does not run backwards. */
function months(from: MonthStamp, till: MonthStamp): TermPart {
  if (from.year === undefined && till.year !== undefined) {
    return { kind: 'months', from: { ...from, year: from.month <= till.month ? till.year : till.year - 1 }, till };
  }
  if (from.year !== undefined && till.year === undefined) {
    return { kind: 'months', from, till: { ...till, year: till.month >= from.month ? from.year : from.year + 1 } };
  }
  return { kind: 'months', from, till };
}

function range(from: Stamp, till: Stamp): TermPart {
  const backwards = from.month > till.month || (from.month === till.month && from.date > till.date);
  if (from.year === undefined && till.year !== undefined) {
    return { kind: 'range', from: { ...from, year: backwards ? till.year - 1 : till.year }, till };
  }
  if (from.year !== undefined && till.year === undefined) {
    return { kind: 'range', from, till: { ...till, year: backwards ? from.year + 1 : from.year } };
  }
  return { kind: 'range', from, till };
}

/** 1…max of a list «N0, N1», «N0-N1»; undefined when any is out of bounds. */
function numbered(caught: Caught, max: number, make: (number: number) => TermPart): TermPart[] | undefined {
  const numbers = caught
    .text(1)
    .split(/, ?|-| и /u)
    .map(Number);
  const [first = 0, last = 0] = numbers;
  const all =
    numbers.length === 2 && caught.text(1).includes('-')
      ? Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
      : numbers;
  return all.length > 0 && all.every((each) => each >= 1 && each <= max) ? all.map(make) : undefined;
}

const weekdays = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресень'];
const weekdayPattern = `(${weekdays.join('|')})[а-я]*`;
const count = (caught: Caught): number => Number(caught.text(1) || '1');

const seasons: Readonly<Record<string, readonly [number, number]>> = {
  ос: [9, 11],
  зим: [12, 2],
  вес: [3, 5],
  лет: [6, 8],
};

/** Longest and most exact first: each rule takes its words away from the following ones. */
export const rules: readonly Rule[] = [
  rule('по мере [а-я]+(?: [а-я]+){0,2}|(?:по|при) (?:необходимости|надобности)', () => [{ kind: 'on-request' }]),
  rule('по (?:[а-я]+ )?(?:запрос|заявк|требовани|обращени|заявлени)[а-я]*(?: (?:от )?[а-я]{4,}){0,2}', () => [
    { kind: 'on-request' },
  ]),
  rule(
    '(?:по|согласно|в соответствии с|в соответствии со|в сроки по)(?: [а-я]{5,})? (?:план|график|расписани|циклограмм|дорожн)[а-я-]*(?: [а-я]{2,}){0,3}',
    () => [{ kind: 'by-plan' }],
  ),
  rule('на постоянной основе|в постоянном режиме|постоянно|ежедневно|непрерывно|систематически|регулярно', () => [
    { kind: 'always' },
  ]),
  rule(`ежемесячно,? ?(?:${by} ${N}|с ${N} (?:по|до) ${N})(?: числа)?(?: (?:каждого )?месяца)?`, (caught) =>
    monthly(caught.number(2), caught.number(1) ?? caught.number(3)),
  ),
  rule(`(?:${by} ${N}|с ${N} (?:по|до) ${N}) числа (?:каждого )?месяца`, (caught) =>
    monthly(caught.number(2), caught.number(1) ?? caught.number(3)),
  ),
  rule(`${times}N(\\d+) недел[а-я]+`, (caught) => [
    { kind: 'weekly', times: count(caught), every: Number(caught.text(2)) || 1 },
  ]),
  rule(`${times}N(\\d+) месяц[а-я]*`, (caught) => {
    const every = Number(caught.text(2));
    return every >= 1 && every <= 12 ? [{ kind: 'times', times: Math.max(1, Math.floor(12 / every)) }] : undefined;
  }),
  rule(`(?:${times}месяц)`, (caught) => [{ kind: 'monthly', times: count(caught) }]),
  rule('ежемесячно|каждый месяц|помесячно', () => [{ kind: 'monthly', times: 1 }]),
  rule(`(?:${times}(?:квартал|четверть))`, (caught) => [{ kind: 'quarterly', times: count(caught) }]),
  rule('ежеквартально|каждый квартал|поквартально|каждую четверть', () => [{ kind: 'quarterly', times: 1 }]),
  rule(`(?:${times}недел[юи])`, (caught) => [{ kind: 'weekly', times: count(caught), every: 1 }]),
  rule('еженедельно|каждую неделю|понедельно', () => [{ kind: 'weekly', times: 1, every: 1 }]),
  rule(`(?:еженедельно,? )?(?:кажд[а-я]+|по|в) ${weekdayPattern}(?: каждой недели)?`, (caught) => [
    { kind: 'weekly', times: 1, every: 1, weekday: weekdays.indexOf(caught.text(1)) + 1 },
  ]),
  rule(`(?:${times}(?:полгода|полугодие|п/г|п/е|семестр))`, () => [{ kind: 'times', times: 2 }]),
  rule('каждое полугодие|каждый семестр|по полугодиям|по семестрам|раз в полгода', () => [{ kind: 'times', times: 2 }]),
  rule(`(?:${times}(?:учебный |уч\\. ?)?(?:год|г\\.))`, (caught) => {
    const number = count(caught);
    if (number < 1 || number > 12) return undefined;
    return number === 1 ? [{ kind: 'year' }] : [{ kind: 'times', times: number }];
  }),

  rule(`(?:до|к|по) (?:конц[ауе]|окончани[яю]) (?:уч[а-я]*\\.? ?)(?:года?|г\\.|A\\d+)`, () => [
    { kind: 'until', till: { month: 6, date: 30 } },
  ]),
  rule(`(?:до|к) конц[ау] (?:календарного )года`, () => [{ kind: 'until', till: { month: 12, date: 31 } }]),
  rule(`(?:до|к) (?:конц[ау]|окончани[яю]) (?:года|г\\.)`, () => [{ kind: 'until', till: { month: 6, date: 30 } }]),
  rule('(?:до|к) конц[ау] (Y\\d+)', (caught) => [
    { kind: 'until', till: { month: 12, date: 31, year: caught.number(1) ?? 0 } },
  ]),
  rule(`(?:до|к) начал[ау] (?:уч[а-я]*\\.? ?)?(?:года|г\\.|занятий)`, () => [
    { kind: 'until', till: { month: 9, date: 1 } },
  ]),
  rule(`(?:в )?(?:начал[оае]|с начала) (?:уч[а-я]*\\.? ?)?(?:года|г\\.)`, () => [
    { kind: 'months', from: { month: 9 }, till: { month: 9 } },
  ]),
  rule(`(?:в |на )?(?:кон(?:ец|це)|окончани[еи]|по окончании|по итогам) (?:уч[а-я]*\\.? ?)?(?:года|г\\.)`, () => [
    { kind: 'months', from: { month: 6 }, till: { month: 6 } },
  ]),

  rule(`(?:с )?${D}${span}${D}`, (caught) => [range(caught.stamp(1), caught.stamp(2))]),
  rule(`(?:с )?${N}(?:${span}|,| и )${D}`, (caught) => {
    const till = caught.stamp(2);
    const date = caught.number(1) ?? 0;
    return date >= 1 && date <= till.date ? [{ kind: 'range', from: { ...till, date }, till }] : undefined;
  }),
  rule(`(?:с )?${D}${span}(?:конца )?${M}`, (caught) => [range(caught.stamp(1), lastOf(caught.month(2)))]),
  rule(`(?:с )?${M}${span}${D}`, (caught) => [range(within(caught.month(1), 1), caught.stamp(2))]),
  rule(`(?:с|начиная с|после) ${D}`, (caught) => [{ kind: 'range', from: caught.stamp(1) }]),
  rule(`${by} ${D}`, (caught) => [{ kind: 'until', till: caught.stamp(1) }]),
  rule(D, (caught) => [{ kind: 'date', at: caught.stamp(1) }]),

  rule(`${by} (?:конца|окончания|конец) ${M}`, (caught) => [{ kind: 'until', till: lastOf(caught.month(1)) }]),
  rule(`${by} (?:середин[аыуе]) ${M}`, (caught) => [{ kind: 'until', till: within(caught.month(1), 15) }]),
  rule(`(?:в |с )?(?:начал[оае]) ${M}`, (caught) => [slice(caught.month(1), 1, 10)]),
  rule(`(?:в )?(?:середин[аые]) ${M}`, (caught) => [slice(caught.month(1), 11, 20)]),
  rule(`(?:в )?(?:кон(?:ец|це)) ${M}`, (caught) => [slice(caught.month(1), 21, undefined)]),
  rule(`(?:в )?${N} декад[а-я]+ ${M}`, (caught) => part(caught, 10, 3)),
  rule(`(?:в |на )?${N} недел[а-я]+ ${M}`, (caught) => part(caught, 7, 4)),
  rule(`(?:в |на )?последн[а-я]+ (?:недел|декад)[а-я]+ ${M}`, (caught) => [slice(caught.month(1), 22, undefined)]),
  rule(`(?:в |во )?${N} половин[а-я]+ ${M}`, (caught) => part(caught, 15, 2)),
  rule(`(?:с )?${M}${span}(?:конца )?${M}(?: месяцы?)?`, (caught) => [months(caught.month(1), caught.month(2))]),
  rule(`(?:до|не позднее|не позже|к) ${M}`, (caught) => [{ kind: 'until', till: before(caught.month(1)) }]),
  rule(`(?:с|начиная с) ${M}`, (caught) => [{ kind: 'range', from: within(caught.month(1), 1) }]),
  rule(`(?:в )?${M}(?: месяц[а-я]*)?`, (caught) => [months(caught.month(1), caught.month(1))]),

  rule(
    `(?:во? |за |в течение )?${list} ?(?:п/е|п/г|п\\.г\\.|полугоди[а-я]+|пол[.-]? ?годи[а-я]+|полуг\\.?)${study}`,
    (caught) => numbered(caught, 2, (number) => ({ kind: 'half', number })),
  ),
  rule(`(?:во? |за |в течение )?${list} ?(?:семестр[а-я]*|сем\\.)${study}`, (caught) =>
    numbered(caught, 2, (number) => ({ kind: 'semester', number })),
  ),
  rule(`(?:во? |за |в течение )?${list} ?(?:учебн[а-я]+ )?(?:четверт[а-я]+|четв\\.)${study}`, (caught) =>
    numbered(caught, 4, (number) => ({ kind: 'school-quarter', number })),
  ),
  rule(`(?:во? |за |в течение )?${list} ?(?:квартал[а-я]*|кв\\.)(?: (Y\\d+))?${study}`, (caught) => {
    const year = caught.number(2);
    return numbered(caught, 4, (number) =>
      year === undefined ? { kind: 'quarter', number } : { kind: 'quarter', number, year },
    );
  }),

  rule(
    '(?:в течение|в теч\\.?|на протяжении|за|весь|в)(?: всего| весь)?(?: (?:срока|периода?|времени))?(?: (?:реализации|действия)(?: [а-я]+){0,2})? ?(?:уч[а-я]*\\.? ?|календарн[а-я]+ |текущ[а-я]+ )?(?:года?|г\\.)',
    () => [{ kind: 'year' }],
  ),
  rule(
    '(?:в течение|весь|на протяжении)(?: всего)? (?:срока|период|периода|срок)(?: (?:реализации|действия))?(?: [а-я]{5,}){0,2}',
    () => [{ kind: 'year' }],
  ),
  rule('(?:в )?(ос|зим|вес|лет)(?:ень|ени|енью|а|ой|у|на|не|ны|о|ом)(?: период[а-я]*)?', (caught) => {
    const [from, till] = seasons[caught.text(1)] ?? [9, 11];
    return [{ kind: 'months', from: { month: from }, till: { month: till } }];
  }),
  rule('круглогодично|круглый год', () => [{ kind: 'year' }]),
  rule('(?:(?:в течение|на протяжении|в|за|на)(?: всего)? )?(A\\d+)', (caught) => {
    const year = caught.number(1);
    return year === undefined ? undefined : [{ kind: 'year', year }];
  }),
  rule('(?:(?:в течение|на протяжении|в|за|на)(?: всего)? )?(Y\\d+)', (caught) => {
    const year = caught.number(1) ?? 0;
    return [{ kind: 'range', from: { month: 1, date: 1, year }, till: { month: 12, date: 31, year } }];
  }),
];

function monthly(from: number | undefined, till: number | undefined): TermPart[] | undefined {
  const fromDate = from ?? 1;
  if (till === undefined || till < 1 || till > 31 || fromDate < 1 || fromDate > till) return undefined;
  return [{ kind: 'monthly', times: 1, fromDate, tillDate: till }];
}

function part(caught: Caught, length: number, max: number): TermPart[] | undefined {
  const number = caught.number(1) ?? 0;
  if (number < 1 || number > max) return undefined;
  const last = number === max ? undefined : number * length;
  return [slice(caught.month(2), (number - 1) * length + 1, last)];
}

/** Ties what a rule caught to the tokens of the text. */
export function caughtBy(groups: readonly (string | undefined)[], tokens: readonly Token[]): Caught {
  const token = (text: string | undefined): Token | undefined =>
    text === undefined ? undefined : tokens[Number(text.slice(1))];
  const number = (group: number): number | undefined => {
    const found = token(groups[group]);
    return found && 'number' in found ? found.number : undefined;
  };
  return {
    number,
    stamp(group) {
      const found = token(groups[group]);
      return found?.type === 'D' ? found.stamp : { month: 1, date: 1 };
    },
    month(group) {
      const found = token(groups[group]);
      return found?.type === 'M' ? found.month : { month: 1 };
    },
    text: (group) =>
      (groups[group] ?? '').replace(/N?(\d+)/gu, (_whole, index: string) => {
        const found = tokens[Number(index)];
        return found?.type === 'N' ? String(found.number) : '';
      }),
  };
}
