import { exemptMentor } from '../../features/selection/prepare-mentor.ts';
import { markList } from '../../features/training/attend-session.ts';
import { issueCertificates } from '../../features/training/issue-certificates.ts';
import { addModule, approveProgramme, makeProgramme } from '../../features/training/make-programme.ts';
import { enrolMentors, planSession } from '../../features/training/plan-session.ts';
import { finishCourse, sendToCourse } from '../../features/training/send-to-course.ts';
import { type Day, day } from '../../kernel/day.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { DemoPerson } from './people.ts';
import type { FillingWithFiles } from './selection.ts';

interface DemoProgramme {
  readonly title: string;
  readonly goal: string;
  readonly number: string;
  readonly approvedOn: Day;
  readonly modules: readonly (readonly [title: string, hours: number])[];
  readonly sessions: readonly { readonly topic: string; readonly hours: number; readonly on: Day }[];
  readonly participants: readonly DemoPerson[];
}

const fillProgramme = async ({ as, actors, people, store }: FillingWithFiles, the: DemoProgramme) => {
  const methodist = { ...as(actors.methodist, the.approvedOn), store, baseUrl: 'http://localhost:3000' };
  const { title, goal, number, approvedOn } = the;
  const { value: id } = await makeProgramme(methodist, { title, goal, leastShare: 75 });
  for (const [module, hours] of the.modules)
    must(await addModule(methodist, id, { title: module, content: '', hours }));
  must(await approveProgramme(methodist, id, { version: 1, number, day: approvedOn }));
  const ids = the.participants.map((person) => person.id);
  must(await enrolMentors(methodist, id, ids));
  for (const [index, { topic, hours, on }] of the.sessions.entries()) {
    const outside = index === 1;
    const trainer = outside
      ? { trainerId: null, trainer: 'Лобанова И. П., институт развития образования', contract: '№ 14-у от 21.09.2026' }
      : { trainerId: people.leaders.psychologist.id, trainer: '', contract: '' };
    const time = {
      day: on,
      starts: '15:00',
      ends: hours > 2 ? '18:00' : '16:30',
      place: 'актовый зал',
      moduleId: null,
    };
    const sessionId = must(await planSession(methodist, id, { ...trainer, ...time, topic, hours }));
    if (on >= demoToday) continue;
    // Nobody misses more than one session: the certificate asks for three of four.
    const present = the.sessions.length === 1 ? ids : ids.filter((_, place) => place % 11 !== index);
    must(await markList(as(actors.methodist, on), sessionId, { shown: ids, present }));
  }
  return id;
};

/** The short course before the first meetings, the school of mentors in November with one more session in February, courses elsewhere, two exempt. */
export const fillTraining = async (filling: FillingWithFiles, mentors: readonly DemoPerson[]): Promise<void> => {
  const { as, actors, people } = filling;
  const own = mentors.filter(({ id }) => id === actors.mentor.personId);
  const students = mentors.filter(({ kind, id }) => kind === 'student' && id !== actors.mentor.personId);
  const ids = mentors.map(({ id }) => id);
  const short = await fillProgramme(filling, {
    title: 'Первая встреча',
    goal: 'Наставник знает, с чего начать и куда обратиться, если не получается',
    number: '21-м',
    approvedOn: day('2026-10-12'),
    modules: [['Знакомство и договорённости', 4]],
    sessions: [{ topic: 'Как провести первую встречу', hours: 4, on: day('2026-10-22') }],
    participants: [...own, ...students],
  });
  must(await issueCertificates(as(actors.methodist, day('2026-10-23')), short, ids));
  const school = await fillProgramme(filling, {
    title: 'Школа наставника',
    goal: 'Наставник умеет слушать, ставить цель вместе с наставляемым и давать обратную связь',
    number: '22-м',
    approvedOn: day('2026-10-27'),
    modules: [
      ['Слушать и спрашивать', 4],
      ['Цель и план пары', 4],
      ['Обратная связь', 4],
      ['Трудные случаи', 4],
    ],
    sessions: [
      { topic: 'Слушать и спрашивать', hours: 4, on: day('2026-11-05') },
      { topic: 'Цель и план пары', hours: 4, on: day('2026-11-12') },
      { topic: 'Обратная связь', hours: 4, on: day('2026-11-19') },
      { topic: 'Трудные случаи', hours: 4, on: day('2026-11-26') },
      { topic: 'Трудные случаи: разбираем вместе', hours: 2, on: day('2027-02-18') },
    ],
    participants: [...own, ...students.slice(0, 12), ...people.specialists, ...people.teachers.slice(4, 12)],
  });
  must(await issueCertificates(as(actors.methodist, day('2026-11-30')), school, ids));
  await sendToCourses(filling);
};

const sendToCourses = async ({ as, actors, people, store }: FillingWithFiles): Promise<void> => {
  const methodist = (on: Day) => ({ ...as(actors.methodist, on), store, baseUrl: 'http://localhost:3000' });
  const [first, second, third, fourth, fifth] = people.teachers;
  const course = { title: 'Наставник молодого педагога', organisation: 'институт развития образования', hours: 36 };
  if (!first || !second || !third || !fourth || !fifth) throw new Error('five teachers');
  for (const [{ id: personId }, certificate] of [
    [first, '4321-26'],
    [second, '4322-26'],
  ] as const) {
    const sent = { ...course, personId, from: day('2026-09-28'), till: day('2026-10-16') };
    const courseId = must(await sendToCourse(methodist(day('2026-09-21')), sent));
    const finished = { version: 1, certificate, day: day('2026-10-16') };
    must(await finishCourse(methodist(day('2026-10-19')), courseId, finished));
  }
  const away = {
    ...course,
    title: 'Наставничество в СПО: как измерить результат',
    from: day('2027-02-01'),
    till: day('2027-02-26'),
  };
  must(await sendToCourse(methodist(day('2027-01-22')), { ...away, personId: fifth.id }));
  const curator = as(actors.curator, day('2026-10-20'));
  must(await exemptMentor(curator, third.id, 'Сам проводит занятия школы наставника'));
  must(await exemptMentor(curator, fourth.id, 'Учился в прошлом году, удостоверение действует три года'));
};
