import { avoided } from './candidate.ts';
import type { HardRule } from './criterion.ts';

interface Sides {
  readonly mentor: readonly string[];
  readonly mentee: readonly string[];
}

/** Who may be who in a form of the target model. A form that a college made itself binds nobody by kind. */
const sides: Readonly<Record<string, Sides>> = {
  'student-student': { mentor: ['student'], mentee: ['student'] },
  'teacher-teacher': { mentor: ['staff'], mentee: ['staff'] },
  'teacher-student': { mentor: ['staff'], mentee: ['student'] },
  'employer-student': { mentor: ['specialist', 'graduate'], mentee: ['student'] },
};

/** All rules that forbid a pair outright, in the order in which they are explained. */
export const hardRules: readonly HardRule[] = [
  { name: 'mentee-consent', allows: (_, mentee) => mentee.hasConsent },
  { name: 'mentor-consent', allows: (mentor) => mentor.hasConsent },
  { name: 'form-mentee', allows: (_, mentee, form) => sides[form]?.mentee.includes(mentee.kind) ?? true },
  {
    name: 'form-mentor',
    allows: (mentor, _, form) => mentor.forms.includes(form) && (sides[form]?.mentor.includes(mentor.kind) ?? true),
  },
  {
    name: 'other-form',
    allows: (_, mentee, form) => mentee.wantedForms.length === 0 || mentee.wantedForms.includes(form),
  },
  { name: 'same-person', allows: (mentor, mentee) => mentor.id !== mentee.id },
  { name: 'place', allows: (mentor) => mentor.places > 0 },
  { name: 'approved', condition: 'approvedOnly', allows: (mentor) => mentor.approved },
  { name: 'barred', allows: (mentor, _, form) => !mentor.barredIn.includes(form) },
  { name: 'trained', condition: 'trained', allows: (mentor) => mentor.trained },
  {
    name: 'ahead',
    condition: 'ahead',
    allows: (mentor, mentee) => mentor.course === null || mentee.course === null || mentor.course > mentee.course,
  },
  {
    name: 'common-time',
    condition: 'commonTime',
    // Who has told no times is not shut out: the two can agree.
    allows: (mentor, mentee) =>
      mentor.freeTimes.length === 0 ||
      mentee.freeTimes.length === 0 ||
      mentee.freeTimes.some((slot) => mentor.freeTimes.includes(slot)),
  },
  {
    name: 'competent',
    condition: 'competent',
    allows: (mentor, mentee) => mentee.topics.some((topic) => mentor.competences.includes(topic)),
  },
  {
    name: 'same-speciality',
    condition: 'sameSpeciality',
    allows: (mentor, mentee) => mentor.speciality !== '' && mentor.speciality === mentee.speciality,
  },
  { name: 'avoided', condition: 'noAvoided', allows: (mentor, mentee) => !avoided(mentor, mentee) },
];
