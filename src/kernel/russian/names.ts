import { getGender, inclineMiddlename } from 'lvovich';
import petrovich from 'petrovich';
import { type Case, type Endings, type Gender, withEnding } from './cases.ts';
import { declineSurname } from './surnames.ts';

export interface NameParts {
  readonly last: string;
  readonly first: string;
  /** Patronymic; empty or missing where a person has none. */
  readonly middle?: string | null | undefined;
}

export interface PersonName extends NameParts {
  /** As kept with the person; guessed from the name when missing. */
  readonly gender?: Gender | null | undefined;
}

/** Forms that a person corrected by hand; they go before every rule. */
export type NameOverrides = { readonly [wanted in Case]?: Partial<NameParts> };

const nbsp = '\u00A0';
const ending: { readonly [gender in Gender]: RegExp } = {
  male: /(?:ич|оглы|оглу|улы|уулу|угли)$/iu,
  female: /(?:вна|чна|шна|кызы|гызы|кизи|қызы)$/iu,
};

/**
 * Whether the name is a man's or a woman's; undefined when nothing tells (Саша Черных).
 * The patronymic decides, then the first name, then the surname.
 */
export function genderOf(name: PersonName): Gender | undefined {
  if (name.gender) return name.gender;
  const middle = name.middle?.trim() ?? '';
  if (ending.female.test(middle)) return 'female';
  if (ending.male.test(middle)) return 'male';

  const first = name.first.trim();
  const byFirst = first && !isInitial(first) ? (knownFirst(first) ?? sure(getGender({ first }))) : undefined;
  if (byFirst) return byFirst;
  if (/(?:ова|ева|ёва|ина|ына|ская|цкая|ная)$/iu.test(name.last)) return 'female';
  if (/(?:ов|ев|ёв|[а-яё]{2}ин|ын|ский|цкий|ной|ный)$/iu.test(name.last)) return 'male';
  return undefined;
}

const sure = (guess: string | null): Gender | undefined => (guess === 'male' || guess === 'female' ? guess : undefined);

const women =
  /^(?:любовь|айгуль|гузель|нинель|асмик|ануш|анаит|шушан|карине|кристине|гаяне|нарине|арпине|лусине|манушак|гульназ|гулназ|айгюль|аниса|алсу|ляйсан|ляйсян|гюзель|айсель|гюнель|нигяр|эсмира|мадлен|мишель|николь|рашель|эстер|рут|ирен|элен|кети|нино|тамрико|лали|этери|манана|тинатин|жасмин|ясмин|айнур|гульшат|рамиля|ильсияр|нурсиня)$/iu;
const men =
  /^(?:илья|никита|кузьма|фома|лука|савва|мустафа|муса|иса|гиви|отар|шота|гоча|зураб|важа|али|вели|гамзат|рустам|рашид|ильнур|ильшат|дамир|ашот|гагик|саркис|ованес|хачатур|тигран|вардан|георгий|закария|микола|данила|гаврила|иона|юрий)$/iu;

const knownFirst = (first: string): Gender | undefined =>
  women.test(first) ? 'female' : men.test(first) ? 'male' : undefined;

const isInitial = (text: string): boolean => /^\p{L}\.?(?:\s*\p{L}\.)?$/u.test(text);

/**
 * The name in a case, part by part. When neither given nor guessed, an unknown gender leaves the name as it is:
 * show it and let a person correct it.
 */
export function declineName(name: PersonName, wanted: Case, overrides: NameOverrides = {}): NameParts {
  const gender = genderOf(name);
  const own = overrides[wanted] ?? {};
  const middle = name.middle?.trim() ?? '';
  const decline = (text: string, rule: (text: string, gender: Gender) => string): string =>
    wanted === 'nominative' || gender === undefined || text === '' || isInitial(text) ? text : rule(text, gender);

  return {
    last: own.last ?? decline(name.last.trim(), (text, known) => declineSurname(text, wanted, known)),
    first: own.first ?? decline(name.first.trim(), (text, known) => declineFirst(text, wanted, known)),
    middle: own.middle ?? decline(middle, (text, known) => declineMiddle(text, wanted, known)),
  };
}

/** «Иванову Марию Петровну» */
export function fullName(name: PersonName, wanted: Case = 'nominative', overrides: NameOverrides = {}): string {
  const { last, first, middle } = declineName(name, wanted, overrides);
  return [last, first, middle].filter(Boolean).join(' ');
}

const thirdDeclension: Endings = ['и', 'и', 'ь', 'ью', 'и'];

function declineFirst(first: string, wanted: Case, gender: Gender): string {
  if (wanted === 'nominative') return first;
  return first
    .split(/([-\s]+)/u)
    .map((part, index) => (index % 2 === 1 ? part : declineOneFirst(part, wanted, gender)))
    .join('');
}

function declineOneFirst(first: string, wanted: Exclude<Case, 'nominative'>, gender: Gender): string {
  const shouting = first.length > 1 && first === first.toUpperCase();
  const word = shouting ? first.charAt(0) + first.slice(1).toLowerCase() : first;
  const declined = byRule(word, wanted, gender);
  return shouting ? declined.toUpperCase() : declined;
}

function byRule(word: string, wanted: Exclude<Case, 'nominative'>, gender: Gender): string {
  if (gender === 'female' && word.endsWith('ь')) return withEnding(word.slice(0, -1), thirdDeclension, wanted);
  if (gender === 'female' && !/[ая]$/u.test(word)) return word;
  if (/[еёиоуыэю]$/u.test(word)) return word;
  if (word === 'Пётр' || word === 'Петр') return withEnding('Петр', ['а', 'у', 'а', 'ом', 'е'], wanted);
  if (word === 'Илья' && wanted === 'instrumental') return 'Ильёй';
  return petrovich({ first: word, gender }, wanted).first ?? word;
}

/** Stress on the ending: Ильичом, Кузьмичом; but Никитичем. */
const stressedMiddle = /(?:^|[-\s])(?:Иль|Кузьм|Фом|Лук)ич$/iu;

function declineMiddle(middle: string, wanted: Case, gender: Gender): string {
  if (wanted === 'nominative' || /(?:оглы|оглу|улы|уулу|угли|кызы|гызы|кизи)$/iu.test(middle)) return middle;
  if (wanted === 'instrumental' && gender === 'male' && stressedMiddle.test(middle)) {
    return `${middle}${middle === middle.toUpperCase() ? 'ОМ' : 'ом'}`;
  }
  if (!/(?:ич|на)$/iu.test(middle)) return middle;
  if (middle === middle.toUpperCase()) return inclineMiddlename(middle.toLowerCase(), wanted, gender).toUpperCase();
  return inclineMiddlename(middle, wanted, gender);
}

/**
 * «Ложкина Е. С.» with no-break spaces, or «Е. С. Ложкина» with the initials first (for signatures).
 * The surname may stand in any case.
 */
export function initials(name: NameParts, order: 'last-first' | 'initials-first' = 'last-first'): string {
  const letters = [name.first, name.middle ?? '']
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => initialOf(part))
    .join(nbsp);
  if (!letters) return name.last.trim();
  const parts = order === 'last-first' ? [name.last.trim(), letters] : [letters, name.last.trim()];
  return parts.filter(Boolean).join(nbsp);
}

/** «Анна-Мария» is «А.-М.» */
const initialOf = (part: string): string =>
  part
    .split('-')
    .filter(Boolean)
    .map((half) => `${half.charAt(0).toUpperCase()}.`)
    .join('-');
