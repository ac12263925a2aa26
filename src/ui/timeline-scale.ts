// Where days lie on a timeline of whole months. Days are ISO strings.

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** A span of whole days; both ends belong to it. */
export interface Span {
  readonly from: string;
  readonly till: string;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Percent of the width at which the day begins, kept within 0–100. */
export const startOf = (scale: Span, day: string): number => {
  const length = dayNumber(scale.till) - dayNumber(scale.from) + 1;
  return round(Math.min(100, Math.max(0, ((dayNumber(day) - dayNumber(scale.from)) / length) * 100)));
};

/** Left edge and width of a span, in percent; what lies outside of the scale is cut off. */
export const placeOf = (scale: Span, span: Span): { readonly x: number; readonly width: number } => {
  const next = new Date((dayNumber(span.till) + 1) * 86_400_000).toISOString().slice(0, 10);
  const x = startOf(scale, span.from);
  return { x, width: round(startOf(scale, next) - x) };
};

/** Months of the scale, each with its first day and its place. */
export const monthsOf = (
  scale: Span,
): readonly { readonly month: number; readonly first: string; readonly x: number; readonly width: number }[] => {
  const [year = 0, month = 1] = scale.from.split('-').map(Number);
  const months: { month: number; first: string; x: number; width: number }[] = [];
  for (
    let at = new Date(Date.UTC(year, month - 1, 1));
    at.toISOString().slice(0, 10) <= scale.till;
    at.setUTCMonth(at.getUTCMonth() + 1)
  ) {
    const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
    const first = at.toISOString().slice(0, 10);
    months.push({ month: at.getUTCMonth(), first, ...placeOf(scale, { from: first, till: last }) });
  }
  return months;
};
