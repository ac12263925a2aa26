import { expect, test } from 'vitest';
import { type Actor, type Role, roles } from '../../kernel/actor.ts';
import { dangerouslyScope } from '../../platform/db.ts';
import {
  mayEnterNeeds,
  mayKeepRegisters,
  mayReadMember,
  mayReadSecrets,
  needWriters,
  registerReaders,
  secretReaders,
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

/** r/n read own, foreign group · e/f enter needs of own, foreign group · s read and enter secrets · k keep the bases */
const table: Partial<Record<Role, string>> = {
  administrator: 'rnefk',
  deputy: 'rnefk',
  curator: 'rnefsk',
  psychologist: 'rnefs',
  'social-teacher': 'rnefs',
  director: 'rn',
  'working-group': 'rn',
  methodist: 'rn',
  'class-teacher': 're',
};

test.each(roles)('%s may do with registers what the table says, and nothing else', (role) => {
  const who = actor(role);
  const own = { groupId: 'own' };
  const foreign = { groupId: 'foreign' };
  const verdicts: [string, boolean][] = [
    ['r', mayReadMember(who, own) === true],
    ['n', mayReadMember(who, foreign) === true],
    ['e', mayEnterNeeds(who, own) === true],
    ['f', mayEnterNeeds(who, foreign) === true],
    ['s', mayReadSecrets(who) === true],
    ['k', mayKeepRegisters(who) === true],
  ];
  const allowed = table[role] ?? '';

  expect(verdicts.map(([letter, may]) => (may ? letter : '')).join('')).toBe(allowed);
  expect(registerReaders.includes(role)).toBe(allowed.includes('r'));
  expect(needWriters.includes(role)).toBe(allowed.includes('e'));
  expect(secretReaders.includes(role)).toBe(allowed.includes('s'));
});

test('a class teacher sees the own groups, a mentor none, a director all', () => {
  expect(visibleGroups(actor('class-teacher'))).toEqual(['own']);
  expect(visibleGroups(actor('mentor'))).toEqual([]);
  expect(visibleGroups(actor('director'))).toBe('all');
});
