import { dayOf, parseDay, partsOf } from '../day.ts';
import { monthOf, monthPattern } from '../russian/calendar.ts';
import { joinHyphenation } from '../russian/hyphenation.ts';
import type { MonthStamp, Stamp } from './term.ts';

/** What stands behind the placeholders D0, M1, N2, Y3, A4 of a tokenised text. */
export type Token =
  | { readonly type: 'D'; readonly stamp: Stamp }
  | { readonly type: 'M'; readonly month: MonthStamp }
  | { readonly type: 'N' | 'Y' | 'A'; readonly number: number };

export interface Tokenised {
  /** Lower case, «е» for «ё», hyphens for dashes; each date, month, number and year replaced by its placeholder. */
  readonly text: string;
  readonly tokens: readonly Token[];
}

const start = '(?<![\\p{L}\\d])';
const yearTail = '(?: ?(?:гг?\\.?|год[а-я]*\\.?)(?![а-я]))?';
const studyTail = '(?: ?(?:уч[а-я]*\\.? ?)?(?:гг?\\.?|год[а-я]*\\.?)(?![а-я]))?';

const academic = new RegExp(`${start}(20\\d\\d) ?[/-] ?(20\\d\\d|\\d\\d)(?!-?\\d)${studyTail}`, 'gu');
const isoDate = new RegExp(`${start}\\d{4}-\\d\\d-\\d\\d(?!\\d)`, 'gu');
const fullDate = new RegExp(`${start}\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d\\d)(?![.\\d]*\\d)${yearTail}`, 'gu');
const wordDate = new RegExp(`${start}(\\d{1,2})(?:-?(?:го|е))? (${monthPattern})(?: ?(20\\d\\d)${yearTail})?`, 'gu');
const monthYear = new RegExp(`${start}(\\d{1,2})\\.(20\\d\\d)(?![.\\d]*\\d)${yearTail}`, 'gu');
const shortDate = new RegExp(`${start}(\\d{1,2})\\.(\\d\\d)(?![.\\d]*\\d)`, 'gu');
const month = new RegExp(`${start}(${monthPattern})(?:,? ?(20\\d\\d)${yearTail})?`, 'gu');
const year = new RegExp(`${start}(20\\d\\d)(?!\\d)${yearTail}`, 'gu');
const suffix = '(?:-?(?:го|ое|ый|ой|ая|ом|й|е|я|м|х))?(?![а-я])';
const digits = new RegExp(`${start}(\\d{1,2})(?!\\d)${suffix}`, 'gu');
const roman = new RegExp(`${start}(iv|i{1,3}|іv|і{1,3})${suffix}`, 'gu');
const ordinal = /(?<![\p{L}])(перв|втор|трет|четверт)(?:ый|ой|ое|ая|ого|ую|ом|ей|ья|ьем|ий|ье|ье)(?![а-я])/gu;

const counts = /(?<![\p{L}])(одн|дв|тр|четыр)(?:ого|ин|ух|а|ех|и|е)(?![а-я])(?= раз)/gu;

const countStems = ['одн', 'дв', 'тр', 'четыр'];
const ordinals = ['перв', 'втор', 'трет', 'четверт'];
const romans = ['i', 'ii', 'iii', 'iv'];

/** As written, without the accidents of a table cell. */
export const tidyTerm = (text: string): string => joinHyphenation(text).replace(/\s+/gu, ' ').trim();

const plain = (text: string): string =>
  tidyTerm(text)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[‐‑–—−]/gu, '-')
    .replace(/[«»"“”„*]/gu, ' ')
    .replace(/ ?- ?/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/** Cuts a term into dates, months, years and numbers, leaving the words between them. */
export function tokenise(written: string): Tokenised {
  const tokens: Token[] = [];
  let text = plain(written);

  const cut = (pattern: RegExp, make: (groups: readonly string[]) => Token | undefined): void => {
    text = text.replace(pattern, (...found: unknown[]) => {
      const groups = found.slice(0, 5).map((group) => (typeof group === 'string' ? group : ''));
      const token = make(groups);
      if (!token) return groups[0] ?? '';
      tokens.push(token);
      return `${token.type}${tokens.length - 1}`;
    });
  };

  cut(academic, ([, first = '', second = '']) =>
    Number(second) % 100 === (Number(first) + 1) % 100 ? { type: 'A', number: Number(first) } : undefined,
  );
  cut(isoDate, ([whole = '']) => fullDay(whole));
  cut(fullDate, ([whole = '']) => fullDay(whole));
  cut(wordDate, ([, date = '', word = '', inYear = '']) => dateToken(Number(date), monthOf(word), inYear));
  cut(monthYear, ([, number = '', inYear = '']) => monthToken(Number(number), inYear));
  cut(shortDate, ([, date = '', number = '']) => dateToken(Number(date), Number(number), ''));
  cut(month, ([, word = '', inYear = '']) => monthToken(monthOf(word), inYear));
  cut(year, ([, number = '']) => ({ type: 'Y', number: Number(number) }));
  cut(ordinal, ([, word = '']) => ({ type: 'N', number: ordinals.indexOf(word) + 1 }));
  cut(counts, ([, word = '']) => ({ type: 'N', number: countStems.indexOf(word) + 1 }));
  cut(roman, ([, word = '']) => ({ type: 'N', number: romans.indexOf(word.replaceAll('і', 'i')) + 1 }));
  cut(digits, ([, number = '']) => ({ type: 'N', number: Number(number) }));
  return { text, tokens };
}

function fullDay(text: string): Token | undefined {
  const found = parseDay(text);
  if (!found) return undefined;
  return { type: 'D', stamp: partsOf(found) };
}

function dateToken(date: number, number: number | undefined, inYear: string): Token | undefined {
  const known = inYear ? Number(inYear) : undefined;
  // 2024 is a leap year: «29 февраля» without a year is a date.
  if (number === undefined || !dayOf(known ?? 2024, number, date)) return undefined;
  return { type: 'D', stamp: known === undefined ? { month: number, date } : { month: number, date, year: known } };
}

function monthToken(number: number | undefined, inYear: string): Token | undefined {
  if (number === undefined || number < 1 || number > 12) return undefined;
  return { type: 'M', month: inYear ? { month: number, year: Number(inYear) } : { month: number } };
}
