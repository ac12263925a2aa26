import { expect, test } from 'vitest';
import { type Actor, type Role, roles, type Verdict } from '../../kernel/actor.ts';
import { dangerouslyScope } from '../../platform/db.ts';
import type { PairParties } from '../pairs/access.ts';
import {
  mayKeepNorms,
  mayLogMeeting,
  mayPlanMeeting,
  mayPrintDiary,
  mayReadMeeting,
  mayReadMeetings,
  mayReadSecret,
  mayReadWords,
  mayShowCode,
} from './access.ts';

const pair: PairParties = { mentorId: 'm', menteeId: 'n', mentorGroupId: 'g1', menteeGroupId: 'g2' };

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  college: dangerouslyScope('c'),
  accountId: 'a',
  personId: null,
  name: '',
  roles: [role],
  groupIds: [],
  ...more,
});

const who = (rule: (one: Actor) => Verdict, more: Partial<Actor> = {}): Role[] =>
  roles.filter((role) => rule(actor(role, more)) === true);

test('without being a side, roles of staff do each what is theirs, and the pair’s words are the curator’s only', () => {
  const readers = ['administrator', 'director', 'deputy', 'working-group', 'curator', 'methodist', 'psychologist'];
  expect(who((one) => mayReadMeeting(one, pair))).toEqual([...readers, 'social-teacher']);
  expect(who(mayReadMeetings)).toEqual([...readers.slice(0, 6), 'class-teacher', 'psychologist', 'social-teacher']);
  expect(who((one) => mayPlanMeeting(one, pair))).toEqual(['administrator', 'deputy', 'curator']);
  expect(who((one) => mayLogMeeting(one, pair))).toEqual(['curator']);
  expect(who((one) => mayReadWords(one, pair))).toEqual(['curator']);
  expect(who((one) => mayReadSecret(one, pair))).toEqual(['curator']);
  expect(who((one) => mayPrintDiary(one, pair))).toEqual(['curator']);
  expect(who(mayKeepNorms)).toEqual(['administrator', 'deputy', 'curator']);
});

test('a class teacher reads the meetings of own groups, but not their words', () => {
  expect(mayReadMeeting(actor('class-teacher', { groupIds: ['g2'] }), pair)).toBe(true);
  expect(mayReadMeeting(actor('class-teacher', { groupIds: ['g3'] }), pair)).not.toBe(true);
  expect(mayReadWords(actor('class-teacher', { groupIds: ['g2'] }), pair)).not.toBe(true);
});

test.each([
  ['mentor', 'm', { words: true, secret: true, diary: true, code: true }],
  ['mentee', 'n', { words: true, secret: false, diary: false, code: false }],
  ['mentor', 'x', { words: false, secret: false, diary: false, code: false }],
] as const)('%s %s of the pair reads and does what is theirs', (role, personId, may) => {
  const one = actor(role, { personId });

  expect(mayReadWords(one, pair) === true).toBe(may.words);
  expect(mayLogMeeting(one, pair) === true).toBe(may.words);
  expect(mayPlanMeeting(one, pair) === true).toBe(may.words);
  expect(mayReadSecret(one, pair) === true).toBe(may.secret);
  expect(mayPrintDiary(one, pair) === true).toBe(may.diary);
  expect(mayShowCode(one, pair) === true).toBe(may.code);
});
