import { addMembers } from '../../features/registers/add-members.ts';
import { addNeed } from '../../features/registers/add-need.ts';
import { changeMentor } from '../../features/registers/change-mentor.ts';
import { changeWishes } from '../../features/registers/change-wishes.ts';
import { fillSheet } from '../../features/registers/fill-sheet.ts';
import { freeTimes } from '../../features/registers/member.ts';
import { menteeById } from '../../features/registers/mentee-rows.ts';
import type { MentorProfile } from '../../features/registers/mentor.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import type { DemoActors } from './accounts.ts';
import { teacherOf } from './accounts.ts';
import type { Chance } from './chance.ts';
import { silentGroups } from './college.ts';
import { must } from './must.ts';
import type { DemoPeople, DemoPerson } from './people.ts';

/** A moment in the demo: who acts, and on which day. */
export interface Filling {
  readonly chance: Chance;
  readonly people: DemoPeople;
  readonly actors: DemoActors;
  as(actor: DemoActors['curator'], on: Day): Ctx;
}

const topicsByCourse: Readonly<Record<number, readonly string[]>> = {
  1: ['settle', 'settle', 'study', 'confidence', 'profession'],
  2: ['study', 'contest', 'profession', 'project', 'confidence'],
  3: ['workplace', 'project', 'contest', 'job'],
  4: ['job', 'workplace'],
};

/** Sheets of groups: nineteen were handed in through September, five are silent. Answers the mentees. */
export const fillNeeds = async ({ as, chance, people, actors }: Filling): Promise<DemoPerson[]> => {
  const asked = { 1: 6, 2: 5, 3: 3, 4: 1 } as const;
  const mentees: DemoPerson[] = [];
  for (const [index, group] of people.groups.entries()) {
    if (silentGroups.includes(group.code)) continue;
    const count = asked[group.course as 1 | 2 | 3 | 4] ?? 0;
    const own = actors.mentee.personId;
    const wanting = group.students.filter(({ id }, place) => id === own || (place !== 2 && place !== 3));
    const chosen = [...new Set([...wanting.filter(({ id }) => id === own), ...chance.few(wanting, count)])];
    const topics = Object.fromEntries(
      chosen.map(({ id }) => [id, chance.pick(topicsByCourse[group.course] ?? ['study'])]),
    );
    must(
      await fillSheet(as(teacherOf(group, actors), day(`2026-09-${10 + (index % 19)}`)), { groupId: group.id, topics }),
    );
    mentees.push(...chosen);
  }

  const psychologist = as(actors.psychologist, day('2026-09-28'));
  for (const person of chance.few(mentees, 6)) {
    const note = 'Тяжело сходится с людьми, просит не говорить об этом группе. Нужен спокойный наставник постарше.';
    must(
      await addNeed(psychologist, {
        personId: person.id,
        topic: 'confidence',
        source: 'psychologist',
        confidential: true,
        note,
      }),
    );
  }
  const curator = as(actors.curator, day('2026-09-21'));
  for (const person of people.newcomers) {
    const note = 'Первый год в техникуме, ведёт две новые дисциплины';
    must(await addNeed(curator, { personId: person.id, topic: 'teaching', source: 'self', confidential: false, note }));
  }
  return [...mentees, ...people.newcomers];
};

const motivations = [
  'Мне самому помогли на первом курсе, хочу отплатить тем же.',
  'Собираюсь преподавать, хочу попробовать объяснять.',
  'Ищу ребят к нам в цех: лучше узнать их заранее.',
  'Нравится, когда у кого-то начинает получаться.',
];

const someTimes = (chance: Chance, count: number): readonly string[] => chance.few(freeTimes, count);

/** Three of the third course come to mentors in winter; nobody has decided on them yet. Answers them. */
export const fillWinterMentors = async ({ as, chance, people, actors }: Filling): Promise<DemoPerson[]> => {
  const comers = people.groups.filter(({ course }) => course === 3).flatMap(({ students }) => students.slice(8, 9));
  const chosen = comers.slice(0, 3);
  const curator = as(actors.curator, day('2027-01-25'));
  const ids = chosen.map(({ id }) => id);
  must(await addMembers(curator, 'mentors', ids));
  for (const person of chosen)
    must(await changeMentor(curator, person.id, { version: 1, ...profileOf(person, chance), status: 'candidate' }));
  return chosen;
};

/** Mentors of every kind: students of senior courses, teachers, specialists. Answers them. */
export const fillMentors = async ({ as, chance, people, actors }: Filling): Promise<DemoPerson[]> => {
  const seniors = people.groups.filter(({ course }) => course >= 3).flatMap(({ students }) => students.slice(2, 7));
  const teachers = people.teachers.slice(0, 12);
  const mentors = [...seniors, ...teachers, ...people.specialists];
  const ids = mentors.map(({ id }) => id);
  must(await addMembers(as(actors.curator, day('2026-09-14')), 'mentors', ids));

  const later = as(actors.curator, day('2026-09-25'));
  for (const person of mentors) {
    must(await changeMentor(later, person.id, { version: 1, ...profileOf(person, chance) }));
  }
  return mentors;
};

const profileOf = (person: DemoPerson, chance: Chance): MentorProfile => {
  const base = {
    status: person.kind === 'student' && chance.happens(0.6) ? 'candidate' : 'approved',
    freeTimes: someTimes(chance, 5),
    motivation: chance.pick(motivations),
    interests: chance.pick(['Шахматы, олимпиады', 'Робототехника', 'Лыжи и походы', 'Волонтёрский центр', '']),
  } as const;
  if (person.kind === 'student') {
    const competences = chance.few(['settle', 'study', 'contest', 'confidence', 'project', 'profession'], 3);
    const achievements = chance.pick([
      'Отличник, староста группы',
      'Призёр регионального чемпионата «Профессионалы»',
      '',
    ]);
    return { ...base, capacity: 1 + chance.below(2), forms: ['student-student'], competences, achievements };
  }
  if (person.kind === 'specialist') {
    const competences = chance.few(['workplace', 'profession', 'job', 'project'], 3);
    return {
      ...base,
      capacity: 2,
      forms: ['employer-student'],
      competences,
      achievements: `${8 + chance.below(20)} лет в профессии`,
    };
  }
  const competences = [...chance.few(['study', 'contest', 'project'], 2), 'teaching', 'methods'];
  return {
    ...base,
    capacity: 2,
    forms: ['teacher-teacher', 'teacher-student'],
    competences,
    achievements: 'Высшая категория',
  };
};

/** When mentees are free, and which forms they want. */
export const fillWishes = async ({ as, chance, actors }: Filling, mentees: readonly DemoPerson[]): Promise<void> => {
  const curator = as(actors.curator, day('2026-10-05'));
  for (const person of mentees) {
    const wantedForms = person.kind === 'staff' ? ['teacher-teacher'] : chance.happens(0.3) ? ['student-student'] : [];
    const now = await menteeById(curator.db, person.id);
    must(
      await changeWishes(curator, person.id, {
        version: now?.version ?? 0,
        freeTimes: someTimes(chance, 6),
        wantedForms,
      }),
    );
  }
};
