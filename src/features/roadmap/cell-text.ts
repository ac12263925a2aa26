import { joinHyphenation } from '../../kernel/russian/hyphenation.ts';

/** One line: line-break hyphens joined, spaces tidied. */
export const oneLine = (text: string): string => joinHyphenation(text).replace(/\s+/gu, ' ').trim();

/** Paragraphs: a line that goes on with a small letter belongs to the line before. */
export function paragraphs(text: string): readonly string[] {
  const result: string[] = [];
  for (const line of joinHyphenation(text).split(/\n+/u)) {
    const tidy = line.replace(/\s+/gu, ' ').trim();
    if (tidy === '') continue;
    const previous = result.at(-1);
    if (previous !== undefined && goesOn(previous, tidy)) result[result.length - 1] = `${previous} ${tidy}`;
    else result.push(tidy);
  }
  return result;
}

const goesOn = (previous: string, next: string): boolean =>
  !/[;.!?]$/u.test(previous) &&
  (/^[\p{Ll}№(«\d]/u.test(next) || /(?:,|[^.]-|\s(?:и|в|на|по|о|об|с|для|из|от))$/iu.test(previous));

/** A cell that says «nothing»: empty, a dash, dots. */
export const isBlank = (text: string | undefined): boolean => !text || /^[\s\-–—−_.*]*$/u.test(text);
