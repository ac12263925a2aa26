import type { Conditions } from './candidate.ts';
import type { CriterionName, Reason } from './criterion.ts';
import type { ProposeRefusal } from './propose-pairs.ts';

export const conditionWords: Readonly<Record<keyof Conditions, string>> = {
  ahead: 'наставник-студент старше хотя бы на курс',
  commonTime: 'есть общее свободное время',
  competent: 'наставник умеет то, о чём просят',
  sameSpeciality: 'одна специальность',
  approvedOnly: 'наставник утверждён рабочей группой',
  trained: 'наставник обучен или освобождён от обучения',
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
};

export const ruleName = (rule: string): string => ruleWords[rule] ?? rule;

const weekdays: Readonly<Record<string, string>> = { mon: 'пн', tue: 'вт', wed: 'ср', thu: 'чт', fri: 'пт', sat: 'сб' };
const dayParts: Readonly<Record<string, string>> = { morning: 'утром', day: 'днём', evening: 'вечером' };

const timeWords = (slot: string): string => {
  const [weekday = '', part = ''] = slot.split('-');
  return `${weekdays[weekday] ?? weekday} ${dayParts[part] ?? part}`;
};

/** One reason of a pair as a short phrase. `labels` turns codes of topics and forms into words. */
export const reasonWords = ({ criterion, of }: Reason, labels: ReadonlyMap<string, string>): string => {
  const names = of.map((code) => labels.get(code) ?? code);
  switch (criterion) {
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
  'ends-before-start': 'Последний день раньше первого. Поменяйте дни местами.',
  'no-mentors': 'В базе нет наставников, которые берут эту форму. Отметьте форму в карточках наставников.',
  'no-mentees': 'Нет наставляемых без наставника в эти дни. Добавьте людей в базу или выберите другие дни.',
};

export const criterionWords: Readonly<Record<CriterionName, { readonly label: string; readonly hint: string }>> = {
  need: { label: 'Запрос и компетенция', hint: 'Наставник умеет то, о чём просит наставляемый' },
  time: { label: 'Общее время', hint: 'Оба свободны в одно время недели' },
  speciality: { label: 'Одна специальность', hint: 'Учатся или учат одному и тому же' },
  course: { label: 'Разница в курсах', hint: 'Наставник старше на курс или два' },
  'wanted-form': { label: 'Желаемая форма', hint: 'Наставляемый сам просил такую форму' },
};

export const normRefusals = {
  'changed-meanwhile': 'Пока вы меняли веса, их изменил кто-то другой. Посмотрите новые и повторите.',
  'weighs-nothing': 'Все веса равны нулю: подбирать будет не по чему. Оставьте хотя бы один.',
} as const;

export const matchingJournal: Record<string, string> = {
  'matching.norms-changed': 'Изменены веса и условия подбора',
  'proposal.made': 'Посчитано предложение пар',
  'proposal.confirmed': 'Пары из предложения подтверждены',
  'proposal.pair-refused': 'Пара из предложения отклонена',
};
