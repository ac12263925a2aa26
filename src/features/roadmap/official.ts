import { searchKey } from '../../kernel/russian/search.ts';
import { commonWords, phrasings } from './official-texts.ts';
import type { RowContent } from './row.ts';

/** Stems of five letters: «наставников» and «наставники» are one. */
const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    searchKey(text)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 1 && !commonWords.test(word))
      .map((word) => word.slice(0, 5)),
  );

const known = Object.entries(phrasings).map(([number, texts]) => ({ number, stems: texts.map(stemsOf) }));

/** 0–1: the share of words that two texts have in common. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((stem) => other.has(stem)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}

const sure = 0.65;
const margin = 0.15;

/** The official row that a title surely speaks of; undefined when none does, or two do. */
export function officialByTitle(title: string): string | undefined {
  const stems = stemsOf(title);
  const [best, second] = known
    .map(({ number, stems: texts }) => ({ number, score: Math.max(...texts.map((each) => likeness(stems, each))) }))
    .toSorted((one, other) => other.score - one.score);
  if (!best || best.score < sure || best.score - (second?.score ?? 0) < margin) return undefined;
  return best.number;
}

/**
 * Which official row a row of the college is: the one its title surely speaks of, else the one of its number.
 * Stages and rows that the method does not know have none.
 */
export function officialNumber(row: Pick<RowContent, 'kind' | 'number' | 'title'>): string | undefined {
  if (row.kind === 'stage') return undefined;
  return officialByTitle(row.title) ?? (row.number in phrasings ? row.number : undefined);
}
