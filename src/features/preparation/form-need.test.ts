import { expect, test } from 'vitest';
import { formNeeds, formsOf, heatOf, type NeedLine, peopleIn, proposeForms } from './form-need.ts';

const line = (personId: string, rest: Partial<NeedLine> = {}): NeedLine => ({
  personId,
  personKind: 'student',
  groupId: 'a',
  topic: 'study',
  confidential: false,
  wantedForms: [],
  ...rest,
});

test('the form is the one a person named; else it follows from who the person is and from the topic', () => {
  expect(formsOf(line('1', { wantedForms: ['student-pupil', 'employer-student'] }))).toEqual([
    'student-pupil',
    'employer-student',
  ]);
  expect(formsOf(line('1', { topic: 'workplace' }))).toEqual(['employer-student']);
  expect(formsOf(line('1', { topic: 'of-the-college' }))).toEqual(['student-student']);
  expect(formsOf(line('1', { personKind: 'staff', topic: 'workplace' }))).toEqual(['teacher-teacher']);
});

test('a confidential topic shows neither itself nor through the form it would lead to', () => {
  const secret = line('1', { topic: 'workplace', confidential: true });

  expect(formNeeds([secret], false)).toEqual([{ personId: '1', groupId: 'a', topic: null, form: 'student-student' }]);
  expect(formNeeds([secret], true)).toMatchObject([{ topic: 'workplace', form: 'student-student' }]);
});

test('a person with two needs is counted once in a cell', () => {
  const needs = formNeeds([line('1'), line('1', { topic: 'settle' }), line('2', { groupId: null })], false);

  expect(peopleIn(needs, { form: 'student-student', groupId: 'a' })).toEqual(['1']);
  expect(peopleIn(needs, { form: 'student-student', groupId: null })).toEqual(['2']);
  expect(peopleIn(needs, { topic: 'settle' })).toEqual(['1']);
  expect(peopleIn(needs, {})).toEqual(['1', '2']);
});

test('a form is proposed from three people on: all who asked, a mentor for two', () => {
  const three = ['1', '2', '3'].map((id) => line(id));
  const two = ['4', '5'].map((id) => line(id, { topic: 'job' }));

  expect(proposeForms(formNeeds([...three, ...two], false), ['student-student', 'employer-student'])).toEqual([
    { form: 'student-student', needed: 3, chosen: true, mentees: 3, mentors: 2 },
    { form: 'employer-student', needed: 2, chosen: false, mentees: 0, mentors: 0 },
  ]);
});

test('tints go from nothing to the fullest', () => {
  expect([0, 1, 5, 6, 10, 20].map((people) => heatOf(people, 20))).toEqual([0, 1, 1, 2, 2, 4]);
  expect(heatOf(0, 0)).toBe(0);
});
