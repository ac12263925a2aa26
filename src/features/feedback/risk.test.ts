import { expect, test } from 'vitest';
import type { Actor, Role } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { mayCloseFlag, mayKeepRisks, mayReadFlag } from './access.ts';
import { askingWindow, quartersOf, quarterToAsk } from './quarter.ts';
import { firstNorms, type PairSigns, type RiskNorms, reasonsOf } from './risk.ts';

const calm: PairSigns = {
  from: day('2026-10-12'),
  lastMeeting: day('2026-11-20'),
  missedInRow: 0,
  comfort: 8,
  comfortSide: 'mentee',
  lateTasks: 0,
  silentSide: null,
  askedOn: null,
  helpAskedOn: null,
};

const codes = (signs: Partial<PairSigns>, on = '2026-11-25', norms: RiskNorms = firstNorms) =>
  reasonsOf({ ...calm, ...signs }, { ...norms, silenceDays: 21 }, day(on)).map(({ reason }) => reason);

test('a pair that meets and is content raises nothing; silence begins on the day after the norm', () => {
  expect(codes({})).toEqual([]);
  expect(codes({}, '2026-12-11')).toEqual([]);
  expect(codes({}, '2026-12-12')).toEqual(['silent']);
  expect(codes({ lastMeeting: null }, '2026-11-03')).toEqual(['silent']);
});

test('each sign is judged by the college’s own norm, and what is switched off is not looked at', () => {
  expect(codes({ comfort: 4 })).toEqual(['low-comfort']);
  expect(codes({ comfort: 4 }, '2026-11-25', { ...firstNorms, lowComfort: 3 })).toEqual([]);
  expect(codes({ missedInRow: 2, lateTasks: 5 })).toEqual(['missed', 'late-tasks']);
  expect(codes({ missedInRow: 2, lateTasks: 5 }, '2026-11-25', { ...firstNorms, switchedOff: ['missed'] })).toEqual([
    'late-tasks',
  ]);
  expect(codes({ silentSide: 'mentee', askedOn: day('2026-11-16') })).toEqual([]);
  expect(codes({ silentSide: 'mentee', askedOn: day('2026-11-15') })).toEqual(['one-sided']);
});

test('questionnaires of a quarter are open around its end, and in the holidays nobody is asked', () => {
  const [autumn] = quartersOf(2026);
  expect(autumn && askingWindow(autumn, firstNorms)).toEqual({ from: '2026-12-10', till: '2026-12-23' });
  expect(quarterToAsk(2026, firstNorms, day('2026-12-09'))).toBeUndefined();
  expect(quarterToAsk(2026, firstNorms, day('2026-12-10'))?.number).toBe(1);
  expect(quarterToAsk(2026, firstNorms, day('2027-03-15'))?.number).toBe(2);
  expect(quarterToAsk(2026, firstNorms, day('2027-08-01'))).toBeUndefined();
});

test.each<[Role, string]>([
  ['administrator', 'all keeps closes'],
  ['director', 'all'],
  ['deputy', 'all keeps closes'],
  ['working-group', 'all'],
  ['curator', 'all keeps closes'],
  ['methodist', 'all closes'],
  ['class-teacher', 'own'],
  ['psychologist', 'all closes'],
  ['social-teacher', 'all closes'],
  ['editor', ''],
  ['mentor', ''],
  ['mentee', ''],
  ['parent', ''],
  ['expert', ''],
  ['employer', ''],
  ['institute', ''],
])('%s and flags of pairs: %s', (role, wanted) => {
  const actor: Actor = {
    college: '' as never,
    accountId: '',
    personId: 'me',
    name: '',
    roles: [role],
    groupIds: ['own'],
  };
  const reads = (groupIds: string[]) => mayReadFlag(actor, { groupIds }) === true;
  const words = [
    reads(['other']) ? 'all' : reads(['own']) ? 'own' : '',
    mayKeepRisks(actor) === true ? 'keeps' : '',
    mayCloseFlag(actor, { ownerId: null }) === true ? 'closes' : '',
  ];
  expect(words.filter(Boolean).join(' ')).toBe(wanted);
  expect(mayCloseFlag(actor, { ownerId: 'me' })).toBe(true);
});
