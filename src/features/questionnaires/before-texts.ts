import { choice, type FormWords, meanScale, open, scale, section, yesNo } from './built-in.ts';
import type { Definition, Question } from './definition.ts';

const much = ['совсем нет', 'очень сильно'] as const;
const sure = ['не верю в это', 'уверенно жду'] as const;
const matters = ['неважно', 'очень важно'] as const;
const expectation = ['ожидания низкие', 'ожидания осторожные', 'ожидания высокие'] as const;

/** The same questions stand before and after, so that one person is compared with oneself. */
export const stateQuestions = (): Question[] => [
  scale('engaged', 'Насколько вам сейчас интересно то, чем вы заняты в колледже или на работе?', much),
  scale('active', 'Насколько охотно вы берётесь за дела сверх обязательного?', much),
  scale('confident', 'Насколько вы уверены, что справляетесь?', ['совсем не уверен', 'полностью уверен']),
  scale('anxious', 'Как часто вы тревожитесь из-за учёбы или работы?', ['почти никогда', 'почти всегда']),
];

export const stateScale = () =>
  meanScale(
    'state',
    'Самочувствие и включённость',
    ['engaged', 'active', 'confident', 'anxious'],
    ['нужна поддержка', 'среднее', 'хорошее'],
    ['anxious'],
  );

export const beforeMentee = (words: FormWords): Definition => ({
  sections: [
    section(
      's1',
      'С чего начинаем',
      [
        yesNo('experience', 'Был ли у вас раньше наставник — здесь или в другом месте?'),
        open('experience-note', 'Что в той работе помогло, а что мешало?', {
          shownIf: { question: 'experience', is: ['yes'] },
        }),
        choice('many', 'topics', 'В чём вы ждёте помощи?', [...words.menteeTopics, 'пока не знаю']),
        open('request', 'Опишите свой запрос своими словами', { hint: 'Одна-две фразы' }),
      ],
      'Правильных ответов нет. Отвечайте так, как есть на самом деле.',
    ),
    section('s2', 'Чего вы ждёте', [
      scale('benefit', `Насколько полезной вам представляется работа, где вам помогает ${words.mentor}?`, sure),
      scale('comfort', 'Насколько спокойно, по-вашему, вам будет в этой работе?', sure),
      scale('organisation', 'Насколько хорошо, по-вашему, она будет устроена?', sure),
      scale('result', 'Насколько вы верите, что к концу ваш запрос будет решён?', sure),
    ]),
    section('s3', 'Что для вас важно', [
      scale('meetings', 'Встречаться с наставником лично', matters),
      scale('group', 'Заниматься не только вдвоём, но и вместе с другими', matters),
      scale('support', 'Получать поддержку, когда трудно', matters),
      scale('safety', 'Знать, что сказанное наставнику не пойдёт дальше', matters),
      scale('plan', 'Понимать, что и когда мы будем делать', matters),
      scale('own', words.menteeBefore, matters),
    ]),
    section('s4', 'Как дела сейчас', stateQuestions()),
    section('s5', 'Напоследок', [
      choice('one', 'glad', 'Рады ли вы, что участвуете?', ['да', 'скорее да', 'пока не понял', 'скорее нет', 'нет']),
      open('fears', 'Что вас настораживает?'),
    ]),
  ],
  scales: [
    meanScale(
      'expectations',
      'Ожидания от наставничества',
      ['benefit', 'comfort', 'organisation', 'result'],
      expectation,
    ),
    stateScale(),
  ],
});

export const beforeMentor = (words: FormWords): Definition => ({
  sections: [
    section(
      's1',
      'Ваш опыт',
      [
        yesNo('experience', 'Приходилось ли вам раньше быть наставником?'),
        open('experience-note', 'Чему тот опыт вас научил?', { shownIf: { question: 'experience', is: ['yes'] } }),
        choice('many', 'topics', 'С чем вы готовы помогать?', [...words.menteeTopics, 'другое']),
        choice('ranking', 'motives', 'Расставьте по местам: что вас сюда привело', [
          'хочу передать то, что умею',
          'хочу научиться работать с людьми',
          'мне помогли — теперь моя очередь',
          'это пригодится в портфолио и в работе',
        ]),
      ],
      'Ответы нужны, чтобы подобрать пару и понять, какая поддержка нужна вам самому.',
    ),
    section('s2', 'Чего вы ждёте', [
      scale(
        'benefit',
        `Насколько полезной для человека, которому вы поможете (${words.mentee}), будет ваша работа?`,
        sure,
      ),
      scale('comfort', 'Насколько легко, по-вашему, будет найти общий язык?', sure),
      scale('organisation', 'Насколько хорошо, по-вашему, программа устроена?', sure),
      scale('growth', 'Насколько эта работа полезна вам самому?', sure),
    ]),
    section('s3', 'Что для вас важно', [
      scale('meetings', 'Встречаться с подопечным лично', matters),
      scale('group', 'Обсуждать работу с другими наставниками', matters),
      scale('support', 'Знать, к кому обратиться, если не получается', matters),
      scale('safety', 'Понимать, где кончается ваша ответственность', matters),
      scale('plan', 'Работать по понятному плану', matters),
      scale('own', words.mentorBefore, matters),
    ]),
    section('s4', 'Готовность', [
      scale('ready', 'Насколько вы готовы начать прямо сейчас?', ['не готов', 'вполне готов']),
      scale('time', 'Насколько просто вам найти на это время каждую неделю?', ['почти невозможно', 'легко']),
      open('training', 'Чему стоит поучиться до первой встречи?'),
      choice('one', 'glad', 'Рады ли вы, что участвуете?', ['да', 'скорее да', 'пока не понял', 'скорее нет', 'нет']),
    ]),
  ],
  scales: [
    meanScale(
      'expectations',
      'Ожидания от наставничества',
      ['benefit', 'comfort', 'organisation', 'growth'],
      expectation,
    ),
    meanScale('readiness', 'Готовность начать', ['ready', 'time'], ['не готов', 'нужна помощь', 'готов']),
  ],
});
