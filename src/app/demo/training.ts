import { exemptMentor } from '../../features/selection/prepare-mentor.ts';
import { markList } from '../../features/training/attend-session.ts';
import { issueCertificates } from '../../features/training/issue-certificates.ts';
import { addModule, approveProgramme, makeProgramme } from '../../features/training/make-programme.ts';
import { enrolMentors, planSession } from '../../features/training/plan-session.ts';
import { finishCourse, sendToCourse } from '../../features/training/send-to-course.ts';
import { type Day, day } from '../../kernel/day.ts';
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

const fillProgramme = async ({ as, actors, people, chance, store }: FillingWithFiles, the: DemoProgramme) => {
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
    if (on >= day('2026-10-12')) continue;
    const present = ids.filter(() => chance.happens(0.9));
    must(await markList(as(actors.methodist, on), sessionId, { shown: ids, present }));
  }
  return id;
};

/**
 * Training in October: a short course that is over, with its certificates; the school of mentors halfway through; one mentor with a
 * certificate from elsewhere, one still away, two exempt.
 */
export const fillTraining = async (filling: FillingWithFiles, mentors: readonly DemoPerson[]): Promise<void> => {
  const { as, actors, people, store } = filling;
  const own = mentors.filter(({ id }) => id === actors.mentor.personId);
  const students = mentors.filter(({ kind, id }) => kind === 'student' && id !== actors.mentor.personId);
  const short = await fillProgramme(filling, {
    title: 'Первая встреча',
    goal: 'Наставник знает, с чего начать и куда обратиться, если не получается',
    number: '21-м',
    approvedOn: day('2026-09-15'),
    modules: [['Знакомство и договорённости', 4]],
    sessions: [{ topic: 'Как провести первую встречу', hours: 4, on: day('2026-09-23') }],
    participants: [...own, ...students.slice(0, 14)],
  });
  await issueCertificates(
    as(actors.methodist, day('2026-09-25')),
    short,
    mentors.map(({ id }) => id),
  );
  await fillProgramme(filling, {
    title: 'Школа наставника',
    goal: 'Наставник умеет слушать, ставить цель вместе с наставляемым и давать обратную связь',
    number: '22-м',
    approvedOn: day('2026-09-22'),
    modules: [
      ['Слушать и спрашивать', 4],
      ['Цель и план пары', 4],
      ['Обратная связь', 4],
      ['Трудные случаи', 4],
    ],
    sessions: [
      { topic: 'Слушать и спрашивать', hours: 4, on: day('2026-10-01') },
      { topic: 'Цель и план пары', hours: 4, on: day('2026-10-08') },
      { topic: 'Обратная связь', hours: 4, on: day('2026-10-15') },
      { topic: 'Трудные случаи', hours: 4, on: day('2026-10-22') },
    ],
    participants: [...own, ...students.slice(14, 36), ...people.specialists.slice(0, 6)],
  });

  const methodist = { ...as(actors.methodist, day('2026-10-05')), store, baseUrl: 'http://localhost:3000' };
  const [first, second, third, fourth] = people.teachers;
  const course = { title: 'Наставник молодого педагога', organisation: 'институт развития образования', hours: 36 };
  if (!first || !second || !third || !fourth) throw new Error('four teachers');
  const sent = { ...course, from: day('2026-09-14'), till: day('2026-10-02') };
  const finished = must(await sendToCourse(methodist, { ...sent, personId: first.id }));
  must(await finishCourse(methodist, finished, { version: 1, certificate: '4321-26', day: day('2026-10-02') }));
  must(
    await sendToCourse(methodist, { ...sent, from: day('2026-10-05'), till: day('2026-10-23'), personId: second.id }),
  );
  const curator = as(actors.curator, day('2026-10-05'));
  must(await exemptMentor(curator, third.id, 'Сам проводит занятия школы наставника'));
  must(await exemptMentor(curator, fourth.id, 'Учился в прошлом году, удостоверение действует три года'));
};
