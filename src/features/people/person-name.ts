import { type Finding, found, type Reading } from './import-problems.ts';
import { saysNothing, tidy } from './person-values.ts';
import { femalePatronymic, lookalikes, malePatronymic, nameParticles, patronymicParticles } from './value-texts.ts';

export interface NameParts {
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly patronymic: string | null;
}

const nobody: NameParts = { lastName: null, firstName: null, patronymic: null };

const isPatronymic = (word: string): boolean => malePatronymic.test(word) || femalePatronymic.test(word);

const isInitial = (word: string): boolean => /^\p{Lu}\.?$/u.test(word);

/** Latin letters among Cyrillic ones, or a word that could be typed in either alphabet. */
function withoutLatin(word: string, cyrillicAround: boolean): string {
  if (!/[A-Za-z]/.test(word)) return word;
  const fixed = word.replace(/[A-Za-z]/g, (letter) => lookalikes[letter] ?? letter);
  if (/[A-Za-z]/.test(fixed)) return word;
  return cyrillicAround || /\p{Script=Cyrillic}/u.test(word) ? fixed : word;
}

const capital = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1);

/** CAPS or all small becomes Title, hyphen by hyphen; anything mixed is somebody's own spelling. */
function cased(word: string): string {
  const small = word.toLowerCase();
  if (patronymicParticles.has(small)) return small;
  if (isInitial(word) || word.length < 2) return word;
  if (word !== word.toUpperCase() && word !== small) return word;
  if (word === small && nameParticles.has(small)) return word;
  return small
    .split('-')
    .map((part) => (nameParticles.has(part) ? part : capital(part)))
    .join('-');
}

/** One Russian word with a capital, and two or three of them: most names, and nothing to mend in them. */
const plainWord = /^[\u0410-\u042f\u0401][\u0430-\u044f\u0451]+$/;
const plainName = /^[\u0410-\u042f\u0401][\u0430-\u044f\u0451]+(?: [\u0410-\u042f\u0401][\u0430-\u044f\u0451]+){1,2}$/;

interface Words {
  words: string[];
  findings: Finding[];
}

function wordsOf(text: string): Words {
  if (plainName.test(text)) return { words: text.split(' '), findings: [] };
  if (plainWord.test(text)) return { words: [text], findings: [] };
  const findings: Finding[] = [];
  let rest = tidy(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\p{L})\s*-\s*(?=\p{L})/gu, '-');
  const bare = tidy(rest.replace(/\([^)]*\)?/g, ' ').replace(/[,;*]/g, ' '));
  if (bare !== rest && /\(/.test(rest)) findings.push({ kind: 'name-brackets', level: 'note', proposal: bare });
  rest = bare;

  const cyrillic = /\p{Script=Cyrillic}/u.test(rest);
  const fixed = rest
    .split(' ')
    .map((word) => withoutLatin(word, cyrillic))
    .join(' ');
  if (fixed !== rest) findings.push({ kind: 'name-latin', level: 'note', proposal: fixed });

  const parted = fixed.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu}\.)(?=\p{L})/gu, '$1 ');
  const words = parted.split(' ').filter((word) => !saysNothing(word));
  const glued = /\p{Ll}\p{Lu}\p{Ll}/u.test(fixed);
  const titled = words.map(cased);
  if (glued) findings.push({ kind: 'name-glued', level: 'ask', proposal: titled.join(' ') });
  else if (titled.join(' ') !== words.join(' '))
    findings.push({ kind: 'name-case', level: 'note', proposal: titled.join(' ') });
  if (/[\d@_=<>]/.test(fixed)) findings.push({ kind: 'name-odd', level: 'ask' });
  return { words: titled, findings };
}

const joined = (words: readonly string[]): string | null => (words.length > 0 ? words.join(' ') : null);

const dotted = (initial: string): string => (initial.endsWith('.') ? initial : `${initial}.`);

function fromInitials(words: readonly string[], findings: Finding[]): Reading<NameParts> {
  const initials = words.filter(isInitial).map(dotted);
  const lastName = joined(words.filter((word) => !isInitial(word)));
  const parts = { lastName, firstName: initials[0] ?? null, patronymic: initials[1] ?? null };
  return found(parts, ...findings, { kind: 'name-initials', level: 'ask' });
}

/** Reads «Surname Name Patronymic» in one cell, in either order, with initials, CAPS, glued words, Latin letters. */
export function readFullName(text: string): Reading<NameParts> {
  const { words, findings } = wordsOf(text);
  const [first, second, third] = words;
  if (first === undefined) return found(nobody, { kind: 'name-missing', level: 'stop' });
  if (words.some(isInitial) && words.some((word) => !isInitial(word))) return fromInitials(words, findings);
  if (second === undefined)
    return found({ ...nobody, lastName: first }, ...findings, { kind: 'name-one-word', level: 'stop' });

  const nameFirst =
    words.length === 3 && third !== undefined && isPatronymic(second) && !isPatronymic(third) && !isParticle(third);
  if (nameFirst) {
    const proposal = `${third} ${first} ${second}`;
    const parts = { lastName: third, firstName: first, patronymic: second };
    return found(parts, ...findings, { kind: 'name-order', level: 'note', proposal });
  }
  const parts = { lastName: first, firstName: second, patronymic: joined(words.slice(2)) };
  const long = words.length > 4 || (words.length === 4 && !isParticle(words[3] ?? ''));
  return long ? found(parts, ...findings, { kind: 'name-odd', level: 'ask' }) : found(parts, ...findings);
}

const isParticle = (word: string): boolean => patronymicParticles.has(word.toLowerCase());

/** Reads a name that stands in two or three cells; a full name in the first cell alone is read as one. */
export function readNameParts(last: string, first: string, patronymic: string): Reading<NameParts> {
  const none = saysNothing(first) && saysNothing(patronymic);
  if (none) return readFullName(last);
  const read = [last, first, patronymic].map((part) =>
    saysNothing(part) ? { words: [], findings: [] } : wordsOf(part),
  );
  const [lastWords, firstWords, rest] = read.map(({ words }) => words);
  const parts = {
    lastName: joined(lastWords ?? []),
    firstName: joined(firstWords ?? []),
    patronymic: joined(rest ?? []),
  };
  const findings = read.flatMap((each) => each.findings).filter(({ kind }) => kind !== 'name-glued');
  if (!parts.lastName || !parts.firstName) return found(parts, ...findings, { kind: 'name-missing', level: 'stop' });
  if (isInitial(parts.firstName)) findings.push({ kind: 'name-initials', level: 'ask' });
  return found(parts, ...findings);
}

/** From the patronymic alone, which cannot lie about it; null without one. */
export function genderOf({ patronymic }: NameParts): 'male' | 'female' | null {
  if (patronymic === null) return null;
  if (malePatronymic.test(patronymic)) return 'male';
  return femalePatronymic.test(patronymic) ? 'female' : null;
}

/** True for two to five words with capital letters, or initials: what a column of names holds. */
export function looksLikeName(text: string): boolean {
  if (plainName.test(text)) return true;
  const words = tidy(text)
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(' ');
  if (words.length < 2 || words.length > 5 || /\d|[«»"@_/]/.test(text)) return false;
  const named = (word: string) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) || isParticle(word) || nameParticles.has(word);
  return words.every(named) || (words.length === 3 && words.every((word) => /^\p{Ll}{2,}$/u.test(word)));
}
