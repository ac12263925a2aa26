import { type Case, cases } from './cases.ts';
import { declineName, fullName, initials, type NameOverrides, type PersonName } from './names.ts';
import { declinePost } from './posts.ts';

/** Filters of a template that put words into a case: `{куратор.ФИО|вин}`. */
const caseFilters = ['им', 'род', 'дат', 'вин', 'тв', 'пр'] as const;
const nameFilters = ['инициалы', 'фамилия'] as const;

/** All filters a template may use, with what they do: the check of an upload names them. */
export const filterLabels: Readonly<Record<CaseFilter | NameFilter, string>> = {
  им: 'именительный падеж: Иванова Мария Петровна',
  род: 'родительный падеж: Ивановой Марии Петровны',
  дат: 'дательный падеж: Ивановой Марии Петровне',
  вин: 'винительный падеж: Иванову Марию Петровну',
  тв: 'творительный падеж: Ивановой Марией Петровной',
  пр: 'предложный падеж: Ивановой Марии Петровне',
  инициалы: 'для подписи: М. П. Иванова',
  фамилия: 'для списка: Иванова М. П.',
};

export type CaseFilter = (typeof caseFilters)[number];
export type NameFilter = (typeof nameFilters)[number];

/** Words ready in every case. Plain data: kept in the snapshot of a paper, so that it prints the same for ever. */
export type PostForms = Readonly<Record<CaseFilter, string>>;
export type NameForms = Readonly<Record<CaseFilter | NameFilter, string>>;

const eachCase = (word: (wanted: Case) => string): PostForms => ({
  им: word('nominative'),
  род: word('genitive'),
  дат: word('dative'),
  вин: word('accusative'),
  тв: word('instrumental'),
  пр: word('prepositional'),
});

/** A person in all cases; forms that were corrected by hand go before the rules. */
export const nameForms = (name: PersonName, overrides: NameOverrides = {}): NameForms => ({
  ...eachCase((wanted) => fullName(name, wanted, overrides)),
  инициалы: initials(declineName(name, 'nominative', overrides), 'initials-first'),
  фамилия: initials(declineName(name, 'nominative', overrides), 'last-first'),
});

export const postForms = (post: string): PostForms => eachCase((wanted) => declinePost(post, wanted));

const capital = "\\p{Lu}[\\p{L}’'-]*";
const personPattern = new RegExp(`^(${capital})\\s+(${capital})(?:\\s+(${capital}(?:\\s+\\p{L}+)?))?$`, 'u');

/** Three words with capitals are a person; anything else is taken for a post. */
function personOf(words: string): PersonName | undefined {
  const [, last, first, middle] = personPattern.exec(words.trim()) ?? [];
  return last && first ? { last, first, middle: middle ?? null } : undefined;
}

const inCase =
  (wanted: Case) =>
  (words: string): string => {
    const person = personOf(words);
    return person ? fullName(person, wanted) : declinePost(words, wanted);
  };

const inInitials =
  (order: 'last-first' | 'initials-first') =>
  (words: string): string => {
    const person = personOf(words);
    return person ? initials(person, order) : words;
  };

/** What `renderDocx` needs to decline plain text; values of `nameForms` and `postForms` bring their own forms. */
export const filters: Readonly<Record<string, (words: string) => string>> = {
  ...Object.fromEntries(caseFilters.map((name, at) => [name, inCase(cases[at] ?? 'nominative')])),
  инициалы: inInitials('initials-first'),
  фамилия: inInitials('last-first'),
};

/** The form of `NameForms` and `PostForms` that is printed without a filter. */
export const plainFormName: CaseFilter = 'им';

/** `{#есть пары}` asks whether a field holds anything. */
export const asksPrefix = /^есть /i;

/** Letters that number a Russian list, as Word counts them: without ё, й, ъ, ы, ь. */
export const listLetters = 'абвгдежзиклмнопрстуфхцчшщэюя';
