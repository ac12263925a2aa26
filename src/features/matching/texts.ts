import type { AnswerRefusal } from './answer-ask.ts';
import type { Conditions } from './candidate.ts';
import type { CriterionName, Reason } from './criterion.ts';
import type { SideState } from './desk-rows.ts';
import type { MoveRefusal } from './move-pair.ts';
import type { ProposeRefusal } from './question.ts';
import type { Reproduced } from './reproduce.ts';

export const conditionWords: Readonly<Record<keyof Conditions, string>> = {
  ahead: 'наставник-студент старше хотя бы на курс',
  commonTime: 'есть общее свободное время',
  competent: 'наставник умеет то, о чём просят',
  sameSpeciality: 'одна специальность',
  approvedOnly: 'наставник утверждён рабочей группой',
  trained: 'наставник обучен или освобождён от обучения',
  noAvoided: 'никого не ставить вопреки просьбе одного из двоих',
};

/** «разрешить разные специальности», «требовать общее время» — what switching a condition means. */
export const switchWords = (condition: keyof Conditions, on: boolean): string =>
  `${on ? 'требовать' : 'не требовать'}: ${conditionWords[condition]}`;

const ruleWords: Readonly<Record<string, string>> = {
  'mentee-consent': 'нет действующего согласия самого наставляемого',
  'mentor-consent': 'нет согласия наставника',
  'form-mentee': 'форма не для этого человека',
  'form-mentor': 'наставник не берёт эту форму',
  'same-person': 'это он сам',
  place: 'нет свободного места',
  approved: 'наставник не утверждён',
  barred: 'у наставника нет справки, основания работы или обучения',
  trained: 'наставник не обучен',
  ahead: 'наставник не старше по курсу',
  'common-time': 'нет общего времени',
  competent: 'не та помощь',
  'same-speciality': 'другая специальность',
  veto: 'запрет куратора',
  'other-form': 'наставляемый просил другую форму',
  avoided: 'просьба одного из двоих',
};

export const ruleName = (rule: string): string => ruleWords[rule] ?? rule;

const weekdays: Readonly<Record<string, string>> = { mon: 'пн', tue: 'вт', wed: 'ср', thu: 'чт', fri: 'пт', sat: 'сб' };
const dayParts: Readonly<Record<string, string>> = { morning: 'утром', day: 'днём', evening: 'вечером' };

const timeWords = (slot: string): string => {
  const [weekday = '', part = ''] = slot.split('-');
  return `${weekdays[weekday] ?? weekday} ${dayParts[part] ?? part}`;
};

const rankOf = (code: string | undefined): string => {
  const rank = code?.split('-')[1];
  return rank === undefined || rank === '0' ? '' : `, ${rank}-й выбор`;
};

const preferenceWords = (of: readonly string[]): string => {
  const [hers, his] = [of.find((one) => one.startsWith('mentee-')), of.find((one) => one.startsWith('mentor-'))];
  const helps = of.includes('helps') ? 'наставник поможет с целью' : '';
  if (hers && his) return 'Выбрали друг друга';
  if (hers) return `Наставляемый выбрал наставника${rankOf(hers)}`;
  if (his) return `Наставник выбрал наставляемого${rankOf(his)}`;
  return helps ? 'По мнению наставляемого, поможет с целью' : 'Предпочтение';
};

/** One reason of a pair as a short phrase. `labels` turns codes of topics and forms into words. */
export const reasonWords = ({ criterion, of }: Reason, labels: ReadonlyMap<string, string>): string => {
  const names = of.map((code) => labels.get(code) ?? code);
  switch (criterion) {
    case 'preference':
      return preferenceWords(of);
    case 'continuity':
      return 'Уже работали вместе в прошлом году';
    case 'first-in-line':
      return 'Ждёт наставника дольше других';
    case 'no-shows':
      return `Пропущено встреч: ${of[0]}`;
    case 'need':
      return `Запрос «${names.join('», «').toLowerCase()}» — его сильная сторона`;
    case 'time':
      return `Оба свободны: ${of.slice(0, 3).map(timeWords).join(', ')}`;
    case 'speciality':
      return 'Одна специальность';
    case 'course':
      return of[0] === '1' ? 'Старше на курс' : `Старше на ${of[0]} курса`;
    default:
      return 'Обоим подходит эта форма';
  }
};

export const proposeRefusals: Readonly<Record<ProposeRefusal, string>> = {
  'no-forms': 'Отметьте хотя бы одну форму.',
  'one-form-for-groups': 'Группы подбирают для одной формы за раз. Оставьте отмеченной одну.',
  'no-room-for-groups':
    'Ни у одного наставника нет трёх свободных мест, а группа начинается с троих. Добавьте места в карточках наставников.',
  'too-many': 'Слишком много людей для одного расчёта. Выберите одну форму.',
  'ends-before-start': 'Последний день раньше первого. Поменяйте дни местами.',
  'no-mentors': 'В базе нет наставников, которые берут выбранные формы. Отметьте форму в карточках наставников.',
  'no-mentees': 'Нет наставляемых без наставника в эти дни. Добавьте людей в базу или выберите другие дни.',
};

export const criterionWords: Readonly<Record<CriterionName, { readonly label: string; readonly hint: string }>> = {
  need: { label: 'Запрос и компетенция', hint: 'Наставник умеет то, о чём просит наставляемый' },
  preference: { label: 'Взаимный выбор', hint: 'Кого каждый из двоих выбрал на общей встрече и кто поможет с целью' },
  continuity: { label: 'Преемственность', hint: 'Работали вместе в прошлом году и дошли до конца' },
  'first-in-line': { label: 'Очередь', hint: 'Кто остался без наставника раньше; число пар от этого не меняется' },
  'no-shows': { label: 'Пропуски встреч', hint: 'Сколько баллов снимают три пропущенные без предупреждения встречи' },
  time: { label: 'Общее время', hint: 'Оба свободны в одно время недели' },
  speciality: { label: 'Одна специальность', hint: 'Учатся или учат одному и тому же' },
  course: { label: 'Разница в курсах', hint: 'Наставник старше на курс или два' },
  'wanted-form': { label: 'Желаемая форма', hint: 'Наставляемый сам просил такую форму' },
};

export const normRefusals = {
  'changed-meanwhile': 'Пока вы меняли веса, их изменил кто-то другой. Посмотрите новые и повторите.',
  'weighs-nothing': 'Все веса равны нулю: подбирать будет не по чему. Оставьте хотя бы один.',
} as const;

export const moveRefusals: Readonly<Record<MoveRefusal, string>> = {
  'changed-meanwhile':
    'Пока вы смотрели, за этим столом изменил пары другой человек. Ниже то, что сейчас; повторите ход.',
  'decided-already': 'Эта пара уже составлена. Изменить её можно на странице пары.',
  'nobody-such': 'Кого-то из двоих больше нет среди тех, кого подбирают.',
  'not-possible': 'Так поставить нельзя',
  'nothing-moves': 'Двигать нечего: всё уже так.',
};

export const askRefusals: Readonly<Record<AnswerRefusal, string>> = {
  'reason-missing': 'Напишите, почему вы не согласны: куратор подберёт лучше.',
  'not-asked': 'Об этой паре больше не спрашивают: её изменили или уже составили.',
};

/** What came of repeating a run. */
export const reproducedWords = ({ samePairs, sameEdition, registersUnchanged, pairs }: Reproduced): string[] => [
  samePairs
    ? `Вышли те же пары: ${pairs}.`
    : `Вышли другие пары: ${pairs}.${sameEdition ? '' : ' С тех пор правила подбора переписаны.'}`,
  registersUnchanged ? 'Данные в реестрах с тех пор не менялись.' : 'Данные в реестрах с тех пор изменились.',
];

export const sideStates: Readonly<Record<SideState, string>> = {
  none: 'не спрашивали',
  waiting: 'ждём ответа',
  agree: 'согласие есть',
  decline: 'отказ',
};

export const publishRefusals = {
  'no-pairs': 'Публиковать нечего: ни у одной открытой пары нет согласия обеих сторон.',
  'ends-before-start': 'Последний день периода раньше первого.',
  'changed-meanwhile':
    'Пока вы готовили публикацию, за этим столом изменил пары другой человек. Посмотрите, кто войдёт, и повторите.',
} as const;

export const notAgreed = 'нет согласия обеих сторон. Отметьте их ответ или спросите по ссылке';

export const matchingJournal: Record<string, string> = {
  'matching.norms-changed': 'Изменены веса и условия подбора',
  'proposal.made': 'Посчитано предложение пар',
  'proposal.confirmed': 'Пары из предложения подтверждены',
  'proposal.pair-refused': 'Пара из предложения отклонена',
  'proposal.moved': 'Ход на столе подбора',
  'proposal.move-undone': 'Ход на столе подбора отменён',
  'proposal.asked': 'Стороны спрошены о согласии на пару',
  'proposal.links-issued': 'Напечатаны личные ссылки о согласии на пару',
  'proposal.agreed': 'Получено согласие на пару',
  'proposal.declined': 'Получен отказ от пары',
  'proposal.published': 'Пары предложения опубликованы',
};

/** «+12», «−3», «0»: a change of the whole. */
export const signed = (points: number): string =>
  points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0';
