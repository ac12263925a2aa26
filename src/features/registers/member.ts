import type { PersonKind } from '../people/person.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export const dayParts = ['morning', 'day', 'evening'] as const;

export type FreeTime = `${(typeof weekdays)[number]}-${(typeof dayParts)[number]}`;

/** Times of a week when somebody may be free, as they are stored: 'mon-morning' … 'sat-evening'. */
export const freeTimes: readonly FreeTime[] = weekdays.flatMap((weekday) =>
  dayParts.map((part): FreeTime => `${weekday}-${part}`),
);

export const isFreeTime = (word: string): word is FreeTime => freeTimes.some((time) => time === word);

export const bases = ['mentees', 'mentors'] as const;
export type Base = (typeof bases)[number];

/** Whom each base takes: anybody may mentor, help is given to students and to (young) teachers. */
export const kindsOfBase: Readonly<Record<Base, readonly PersonKind[]>> = {
  mentees: ['student', 'staff'],
  mentors: ['student', 'staff', 'specialist', 'graduate'],
};
