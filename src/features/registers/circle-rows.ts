import { sql } from 'kysely';
import type { Circle } from '../consents/consequence.ts';
import { circleNames } from './texts.ts';

const mentees = sql`select person_id from mentees where left_on is null`;
const mentors = sql`select person_id from mentors where left_on is null`;

/** The bases as filters of the register of consents; it opens with all members of both. */
export const memberCircles: readonly Circle[] = [
  { code: 'members', label: circleNames.members, people: sql`${mentees} union ${mentors}` },
  { code: 'mentees', label: circleNames.mentees, people: mentees },
  { code: 'mentors', label: circleNames.mentors, people: mentors },
];
