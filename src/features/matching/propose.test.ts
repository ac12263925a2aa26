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

test('whom both chose comes before whom one chose, and a lesser wish before none', async () => {
  const people = {
    mentors: [mentor('anna', { said: { ...saidNothing, wants: { olya: 1 } } }), mentor('vera')],
    mentees: [
      mentee('olya', { said: { ...saidNothing, wants: { anna: 1 } } }),
      mentee('petr', { said: { ...saidNothing, wants: { anna: 1 } } }),
    ],
  };

  const { pairs } = await ask(people);

  expect(pairs.map(({ mentorId, menteeId }) => `${mentorId}–${menteeId}`).sort()).toEqual(['anna–olya', 'vera–petr']);
  expect(pairs.find(({ menteeId }) => menteeId === 'olya')?.reasons).toContainEqual(
    expect.objectContaining({ criterion: 'preference', points: 25 }),
  );
});

test('an avoided pair is not proposed, whoever said it; when the college only warns, the pair is marked and no name is told', async () => {
  const people = {
    mentors: [mentor('anna')],
    mentees: [mentee('olya', { said: { ...saidNothing, avoids: ['anna'] } })],
  };
  const other = {
    mentors: [mentor('anna', { said: { ...saidNothing, avoids: ['olya'] } })],
    mentees: [mentee('olya')],
  };
  const warned = { ...usualConditions, noAvoided: false };

  for (const side of [people, other]) {
    const forbidden = await ask(side);
    expect(forbidden.pairs).toEqual([]);
    expect(forbidden.unmatched).toEqual([{ menteeId: 'olya', taken: 0, cutBy: [{ rule: 'avoided', mentors: 1 }] }]);
    const [pair] = (await ask({ ...side, conditions: warned })).pairs;
    expect(pair).toMatchObject({ caution: true });
    expect(JSON.stringify(pair?.reasons)).not.toMatch(/avoid/);
  }
});

test('who waits longest is placed first where places are short, and nobody loses a place by it', async () => {
  const people = {
    mentors: [mentor('anna', { competences: ['study'] })],
    mentees: [mentee('olya', { topics: ['study'] }), mentee('petr', { topics: [] })],
  };

  expect((await ask(people)).pairs).toMatchObject([{ menteeId: 'olya' }]);
  const waiting = [mentee('olya', { topics: [] }), mentee('petr', { topics: [], firstInLine: true })];
  const after = await ask({ ...people, mentees: waiting });
  expect(after.pairs).toMatchObject([{ menteeId: 'petr' }]);
  expect(after.totals.met).toBe(1);
});

test('last year’s pair is kept before an equal one; missed meetings cost points', async () => {
  const people = {
    mentors: [mentor('anna'), mentor('vera')],
    mentees: [mentee('olya', { lastMentors: ['vera'] }), mentee('petr', { noShows: 3 })],
  };

  const { pairs } = await ask(people);

  expect(pairs).toContainEqual(expect.objectContaining({ mentorId: 'vera', menteeId: 'olya' }));
  expect(pairs.find(({ menteeId }) => menteeId === 'petr')?.reasons).toContainEqual({
    criterion: 'no-shows',
    points: -5,
    of: ['3'],
  });
});

test('all forms at once: one mentor for each mentee over all forms, and a mentor in one form may be a mentee in another', async () => {
  const answer = await ask({
    forms: ['student-student', 'teacher-student', 'teacher-teacher'],
    mentors: [
      mentor('anna'),
      mentor('boris', { kind: 'staff', course: null, forms: ['teacher-student', 'teacher-teacher'], places: 2 }),
      mentor('dina', { kind: 'staff', course: null, forms: ['teacher-student'] }),
    ],
    mentees: [
      mentee('olya'),
      mentee('petr', { wantedForms: ['teacher-student'] }),
      mentee('dina', { kind: 'staff', course: null, topics: [] }),
      mentee('zoya'),
    ],
  });

  expect(answer.pairs.map(({ menteeId }) => menteeId).sort()).toEqual(['dina', 'olya', 'petr', 'zoya']);
  expect(answer.pairs).toContainEqual(
    expect.objectContaining({ mentorId: 'boris', menteeId: 'dina', form: 'teacher-teacher' }),
  );
  expect(answer.pairs.find(({ menteeId }) => menteeId === 'petr')?.form).toBe('teacher-student');
  expect(answer.totals.proved).toBe(true);
});

test('groups: a mentor takes nobody or three to eight', async () => {
  const mentees = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => mentee(id));
  const answer = await ask({
    mode: 'groups',
    mentors: [mentor('anna', { places: 5 }), mentor('vera', { places: 4 }), mentor('zina', { places: 2 })],
    mentees,
  });

  const sizes = ['anna', 'vera', 'zina'].map((id) => answer.pairs.filter(({ mentorId }) => mentorId === id).length);
  expect(sizes[2]).toBe(0);
  expect(sizes.filter((size) => size > 0).every((size) => size >= 3 && size <= 8)).toBe(true);
  expect(answer.pairs).toHaveLength(7);
});
