import { type AcademicYear, yearOf } from '../academic-year.ts';
import { dayWithin } from '../day.ts';
import { isEndless, isRecurring, type Term, type TermKind, type TermPart } from './term.ts';
import { caughtBy, rules } from './term-rules.ts';
import { type Tokenised, tidyTerm, tokenise } from './term-tokens.ts';

/** Words that add nothing to the dates beside them. */
const harmless =
  /(?<![\p{L}\d])(?:и|а|но|также|или|далее|затем|потом|в|во|на|срок|сроки|ежегодно|каждый год|каждого|каждом|года?|гг?|включительно|текущего|учебного|учебном|году|уч|месяца?|период|не|реже|позднее|т|с|ориентировочно|примерно|около|согласно|приказу|по согласованию)(?![\p{L}\d])/gu;

const yearlyWords =
  /(?<![\p{L}])(?:ежегодно|ежегодн[а-я]+|каждый (?:учебный )?год|каждого (?:учебного )?года)(?![\p{L}])/gu;
const thenWords = /(?<![\p{L}])(?:далее|затем|потом|в последующем|впоследствии)(?![\p{L}])/u;
const remark = /\([^()]*\)/gu;
const nothing = /^[\s\-_./\\*–—−]*$|^(?:нет|без срока|не установлен)$/iu;

interface Understood {
  readonly parts: readonly TermPart[];
  readonly yearly: boolean;
  readonly follows: boolean;
}

/** Reads what a roadmap's column «Срок» says. Never throws; what it cannot read is `unknown`, so that a person is asked. */
export function readTerm(written: string): Term {
  const text = tidyTerm(written);
  const empty = { text, yearly: false, parts: [], follows: false };
  if (nothing.test(text)) return { ...empty, kind: 'none' };

  const understood = understand(text.replace(/[()]/gu, ' ')) ?? understand(text.replace(remark, ' '));
  if (!understood) return { ...empty, kind: 'unknown' };

  const { yearly } = understood;
  const year = yearly ? undefined : yearNamed(understood.parts);
  const parts = telling(yearly ? understood.parts.map(withoutYear) : understood.parts);
  const term = { text, kind: kindOf(parts), yearly, parts, follows: understood.follows };
  return year === undefined ? term : { ...term, year };
}

function understand(text: string): Understood | undefined {
  const { tokens, text: tokenised }: Tokenised = tokenise(text);
  const found: { readonly at: number; readonly parts: readonly TermPart[] }[] = [];
  const yearly = tokenised.search(yearlyWords) >= 0;
  let rest = tokenised.replace(yearlyWords, (word) => ' '.repeat(word.length));

  for (const { pattern, make } of rules) {
    rest = rest.replace(pattern, (...args: unknown[]) => {
      const offset = args.findIndex((arg) => typeof arg === 'number');
      const groups = args.slice(0, offset).map((arg) => (typeof arg === 'string' ? arg : undefined));
      const whole = groups[0] ?? '';
      const parts = make(caughtBy(groups, tokens));
      if (!parts) return whole;
      found.push({ at: Number(args[offset]), parts });
      return ' '.repeat(whole.length);
    });
  }

  if (/[\p{L}\d]/u.test(rest.replace(harmless, ' '))) return undefined;
  const parts = found.toSorted((one, other) => one.at - other.at).flatMap((each) => each.parts);
  if (parts.length === 0 && !yearly) return undefined;
  return { parts, yearly, follows: thenWords.test(tokenised) };
}

/** «Постоянно» and «в течение года» say nothing beside a date or a rhythm; alone they are the term. */
function telling(parts: readonly TermPart[]): readonly TermPart[] {
  const exact = parts.filter((part) => part.kind !== 'year' && !isEndless(part.kind));
  if (exact.length > 0) return exact;
  const onRequest = parts.filter((part) => part.kind === 'on-request' || part.kind === 'by-plan');
  if (onRequest.length > 0) return onRequest.slice(0, 1);
  const always = parts.find((part) => part.kind === 'always');
  if (always) return [always];
  return [parts[0] ?? { kind: 'year' }];
}

/** A rhythm names the term before the dates that bound it. */
function kindOf(parts: readonly TermPart[]): TermKind {
  const rhythm = parts.find((part) => isRecurring(part.kind));
  return (rhythm ?? parts[0])?.kind ?? 'year';
}

/** The academic year of the first date that carries a year; a year written apart («2026/27 уч. год») goes first. */
function yearNamed(parts: readonly TermPart[]): AcademicYear | undefined {
  const apart = parts.find((part) => part.kind === 'year' && part.year !== undefined);
  if (apart?.kind === 'year') return apart.year;
  for (const part of parts) {
    const found = yearOfPart(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function yearOfPart(part: TermPart): AcademicYear | undefined {
  if (part.kind === 'quarter' || part.kind === 'school-quarter') {
    return part.year === undefined ? undefined : yearOf(dayWithin(part.year, part.number * 3, 1));
  }
  const stamp = stampOf(part);
  if (stamp?.year === undefined) return undefined;
  return yearOf(dayWithin(stamp.year, stamp.month, 1));
}

function stampOf(part: TermPart): { readonly month: number; readonly year?: number } | undefined {
  if (part.kind === 'date') return part.at;
  if (part.kind === 'until') return part.till;
  return part.kind === 'range' || part.kind === 'months' ? part.from : undefined;
}

function withoutYear(part: TermPart): TermPart {
  const bare = <T extends { readonly year?: number }>({ year: _year, ...rest }: T): Omit<T, 'year'> => rest;
  switch (part.kind) {
    case 'date':
      return { ...part, at: bare(part.at) };
    case 'until':
      return { ...part, till: bare(part.till) };
    case 'range':
      return part.till ? { ...part, from: bare(part.from), till: bare(part.till) } : { ...part, from: bare(part.from) };
    case 'months':
      return { ...part, from: bare(part.from), till: bare(part.till) };
    case 'year':
      return { kind: 'year' };
    case 'quarter':
    case 'school-quarter':
      return { kind: part.kind, number: part.number };
    default:
      return part;
  }
}

/**
 * The same term for another academic year: every year in its text moves by the same distance, so that
 * «До 01.09.2023» of a roadmap rolled over to 2026/27 reads «До 01.09.2026». A term without years stays.
 */
export function shiftTo(term: Term, year: AcademicYear): Term {
  if (term.year === undefined || term.year === year) return term;
  const distance = year - term.year;
  const move = (digits: string): string => String(Number(digits) + distance);
  const short = (digits: string): string => String((Number(digits) + distance + 100) % 100).padStart(2, '0');
  const text = term.text
    .replace(
      /(?<!\d)(20\d\d)( ?[/–-] ?)(\d\d)(?!\d|[./-]\d)/gu,
      (_whole, first: string, dash: string, second: string) => `${move(first)}${dash}${short(second)}`,
    )
    .replace(
      /(?<!\d)(\d{1,2}\.\d{1,2}\.)(\d\d)(?!\d)/gu,
      (_whole, date: string, digits: string) => date + short(digits),
    )
    .replace(/(?<!\d)20\d\d(?![\d]|[/–-]\d\d(?!\d))/gu, move);
  return readTerm(onlyRealDays(text));
}

/** 29 February of a leap year becomes the 28th where the new year has none. */
function onlyRealDays(text: string): string {
  const fix = (whole: string, head: string, year: string): string =>
    dayWithin(Number(year), 2, 29).endsWith('29') ? whole : whole.replace(head, head.replace('29', '28'));
  return text.replace(/(?<!\d)(29\.0?2\.)(\d{4})/gu, fix).replace(/(?<!\d)(29\s+фев[а-я.]*\s+)(\d{4})/giu, fix);
}
