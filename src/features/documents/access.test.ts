import { expect, test } from 'vitest';
import { type Actor, roles } from '../../kernel/actor.ts';
import { dangerouslyScope } from '../../platform/db.ts';
import { mayKeepDocuments, mayReadDocuments, mayRegister } from './access.ts';

const actors = roles.map(
  (role): Actor => ({
    college: dangerouslyScope('00000000-0000-4000-8000-000000000000'),
    accountId: '00000000-0000-4000-8000-000000000001',
    personId: null,
    name: role,
    roles: [role],
    groupIds: [],
  }),
);

const allowed = (may: (actor: Actor) => unknown): string[] =>
  actors.filter((actor) => may(actor) === true).map(({ name }) => name);

test('papers are made, numbered and signed by the administrator, the director, the deputy and the curator', () => {
  expect(allowed(mayKeepDocuments)).toEqual(['administrator', 'director', 'deputy', 'curator']);
});

test('all staff read the register; mentors, mentees, parents and guests do not', () => {
  expect(roles.filter((role) => !allowed(mayReadDocuments).includes(role))).toEqual([
    'mentor',
    'mentee',
    'parent',
    'expert',
    'employer',
    'institute',
  ]);
});

test('a methodist registers programmes and materials, but no orders, minutes or regulations', () => {
  expect(allowed((actor) => mayRegister(actor, 'training-programme'))).toContain('methodist');
  for (const kind of ['pairs-order', 'minutes', 'regulation', 'monitoring-note'] as const)
    expect(allowed((actor) => mayRegister(actor, kind))).toEqual(['administrator', 'director', 'deputy', 'curator']);
});
