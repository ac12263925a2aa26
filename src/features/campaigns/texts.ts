import type { Audience, CampaignState } from './campaign.ts';
import type { DoorRefusal } from './enter-door.ts';
import type { AnswerRefusal } from './give-answer.ts';
import type { LinkRefusal } from './issue-links.ts';
import type { MatchRefusal } from './match-answer.ts';
import type { RemindRefusal } from './remind-silent.ts';
import type { CampaignRefusal } from './save-campaign.ts';

export const audienceNames: Readonly<Record<Audience, string>> = {
  'class-teacher': 'Классные руководители',
  student: 'Студенты',
  parent: 'Родители студентов до 18 лет',
  psychologist: 'Психологи и соцпедагоги',
};

/** «кому»: on cards and buttons. */
export const audienceDatives: Readonly<Record<Audience, string>> = {
  'class-teacher': 'классному руководителю',
  student: 'студентам',
  parent: 'родителям',
  psychologist: 'психологам и соцпедагогам',
};

export const stateNames: Readonly<Record<CampaignState, string>> = {
  running: 'идёт',
  over: 'срок вышел',
  closed: 'закончен',
};

export const campaignRefusals: Readonly<Record<CampaignRefusal, string>> = {
  'ends-before-today': 'Последний день уже прошёл. Выберите день не раньше сегодняшнего.',
  'one-is-open': 'В этом году уже открыт другой сбор. Сначала закончите его.',
  'changed-meanwhile':
    'Пока вы правили, сбор изменил другой сотрудник. Ваши правки на месте: проверьте их и сохраните ещё раз.',
  'already-closed': 'Этот сбор закончен. Откройте его снова, потом меняйте.',
};

export const linkRefusals: Readonly<Record<LinkRefusal, string>> = {
  'campaign-over': 'Сбор закончен, новые ссылки не откроются. Продлите его, потом печатайте.',
  'not-asked': 'Их в этом сборе не спрашивают. Добавьте их в настройках сбора.',
  'nobody-left': 'Печатать некому: все, кого спрашивают, уже ответили.',
};

export const matchRefusals: Readonly<Record<MatchRefusal, string>> = {
  'no-student': 'Такого студента сейчас нет. Выберите другого.',
  'grown-up': 'Этому студенту уже 18: за него родители не отвечают, спросите его самого.',
};

export const remindRefusals: Readonly<Record<RemindRefusal, string>> = {
  'campaign-over': 'Сбор закончен, напоминать не о чем.',
  nobody: 'Напоминать некому.',
  'no-mail': 'Письма не отправляются: почта не настроена.',
};

/** What somebody with a link reads when it does not lead in any more: title and words. */
export const doorRefusals: Readonly<Record<DoorRefusal, readonly [title: string, words: string]>> = {
  'no-such-link': [
    'Такой ссылки нет',
    'Проверьте, полностью ли скопирован адрес. Если не открывается, попросите новую ссылку у классного руководителя.',
  ],
  'link-revoked': [
    'Ссылка больше не действует',
    'Колледж её отозвал. Попросите новую у классного руководителя: ответить можно, пока идёт сбор.',
  ],
  'campaign-over': [
    'Сбор запросов закончен',
    'Ответы больше не принимаем. Если наставник всё-таки нужен, скажите об этом классному руководителю.',
  ],
  'not-asked': [
    'По этой ссылке сейчас не спрашивают',
    'Если хотите рассказать о запросе, подойдите к классному руководителю.',
  ],
  'person-left': [
    'Отвечать больше не нужно',
    'Эта ссылка была для человека, который уже не в колледже. Записывать ничего не стали.',
  ],
  'grown-up': [
    'Теперь студент отвечает сам',
    'Ему исполнилось 18 лет, поэтому о запросе спрашиваем его самого. Спасибо, что откликнулись.',
  ],
};

export const answerRefusals: Readonly<Record<AnswerRefusal, string>> = {
  'campaign-over': 'Сбор закончен, ответ не записан. Скажите о запросе классному руководителю.',
  'not-asked': 'По этой ссылке сейчас не спрашивают, ответ не записан.',
  'unknown-topic': 'Список тем изменился, пока вы отвечали. Отметьте темы ещё раз.',
  'person-left': 'Этот человек уже не в колледже, ответ не записан.',
  'grown-up': 'Студенту исполнилось 18 лет: теперь он отвечает сам. Ответ не записан.',
};

export const tooMany = 'Слишком много ответов подряд. Подождите минуту и отправьте ещё раз: написанное на месте.';

export const draftRefusals = {
  'draft-changed':
    'В другой вкладке уже отложено другое. Здесь осталось то, что набрали вы: нажмите ещё раз, и сохранится это.',
} as const;

export const campaignsJournal: Readonly<Record<string, string>> = {
  'campaign.opened': 'Сбор запросов начат',
  'campaign.changed': 'Сбор запросов изменён',
  'campaign.closed': 'Сбор запросов закончен',
  'campaign.reopened': 'Сбор запросов открыт снова',
  'campaign.links-issued': 'Ссылки для ответов напечатаны',
  'campaign.links-revoked': 'Ссылки для ответов отозваны',
  'campaign.answered': 'Ответ в сборе запросов',
  'campaign.answer-kept': 'Ответ ждёт, пока узнают человека',
  'campaign.answer-matched': 'Ответ отнесён к человеку',
  'campaign.answer-dropped': 'Ответ выброшен',
  'campaign.reminded': 'Напоминание тем, кто не ответил',
  'campaign.letters-sent': 'Письма тем, кто не ответил',
};
