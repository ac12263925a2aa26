import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { defaultTill, type GivenConsent, signatoryNeeded, standingOf, stateOf } from './consent.ts';

const today = day('2026-10-12');
const student = (born: string | null) => ({ kind: 'student', birthDay: born === null ? null : day(born) });
const given = (rest: Partial<GivenConsent> = {}): GivenConsent => ({
  signedBy: 'both',
  signedOn: day('2026-09-01'),
  validTill: day('2027-08-31'),
  withdrawnOn: null,
  textVersion: 2,
  ...rest,
});

test.each([
  ['2012-10-13', 'representative'],
  ['2012-10-12', 'both'],
  ['2008-10-13', 'both'],
  ['2008-10-12', 'self'],
])('a student born on %s is asked for the signature of: %s', (born, signatory) => {
  expect(signatoryNeeded(student(born), today)).toBe(signatory);
});

test('whoever was born on 29 February signs alone from 1 March', () => {
  expect(signatoryNeeded(student('2008-02-29'), day('2026-02-28'))).toBe('both');
  expect(signatoryNeeded(student('2008-02-29'), day('2026-03-01'))).toBe('self');
});

test('a student of unknown age is a minor, a teacher of unknown age is not', () => {
  expect(signatoryNeeded(student(null), today)).toBe('both');
  expect(signatoryNeeded({ kind: 'staff', birthDay: null }, today)).toBe('self');
});

test('a paper that a sixteen-year-old signed alone waits for the representative', () => {
  expect(stateOf(given({ signedBy: 'self' }), student('2010-03-01'), 2, today)).toBe('needs-representative');
});

test('a paper that only the parent of a sixteen-year-old signed waits for the student', () => {
  expect(stateOf(given({ signedBy: 'representative' }), student('2010-03-01'), 2, today)).toBe('needs-self');
});

test('a paper given for a child of thirteen stands when the child is fourteen', () => {
  expect(stateOf(given({ signedBy: 'representative' }), student('2012-10-01'), 2, today)).toBe('valid');
});

test('when a student turns 18 the paper of both asks to be signed anew', () => {
  const born = student('2008-10-12');
  expect(stateOf(given(), born, 2, day('2026-10-11'))).toBe('valid');
  expect(stateOf(given(), born, 2, day('2026-10-12'))).toBe('turned-18');
  expect(stateOf(given({ signedOn: day('2026-10-12'), signedBy: 'self' }), born, 2, today)).toBe('valid');
});

test('a newer text, a near end, an end and a withdrawal are each said', () => {
  const grown = student('2006-01-01');
  expect(stateOf(given({ textVersion: 1 }), grown, 2, today)).toBe('outdated-text');
  expect(stateOf(given({ validTill: day('2026-11-11') }), grown, 2, today)).toBe('expires-soon');
  expect(stateOf(given({ validTill: day('2026-11-12') }), grown, 2, today)).toBe('valid');
  expect(stateOf(given({ validTill: day('2026-10-11') }), grown, 2, today)).toBe('expired');
  expect(stateOf(given({ withdrawnOn: today }), grown, 2, today)).toBe('withdrawn');
});

test('the best of several papers speaks for the person; without papers it is missing', () => {
  const grown = student('2006-01-01');
  const old = given({ signedOn: day('2025-09-01'), validTill: day('2026-08-31') });
  expect(standingOf([old, given()], grown, 2, today)).toEqual({ state: 'valid', till: '2027-08-31' });
  expect(standingOf([old, given({ withdrawnOn: today })], grown, 2, today).state).toBe('withdrawn');
  expect(standingOf([given({ signedOn: day('2026-10-13') })], grown, 2, today).state).toBe('missing');
});

test('a consent lasts to the end of its academic year, and one signed in summer to the end of the next', () => {
  expect(defaultTill(day('2026-10-12'))).toBe('2027-08-31');
  expect(defaultTill(day('2027-06-30'))).toBe('2027-08-31');
  expect(defaultTill(day('2027-08-25'))).toBe('2028-08-31');
});
