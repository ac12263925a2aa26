import { putBuiltInActs } from '../../features/acts/install-acts.ts';
import { allActs } from '../../features/acts/rows.ts';
import { addAct } from '../../features/acts/save-act.ts';
import { guestsOf } from '../../features/events/guest-rows.ts';
import { inviteGuests } from '../../features/events/invite-guests.ts';
import { markGuests } from '../../features/events/mark-guests.ts';
import { addEvent } from '../../features/events/save-event.ts';
import { addPublication } from '../../features/events/save-publication.ts';
import { addContract } from '../../features/experts/add-contract.ts';
import { inviteExpert } from '../../features/experts/invite-expert.ts';
import { addAgreement, giveSpecialists } from '../../features/experts/save-agreement.ts';
import { addExpert } from '../../features/experts/save-expert.ts';
import { addMean } from '../../features/preparation/save-mean.ts';
import { addMember, nameCurator } from '../../features/preparation/save-member.ts';
import { type Day, day } from '../../kernel/day.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { Filling } from './registers.ts';

/** What stages 1–3 rest on besides papers: the group, means, acts, experts and partners, events and publications. */
export const fillInformation = async (filling: Filling): Promise<void> => {
  await fillGroup(filling);
  await fillActs(filling);
  await fillExperts(filling);
  await fillPartners(filling);
  await fillEvents(filling);
};

const fillGroup = async ({ as, actors, people: { leaders, specialists } }: Filling) => {
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

/** The old regulation names the target model; a regional act waits to be compared with its source. */
const fillActs = async ({ as, actors }: Filling) => {
  const ctx = as(actors.curator, day('2026-08-28'));
  await putBuiltInActs(ctx.db);
  const model = (await allActs(ctx.db)).find(({ code }) => code === 'target-model');
  const blank = { revisedOn: null, inForceFrom: null, lapsesOn: null, supersededBy: null };
  must(
    await addAct(ctx, {
      ...blank,
      ...{
        level: 'local',
        title: 'Положение о наставничестве в техникуме',
        issuer: 'Директор техникума',
        number: '142',
      },
      ...{ day: day('2020-10-19'), reviewBy: day('2026-09-01'), unconfirmed: false, note: '' },
      cites: model ? [model.id] : [],
    }),
  );
  must(
    await addAct(ctx, {
      ...blank,
      ...{
        level: 'regional',
        title: 'О внедрении целевой модели в области',
        issuer: 'Министерство образования',
        number: '',
      },
      ...{ day: null, reviewBy: null, unconfirmed: true, note: 'Номер и дату уточняет методист.', cites: [] },
    }),
  );
};

const fillExperts = async ({ as, actors, people: { leaders } }: Filling) => {
  const ctx = as(actors.curator, day('2026-10-05'));
  const bare = { organisation: '', post: '', contacts: '', note: '' };
  const psychologist = { ...bare, personId: leaders.psychologist.id, name: '', areas: ['settle', 'confidence'] };
  must(await addExpert(ctx, { ...psychologist, availability: 'по вторникам' }));
  const expertId = must(
    await addExpert(ctx, {
      ...{ personId: null, name: 'Мезенцева Алла Борисовна', organisation: 'Институт развития образования области' },
      ...{ post: 'методист', contacts: '', note: '', areas: ['methods', 'teaching', 'study'] },
      availability: 'раз в месяц, дистанционно',
    }),
  );
  const contract = {
    number: '17',
    day: day('2026-09-21'),
    till: day('2026-12-25'),
    subject: 'Семинары для наставников',
  };
  must(await addContract(ctx, { expertId, ...contract }));
  must(await inviteExpert(ctx, { expertId, day: day('2026-10-28'), purpose: 'Семинар для наставников-педагогов' }));
};

const fillPartners = async ({ as, actors, people: { specialists } }: Filling) => {
  const ctx = as(actors.curator, day('2026-09-10'));
  const partners = [...new Set(specialists.flatMap(({ organisationId }) => organisationId ?? []))].slice(0, 3);
  for (const [index, organisationId] of partners.entries()) {
    const till = index === 0 ? null : day(index === 1 ? '2026-10-31' : '2027-08-31');
    const input = {
      organisationId,
      number: `${4 + index}-н`,
      day: day('2026-09-03'),
      till,
      subject: 'Наставники для студентов',
    };
    const agreementId = must(await addAgreement(ctx, input));
    const personIds = specialists.filter((one) => one.organisationId === organisationId).map(({ id }) => id);
    must(await giveSpecialists(ctx, { agreementId, personIds }));
  }
};

const fillEvents = async ({ as, actors, people: { groups } }: Filling) => {
  const on = (value: Day) => as(actors.curator, value);
  const parents = must(
    await addEvent(on(day('2026-09-01')), {
      ...{ kind: 'parents', title: 'Родительское собрание первого курса', aim: 'mentees', place: 'актовый зал' },
      ...{ audiences: ['parents', 'students'], day: day('2026-09-07'), starts: '17:30', ends: '18:40' },
      note: 'Родителям рассказали, чем программа помогает первокурсникам.',
    }),
  );
  const first = groups.find(({ course }) => course === 1);
  if (first) must(await inviteGuests(on(day('2026-09-02')), { eventId: parents, groupIds: [first.id], kinds: [] }));
  const came = (await guestsOf(on(demoToday).db, parents)).slice(0, 17).map(({ id }) => id);
  must(await markGuests(on(day('2026-09-07')), { eventId: parents, guestIds: came, shownIds: [], others: 43 }));
  must(
    await addEvent(on(day('2026-10-08')), {
      ...{
        kind: 'seminar',
        title: 'Кто такой наставник: встреча со старшекурсниками',
        aim: 'mentors',
        place: 'кабинет 214',
      },
      ...{ audiences: ['students', 'teachers'], day: day('2026-10-20'), starts: '15:10', ends: '16:20', note: '' },
    }),
  );
  const publication = { channel: 'vk', link: '', eventId: parents } as const;
  must(
    await addPublication(on(day('2026-09-08')), {
      ...publication,
      day: day('2026-09-08'),
      title: 'Родители узнали о наставничестве',
    }),
  );
};
