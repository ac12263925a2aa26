import { expect, test } from 'vitest';
import { type Actor, type Role, roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { dangerouslyScope } from '../../platform/db.ts';
import { mayKeepTraining, mayReadOwn, mayReadTraining, trainees } from './access.ts';
import { hasEarned, shareOf } from './programme.ts';
import { doorRefusal, nameOf, type Session } from './session.ts';

const actor = (role: Role): Actor => ({
  college: dangerouslyScope('c'),
  accountId: 'a',
  personId: 'p',
  name: '',
  roles: [role],
  groupIds: [],
});
const yes = (may: (one: Actor) => unknown): Role[] => roles.filter((role) => may(actor(role)) === true);

test('who keeps training, who reads it, and that the own papers are everybody’s', () => {
  expect(yes(mayKeepTraining)).toEqual(['administrator', 'deputy', 'curator', 'methodist']);
  expect(yes(mayReadTraining)).toEqual([
    'administrator',
    'director',
    'deputy',
    'working-group',
    'curator',
    'methodist',
    'psychologist',
    'social-teacher',
  ]);
  expect(yes((one) => mayReadOwn(one, { personIds: ['p'] }))).toEqual([...roles]);
  expect(yes((one) => mayReadOwn(one, { personIds: ['other'] }))).toEqual(yes(mayReadTraining));
  expect(roles.filter((role) => !trainees.includes(role))).toEqual(['mentee', 'parent', 'institute']);
});

test('a certificate asks for its share of hours, and a programme without hours gives none', () => {
  const programme = { hours: 16, leastShare: 75 };

  expect(hasEarned(programme, 12)).toBe(true);
  expect(hasEarned(programme, 11)).toBe(false);
  expect(hasEarned({ hours: 0, leastShare: 1 }, 0)).toBe(false);
  expect([shareOf(1, 3), shareOf(20, 16), shareOf(0, 0)]).toEqual([33, 100, 0]);
});

const session: Session = {
  ...{ id: 's', programmeId: 'p', programmeTitle: 'Школа', moduleId: null, moduleTitle: null, topic: '', hours: 2 },
  ...{
    day: day('2026-10-12'),
    starts: '14:00',
    ends: '15:30',
    place: '',
    trainerId: null,
    expertId: null,
    contractNumber: null,
    contractDay: null,
    withoutContract: false,
    trainer: '',
    contract: '',
  },
  ...{ doorCode: 'open sesame', cancelledOn: null, version: 1, present: 0, invited: 0 },
};

test('the code on the wall works on the day of its session only', () => {
  expect(doorRefusal(session, 'open sesame', day('2026-10-12'))).toBeNull();
  expect(doorRefusal(session, 'open sesame', day('2026-10-13'))).toBe('wrong-day');
  expect(doorRefusal(session, 'guess', day('2026-10-12'))).toBe('wrong-code');
  const off = { ...session, cancelledOn: day('2026-10-11') };
  expect(doorRefusal(off, 'open sesame', day('2026-10-12'))).toBe('session-cancelled');
});

test('a session is called by its topic, its module, or its programme', () => {
  expect(nameOf({ ...session, topic: 'Первая встреча', moduleTitle: 'Общение' })).toBe('Первая встреча');
  expect(nameOf({ ...session, moduleTitle: 'Общение' })).toBe('Общение');
  expect(nameOf(session)).toBe('Школа');
});
