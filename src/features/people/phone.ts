import type { Cell } from '../../platform/files/sheet.ts';
import { type Finding, found, isUncounted, type Reading } from './import-problems.ts';
import { saysNothing, tidyText } from './person-values.ts';
import { extensionWords, relativeWords } from './value-texts.ts';

export interface Phones {
  readonly own: string | null;
  /** A number with a relative named beside it. */
  readonly relative: string | null;
}

interface Number {
  readonly digits: string;
  readonly plus: boolean;
  readonly relative: boolean;
  readonly text: string;
}

/** Numbers part where a sign parts them, or where eleven digits are full and new ones begin. */
function numbersIn(text: string): Number[] {
  const pieces = text
    .replace(extensionWords, ' ')
    .split(/[;,\n/|]|\s{2,}|(?<=\d)\s+(?=(?:\+7|8)[\s(-]*\d{3}[\s)-]*\d)/u);
  const numbers: Number[] = [];
  for (const piece of pieces) {
    const digits = piece.replace(/\D/g, '');
    const last = numbers.at(-1);
    if (digits === '') {
      if (last && relativeWords.test(piece)) numbers[numbers.length - 1] = { ...last, relative: true };
      continue;
    }
    const relative = relativeWords.test(piece);
    const runs = digits.length === 22 || digits.length === 20 ? halves(digits) : [digits];
    for (const run of runs) numbers.push({ digits: run, plus: piece.includes('+'), relative, text: piece.trim() });
  }
  return numbers;
}

const halves = (digits: string): string[] => [digits.slice(0, digits.length / 2), digits.slice(digits.length / 2)];

/** +7 and ten digits of a Russian number; other countries' numbers keep their code; undefined: digits lack or are too many. */
function normal({ digits, plus }: Number): string | undefined {
  if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`;
  if (digits.length === 10 && /^[3489]/.test(digits)) return `+7${digits}`;
  if (plus && !digits.startsWith('7') && digits.length >= 11 && digits.length <= 14) return `+${digits}`;
  return undefined;
}

/** Excel shows a long number so, and a copied CSV has lost its last digits for ever. */
const isRounded = (text: string): boolean => /\d[.,]?\d*e\+\d+/i.test(text);

/** Phones of one cell, typed or as a number: the person's, and that of a relative named beside it. */
export function readPhones(cell: Cell | undefined): Reading<Phones> {
  const none = { own: null, relative: null };
  if (isUncounted(cell)) return found(none, { kind: 'formula-uncounted', level: 'ask' });
  const text = tidyText(cell);
  if (saysNothing(text)) return found(none);
  if (isRounded(text)) return found(none, { kind: 'phone-rounded', level: 'ask' });
  const numbers = numbersIn(text);
  if (numbers.length === 0) return found(none, { kind: 'phone-digits', level: 'ask', detail: { digits: 0 } });

  const findings: Finding[] = [];
  let own: string | null = null;
  let relative: string | null = null;
  for (const number of numbers) {
    const phone = normal(number);
    if (phone === undefined)
      findings.push({
        kind: 'phone-digits',
        level: 'ask',
        detail: { digits: number.digits.length },
        value: number.text,
      });
    else if (number.relative && relative === null) relative = phone;
    else if (!number.relative && own === null) own = phone;
    else findings.push({ kind: 'phone-second', level: 'note', value: number.text });
  }
  return found({ own, relative }, ...findings);
}

/** Mobile numbers are one person's; a landline rings in a whole flat or hostel. */
export const isMobile = (phone: string): boolean => phone.startsWith('+79');
