import { expect, test } from 'vitest';
import { type Actor, type CollegeScope, type Role, roles } from '../../kernel/actor.ts';
import {
  mayAgree,
  mayAskCorrection,
  mayKeepPlans,
  mayKeepTemplates,
  mayReadPlan,
  mayReadRegister,
  mayWritePlan,
  ownGroupsOnly,
} from './access.ts';

const pair = { mentorId: 'anna', menteeId: 'olya', mentorGroupId: 'em-41', menteeGroupId: 'em-21' };

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  ...{ college: 'x' as CollegeScope, accountId: 'a', personId: null, name: '', roles: [role], groupIds: [] },
  ...more,
});

const yes = (...who: Role[]) => roles.filter((role) => who.includes(role));
const allowed = (may: (one: Actor) => unknown) => roles.filter((role) => may(actor(role)) === true);

test('by role alone', () => {
  const keepers = yes('administrator', 'deputy', 'curator');
  const readers = [...keepers, 'director', 'working-group', 'methodist', 'psychologist', 'social-teacher'] as const;

  expect(allowed((one) => mayReadPlan(one, pair))).toEqual(yes(...readers));
  expect(allowed(mayReadRegister)).toEqual(yes(...readers, 'class-teacher'));
  expect(allowed((one) => mayWritePlan(one, pair))).toEqual(keepers);
  expect(allowed(mayKeepPlans)).toEqual(keepers);
  expect(allowed((one) => mayAskCorrection(one, pair))).toEqual(keepers);
  expect(allowed(mayKeepTemplates)).toEqual(yes(...keepers, 'methodist'));
  expect(allowed((one) => mayAgree(one, pair))).toEqual([]);
});

test('the two sides of the pair, and nobody else’s', () => {
  const anna = actor('mentor', { personId: 'anna' });
  const olya = actor('mentee', { personId: 'olya' });
  const stranger = actor('mentor', { personId: 'boris' });

  for (const may of [mayReadPlan, mayAgree, mayAskCorrection]) {
    expect(may(anna, pair)).toBe(true);
    expect(may(olya, pair)).toBe(true);
    expect(may(stranger, pair)).not.toBe(true);
  }
  expect(mayWritePlan(anna, pair)).toBe(true);
  expect(mayWritePlan(olya, pair)).not.toBe(true);
  expect(mayWritePlan(stranger, pair)).not.toBe(true);
});

test('a class teacher sees pairs with a student of an own group only', () => {
  const teacher = actor('class-teacher', { groupIds: ['em-21'] });

  expect(mayReadPlan(teacher, pair)).toBe(true);
  expect(mayReadPlan(actor('class-teacher', { groupIds: ['em-31'] }), pair)).not.toBe(true);
  expect(ownGroupsOnly(teacher)).toEqual(['em-21']);
  expect(ownGroupsOnly(actor('curator'))).toBeUndefined();
});
