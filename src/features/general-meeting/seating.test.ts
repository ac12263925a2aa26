import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostRounds, planSeats, type Seat } from './seating.ts';

const ids = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${word}${String(at).padStart(3, '0')}`);

const plan = (mentors: number, mentees: number, rounds: number, suits = (_: string, __: string) => 0): Seat[] =>
  planSeats({
    mentorIds: ids('m', mentors),
    menteeIds: ids('s', mentees),
    from: 1,
    till: rounds,
    before: [],
    suits,
  });

const sizes = (seats: readonly Seat[]): number[] =>
  Object.values(Object.groupBy(seats, ({ hostId }) => hostId)).map((table) => table?.length ?? 0);

describe('a seating plan', () => {
  test('seats everybody in every round, evenly, and no two talk twice, whatever the numbers', () => {
    const people = fc.record({
      mentors: fc.integer({ min: 1, max: 9 }),
      mentees: fc.integer({ min: 1, max: 14 }),
      wish: fc.integer({ min: 1, max: 12 }),
      taste: fc.integer({ min: 0, max: 1000 }),
    });
    fc.assert(
      fc.property(people, ({ mentors, mentees, wish, taste }) => {
        const rounds = Math.min(wish, mostRounds(mentors, mentees));
        const seats = plan(
          mentors,
          mentees,
          rounds,
          (a, b) => (Number(a.slice(1)) * 7 + Number(b.slice(1)) * taste) % 5,
        );
        for (let round = 1; round <= rounds; round += 1) {
          const now = seats.filter((seat) => seat.round === round);
          expect(new Set(now.map(({ mentorId }) => mentorId)).size).toBe(mentors);
          expect(new Set(now.map(({ menteeId }) => menteeId)).size).toBe(mentees);
          expect(now.length).toBe(Math.max(mentors, mentees));
          expect(Math.max(...sizes(now)) - Math.min(...sizes(now))).toBeLessThanOrEqual(1);
        }
        expect(new Set(seats.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`)).size).toBe(seats.length);
      }),
      { numRuns: 150 },
    );
  });

  test('brings those together who suit each other best, first round first', () => {
    const suited = new Map([
      ['m000', 's001'],
      ['m001', 's002'],
      ['m002', 's000'],
    ]);

    const seats = plan(3, 3, 2, (mentor, mentee) => (suited.get(mentor) === mentee ? 50 : 0));

    expect(new Map(seats.filter(({ round }) => round === 1).map((seat) => [seat.mentorId, seat.menteeId]))).toEqual(
      suited,
    );
  });

  test('for people who came late goes on from the talks that were, and repeats none of them', () => {
    const first = plan(4, 6, 1);
    const later = planSeats({
      mentorIds: ids('m', 5),
      menteeIds: ids('s', 9),
      from: 2,
      till: 4,
      before: first,
      suits: () => 0,
    });

    const talks = [...first, ...later].map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`);
    expect(new Set(talks).size).toBe(talks.length);
    expect(later.filter(({ round }) => round === 2)).toHaveLength(9);
    expect([...new Set(later.map(({ round }) => round))]).toEqual([2, 3, 4]);
  });

  test('lets somebody rest who has met everybody there is', () => {
    const before = [
      { mentorId: 'm000', menteeId: 's000' },
      { mentorId: 'm000', menteeId: 's001' },
    ];
    const seats = planSeats({
      mentorIds: ['m000'],
      menteeIds: ['s000', 's001', 's002'],
      from: 2,
      till: 2,
      before,
      suits: () => 0,
    });

    expect(seats.map(({ menteeId }) => menteeId)).toEqual(['s002']);
  });

  test('of a hall of three hundred is made at once for a whole meeting', () => {
    const seats = plan(64, 236, 6, (mentor, mentee) => (Number(mentor.slice(1)) * Number(mentee.slice(1))) % 40);

    expect(seats).toHaveLength(236 * 6);
  });

  test('without one of the sides is empty', () => {
    expect(plan(0, 5, 3)).toEqual([]);
    expect(plan(5, 0, 3)).toEqual([]);
  });
});
