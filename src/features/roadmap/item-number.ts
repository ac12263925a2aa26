/** The number of a row by its levels: «4.3.1» is [4, 3, 1]. */
export type ItemNumber = readonly number[];

const pattern = /^(?:№\s*)?([1-9]\d?(?:[.,][1-9]\d?){0,3})\s*[.)]?$/u;

/** «1.7.», «   2.», «4.3.1», «3)»; a date («01.09.2023») and other text: undefined. */
export function parseItemNumber(text: string): ItemNumber | undefined {
  const match = pattern.exec(
    text
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/([.,]) /gu, '$1'),
  );
  return match?.[1]?.split(/[.,]/u).map(Number);
}

export const formatItemNumber = (number: ItemNumber): string => number.join('.');

/** May this number come after that one? A few may be left out, but none goes back. */
export function follows(next: ItemNumber, previous: ItemNumber): boolean {
  const shared = next.findIndex((level, index) => level !== previous[index]);
  if (shared < 0) return false;
  if (shared >= previous.length) return next.length === previous.length + 1 && (next[shared] ?? 0) <= 3;
  const step = (next[shared] ?? 0) - (previous[shared] ?? 0);
  const deeper = next.slice(shared + 1);
  return step >= 1 && step <= 3 && deeper.length <= 1 && deeper.every((level) => level <= 3);
}

/** The number before: [1, 3] is [1, 2]; before the first of a level there is none. */
export function numberBefore(number: ItemNumber): ItemNumber | undefined {
  const last = number.at(-1) ?? 1;
  return last > 1 ? [...number.slice(0, -1), last - 1] : undefined;
}

export const numberAfter = (number: ItemNumber): ItemNumber => [...number.slice(0, -1), (number.at(-1) ?? 0) + 1];
