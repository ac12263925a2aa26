import { normsOf } from '../../features/college/rows.ts';
import { documentById } from '../../features/documents/rows.ts';
import { signDocument } from '../../features/documents/sign-document.ts';
import type { EventInput } from '../../features/events/event.ts';
import { guestsOf } from '../../features/events/guest-rows.ts';
import { inviteGuests } from '../../features/events/invite-guests.ts';
import { markGuests } from '../../features/events/mark-guests.ts';
import { addEvent } from '../../features/events/save-event.ts';
import { addPublication } from '../../features/events/save-publication.ts';
import { chooseForms, minuteForms } from '../../features/preparation/choose-forms.ts';
import { addMean } from '../../features/preparation/save-mean.ts';
import { addMember, nameCurator } from '../../features/preparation/save-member.ts';
import { addDays, type Day, day, minDay } from '../../kernel/day.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { Filling } from './registers.ts';
import type { FillingWithFiles } from './selection.ts';

/** The working group, curators of the forms, and what the college has for the programme. */
export const fillGroup = async ({ as, actors, people: { leaders, specialists } }: Filling) => {
  const ctx = as(actors.curator, day('2026-09-01'));
  const members = [
    { person: leaders.deputy, part: 'chair', duty: 'ход программы' },
    { person: leaders.curator, part: 'secretary', duty: 'базы, протоколы' },
    { person: leaders.methodist, part: 'member', duty: 'материалы' },
    { person: leaders.psychologist, part: 'member', duty: 'анкеты, сопровождение' },
    { person: specialists[0], part: 'member', duty: 'связь с заводом' },
  ] as const;
  for (const { person, part, duty } of members)
    if (person) must(await addMember(ctx, { personId: person.id, part, duty }));
  must(await nameCurator(ctx, { form: 'student-student', personId: leaders.curator.id }));
  must(await nameCurator(ctx, { form: 'teacher-teacher', personId: leaders.methodist.id }));
  must(await nameCurator(ctx, { form: 'employer-student', personId: leaders.practiceHead.id }));
  const means = [
    { side: 'inner', kind: 'audience', name: 'Студенты третьих и четвёртых курсов', note: '' },
    { side: 'inner', kind: 'audience', name: 'Педагоги со стажем от десяти лет', note: '' },
    { side: 'inner', kind: 'room', name: 'Кабинет 214', note: 'среда и пятница после занятий' },
    { side: 'outer', kind: 'audience', name: 'Выпускники последних трёх лет', note: '' },
    { side: 'outer', kind: 'people', name: 'Мастера машиностроительного завода', note: 'два часа в неделю' },
  ] as const;
  for (const mean of means) must(await addMean(ctx, mean));
};

const decided = [
  {
    form: 'student-student',
    mentees: 55,
    mentors: 40,
    expected: 'Первокурсники освоились, долгов по итогам года вдвое меньше',
  },
  { form: 'employer-student', mentees: 12, mentors: 12, expected: 'Каждый знает своё будущее рабочее место' },
  {
    form: 'teacher-teacher',
    mentees: 5,
    mentors: 3,
    expected: 'Молодые педагоги ведут занятия уверенно и остаются в техникуме',
  },
] as const;

/** The working group chose three forms out of the needs and signed its minutes. */
export const fillChoice = async ({ as, actors, store }: FillingWithFiles): Promise<void> => {
  const ctx = { ...as(actors.curator, day('2026-09-30')), store, baseUrl: 'http://localhost:3000' };
  const all = (await normsOf(ctx.db, 'form')).map(({ code }) => code);
  const none = { chosen: false, mentees: 0, mentors: 0, expected: '' };
  const choices = all.map((form) => {
    const choice = decided.find((one) => one.form === form);
    return choice ? { ...choice, chosen: true } : { ...none, form };
  });
  must(await chooseForms(ctx, { version: 0, choices }));
  const documentId = must(await minuteForms(ctx));
  const version = (await documentById(ctx.db, documentId))?.version ?? 0;
  must(await signDocument(ctx, { documentId, version, number: '3', day: ctx.today }));
};

interface DemoEvent
  extends Pick<EventInput, 'kind' | 'title' | 'aim' | 'audiences' | 'place' | 'day' | 'starts' | 'ends'> {
  readonly note?: string;
  readonly groups?: number;
  readonly kinds?: readonly ('staff' | 'specialist')[];
  /** How many of the invited came, and how many were counted at the door. */
  readonly came?: number;
  readonly others?: number;
  readonly told?: string;
}

const events: readonly DemoEvent[] = [
  {
    ...{
      kind: 'council',
      title: 'Педагогический совет: запускаем наставничество',
      aim: 'mentees',
      audiences: ['teachers'],
    },
    ...{ place: 'актовый зал', day: day('2026-09-02'), starts: '10:00', ends: '11:30' },
    ...{ kinds: ['staff'], came: 52, note: 'Решили начать со студентов первого курса и молодых педагогов.' },
  },
  {
    ...{ kind: 'parents', title: 'Родительское собрание первого курса', aim: 'mentees' },
    ...{
      audiences: ['parents', 'students'],
      place: 'актовый зал',
      day: day('2026-09-07'),
      starts: '17:30',
      ends: '18:40',
    },
    note: 'Родителям рассказали, чем программа помогает первокурсникам.',
    ...{ groups: 1, came: 17, others: 43, told: 'Родители узнали о наставничестве' },
  },
  {
    ...{ kind: 'seminar', title: 'Кто такой наставник: встреча со старшекурсниками', aim: 'mentors' },
    ...{
      audiences: ['students', 'teachers'],
      place: 'кабинет 214',
      day: day('2026-09-24'),
      starts: '15:10',
      ends: '16:20',
    },
    others: 38,
  },
  {
    ...{ kind: 'visit', title: 'Встреча с предприятиями-партнёрами', aim: 'mentors', audiences: ['employers'] },
    ...{ place: 'машиностроительный завод', day: day('2026-10-14'), starts: '14:00', ends: '15:30' },
    ...{ kinds: ['specialist'], came: 16, told: 'Заводы ждут студентов с наставниками' },
  },
  {
    ...{ kind: 'open-day', title: 'День открытых дверей: пары показывают мастерские', aim: 'other' },
    ...{
      audiences: ['pupils', 'parents'],
      place: 'учебные мастерские',
      day: day('2027-02-19'),
      starts: '13:00',
      ends: '15:00',
    },
    groups: 0,
  },
];

export const fillEvents = async ({ as, actors, people: { groups } }: Filling): Promise<void> => {
  const ctx = (on: Day) => as(actors.curator, on);
  for (const { groups: invitedGroups = 0, kinds = [], came = 0, others = 0, told, note = '', ...event } of events) {
    const early = ctx(addDays(minDay(event.day, demoToday), -5));
    const eventId = must(await addEvent(early, { ...event, note }));
    const groupIds = groups
      .filter(({ course }) => course === 1)
      .slice(0, invitedGroups)
      .map(({ id }) => id);
    if (groupIds.length + kinds.length > 0) must(await inviteGuests(early, { eventId, groupIds, kinds }));
    if (came + others === 0) continue;
    const guestIds = (await guestsOf(early.db, eventId)).slice(0, came).map(({ id }) => id);
    must(await markGuests(ctx(event.day), { eventId, guestIds, shownIds: [], others }));
    const day = addDays(event.day, 1);
    if (told) must(await addPublication(ctx(day), { channel: 'vk', link: '', eventId, day, title: told }));
  }
};
