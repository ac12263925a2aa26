import { expect, test } from 'vitest';
import { type MenteeCandidate, type MentorCandidate, saidNothing, usualConditions } from './candidate.ts';
import { type Question, usualWeights } from './problem.ts';
import { propose } from './propose.ts';

const mentor = (id: string, more: Partial<MentorCandidate> = {}): MentorCandidate => ({
  id,
  kind: 'student',
  places: 1,
  forms: ['student-student'],
  competences: ['study'],
  freeTimes: [],
  groupId: null,
  course: 3,
  speciality: '',
  organisationId: null,
  hasConsent: true,
  approved: true,
  trained: false,
  barredIn: [],
  said: saidNothing,
  ...more,
});

const mentee = (id: string, more: Partial<MenteeCandidate> = {}): MenteeCandidate => ({
  id,
  kind: 'student',
  wantedForms: [],
  topics: ['study'],
  hasConfidentialNeed: false,
  freeTimes: [],
  groupId: null,
  course: 1,
  speciality: '',
  hasConsent: true,
  said: saidNothing,
  lastMentors: [],
  noShows: 0,
  firstInLine: false,
  ...more,
});

const ask = (question: Partial<Question>) =>
  propose({
    forms: ['student-student'],
    mode: 'pairs',
    conditions: usualConditions,
    weights: usualWeights,
    mentors: [],
    mentees: [],
    locked: [],
    vetoed: [],
    ...question,
  });

test('placing everybody goes before a better fit of one pair', async () => {
  const answer = await ask({
    mentors: [
      mentor('anna', { competences: ['study', 'contest'] }),
      mentor('vera', { competences: ['contest'], freeTimes: ['mon-day'] }),
    ],
    mentees: [
      mentee('olya', { topics: ['study', 'contest'] }),
      mentee('petr', { topics: ['study'], freeTimes: ['tue-day'] }),
    ],
  });

  expect(answer.pairs.map(({ mentorId, menteeId }) => `${mentorId}–${menteeId}`).sort()).toEqual([
    'anna–petr',
    'vera–olya',
  ]);
  expect(answer.totals).toMatchObject({ met: 2, wanted: 2, proved: true });
});

test('a lock holds even when another pair would score more, a veto is never proposed', async () => {
  const people = {
    mentors: [mentor('anna'), mentor('vera', { competences: [] })],
    mentees: [mentee('olya'), mentee('petr', { topics: [] })],
  };

  const locked = await ask({ ...people, locked: [{ mentor: 'anna', mentee: 'petr' }] });
  const vetoed = await ask({ ...people, vetoed: [{ mentor: 'anna', mentee: 'olya' }] });

  expect(locked.pairs).toContainEqual(expect.objectContaining({ mentorId: 'anna', menteeId: 'petr' }));
  expect(vetoed.pairs).not.toContainEqual(expect.objectContaining({ mentorId: 'anna', menteeId: 'olya' }));
});

test('locks beyond the places of a mentor do not break the proposal', async () => {
  const answer = await ask({
    mentors: [mentor('anna'), mentor('gone', { places: 0 })],
    mentees: [mentee('olya'), mentee('petr')],
    locked: [
      { mentor: 'anna', mentee: 'olya' },
      { mentor: 'anna', mentee: 'petr' },
      { mentor: 'gone', mentee: 'petr' },
    ],
  });

  expect(answer.pairs.map(({ menteeId }) => menteeId)).toEqual(['olya']);
});

test('who stays alone is told which rule took away how many mentors, and how many were taken by others', async () => {
  const answer = await ask({
    mentors: [mentor('anna'), mentor('young', { course: 1 }), mentor('silent', { hasConsent: false })],
    mentees: [mentee('olya'), mentee('petr', { topics: [] })],
  });

  expect(answer.unmatched).toMatchObject([
    {
      menteeId: 'petr',
      taken: 1,
      cutBy: [
        { rule: 'ahead', mentors: 1 },
        { rule: 'mentor-consent', mentors: 1 },
      ],
    },
  ]);
});

test('who stays alone gets the smallest change the engine finds, with its cost for the others', async () => {
  const answer = await ask({
    mentors: [mentor('anna'), mentor('young', { course: 1 })],
    mentees: [mentee('olya'), mentee('petr', { topics: [] })],
  });

  expect(answer.unmatched[0]?.fix).toEqual({ way: 'place', mentorId: 'anna', rule: null, costForOthers: 0 });
});

test('weights decide: a college that cares for time alone gets pairs by time', async () => {
  const people = {
    mentors: [mentor('anna', { freeTimes: ['mon-day'] }), mentor('vera', { competences: [], freeTimes: ['tue-day'] })],
    mentees: [mentee('olya', { freeTimes: ['mon-day', 'tue-day'] })],
  };
  const onlyTime = { ...usualWeights, need: 0, time: 40 };

  expect((await ask(people)).pairs[0]).toMatchObject({ mentorId: 'anna', score: 44 });
  expect(
    (await ask({ ...people, weights: onlyTime })).pairs[0]?.reasons.map(({ criterion }) => criterion),
  ).not.toContain('need');
});

test('what-if says how many pairs a condition costs', async () => {
  const answer = await ask({
    mentors: [mentor('anna'), mentor('young', { course: 1 })],
    mentees: [mentee('olya'), mentee('petr')],
  });

  expect(answer.totals.whatIfs).toContainEqual({ condition: 'ahead', on: false, pairs: 1 });
});

test('a confidential need is no reason that anybody could read', async () => {
  const answer = await ask({
    mentors: [mentor('anna')],
    mentees: [mentee('olya', { topics: [], hasConfidentialNeed: true })],
  });

  expect(answer.pairs[0]?.reasons.map(({ criterion }) => criterion)).not.toContain('need');
});

test('the same question has the same answer and the same hash', async () => {
  const people = {
    mentors: [mentor('anna', { places: 2 }), mentor('vera')],
    mentees: [mentee('olya'), mentee('petr'), mentee('zoya')],
  };

  const [one, two] = [await ask(people), await ask(people)];

  expect(one).toEqual(two);
});

test('a mentor who lacks what the college demands is never proposed; an untrained one only when nobody asks for training', async () => {
  const people = {
    mentors: [mentor('barred', { barredIn: ['student-student'], trained: true })],
    mentees: [mentee('olya')],
  };
  const barred = await ask(people);
  expect(barred.pairs).toEqual([]);
  expect(barred.unmatched[0]?.cutBy).toEqual([{ rule: 'barred', mentors: 1 }]);

  const untrained = { mentors: [mentor('anna')], mentees: [mentee('olya')] };
  expect((await ask(untrained)).pairs).toHaveLength(1);
  const asked = await ask({ ...untrained, conditions: { ...usualConditions, trained: true } });
  expect(asked.pairs).toEqual([]);
  expect(asked.unmatched[0]?.cutBy).toEqual([{ rule: 'trained', mentors: 1 }]);
});
