import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../src/app/routes.ts';
import { type Role, roles } from '../../src/kernel/actor.ts';
import { inCollege } from '../../src/platform/db.ts';
import type { MemberRoute } from '../../src/platform/http/route.ts';
import { openHouse, type TestHouse, type Visitor } from '../house-under-test.ts';
import { foreignRecords, marker } from './foreign-college.ts';

/** Doors that anybody may open without signing in. A new one is written here on purpose, or the test fails. */
const publicDoors = [
  'GET /mode',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-out',
  'GET /enter',
  'POST /enter',
  'GET /enter/:token',
  'POST /enter/:token',
  'GET /come/:eventId',
  'POST /come/:eventId',
  'GET /meet/:generalMeetingId',
  'POST /meet/:generalMeetingId',
  'GET /meet/:generalMeetingId/state',
  'GET /m/:token',
  'POST /m/:token',
  'POST /m/:token/vote',
  'GET /ask/:token',
  'POST /ask/:token',
  'POST /ask/:token/draft',
  'POST /ask/:token/done',
  'GET /q/:token',
  'POST /q/:token',
  'POST /q/:token/answer',
  'GET /check/:code',
  'GET /manifest.webmanifest',
  'GET /calendar/:token',
  'GET /pair/:token',
  'POST /pair/:token',
];

/** Parameters that name no record of a college: words of the house itself. */
const words: Readonly<Record<string, string>> = {
  step: 'people',
  token: 'nonsense',
  accountId: '',
  number: '1',
  row: '17',
  kind: 'minutes',
  purpose: 'processing',
  question: 'q1',
  section: 's1',
  scale: 'k1',
  relation: 'assignment',
  code: 'nonsense',
  side: 'mentees',
};

let house: TestHouse;
let foreign: Readonly<Record<string, string>>;
const visitors = new Map<Role, Visitor>();

beforeAll(async () => {
  house = await openHouse();
  const there = await house.anotherCollege();
  const stranger = await house.signIn('curator', { college: there });
  foreign = { ...(await inCollege(house.db, there, foreignRecords)), accountId: stranger.accountId };
  for (const role of roles) visitors.set(role, await house.signIn(role));
});
afterAll(() => house.close());

const members = routes.filter((route): route is MemberRoute => route.who !== 'public');
const visitorOf = (role: Role): Visitor => visitors.get(role) ?? house.stranger();
const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? []);

const foreignPath = (route: MemberRoute): string =>
  route.path.replace(/:(\w+)/g, (_, name: string) => foreign[name] ?? words[name] ?? `no-sample-for-${name}`);

const open = (visitor: Visitor, route: MemberRoute) =>
  route.method === 'GET' ? visitor.get(foreignPath(route)) : visitor.post(foreignPath(route), {});

test('what is open to strangers is open on purpose', () => {
  const open = routes.filter((route) => route.who === 'public').map((route) => `${route.method} ${route.path}`);

  expect(open.toSorted()).toEqual(publicDoors.toSorted());
});

test('no two routes share one door', () => {
  const doors = routes.map((route) => `${route.method} ${route.path}`);

  expect(doors.filter((door, index) => doors.indexOf(door) !== index)).toEqual([]);
});

test('every parameter of every route has a foreign sample', () => {
  const unknown = members
    .flatMap((route) => parametersOf(route.path))
    .filter((name) => !(name in foreign) && !(name in words));

  expect([...new Set(unknown)]).toEqual([]);
});

test('every route names the roles it is for', () => {
  expect(members.filter((route) => route.who.length === 0).map((route) => route.path)).toEqual([]);
});

test.each(members.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s sends strangers to sign in',
  async (_, route) => {
    const page = await open(house.stranger(), route);

    expect(page.status).toBe(303);
    expect(page.location).toMatch(/^\/sign-in/);
  },
);

test.each(members.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s shows nobody a record of another college, and shuts out roles it is not for',
  async (_, route) => {
    const leaksTo = async (role: Role): Promise<string[]> => {
      const page = await open(visitorOf(role), route);
      const admitted = route.who.includes(role);
      const record = parametersOf(route.path).some((name) => name.endsWith('Id') && name in foreign);
      return [
        ...(!admitted && page.status !== 403 ? [`${role}: ${page.status} instead of 403`] : []),
        ...(admitted && record && ![403, 404].includes(page.status)
          ? [`${role}: ${page.status} for a foreign record`]
          : []),
        ...(page.status >= 500 ? [`${role}: broken with ${page.status}`] : []),
        ...(page.html.includes(marker) ? [`${role}: reads ${marker}`] : []),
      ];
    };

    // Who is shut out changes nothing, so they knock all at once; who may work does it one after another.
    const shutOut = roles.filter((role) => !route.who.includes(role));
    const leaks = (await Promise.all(shutOut.map(leaksTo))).flat();
    for (const role of route.who) leaks.push(...(await leaksTo(role)));
    expect(leaks).toEqual([]);
  },
);
