import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { type Act, isNamedIn, makesCircle, reviewOf, staleCitations, staleIn, stateOf, successorOf } from './act.ts';
import { builtInActs } from './seed.ts';

const today = day('2026-10-12');

const act = (id: string, rest: Partial<Act> = {}): Act => ({
  id,
  code: null,
  level: 'federal',
  title: id,
  issuer: '',
  number: '',
  day: null,
  revisedOn: null,
  inForceFrom: null,
  lapsesOn: null,
  supersededBy: null,
  reviewBy: null,
  unconfirmed: false,
  note: '',
  fileId: null,
  documentId: null,
  version: 1,
  ...rest,
});

test('an act is replaced from the first day of the one in its place, and not before', () => {
  const old = act('old', { supersededBy: 'new' });
  const next = act('new', { inForceFrom: day('2026-10-13') });

  expect(stateOf(old, [old, next], today)).toBe('in-force');
  expect(stateOf(old, [old, next], day('2026-10-13'))).toBe('replaced');
  expect(stateOf(next, [old, next], today)).toBe('ahead');
});

test('the last day of an act still counts', () => {
  const order = act('order', { lapsesOn: today });

  expect(stateOf(order, [order], today)).toBe('in-force');
  expect(stateOf(order, [order], day('2026-10-13'))).toBe('lapsed');
});

test('the end of a chain of replacements is found, a circle does not hang', () => {
  const [a, b, c] = [act('a', { supersededBy: 'b' }), act('b', { supersededBy: 'c' }), act('c')];
  const round = [act('x', { supersededBy: 'y' }), act('y', { supersededBy: 'x' })];

  expect(successorOf(a, [a, b, c]).id).toBe('c');
  expect(successorOf(round[0] ?? a, round).id).toBe('y');
  expect(makesCircle('c', 'a', [a, b, c])).toBe(true);
  expect(makesCircle('a', 'c', [a, b, c])).toBe(false);
});

test('whoever names a replaced act is warned of, with what to name instead; acts that are gone themselves are not', () => {
  const acts = [
    act('regulation'),
    act('gone', { lapsesOn: day('2026-01-01') }),
    act('old', { supersededBy: 'new' }),
    act('new'),
  ];
  const citations = [
    { actId: 'regulation', citedId: 'old' },
    { actId: 'gone', citedId: 'old' },
    { actId: 'regulation', citedId: 'new' },
  ];

  const found = staleCitations(acts, citations, today);

  expect(found.map(({ act: one, cited, instead }) => [one.id, cited.id, instead?.id])).toEqual([
    ['regulation', 'old', 'new'],
  ]);
});

test('a text names an act by its number and day close together, in digits or in words', () => {
  const model = { number: 'Р-145', day: day('2019-12-25') };

  expect(isNamedIn('утверждённой распоряжением от 25.12.2019 №\u00a0Р-145,', model)).toBe(true);
  expect(isNamedIn('распоряжение № Р‑145 от 25 декабря 2019 г.', model)).toBe(true);
  expect(isNamedIn('приказ от 25.12.2019 № Р-1456', model)).toBe(false);
  expect(isNamedIn('№ Р-145 без даты', model)).toBe(false);
  expect(isNamedIn('кабинет 17', { number: '17', day: null })).toBe(false);
  expect(isNamedIn('по ГОСТ Р 7.0.97-2016', { number: '7.0.97-2016', day: null })).toBe(true);
});

test('a text that names a replaced act is found out', () => {
  const old = act('old', { number: '118-од', day: day('2025-09-01'), supersededBy: 'new' });

  expect(staleIn('на основании приказа от 01.09.2025 № 118-од', [old, act('new')], today)).toHaveLength(1);
  expect(staleIn('на основании приказа', [old, act('new')], today)).toEqual([]);
});

test('a review is late after its day and soon within thirty days', () => {
  expect(
    ['2026-10-11', '2026-10-12', '2026-11-11', '2026-11-12'].map((on) => reviewOf({ reviewBy: day(on) }, today)),
  ).toEqual(['late', 'soon', 'soon', 'later']);
});

test('the built-in list names each act once and leads to acts of its own only', () => {
  const codes = builtInActs.map(({ code }) => code);

  expect(new Set(codes).size).toBe(codes.length);
  expect(builtInActs.flatMap(({ cites }) => cites).filter((code) => !codes.includes(code))).toEqual([]);
  expect(builtInActs.flatMap(({ supersededBy }) => supersededBy ?? []).filter((code) => !codes.includes(code))).toEqual(
    [],
  );
  expect(builtInActs.some(({ unconfirmed }) => unconfirmed)).toBe(true);
});
