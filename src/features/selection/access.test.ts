import { expect, test } from 'vitest';
import { type Actor, type Role, roles } from '../../kernel/actor.ts';
import { dangerouslyScope } from '../../platform/db.ts';
import { mayDecide, mayHold, mayKeepSelection, mayMark, mayReadInterview, mayReadSelection } from './access.ts';

const actor = (role: Role, personId: string | null = 'p'): Actor => ({
  college: dangerouslyScope('c'),
  accountId: 'a',
  personId,
  name: '',
  roles: [role],
  groupIds: [],
});
const yes = (may: (one: Actor) => unknown): Role[] => roles.filter((role) => may(actor(role)) === true);
const others = { interviewerIds: ['other'] };
const own = { interviewerIds: ['p'] };

test('who reads the selection, who keeps it, who writes decisions down', () => {
  expect(yes(mayKeepSelection)).toEqual(['administrator', 'deputy', 'curator']);
  expect(yes(mayDecide)).toEqual(['administrator', 'director', 'deputy', 'working-group', 'curator']);
  expect(yes(mayReadSelection)).toEqual([
    'administrator',
    'director',
    'deputy',
    'working-group',
    'curator',
    'methodist',
    'psychologist',
    'social-teacher',
  ]);
});

test('an interview is open to readers and to those who lead it; marks are each one’s own, or typed in by a keeper', () => {
  expect(yes((one) => mayReadInterview(one, others))).toEqual(yes(mayReadSelection));
  expect(yes((one) => mayReadInterview(one, own))).toEqual([...roles]);
  expect(yes((one) => mayMark(one, own, 'p'))).toEqual([...roles]);
  expect(yes((one) => mayMark(one, others, 'other'))).toEqual(yes(mayKeepSelection));
  expect(mayMark(actor('curator'), others, 'p')).not.toBe(true);
  expect(yes((one) => mayHold(one, others))).toEqual(yes(mayKeepSelection));
});

test('an account without a person leads no interview', () => {
  expect(mayReadInterview(actor('class-teacher', null), { interviewerIds: [] })).not.toBe(true);
});
