import { afterMentee, afterMentor } from './after-texts.ts';
import { beforeMentee, beforeMentor } from './before-texts.ts';
import type { BuiltInSet, FormWords } from './built-in.ts';
import { duringMentee, duringMentor } from './during-texts.ts';
import { mentorSelection } from './selection-texts.ts';

const studies = [
  'освоиться в колледже',
  'подтянуть учёбу',
  'стать увереннее',
  'подготовиться к конкурсу',
  'сделать проект',
];
const trade = [
  'понять профессию',
  'освоить рабочее место',
  'подготовиться к конкурсу',
  'найти работу',
  'сделать проект',
];

const forms: Readonly<Record<string, FormWords>> = {
  'student-student': {
    title: 'студент — студент',
    mentor: 'студент постарше',
    mentee: 'студент',
    menteeTopics: studies,
    menteeBefore: 'Найти в колледже своих людей',
    menteeAfter: 'Насколько легче вам стало в группе и в колледже?',
    menteeFuture: [],
    mentorBefore: 'Научиться вести за собой',
    mentorAfter: 'Насколько легче вам стало отвечать не только за себя?',
  },
  'teacher-teacher': {
    title: 'педагог — педагог',
    mentor: 'опытный коллега',
    mentee: 'коллега',
    menteeTopics: [
      'войти в должность',
      'вести занятия',
      'работать с группой',
      'освоить методику и цифровые средства',
      'подготовиться к аттестации',
    ],
    menteeBefore: 'Видеть занятия опытных коллег и обсуждать свои',
    menteeAfter: 'Насколько увереннее вы теперь ведёте занятия?',
    menteeFuture: ['Собираетесь ли вы и дальше работать в колледже?'],
    mentorBefore: 'Осмыслить и описать собственный опыт',
    mentorAfter: 'Насколько эта работа помогла вам пересмотреть собственные занятия?',
  },
  'student-pupil': {
    title: 'студент — ученик',
    mentor: 'студент колледжа',
    mentee: 'ученик',
    menteeTopics: [
      'понять, кем стать',
      'подтянуть учёбу',
      'сделать проект',
      'стать увереннее',
      'узнать колледж изнутри',
    ],
    menteeBefore: 'Узнать, как на самом деле учатся в колледже',
    menteeAfter: 'Насколько яснее вам стало, куда идти учиться?',
    menteeFuture: ['Собираетесь ли вы поступать в колледж?'],
    mentorBefore: 'Показать свою профессию младшим',
    mentorAfter: 'Насколько лучше вы теперь объясняете то, что умеете?',
  },
  'employer-student': {
    title: 'работодатель — студент',
    mentor: 'специалист предприятия',
    mentee: 'студент',
    menteeTopics: trade,
    menteeBefore: 'Попробовать себя на настоящем рабочем месте',
    menteeAfter: 'Насколько лучше вы теперь понимаете свою будущую работу?',
    menteeFuture: ['Пошли бы вы работать на это предприятие?'],
    mentorBefore: 'Присмотреться к будущим работникам',
    mentorAfter: 'Насколько студент готов работать у вас?',
  },
  'employer-pupil': {
    title: 'работодатель — ученик',
    mentor: 'специалист предприятия',
    mentee: 'ученик',
    menteeTopics: ['понять, кем стать', 'увидеть предприятие', 'попробовать профессию', 'сделать проект'],
    menteeBefore: 'Увидеть, как работают взрослые',
    menteeAfter: 'Насколько яснее вам стало, кем вы хотите быть?',
    menteeFuture: ['Хотели бы вы учиться этой профессии?'],
    mentorBefore: 'Рассказать о своей профессии тем, кто выбирает',
    mentorAfter: 'Насколько ученик заинтересовался вашей профессией?',
  },
  'teacher-student': {
    title: 'педагог — студент',
    mentor: 'преподаватель',
    mentee: 'студент',
    menteeTopics: studies,
    menteeBefore: 'Чтобы рядом был взрослый, который слышит',
    menteeAfter: 'Насколько легче вам стало обращаться за помощью к преподавателям?',
    menteeFuture: [],
    mentorBefore: 'Видеть в студенте человека, а не только оценки',
    mentorAfter: 'Насколько лучше вы стали понимать студентов?',
  },
};

const setsOf = (form: string, words: FormWords): readonly BuiltInSet[] => {
  const set = (
    role: 'mentor' | 'mentee',
    moment: 'before' | 'after',
    definition: BuiltInSet['definition'],
  ): BuiltInSet => ({
    code: `${form}/${role}/${moment}`,
    title: `${role === 'mentor' ? 'Наставник' : 'Наставляемый'} ${moment === 'before' ? 'до начала' : 'по итогам'}: ${words.title}`,
    form,
    role,
    moment,
    definition,
  });
  return [
    set('mentee', 'before', beforeMentee(words)),
    set('mentor', 'before', beforeMentor(words)),
    set('mentee', 'after', afterMentee(words)),
    set('mentor', 'after', afterMentor(words)),
  ];
};

const selectionSet: BuiltInSet = {
  code: 'selection',
  title: 'Отбор наставников: анкета кандидата',
  form: null,
  role: 'mentor',
  moment: 'selection',
  definition: mentorSelection(),
};

const duringSet = (role: 'mentor' | 'mentee', definition: BuiltInSet['definition']): BuiltInSet => ({
  code: `during/${role}`,
  title: `${role === 'mentor' ? 'Наставник' : 'Наставляемый'}: как идёт работа`,
  form: null,
  role,
  moment: 'during',
  definition,
});

/** All sets of the house, or those for the forms that a college has. */
export const builtInSets = (codes: readonly string[] = Object.keys(forms)): readonly BuiltInSet[] => [
  ...codes.flatMap((code) => {
    const words = forms[code];
    return words ? setsOf(code, words) : [];
  }),
  selectionSet,
  duringSet('mentee', duringMentee()),
  duringSet('mentor', duringMentor()),
];
