import { describe, expect, test } from 'vitest';
import {
  documentKinds,
  documentStatuses,
  familyOf,
  isEditable,
  isInForce,
  mayBecome,
  nextStatuses,
  signingRefusal,
} from './document.ts';
import { fromPattern, missingNumbers, nextNumber, readNumber, sameNumber } from './numbering.ts';
import { kindNames, statusNames } from './texts.ts';

describe('the way of a paper', () => {
  test('leads from the draft over signing into force', () => {
    expect(mayBecome('draft', 'on-signing')).toBe(true);
    expect(mayBecome('on-signing', 'signed')).toBe(true);
    expect(mayBecome('on-signing', 'draft')).toBe(true);
  });

  test('never leads a signed paper back, only on to amended or cancelled', () => {
    expect(nextStatuses('signed')).toEqual(['amended', 'cancelled']);
    expect(nextStatuses('cancelled')).toEqual([]);
    expect(documentStatuses.filter((status) => isEditable(status) && isInForce(status))).toEqual([]);
  });

  test('asks for date and number before it is signed, of a consent only for the date', () => {
    const paper = { kind: 'pairs-order', status: 'on-signing', number: null, date: '2026-10-12' } as const;

    expect(signingRefusal(paper)).toBe('no-number');
    expect(signingRefusal({ ...paper, number: ' ' })).toBe('no-number');
    expect(signingRefusal({ ...paper, number: '138', date: null })).toBe('no-date');
    expect(signingRefusal({ ...paper, kind: 'consent-adult' })).toBeNull();
    expect(signingRefusal({ ...paper, number: '138', status: 'signed' })).toBe('wrong-status');
  });

  test('has words for each kind and status', () => {
    expect(documentKinds.every((kind) => kindNames[kind] && familyOf(kind))).toBe(true);
    expect(documentStatuses.every((status) => statusNames[status])).toBe(true);
  });
});

describe('numbers', () => {
  test.each([
    ['125/2-од', 125],
    ['№ 138', 138],
    ['2026-15', 15],
    ['007-н', 7],
    ['2026', 2026],
  ])('%s runs at %i', (text, running) => {
    expect(readNumber(text)?.running).toBe(running);
  });

  test('without digits are no numbers', () => {
    expect(readNumber('б/н')).toBeUndefined();
  });

  test.each([
    [['137-од', '136-од'], '138-од'],
    [['125/1', '125/2', '124'], '126'],
    [['125/2-од'], '126-од'],
    [['№ 009'], '010'],
    [['2026-9', '2026-10'], '2026-11'],
    [['б/н'], '1-од'],
    [[], '1-од'],
  ])('after %j comes %s', (given, next) => {
    expect(nextNumber(given, '{n}-од')).toBe(next);
  });

  test('are the same when they look the same', () => {
    expect(sameNumber('№ 138-ОД', '138–од')).toBe(true);
    expect(sameNumber('138', '138/1')).toBe(false);
  });

  test('left out are found, and a pattern without a place gets the number in front', () => {
    expect(missingNumbers(['1', '2-од', '5'])).toEqual([3, 4]);
    expect(missingNumbers([])).toEqual([]);
    expect(fromPattern('-од', 7)).toBe('7-од');
  });
});
