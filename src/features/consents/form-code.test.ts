import fc from 'fast-check';
import { expect, test } from 'vitest';
import { purposes, signatories } from './consent.ts';
import { bestReading, collegeTag, newFormCode, qrText, readQrText } from './form-code.ts';
import { fillText, unknownTags } from './form-text.ts';
import { starterTexts } from './starter-texts.ts';

const own = collegeTag('00000000-0000-4000-8000-00000000000a');
const other = collegeTag('00000000-0000-4000-8000-00000000000b');

test('what is written into a code is read out of it, and only by its own college', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (page) => {
      const code = newFormCode();
      expect(readQrText(qrText(own, code, page), own)).toEqual({ kind: 'form', code, page });
      expect(readQrText(qrText(own, code, page), other)).toEqual({ kind: 'other-college' });
    }),
  );
});

test('a QR of something else, even one that begins like ours, is foreign', () => {
  for (const text of [
    'https://example.org',
    '',
    'NSC1',
    `NSC1.${own}.SHORT.1`,
    `NSC1.${own}.ILLEGALOUU.1`,
    `x${qrText(own, newFormCode(), 1)}`,
  ])
    expect(readQrText(text, own)).toEqual({ kind: 'foreign' });
});

test('a page with a stamp’s QR beside ours is ours; a picture of two forms is nobody’s', () => {
  const [one, two] = [qrText(own, newFormCode(), 1), qrText(own, newFormCode(), 1)];

  expect(bestReading(['https://example.org', one], own)?.kind).toBe('form');
  expect(bestReading([one, one], own)?.kind).toBe('form');
  expect(bestReading([one, two], own)?.kind).toBe('foreign');
  expect(bestReading([], own)).toBeUndefined();
});

test('every starter text is whole for every way of signing: no tag is left, and the right names stand in it', () => {
  const values = { person: 'Иванов Иван', representative: 'Иванова Анна', college: 'Колледж' };
  for (const purpose of purposes) {
    expect(unknownTags(starterTexts[purpose])).toEqual([]);
    for (const signatory of signatories) {
      const text = fillText(starterTexts[purpose], signatory, values);
      expect(text).not.toMatch(/[{}]/);
      expect(text).toContain('Иванов Иван');
      expect(text.includes('Иванова Анна')).toBe(signatory !== 'self');
      expect(text).toContain('Подпись');
    }
  }
});

test('a misspelt tag and a part without an end are named', () => {
  expect(unknownTags('Я, {ФЫО}, {#сам}подпись')).toEqual(['{ФЫО}', '{#сам}']);
});
