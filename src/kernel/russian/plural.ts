/** Chooses the word for a count: plural(21, 'пара', 'пары', 'пар') is «пара», 22 «пары», 25 and 11 «пар». */
export function plural(count: number, one: string, few: string, many: string): string {
  const whole = Math.abs(Math.trunc(count));
  if (count !== Math.trunc(count)) return few;
  const tens = whole % 100;
  const units = whole % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}

/** «21 пара» with a no-break space. */
export const counted = (count: number, one: string, few: string, many: string): string =>
  `${count}\u00A0${plural(count, one, few, many)}`;
