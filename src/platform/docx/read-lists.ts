import { listLetters } from '../../kernel/russian/wording.ts';
import { type ParagraphLook, paragraphLook } from './read-styles.ts';
import { attribute, child, childElements, type XmlElement } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly gap: 'tab' | 'space' | 'nothing';
  readonly look: ParagraphLook;
}

export interface ListMark {
  /** «1.», «2.1)», «•»: what Word prints in front. */
  readonly text: string;
  readonly gap: Level['gap'];
  readonly look: ParagraphLook;
}

const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function romanNumber(value: number): string {
  let left = value;
  let out = '';
  for (const [worth, letters] of roman) {
    while (left >= worth) {
      out += letters;
      left -= worth;
    }
  }
  return out;
}

const alphabets: Record<string, string> = {
  russianLower: listLetters,
  lowerLetter: 'abcdefghijklmnopqrstuvwxyz',
};

function inFormat(value: number, format: string): string {
  if (format === 'lowerRoman') return romanNumber(value);
  if (format === 'upperRoman') return romanNumber(value).toUpperCase();
  const lower = format === 'russianUpper' ? 'russianLower' : format === 'upperLetter' ? 'lowerLetter' : format;
  const letters = alphabets[lower];
  if (!letters) return String(value);
  const letter = letters[(value - 1) % letters.length] ?? '';
  return lower === format ? letter : letter.toUpperCase();
}

function readLevels(abstract: XmlElement | undefined): Map<number, Level> {
  return new Map(
    childElements(abstract, 'w:lvl').map((level) => {
      const gap = attribute(level, 'w:suff');
      return [
        Number(level.attributes['w:ilvl'] ?? 0),
        {
          start: Number(attribute(level, 'w:start') ?? 1),
          format: attribute(level, 'w:numFmt') ?? 'decimal',
          text: attribute(level, 'w:lvlText') ?? '',
          gap: gap === 'space' || gap === 'nothing' ? gap : 'tab',
          look: paragraphLook(child(level, 'w:pPr')),
        },
      ];
    }),
  );
}

/** Counts the automatic lists of a document: call it for each listed paragraph in reading order. */
export function readLists(root: XmlElement | undefined): (id: string, level: number) => ListMark | undefined {
  const abstracts = new Map(
    childElements(root, 'w:abstractNum').map((abstract) => [
      abstract.attributes['w:abstractNumId'],
      readLevels(abstract),
    ]),
  );
  const numbers = new Map(
    childElements(root, 'w:num').map((number) => [number.attributes['w:numId'], attribute(number, 'w:abstractNumId')]),
  );
  const counts = new Map<string, number[]>();

  return (id, level) => {
    const abstract = numbers.get(id);
    const levels = abstracts.get(abstract);
    const own = levels?.get(level);
    if (abstract === undefined || !levels || !own) return undefined;
    const counted = counts.get(abstract) ?? [];
    counts.set(abstract, counted);
    counted[level] = (counted[level] ?? own.start - 1) + 1;
    counted.length = level + 1;
    const text =
      own.format === 'bullet'
        ? '•'
        : own.text.replace(/%(\d)/g, (_, digit: string) => {
            const at = Number(digit) - 1;
            return inFormat(counted[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? 'decimal');
          });
    return { text, gap: own.gap, look: own.look };
  };
}
