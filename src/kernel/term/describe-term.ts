import { yearLabel } from '../academic-year.ts';
import { monthGenitive, monthName, weekdayNames } from '../russian/calendar.ts';
import { plural } from '../russian/plural.ts';
import type { MonthStamp, Stamp, Term, TermPart } from './term.ts';

const roman = ['I', 'II', 'III', 'IV'];
const accusative: Readonly<Record<string, string>> = { среда: 'среду', пятница: 'пятницу', суббота: 'субботу' };

/** What was understood, in a few words for a person to check: «октябрь каждого года». */
export function describeTerm(term: Term): string {
  if (term.kind === 'none') return 'срок не указан';
  if (term.kind === 'unknown') return 'срок не понят';
  const words = term.parts.map(describePart).join(', ');
  if (term.yearly && term.parts.every((part) => part.kind === 'year')) return 'каждый год';
  return term.yearly ? `${words} каждого года` : words;
}

function describePart(part: TermPart): string {
  switch (part.kind) {
    case 'date':
      return date(part.at);
    case 'until':
      return `до ${date(part.till)}`;
    case 'range':
      return part.till ? `с ${date(part.from)} по ${date(part.till)}` : `с ${date(part.from)}`;
    case 'months':
      return months(part.from, part.till);
    case 'year':
      return part.year === undefined ? 'весь учебный год' : `${yearLabel(part.year)} учебный год`;
    case 'half':
      return `${roman[part.number - 1]} полугодие`;
    case 'semester':
      return `${roman[part.number - 1]} семестр`;
    case 'quarter':
      return `${roman[part.number - 1]} квартал${part.year === undefined ? '' : ` ${part.year} г.`}`;
    case 'school-quarter':
      return `${roman[part.number - 1]} четверть`;
    default:
      return describeRhythm(part);
  }
}

function describeRhythm(part: TermPart): string {
  switch (part.kind) {
    case 'monthly':
      return `${often(part.times, 'каждый месяц', 'месяц')}${monthDates(part.fromDate, part.tillDate)}`;
    case 'quarterly':
      return often(part.times, 'каждый квартал', 'квартал');
    case 'weekly':
      return weekly(part.times, part.every, part.weekday);
    case 'times':
      return `${part.times} ${plural(part.times, 'раз', 'раза', 'раз')} в год`;
    case 'always':
      return 'постоянно';
    case 'on-request':
      return 'по запросам';
    default:
      return 'по плану колледжа';
  }
}

const often = (times: number, once: string, within: string): string =>
  times === 1 ? once : `${times} ${plural(times, 'раз', 'раза', 'раз')} в ${within}`;

const monthDates = (from: number | undefined, till: number | undefined): string =>
  till === undefined ? '' : from === undefined || from === 1 ? `, до ${till} числа` : `, с ${from} по ${till} число`;

function weekly(times: number, every: number, weekday: number | undefined): string {
  const name = weekday === undefined ? undefined : weekdayNames[weekday - 1];
  if (name)
    return `${name === 'воскресенье' ? 'каждое' : name in accusative ? 'каждую' : 'каждый'} ${accusative[name] ?? name}`;
  if (every > 1) return `раз в ${every} ${plural(every, 'неделю', 'недели', 'недель')}`;
  return often(times, 'каждую неделю', 'неделю');
}

const withYear = (text: string, year: number | undefined): string => (year === undefined ? text : `${text} ${year} г.`);

const date = ({ month, date: number, year }: Stamp): string => withYear(`${number} ${monthGenitive(month)}`, year);

function months(from: MonthStamp, till: MonthStamp): string {
  if (from.month === till.month && from.year === till.year) return withYear(monthName(from.month), from.year);
  const first = from.year === till.year ? monthName(from.month) : withYear(monthName(from.month), from.year);
  return `${first} – ${withYear(monthName(till.month), till.year)}`;
}
