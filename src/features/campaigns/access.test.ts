import { expect, test } from 'vitest';
import { type Actor, type Role, roles } from '../../kernel/actor.ts';
import { dangerouslyScope } from '../../platform/db.ts';
import {
  campaignKeepers,
  campaignReaders,
  linkPrinters,
  mayKeepCampaigns,
  mayPrintLinks,
  mayReadGroup,
  mayTellOfOthers,
  mayTellOfSelf,
  selfTellers,
  tellers,
} from './access.ts';

const actor = (role: Role): Actor => ({
  college: dangerouslyScope('00000000-0000-4000-8000-00000000000a'),
  accountId: 'a',
  personId: 'p',
  name: 'Кто-то',
  roles: [role],
  groupIds: ['own'],
});

/** r/n read own, foreign group · k keep · p/f print students’ links of own, foreign group · t teacher’s own link · o tell of others · s of oneself */
const table: Partial<Record<Role, string>> = {
  administrator: 'rnkpft',
  deputy: 'rnkpft',
  curator: 'rnkpft',
  psychologist: 'rno',
  'social-teacher': 'rno',
  director: 'rn',
  'working-group': 'rn',
  methodist: 'rn',
  'class-teacher': 'rp',
  mentee: 's',
  mentor: 's',
};

test.each(roles)('%s may do with campaigns what the table says, and nothing else', (role) => {
  const who = actor(role);
  const print = (groupId: string, audience: 'student' | 'class-teacher') =>
    mayPrintLinks(who, { groupId, audience }) === true;
  const verdicts: [string, boolean][] = [
    ['r', mayReadGroup(who, { groupId: 'own' }) === true],
    ['n', mayReadGroup(who, { groupId: 'foreign' }) === true],
    ['k', mayKeepCampaigns(who) === true],
    ['p', print('own', 'student')],
    ['f', print('foreign', 'student')],
    ['t', print('own', 'class-teacher')],
    ['o', mayTellOfOthers(who) === true],
    ['s', mayTellOfSelf(who) === true],
  ];
  const allowed = table[role] ?? '';

  expect(verdicts.map(([letter, may]) => (may ? letter : '')).join('')).toBe(allowed);
  expect(campaignReaders.includes(role)).toBe(allowed.includes('r'));
  expect(campaignKeepers.includes(role)).toBe(allowed.includes('k'));
  expect(linkPrinters.includes(role)).toBe(allowed.includes('p'));
  expect(tellers.includes(role)).toBe(allowed.includes('o'));
  expect(selfTellers.includes(role)).toBe(allowed.includes('s'));
});

test('an account without a person tells of nobody', () => {
  expect(mayTellOfSelf({ ...actor('mentee'), personId: null })).not.toBe(true);
});
