export const cases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

export type Case = (typeof cases)[number];

export type Gender = 'male' | 'female';

/** Endings in the order of the oblique cases: genitive, dative, accusative, instrumental, prepositional. */
export type Endings = readonly [string, string, string, string, string];

/** Puts the ending of a case onto a stem; the nominative has none of these. */
export const withEnding = (stem: string, endings: Endings, wanted: Exclude<Case, 'nominative'>): string =>
  stem + endings[cases.indexOf(wanted) - 1];

const vowels = /[аеёиоуыэюя]/giu;

export const vowelCount = (word: string): number => word.match(vowels)?.length ?? 0;
