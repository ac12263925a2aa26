import { expect, test } from 'vitest';
import { type MenteeCandidate, type MentorCandidate, saidNothing } from '../candidate.ts';
import type { Criterion } from '../criterion.ts';
import { course } from './course.ts';
import { need } from './need.ts';
import { speciality } from './speciality.ts';
import { time } from './time.ts';
import { wantedForm } from './wanted-form.ts';

const mentor: MentorCandidate = {
  id: 'anna',
  kind: 'student',
  places: 1,
  forms: [],
  competences: [],
  freeTimes: [],
  groupId: null,
  course: null,
  speciality: '',
  organisationId: null,
  hasConsent: true,
  approved: true,
  trained: true,
  barredIn: [],
  said: saidNothing,
};
const mentee: MenteeCandidate = {
  id: 'olya',
  kind: 'student',
  wantedForms: [],
  topics: [],
  hasConfidentialNeed: false,
  freeTimes: [],
  groupId: null,
  course: null,
  speciality: '',
  hasConsent: true,
  said: saidNothing,
  lastMentors: [],
  noShows: 0,
  firstInLine: false,
};

const share = (criterion: Criterion, his: Partial<MentorCandidate>, hers: Partial<MenteeCandidate>) =>
  criterion.judge({ ...mentor, ...his }, { ...mentee, ...hers }, 'student-student').share;

test.each([
  ['nothing asked', [], [], 0],
  ['nothing in common', ['study'], ['contest'], 0],
  ['one topic', ['study'], ['study', 'contest'], 0.8],
  ['two topics', ['study', 'contest'], ['study', 'contest'], 0.9],
])('need: %s', (_, competences, topics, expected) => {
  expect(share(need, { competences }, { topics })).toBeCloseTo(expected);
});

test('need never gives more than the whole, however many topics meet', () => {
  const topics = ['a', 'b', 'c', 'd', 'e', 'f'];

  expect(share(need, { competences: topics }, { topics })).toBe(1);
});

test.each([
  [[], [], 0],
  [['mon-day'], ['tue-day'], 0],
  [['mon-day'], ['mon-day', 'tue-day'], 0.75],
  [['mon-day', 'tue-day'], ['tue-day', 'mon-day'], 1],
])('time: %j and %j', (his, hers, expected) => {
  expect(share(time, { freeTimes: his }, { freeTimes: hers })).toBe(expected);
});

test('speciality: two empty ones are not the same', () => {
  expect(share(speciality, { speciality: '' }, { speciality: '' })).toBe(0);
  expect(share(speciality, { speciality: 'Сварщик' }, { speciality: 'Сварщик' })).toBe(1);
});

test.each([
  [2, 1, 1],
  [3, 1, 1],
  [4, 1, 0.5],
  [2, 2, 0],
  [1, 3, 0],
])('course: a mentor of course %i and a mentee of course %i', (his, hers, expected) => {
  expect(share(course, { course: his }, { course: hers })).toBe(expected);
});

test('course says nothing about teachers and employers', () => {
  expect(share(course, { course: null }, { course: 1 })).toBe(0);
});

test('wanted form: one of those that were asked for is enough', () => {
  expect(
    share(wantedForm, { forms: ['student-student'] }, { wantedForms: ['student-student', 'teacher-student'] }),
  ).toBe(1);
  expect(share(wantedForm, { forms: ['student-student'] }, { wantedForms: [] })).toBe(0);
});
