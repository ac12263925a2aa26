import { pairsBy } from '../../features/pairs/rows.ts';
import { approveQuestionnaire } from '../../features/questionnaires/approve-questionnaire.ts';
import { choice, scale, section, table, open as words } from '../../features/questionnaires/built-in.ts';
import type { Definition } from '../../features/questionnaires/definition.ts';
import { installSets } from '../../features/questionnaires/install-sets.ts';
import { inviteMore, openRound } from '../../features/questionnaires/open-round.ts';
import { newestAsking } from '../../features/questionnaires/person-sheet-rows.ts';
import { finishedSheets } from '../../features/questionnaires/result-rows.ts';
import type { Round } from '../../features/questionnaires/round.ts';
import { roundById } from '../../features/questionnaires/round-rows.ts';
import { listQuestionnaires, questionnaireById } from '../../features/questionnaires/rows.ts';
import { addQuestionnaire } from '../../features/questionnaires/save-questionnaire.ts';
import { tagAnswer } from '../../features/questionnaires/tag-answer.ts';
import { askCandidates } from '../../features/selection/ask-candidates.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { must } from './must.ts';
import type { DemoPerson } from './people.ts';
import type { Filling } from './registers.ts';
import { answerRound } from './sheets.ts';

const usedForms = ['student-student', 'employer-student', 'teacher-teacher'];

/** Ready sets are taken in September; those that this year needs are approved by the working group, one after the other. */
export const fillQuestionnaires = async ({ as, actors }: Filling): Promise<void> => {
  const psychologist = as(actors.psychologist, day('2026-09-21'));
  must(await installSets(psychologist));
  for (const { id, form, moment } of await listQuestionnaires(psychologist.db)) {
    const wanted = moment === 'selection' || (moment === 'before' && form !== null && usedForms.includes(form));
    if (!wanted) continue;
    await approve(psychologist, id, { label: 'Протокол рабочей группы № 2', day: day('2026-09-18') });
  }
};

const approve = async (ctx: Ctx, id: string, act: { readonly label: string; readonly day: Day }): Promise<void> => {
  const version = (await questionnaireById(ctx.db, id))?.version ?? 0;
  must(await approveQuestionnaire(ctx, id, { act: { ...act, documentId: null }, version }));
};

/** Candidates are asked and answer in time. */
export const askAndAnswer = async (
  { as, actors, chance }: Filling,
  people: readonly DemoPerson[],
  { asked, answered }: { readonly asked: Day; readonly answered: Day },
): Promise<void> => {
  const ids = people.map(({ id }) => id);
  const curator = as(actors.curator, asked);
  must(await askCandidates(curator, ids));
  const rounds = await newestAsking(curator.db, { moment: 'selection', year: 2026 }, ids);
  for (const person of people) {
    const round = rounds.get(person.id);
    const sheet = { person, groupId: person.groupId, way: person.kind === 'student' ? 'link' : 'account' } as const;
    if (round) await answerRound(as(actors.curator, answered), round, chance, sheet);
  }
};

interface Asked {
  readonly questionnaireId: string;
  readonly title: string;
  readonly opens: Day;
  readonly closes: Day;
  readonly anonymous?: boolean;
  readonly groupIds?: readonly string[];
}

const open = async (
  ctx: Ctx,
  { questionnaireId, title, opens, closes, anonymous = false, groupIds = [] }: Asked,
): Promise<Round> => {
  const input = { groupIds, circles: [], title, opensOn: opens, closesOn: closes, anonymous };
  const id = must(await openRound(ctx, questionnaireId, input));
  const round = await roundById(ctx.db, id);
  if (!round) throw new Error('the round of the demo');
  return round;
};

/** Both sides of the pairs of October, each person once. */
const sidesOf = async ({ as, actors, people }: Filling, form?: string) => {
  const on = day('2026-10-27');
  const pairs = await pairsBy(as(actors.curator, on).db, { state: 'working', ...(form ? { form } : {}) }, on, {
    limit: 500,
  });
  const everybody = [
    ...people.groups.flatMap(({ students }) => students),
    ...people.specialists,
    ...people.teachers,
    ...people.newcomers,
  ];
  const of = (ids: readonly string[]) => everybody.filter(({ id }) => ids.includes(id));
  return { mentors: of(pairs.map(({ mentorId }) => mentorId)), mentees: of(pairs.map(({ menteeId }) => menteeId)) };
};

/** What pairs of students expected when they began: nearly all of both sides told. */
export const fillFirstMeasure = async (filling: Filling): Promise<void> => {
  const { as, actors, chance } = filling;
  const psychologist = as(actors.psychologist, day('2026-10-27'));
  const sides = await sidesOf(filling, 'student-student');
  const sets = (await listQuestionnaires(psychologist.db)).filter(
    ({ moment, form }) => moment === 'before' && form === 'student-student',
  );
  for (const { id: questionnaireId, role } of sets) {
    const mentee = role === 'mentee';
    const title = mentee ? 'Входная анкета наставляемых' : 'Входная анкета наставников';
    const round = await open(psychologist, {
      questionnaireId,
      title,
      opens: psychologist.today,
      closes: day('2026-11-13'),
    });
    const people = mentee ? sides.mentees : sides.mentors;
    const personIds = people.map(({ id }) => id);
    must(await inviteMore(psychologist, round.id, { groupIds: [], circles: [], personIds }));
    for (const [index, person] of people.entries()) {
      if (index % (mentee ? 12 : 3) === 2) continue;
      await answerRound(as(actors.curator, day('2026-11-05')), round, chance, {
        person,
        groupId: person.groupId,
        way: 'link',
      });
    }
  }
};

const liked = ['совсем нет', 'полностью'] as const;

const midYear: Definition = {
  sections: [
    section('s1', 'Как идёт работа', [
      scale('comfort', 'Насколько вам спокойно в этой паре?', liked),
      scale('useful', 'Насколько полезны встречи?', liked),
      table(
        'met',
        'Как часто вы встречались?',
        ['в ноябре', 'в декабре', 'в январе'],
        ['ни разу', 'раз-два', 'каждую неделю'],
      ),
      words('helps', 'Что помогает?'),
      words('hinders', 'Что мешает?'),
    ]),
    section('s2', 'Что дальше', [
      choice('ranking', 'next', 'Чем заняться весной? Расставьте по порядку', [
        'учёба',
        'проект или конкурс',
        'практика на предприятии',
      ]),
      choice('one', 'plan', 'Нужно ли менять план?', ['нет', 'немного', 'да, давайте обсудим']),
    ]),
  ],
  scales: [
    {
      ...{ id: 'pair', title: 'Самочувствие в паре', how: 'mean' },
      items: [
        { question: 'comfort', reversed: false },
        { question: 'useful', reversed: false },
      ],
      bands: [
        { from: 1, to: 4.99, label: 'поговорить с куратором' },
        { from: 5, to: 7.99, label: 'ровно' },
        { from: 8, to: 10, label: 'хорошо' },
      ],
    },
  ],
};

/** The round of February: half of both sides have answered; what hinders is read together and tagged. */
export const fillMidYear = async (filling: Filling): Promise<void> => {
  const { as, actors, chance } = filling;
  const psychologist = as(actors.psychologist, day('2027-01-29'));
  const purpose = { title: 'Середина года: как идёт работа пары', form: null, role: null, moment: 'other' } as const;
  const questionnaireId = must(await addQuestionnaire(psychologist, purpose, midYear));
  await approve(psychologist, questionnaireId, { label: 'Протокол рабочей группы № 1', day: day('2027-01-19') });
  const round = await open(psychologist, {
    questionnaireId,
    title: purpose.title,
    opens: day('2027-02-01'),
    closes: day('2027-02-19'),
  });
  const { mentors, mentees } = await sidesOf(filling);
  const people = [...new Set([...mentors, ...mentees])];
  must(await inviteMore(psychologist, round.id, { groupIds: [], circles: [], personIds: people.map(({ id }) => id) }));
  const own = [actors.mentor.personId, actors.mentee.personId];
  for (const [index, person] of people.filter(({ id }) => !own.includes(id)).entries()) {
    if (index % 5 > 1) continue;
    const sheet = { person, groupId: person.groupId, way: 'link', begun: index % 25 === 1 } as const;
    await answerRound(as(actors.curator, day('2027-02-04')), round, chance, sheet);
  }
  await tagHindrances(as(actors.psychologist, day('2027-02-05')), round.id);
};

const tagsOf: readonly (readonly [RegExp, string])[] = [
  [/расписани/iu, 'расписание'],
  [/кабинет/iu, 'помещение'],
  [/практик/iu, 'практика, расписание'],
];

const tagHindrances = async (ctx: Ctx, roundId: string): Promise<void> => {
  for (const { id: sheetId, answers } of await finishedSheets(ctx.db, roundId, 'all')) {
    const tags = tagsOf.find(([sign]) => sign.test(String(answers.get('hinders') ?? '')))?.[1];
    if (tags) must(await tagAnswer(ctx, { roundId, sheetId, question: 'hinders', tags }));
  }
};

const climate: Definition = {
  sections: [
    section('s1', 'Ваша группа', [
      scale('friendly', 'Насколько вам хорошо в группе?', liked, {}),
      scale('ask', 'Насколько легко попросить о помощи?', liked),
      choice('many', 'whom', 'К кому вы пойдёте, если трудно?', [
        'к наставнику',
        'к классному руководителю',
        'к друзьям',
        'домой',
        'ни к кому',
      ]),
      words('change', 'Что стоит изменить?'),
    ]),
  ],
  scales: [],
};

/** Nameless: two groups of the first course may be seen apart, a third is too small for it. */
export const fillClimate = async ({ as, actors, people, chance }: Filling): Promise<void> => {
  const psychologist = as(actors.psychologist, day('2027-01-25'));
  const purpose = { title: 'Как первокурсникам в группе', form: null, role: null, moment: 'other' } as const;
  const questionnaireId = must(await addQuestionnaire(psychologist, purpose, climate));
  await approve(psychologist, questionnaireId, { label: 'Протокол рабочей группы № 1', day: day('2027-01-19') });
  const groups = people.groups.filter(({ course }) => course === 1).slice(0, 3);
  const groupIds = groups.map(({ id }) => id);
  const frame = { opens: day('2027-01-25'), closes: day('2027-02-12'), anonymous: true, groupIds };
  const round = await open(psychologist, { questionnaireId, title: purpose.title, ...frame });
  const ctx = as(actors.psychologist, day('2027-02-03'));
  for (const [index, { id: groupId, code, students }] of groups.entries()) {
    const answering = students.slice(4, 4 + ([9, 7, 3][index] ?? 0));
    for (const invited of answering)
      await answerRound(ctx, round, chance, {
        person: null,
        invited,
        groupId,
        way: 'link',
        key: `${code} ${invited.id}`,
      });
  }
};
