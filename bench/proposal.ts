// A proposal of pairs: 60 mentors and 300 mentees, with the usual conditions, with its reasons and what-ifs.
import { chanceOf } from '../src/app/demo/chance.ts';
import type { MenteeCandidate, MentorCandidate } from '../src/features/matching/candidate.ts';
import { usualConditions } from '../src/features/matching/candidate.ts';
import { propose } from '../src/features/matching/propose.ts';
import { freeTimes } from '../src/features/registers/member.ts';
import { best, report } from './measure.ts';

const chance = chanceOf(60);
const topics = ['settle', 'study', 'contest', 'confidence', 'project', 'profession'];
const common = (index: number) => ({
  kind: 'student',
  freeTimes: chance.few(freeTimes, 4),
  groupId: `group-${index % 20}`,
  speciality: `speciality-${index % 6}`,
  hasConsent: true,
});
const mentors = Array.from(
  { length: 60 },
  (_, index): MentorCandidate => ({
    ...common(index),
    id: `mentor-${index}`,
    places: 1 + chance.below(5),
    forms: ['student-student'],
    competences: chance.few(topics, 3),
    course: 3 + (index % 2),
    organisationId: null,
    approved: chance.happens(0.8),
  }),
);
const mentees = Array.from(
  { length: 300 },
  (_, index): MenteeCandidate => ({
    ...common(index + 1),
    id: `mentee-${index}`,
    wantedForms: [],
    topics: [chance.pick(topics)],
    hasConfidentialNeed: false,
    course: 1 + (index % 2),
  }),
);

const question = { form: 'student-student', conditions: usualConditions, mentors, mentees, locked: [], vetoed: [] };
const value = await best(3, () => propose(question));
const { totals } = await propose(question);
report([
  { what: 'proposal for 60 mentors and 300 mentees', value, unit: 'ms' },
  { what: `pairs in it (${totals.proved ? 'proved best' : 'not proved'})`, value: totals.met, unit: '' },
]);
