/** A linear axis: where a value stands (0–100 %) and which round values get a line. */
export interface Axis {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

const niceStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10) * power;
};

/** An axis over all values with about `count` round ticks; equal values still get a width. */
export const axisOf = (values: readonly number[], count = 5): Axis => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = niceStep((high - low || Math.abs(high) || 1) / count);
  const from = Math.floor(low / step) * step;
  const till = Math.max(Math.ceil(high / step) * step, from + step);
  const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
  return {
    at: (value) => Math.round(((value - from) / (till - from)) * 10_000) / 100,
    ticks: Array.from({ length: Math.round((till - from) / step) + 1 }, (_, index) => tidy(from + index * step)),
  };
};

/** Decimal comma and a real minus. */
export const inWords = (value: number): string => String(value).replace('.', ',').replace('-', '−');

/** The same with a plus for growth. */
export const signed = (value: number): string => (value > 0 ? `+${inWords(value)}` : inWords(value));
