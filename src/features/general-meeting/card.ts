import type { Side } from './meeting.ts';

/** A guest as the tables know him; only `cardOf` decides what of it others see. */
export interface GuestRecord {
  readonly personId: string;
  readonly side: Side;
  readonly number: number;
  readonly came: boolean;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly kind: string;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  readonly speciality: string;
  readonly course: number | null;
  readonly post: string;
  readonly organisation: string;
  /** Topics that a mentor can help with, or that a mentee asked for; confidential needs are not among them. */
  readonly topics: readonly string[];
  /** Forms that a mentor works in, or that a mentee would like. */
  readonly forms: readonly string[];
  readonly interests: string;
  readonly achievements: string;
  /** A consent to processing is in force. */
  readonly consented: boolean;
  /** What a consent to publication in force allows; empty without one. */
  readonly published: readonly string[];
}

/** What another guest sees of somebody. */
export interface Card {
  readonly personId: string;
  readonly side: Side;
  readonly number: number;
  readonly came: boolean;
  /** null without a consent to processing in force: then only the number on the badge is shown. */
  readonly name: string | null;
  readonly initials: string;
  /** Group, post, employer. */
  readonly place: string;
  readonly topics: readonly string[];
  readonly words: string;
}

/**
 * Name and topics need the consent to processing: the programme works with them. What a person is proud of and fond of is told
 * to a hall only by a consent to publication that names it (ст. 10.1): «achievements» and «story».
 */
export const cardOf = (guest: GuestRecord): Card => {
  const { personId, side, number, came, consented, published } = guest;
  const common = { personId, side, number, came };
  if (!consented) return { ...common, name: null, initials: '', place: '', topics: [], words: '' };
  const patronymic = guest.kind !== 'student' || published.includes('patronymic') ? guest.patronymic : '';
  const words = [
    published.includes('achievements') ? guest.achievements : '',
    published.includes('story') ? guest.interests : '',
  ];
  return {
    ...common,
    name: [guest.lastName, guest.firstName, patronymic].filter(Boolean).join(' '),
    initials: `${guest.lastName.slice(0, 1)}${guest.firstName.slice(0, 1)}`.toUpperCase(),
    place: guest.groupCode ?? [guest.post, guest.organisation].filter(Boolean).join(', '),
    topics: guest.topics,
    words: words.filter(Boolean).join('. '),
  };
};

const formOf = (mentor: GuestRecord, mentee: GuestRecord): string => {
  if (mentee.kind === 'staff') return 'teacher-teacher';
  if (mentor.kind === 'student') return 'student-student';
  return mentor.kind === 'staff' ? 'teacher-student' : 'employer-student';
};

/** How well two suit a first talk, 0–100: what is asked and can be given first. Who may not be a pair at all gets 0. */
export const suitOf = (mentor: GuestRecord, mentee: GuestRecord): number => {
  if (mentor.kind === 'student' && mentee.kind !== 'student') return 0;
  if (mentor.kind !== 'staff' && mentee.kind === 'staff') return 0;
  const common = mentee.topics.filter((topic) => mentor.topics.includes(topic)).length;
  const form = formOf(mentor, mentee);
  const ahead = mentor.course === null || mentee.course === null || mentor.course > mentee.course;
  return (
    Math.min(2, common) * 25 +
    (mentor.forms.includes(form) ? 20 : 0) +
    (mentee.forms.includes(form) ? 10 : 0) +
    (ahead ? 10 : 0) +
    (mentor.speciality !== '' && mentor.speciality === mentee.speciality ? 10 : 0)
  );
};

/** «Подходят вам»: at least one topic in common. */
export const suitsNeed = (one: Pick<GuestRecord, 'topics'>, other: Pick<GuestRecord, 'topics'>): boolean =>
  one.topics.some((topic) => other.topics.includes(topic));
