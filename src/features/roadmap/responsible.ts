import { joinHyphenation } from '../../kernel/russian/hyphenation.ts';
import { isBlank } from './cell-text.ts';

const role =
  /^(?:руковод|директор|зам(?:\.|ест|дир)|зав(?:\.|ед|уч)|куратор|координатор|наставни|наставляем|методист|педагог|психолог|соц(?:\.|иаль)|класс|кл\.|рабоч|член|администрац|администратор|ответственн|мастер|преподавател|тьютор|председател|секретар|воспитател|специалист|работодател|партн|представител|студ|совет|комисси|коллектив|служб|отдел|старост|старш|библиотек|пресс|начальник|главн|гл\.|ведущ|родител|цикл|цк|пцк|юрист|инженер|бухгалтер|эксперт|тренер|организатор|учител|обучающ|выпускник|волонт|профсоюз|бюро|центр|ресурсн|команд|участник|работник|сотрудник|модератор|редактор|менеджер|и\.? ?о\.|врио|ст\.|мед|логопед|дефектолог|оператор|техник|кадров|учебн|научн|приемн|приёмн|проектн|педсовет|попечит|общежит|комендант|лаборант|группа|поо)/iu;

const person = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}\. ?(?:\p{Lu}\.)?$|^\p{Lu}\. ?\p{Lu}\. ?\p{Lu}\p{Ll}+$/u;
const abbreviation = /^(?:по )?(?:\p{Lu}[\p{Lu}иИ\d/]*\p{Lu}|\p{Lu}{2,}|\p{Lu}\p{Ll}{0,2}\p{Lu}+)$/u;

/** Does the text begin with a role that answers for something («зам. директора», «кураторы»)? */
export const beginsWithRole = (text: string): boolean => role.test(text.trim()) || person.test(text.trim());

/**
 * Who answers, one by one: «Зам. директора по УВР, УМР, зав.УиПП» is three people; a head word said once
 * is given to each. Commas inside a role («ответственные за сайт, группу») do not split it.
 */
export function splitResponsible(cell: string): readonly string[] {
  if (isBlank(cell)) return [];
  const result: string[] = [];
  for (const piece of pieces(cell)) {
    const previous = result.at(-1);
    if (beginsWithRole(piece) || previous === undefined) result.push(piece);
    else if (abbreviation.test(piece) && headOf(previous))
      result.push(`${headOf(previous)} ${piece.replace(/^по /u, '')}`);
    else result[result.length - 1] = `${previous}, ${piece}`;
  }
  return [...new Set(result.map(named))];
}

/** «зам. директора по» out of «зам. директора по УВР» */
const headOf = (text: string): string | undefined => /^(.+? по) \S+$/u.exec(text)?.[1];

function pieces(cell: string): readonly string[] {
  const lines = joinHyphenation(cell)
    .split(/\n+/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
  const joined: string[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    const starts = previous === undefined || /[,;]$/u.test(previous) || beginsWithRole(line.replace(/^[-–—•]\s*/u, ''));
    if (starts) joined.push(line.replace(/^[-–—•]\s*/u, ''));
    else joined[joined.length - 1] = `${previous} ${line}`;
  }
  return joined
    .flatMap((line) => outsideParentheses(line, /[,;]/u))
    .flatMap(splitAtAnd)
    .map((piece) =>
      piece.replace(/[.;,\s]+$/u, (end) => (/\p{L}\.$/u.test(piece) && person.test(piece) ? end : '')).trim(),
    )
    .filter(Boolean);
}

/** «и» divides roles («директор и куратор») and abbreviations of one head («по УВР и УМР»), nothing else. */
function splitAtAnd(text: string): readonly string[] {
  const parts = text.split(/ и /u);
  const result: string[] = [];
  for (const part of parts) {
    const previous = result.at(-1);
    if (previous === undefined || beginsWithRole(part) || (abbreviation.test(part) && headOf(previous)))
      result.push(part);
    else result[result.length - 1] = `${previous} и ${part}`;
  }
  return result;
}

function outsideParentheses(text: string, separator: RegExp): readonly string[] {
  const result = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth <= 0 && separator.test(letter)) result.push('');
    else result[result.length - 1] += letter;
  }
  return result.map((piece) => piece.trim());
}

/** «Зам.директора» is «зам. директора»; names of people and abbreviations keep their capitals. */
function named(text: string): string {
  const spaced = text.replace(/(?<=^| )(зам|зав|соц|кл|гл|ст|отв)\.(?=\p{L})/giu, '$1. ');
  if (person.test(spaced) || /^\p{Lu}{2}/u.test(spaced)) return spaced;
  return spaced.charAt(0).toLowerCase() + spaced.slice(1);
}
