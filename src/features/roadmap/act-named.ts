import { parseDay } from '../../kernel/day.ts';
import { oneLine } from './cell-text.ts';
import { dateFirst, numberFirst } from './reading-texts.ts';
import type { ActKind, ActNamed } from './roadmap.ts';

const kinds: readonly (readonly [RegExp, ActKind])[] = [
  [/приказ/giu, 'order'],
  [/распоряжени/giu, 'directive'],
  [/протокол/giu, 'minutes'],
  [/положени/giu, 'regulation'],
  [/договор|соглашени/giu, 'contract'],
  [/письм/giu, 'letter'],
];

/** Acts with both number and date: «приказ № 142 от 19.10.2020», «протокол от 30 августа 2023 г. № 1». */
export function actsIn(cell: string): readonly ActNamed[] {
  const text = oneLine(cell);
  const found: (ActNamed & { readonly at: number })[] = [];
  const add = (at: number, written: string, when: string): void => {
    const on = parseDay(when);
    if (on) found.push({ kind: kindBefore(text.slice(0, at)), number: written, day: on, at });
  };
  for (const match of text.matchAll(numberFirst)) add(match.index, match[1] ?? '', match[2] ?? '');
  for (const match of text.matchAll(dateFirst)) add(match.index, match[2] ?? '', match[1] ?? '');
  return found.toSorted((one, other) => one.at - other.at).map(({ at: _at, ...act }) => act);
}

/** The word for an act that stands nearest before the number. */
function kindBefore(text: string): ActKind {
  let nearest: { readonly kind: ActKind; readonly at: number } = { kind: 'act', at: -1 };
  for (const [pattern, kind] of kinds) {
    for (const match of text.matchAll(pattern)) if (match.index > nearest.at) nearest = { kind, at: match.index };
  }
  return nearest.kind;
}
