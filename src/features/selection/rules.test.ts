import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { type CandidateTrack, isRipe, meanMark, stepOf } from './candidate.ts';
import { unmet, usualDemands } from './demand.ts';
import { type BasisInput, isGround, lastDayAfterNotice, missingParts, relationOf } from './legal-basis.ts';
import { type CandidateFacts, type Clearance, judge, lackingOf, type Rule } from './requirement.ts';

const today = day('2026-10-12');
const rule = (id: string, more: Partial<Rule>): Rule => ({
  id,
  form: '',
  kind: 'confirmed',
  least: null,
  clearance: null,
  words: id,
  ...more,
});
const facts = (more: Partial<CandidateFacts> = {}): CandidateFacts => ({
  kind: 'student',
  forms: ['student-student'],
  age: 17,
  course: 3,
  answers: [],
  clearances: [],
  ...more,
});
const clearance = (more: Partial<Clearance> = {}): Clearance => ({
  id: 'c',
  kind: 'medical',
  number: '',
  issuedOn: day('2026-09-01'),
  validTill: day('2026-10-12'),
  withdrawnOn: null,
  scanFileId: null,
  ...more,
});
const verdicts = (rules: readonly Rule[], of: CandidateFacts) => judge(rules, of, today).map(({ verdict }) => verdict);

test('age and course are counted from the card; without them nothing is known', () => {
  const age = rule('age', { kind: 'age', least: 18 });
  const course = rule('course', { kind: 'course', least: 2 });

  expect(verdicts([age, course], facts())).toEqual(['unmet', 'met']);
  expect(verdicts([age, course], facts({ age: 18, course: 1 }))).toEqual(['met', 'unmet']);
  expect(verdicts([age, course], facts({ age: null, course: null }))).toEqual(['unknown', 'unknown']);
});

test('a rule of another form, and a course of somebody who is no student, are not asked', () => {
  const other = rule('other', { form: 'employer-student' });
  const course = rule('course', { kind: 'course', least: 2 });

  expect(verdicts([other], facts())).toEqual([]);
  expect(verdicts([other], facts({ forms: ['employer-student'] }))).toEqual(['unknown']);
  expect(verdicts([course], facts({ kind: 'staff', course: null }))).toEqual([]);
});

test('a confirmed rule holds as it was answered, and the note stands beside it', () => {
  const debts = rule('debts', {});
  const answer = { ruleId: 'debts', met: false, note: 'долг по физике', answeredOn: today };
  const judged = judge([debts], facts({ answers: [answer] }), today);

  expect(judged).toEqual([{ rule: debts, verdict: 'unmet', note: 'долг по физике' }]);
  expect(lackingOf(judged)).toHaveLength(1);
});

test.each([
  ['on its last day', clearance(), 'met'],
  ['the day after', clearance({ validTill: day('2026-10-11') }), 'unmet'],
  ['without a term', clearance({ validTill: null }), 'met'],
  ['withdrawn', clearance({ validTill: null, withdrawnOn: today }), 'unmet'],
  ['of another kind', clearance({ kind: 'other' }), 'unmet'],
  ['issued later', clearance({ issuedOn: day('2026-10-13'), validTill: null }), 'unmet'],
])('a clearance %s', (_, one, verdict) => {
  expect(verdicts([rule('m', { kind: 'clearance', clearance: 'medical' })], facts({ clearances: [one] }))).toEqual([
    verdict,
  ]);
});

const track = (more: Partial<CandidateTrack> = {}): CandidateTrack => ({
  approvedBefore: false,
  questioned: false,
  outcome: null,
  interviewOn: null,
  invitedOn: null,
  decision: null,
  ...more,
});

test.each([
  ['new', track()],
  ['questioned', track({ questioned: true })],
  ['invited', track({ questioned: true, invitedOn: today })],
  ['questioned', track({ questioned: true, outcome: 'again', interviewOn: today })],
  ['interviewed', track({ outcome: 'recommend', interviewOn: today })],
  ['interviewed', track({ outcome: 'reject', interviewOn: today })],
  ['earlier', track({ approvedBefore: true })],
  ['approved', track({ approvedBefore: true, decision: 'approved', invitedOn: today })],
  ['refused', track({ decision: 'refused' })],
] as const)('facts make the step «%s»', (step, of) => {
  expect(stepOf(of)).toBe(step);
});

test('the group decides on those who were interviewed or approved in an earlier year', () => {
  expect(
    (['new', 'questioned', 'invited', 'interviewed', 'earlier', 'approved', 'refused'] as const).filter(isRipe),
  ).toEqual(['interviewed', 'earlier']);
});

test('the mean of marks has one decimal, and none without marks', () => {
  expect(meanMark([5, 4, 4])).toBe(4.3);
  expect(meanMark([])).toBeNull();
});

const full: BasisInput = {
  consentOn: day('2026-09-10'),
  agreementNumber: '12',
  agreementOn: day('2026-09-12'),
  content: 'ведёт занятия вместе с молодым педагогом',
  from: day('2026-10-01'),
  till: day('2027-06-30'),
  pay: 'доплата 10 % оклада',
  noticeOn: null,
};

test('an assignment wants consent, agreement, content, term and pay; an employer’s agreement its number and day', () => {
  expect(missingParts('assignment', undefined)).toEqual(['consentOn', 'agreement', 'content', 'term', 'pay']);
  expect(missingParts('assignment', { ...full, pay: '', till: null })).toEqual(['term', 'pay']);
  expect(missingParts('organisation', { ...full, consentOn: null, content: '', pay: '' })).toEqual([]);
  expect(['student-student', 'teacher-teacher', 'employer-student', 'teacher-student'].map(relationOf)).toEqual([
    undefined,
    'assignment',
    'organisation',
    undefined,
  ]);
});

test('a notice leaves three working days: given on Thursday it ends on Tuesday', () => {
  expect(lastDayAfterNotice(day('2026-10-08'))).toBe('2026-10-13');
  expect(lastDayAfterNotice(day('2026-10-05'))).toBe('2026-10-08');

  const ending = { ...full, noticeOn: day('2026-10-08') };
  expect(isGround('assignment', ending, day('2026-10-13'))).toBe(true);
  expect(isGround('assignment', ending, day('2026-10-14'))).toBe(false);
});

test('a ground holds within its term only, and only when the package is whole', () => {
  expect(isGround('assignment', full, day('2026-09-30'))).toBe(false);
  expect(isGround('assignment', full, day('2027-06-30'))).toBe(true);
  expect(isGround('assignment', full, day('2027-07-01'))).toBe(false);
  expect(isGround('assignment', { ...full, pay: '' }, today)).toBe(false);
});

test('the college’s choice makes of a lack a stop, a word, or nothing', () => {
  const lacks = { clearance: true, basis: true, training: true };

  expect(unmet(lacks, usualDemands, 'warn')).toEqual(['clearance', 'basis']);
  expect(unmet(lacks, { ...usualDemands, training: 'block' }, 'block')).toEqual(['training']);
  expect(unmet({ ...lacks, clearance: false }, usualDemands, 'warn')).toEqual(['basis']);
});
