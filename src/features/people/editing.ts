import type { PersonFieldName } from './fields.ts';

export type Values = Readonly<Partial<Record<PersonFieldName, string>>>;

export interface Clash {
  readonly field: PersonFieldName;
  /** What the other person wrote. */
  readonly theirs: string;
  /** Both wrote different things into it; what was typed here is kept. */
  readonly both: boolean;
}

export interface Joined {
  readonly values: Values;
  readonly clashes: readonly Clash[];
}

/**
 * Brings two edits of one card together. A field that only the other person touched takes their value, a field that
 * was touched here keeps what was typed; every field that they changed is told.
 */
export const joinEdits = (was: Values, typed: Values, theirs: Values): Joined => {
  const values: Partial<Record<PersonFieldName, string>> = { ...typed };
  const clashes: Clash[] = [];
  for (const field of Object.keys(theirs) as PersonFieldName[]) {
    const [before, mine, now] = [was[field] ?? '', typed[field] ?? '', theirs[field] ?? ''];
    if (now === before || now === mine) continue;
    const both = mine !== before;
    if (!both) values[field] = now;
    clashes.push({ field, theirs: now, both });
  }
  return { values, clashes };
};
