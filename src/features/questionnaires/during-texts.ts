import { open, scale, section, yesNo } from './built-in.ts';
import type { Definition } from './definition.ts';

/** Questions that the features above look for in answers of a quarter, whatever a college adds around them. */
export const duringQuestions = { comfort: 'comfort', changePlan: 'change-plan', changeWords: 'change-words' } as const;

const much = ['совсем нет', 'полностью'] as const;

const common = (): Definition['sections'][number]['questions'] => [
  yesNo(duringQuestions.changePlan, 'Нужно ли что-то изменить в плане?'),
  open(duringQuestions.changeWords, 'Что именно?', { shownIf: { question: duringQuestions.changePlan, is: ['yes'] } }),
];

/** Three minutes for a mentee, in the middle of the work. */
export const duringMentee = (): Definition => ({
  sections: [
    section(
      's1',
      'Как идёт работа',
      [
        scale(duringQuestions.comfort, 'Насколько спокойно вам рядом с наставником?', much),
        scale('useful', 'Насколько встречи вам помогают?', much),
        scale('often', 'Хватает ли вам встреч?', ['совсем нет', 'вполне']),
        ...common(),
        open('other', 'Что ещё хотите сказать куратору?'),
      ],
      'Наставник не увидит ваших ответов: их читают куратор и психолог.',
    ),
  ],
  scales: [],
});

/** The same for a mentor. */
export const duringMentor = (): Definition => ({
  sections: [
    section(
      's1',
      'Как идёт работа',
      [
        scale(duringQuestions.comfort, 'Насколько вам легко с подопечным?', much),
        scale('involved', 'Насколько он включён в работу?', much),
        scale('support', 'Хватает ли вам помощи колледжа?', ['совсем нет', 'вполне']),
        ...common(),
        open('other', 'Чем вам помочь?'),
      ],
      'Подопечный не увидит ваших ответов: их читают куратор и психолог.',
    ),
  ],
  scales: [],
});
