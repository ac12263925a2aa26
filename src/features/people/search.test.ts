import { describe, expect, test } from 'vitest';
import { atMostOneTypo, closeTo } from './search.ts';

describe('a typed word', () => {
  test.each([
    ['иваов', 'иванов', true],
    ['ивванов', 'иванов', true],
    ['иваноф', 'иванов', true],
    ['иванво', 'иванов', true],
    ['иванов', 'иванов', true],
    ['ивано', 'петров', false],
    ['иваофф', 'иванов', false],
  ])('%s is at most one slip from %s: %s', (typed, meant, near) => {
    expect(atMostOneTypo(typed, meant)).toBe(near);
  });

  test('is found with a slip in the beginning of a longer name', () => {
    expect(closeTo('александар', 'петров александр иванович')).toBe(true);
    expect(closeTo('касьянт', 'касьянова вера')).toBe(true);
  });

  test('of two letters, or of digits, must stand there as it is', () => {
    expect(closeTo('эм', 'петров эн-21')).toBe(false);
    expect(closeTo('4817', 'петров 9123454816')).toBe(false);
  });
});
