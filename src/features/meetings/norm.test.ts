import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { endOf, type MeetingKind, type MeetingState } from './meeting.ts';
import { expectations, firstNorms, nextKind } from './norm.ts';

const pair = { from: day('2026-10-15'), till: day('2027-06-30') };
const meeting = (kind: MeetingKind, iso: string, state: MeetingState = 'held') => ({
  id: `${kind} ${iso}`,
  kind,
  state,
  day: day(iso),
});
const states = (meetings: readonly ReturnType<typeof meeting>[], today: string) =>
  Object.fromEntries(
    expectations(pair, firstNorms, meetings, day(today)).map(({ kind, state, by }) => [kind, `${state} ${by}`]),
  );

test('a fresh pair has everything ahead; a week later the acquaintance is late', () => {
  expect(states([], '2026-10-15')).toMatchObject({ acquaintance: 'ahead 2026-10-22', final: 'ahead 2027-06-16' });
  expect(states([], '2026-10-23')).toMatchObject({ acquaintance: 'late 2026-10-22', trial: 'ahead 2026-10-29' });
});

test('working meetings are expected again and again, counted from the last one that was held', () => {
  const held = [meeting('planning', '2026-11-03'), meeting('working', '2026-11-10')];

  expect(states(held, '2026-11-20').working).toBe('held 2026-11-24');
  expect(states(held, '2026-11-25').working).toBe('late 2026-11-24');
  expect(states([...held, meeting('working', '2026-11-27', 'planned')], '2026-11-25').working).toBe(
    'planned 2026-11-24',
  );
});

test('what was missed meets no expectation', () => {
  expect(states([meeting('acquaintance', '2026-10-20', 'missed')], '2026-10-25').acquaintance).toMatch(/^late/);
});

test('the next kind follows the method and stays with working meetings', () => {
  expect(nextKind([])).toBe('acquaintance');
  expect(nextKind([meeting('acquaintance', '2026-10-20')])).toBe('trial');
  const all = (['acquaintance', 'trial', 'planning', 'working'] as const).map((kind) => meeting(kind, '2026-10-20'));
  expect(nextKind(all)).toBe('working');
});

test('a meeting ends on its day', () => {
  expect(endOf('14:30', 90)).toBe('16:00');
  expect(endOf('23:30', 90)).toBe('23:59');
});
