import { expect, test } from 'vitest';
import { type Actor, type Role, roles } from '../../kernel/actor.ts';
import { dangerouslyScope } from '../../platform/db.ts';
import {
  consentReaders,
  mayBringScans,
  mayOpenPile,
  mayReadConsents,
  mayRecordConsent,
  maySetConsents,
  mayWithdrawConsent,
  mayWriteConsentTexts,
  visibleGroups,
} from './access.ts';

const actor = (role: Role): Actor => ({
  college: dangerouslyScope('00000000-0000-4000-8000-00000000000a'),
  accountId: 'a',
  personId: null,
  name: 'Кто-то',
  roles: [role],
  groupIds: ['own'],
});

const readers = 'rn'; // reads own and foreign groups
const keepers = 'rnRNwtspf';

/** r/n read own, foreign group · R/N record own, foreign group · w withdraw · t publish texts · s settings, keys, destruction · p print and scan · f open a pile of somebody else */
const table: Partial<Record<Role, string>> = {
  administrator: keepers,
  deputy: keepers,
  curator: keepers,
  director: readers,
  'working-group': readers,
  methodist: readers,
  psychologist: readers,
  'social-teacher': readers,
  'class-teacher': 'rRp',
};

test.each(roles)('%s may do with consents what the table says, and nothing else', (role) => {
  const who = actor(role);
  const own = { groupId: 'own' };
  const foreign = { groupId: 'foreign' };
  const verdicts: [string, boolean][] = [
    ['r', mayReadConsents(who, own) === true],
    ['n', mayReadConsents(who, foreign) === true],
    ['R', mayRecordConsent(who, own) === true],
    ['N', mayRecordConsent(who, foreign) === true],
    ['w', mayWithdrawConsent(who) === true],
    ['t', mayWriteConsentTexts(who) === true],
    ['s', maySetConsents(who) === true],
    ['p', mayBringScans(who) === true],
    ['f', mayOpenPile(who, 'somebody else') === true],
  ];

  expect(verdicts.map(([letter, may]) => (may ? letter : '')).join('')).toBe(table[role] ?? '');
  expect(consentReaders.includes(role)).toBe(table[role] !== undefined);
});

test('a class teacher sees the own groups, a mentor none', () => {
  expect(visibleGroups(actor('class-teacher'))).toEqual(['own']);
  expect(visibleGroups(actor('mentor'))).toEqual([]);
  expect(visibleGroups(actor('curator'))).toBe('all');
});

test('a person without a group is nobody’s for a class teacher', () => {
  expect(mayReadConsents(actor('class-teacher'), { groupId: null })).not.toBe(true);
});
