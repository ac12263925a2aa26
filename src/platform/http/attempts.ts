import { now } from '../clock.ts';

/** Counts attempts per key (an address) in this process: a brake on guessing, not a wall. */
export const limitAttempts = ({ most, seconds }: { most: number; seconds: number }) => {
  const seen = new Map<string, number[]>();

  /** false when this attempt is one too many. */
  return (key: string): boolean => {
    const at = now().getTime();
    const recent = (seen.get(key) ?? []).filter((time) => time > at - seconds * 1000);
    if (recent.length >= most) return false;
    if (seen.size > 10_000) seen.clear();
    seen.set(key, [...recent, at]);
    return true;
  };
};
