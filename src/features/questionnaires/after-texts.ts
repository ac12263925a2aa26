import { stateQuestions, stateScale } from './before-texts.ts';
import { choice, type FormWords, meanScale, open, scale, section, table, yesNo } from './built-in.ts';
import type { Definition } from './definition.ts';

const much = ['совсем нет', 'полностью'] as const;
const useful = ['не принесло пользы', 'очень помогло'] as const;
const satisfaction = ['недоволен', 'частично доволен', 'доволен'] as const;
const frequency = ['ни разу', 'иногда', 'регулярно'] as const;

export const afterMentee = (words: FormWords): Definition => ({
  sections: [
    section(
      's1',
      'Как шла работа',
      [
        scale('comfort', 'Насколько спокойно и уютно вам было работать с наставником?', much),
        scale('meetings', 'Насколько полезны были личные встречи?', useful),
        scale('group', 'Насколько полезны были общие занятия и встречи?', useful, { required: false }),
        scale('support', 'Насколько вы чувствовали поддержку, когда было трудно?', much),
        scale('plan', 'Насколько вам было понятно, что и когда делать по плану?', ['совсем непонятно', 'всё ясно']),
        open('plan-note', 'Чего не хватало в плане?'),
        scale('safety', 'Насколько вы могли говорить с наставником открыто?', much),
      ],
      'Наставник не увидит ваших ответов: их читают куратор и психолог.',
    ),
    section('s2', 'Что получилось', [
      scale('satisfied', 'Насколько вы довольны самой работой?', much),
      scale('result', 'Насколько вы довольны результатом?', much),
      scale('organisation', 'Насколько хорошо всё было устроено?', much),
      scale('own', words.menteeAfter, much),
      choice('one', 'hopes', 'Оправдались ли ваши ожидания?', ['вышло лучше', 'да', 'отчасти', 'нет']),
      open('lacking', 'Чего вам не хватило?'),
      open('best', 'Что запомнилось больше всего?'),
    ]),
    section('s3', 'Как дела сейчас', stateQuestions()),
    section('s4', 'Что дальше', [
      yesNo('continue', 'Хотите ли вы продолжить?'),
      yesNo('become-mentor', 'Хотели бы вы сами стать наставником?'),
      ...words.menteeFuture.map((text) => yesNo('future', text)),
    ]),
  ],
  scales: [
    meanScale(
      'process',
      'Качество работы',
      ['comfort', 'meetings', 'support', 'plan', 'safety'],
      ['низкое', 'среднее', 'высокое'],
    ),
    meanScale('satisfaction', 'Удовлетворённость', ['satisfied', 'result', 'organisation'], satisfaction),
    stateScale(),
  ],
});

export const afterMentor = (words: FormWords): Definition => ({
  sections: [
    section('s1', 'Как шла работа', [
      scale('comfort', 'Насколько легко вы нашли общий язык с подопечным?', much),
      scale('opening', 'Насколько он раскрылся за это время?', much),
      scale('plan', 'Насколько удалось то, что было в плане?', much),
      open('plan-note', 'Что пришлось менять по дороге?'),
      scale('involved', 'Насколько включён был сам подопечный?', much),
      table(
        'kinds',
        'Как часто вы работали так?',
        ['встречались лично', 'созванивались или переписывались', 'занимались вместе с другими парами'],
        frequency,
      ),
    ]),
    section('s2', 'Что помогало вам', [
      scale('training', 'Насколько пригодилось обучение наставников?', useful),
      scale('support', 'Насколько вам помогали куратор и психолог?', useful),
      scale('organisation', 'Насколько хорошо всё было устроено?', much),
      scale('group', 'Насколько полезным было общение с другими наставниками?', useful, { required: false }),
      open('lacking', 'Чего вам не хватило?'),
    ]),
    section('s3', 'Что получилось', [
      scale('satisfied', 'Насколько вы довольны своей работой?', much),
      scale('result', `Насколько вы довольны тем, чего достиг человек, которому вы помогали (${words.mentee})?`, much),
      scale('own', words.mentorAfter, much),
      scale('growth', 'Насколько вы сами выросли за это время?', much),
      choice('one', 'hopes', 'Оправдались ли ваши ожидания?', ['вышло лучше', 'да', 'отчасти', 'нет']),
      open('best', 'Что удалось лучше всего?'),
    ]),
    section('s4', 'Что дальше', [
      yesNo('continue', 'Хотите ли вы продолжить?'),
      open('reason', 'Что должно измениться, чтобы вы продолжили?', { shownIf: { question: 'continue', is: ['no'] } }),
      yesNo('recommend', 'Посоветуете ли вы знакомым стать наставником?'),
    ]),
  ],
  scales: [
    meanScale(
      'process',
      'Качество работы',
      ['comfort', 'opening', 'plan', 'involved'],
      ['низкое', 'среднее', 'высокое'],
    ),
    meanScale(
      'conditions',
      'Условия для наставника',
      ['training', 'support', 'organisation'],
      ['слабые', 'средние', 'хорошие'],
    ),
    meanScale('satisfaction', 'Удовлетворённость', ['satisfied', 'result', 'growth'], satisfaction),
  ],
});
