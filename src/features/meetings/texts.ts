import type { ConfirmRefusal } from './confirm-meeting.ts';
import type { FileRefusal } from './keep-file.ts';
import type { LogRefusal } from './log-meeting.ts';
import type { HereRefusal } from './mark-here.ts';
import type { PlanRefusal } from './plan-meeting.ts';

export const planRefusals: Readonly<Record<PlanRefusal, string>> = {
  'day-behind': 'Этот день уже прошёл. Прошедшую встречу записывают, а не назначают.',
  'outside-period': 'В этот день пара ещё не работает или уже завершена. Выберите день из её срока.',
  'same-time': 'На этот день и время встреча пары уже назначена. Откройте её или выберите другое время.',
  'changed-meanwhile':
    'Пока вы правили, встречу изменил другой человек. Сверху — как она назначена теперь, в форме — ваши слова. Сверьте и запишите ещё раз.',
};

export const logRefusals: Readonly<Record<LogRefusal, string>> = {
  'day-ahead': 'Этот день ещё не наступил. Будущую встречу назначают.',
  'outside-period': 'В этот день пара ещё не работала или уже была завершена. Проверьте дату.',
  'already-logged': 'Эту встречу уже записали. Ниже обе записи: решите, что с ними делать.',
  'changed-meanwhile': 'Встречу тем временем перенесли или отменили. Ниже обе версии: решите, что с ними делать.',
  'not-yours-to-change': 'Запись сделал наставник: её меняет он или куратор. Добавьте свои слова к записи.',
};

export const hereRefusals: Readonly<Record<HereRefusal, string>> = {
  'code-over': 'Время кода вышло. Попросите наставника показать свежий.',
  'wrong-code': 'Код не подходит к этой встрече. Наведите камеру ещё раз.',
  'not-today': 'Отметиться можно только в день встречи.',
  cancelled: 'Встреча отменена.',
  'not-the-mentee': 'Код открывает тот, с кем назначена встреча. Проверьте, под чьим именем вы вошли.',
};

export const confirmRefusals: Readonly<Record<ConfirmRefusal, string>> = {
  'not-logged': 'Встреча ещё не записана: подтверждать нечего.',
};

export const fileRefusals: Readonly<Record<FileRefusal, string>> = {
  'too-many': 'У встречи уже 10 файлов. Уберите лишние.',
  broken: 'Снимок повреждён и не читается. Сохраните его заново и приложите ещё раз.',
  'too-big': 'Снимок слишком большой: не больше 15 МБ. Уменьшите его и приложите ещё раз.',
};

export const normRefusals = {
  'changed-meanwhile': 'Пока вы правили, сроки изменил другой человек. В форме ваши числа: сверьте и запишите ещё раз.',
  'order-broken': 'Знакомство идёт раньше пробной встречи, а пробная — раньше планирования. Поправьте числа.',
} as const;

export const cancelRefusals = {
  'changed-meanwhile': 'Встречу тем временем изменили или записали. Посмотрите, как она стоит теперь.',
} as const;

/** Subject and text of a reminder: what is tomorrow, and where to change how often such letters come. */
export interface ReminderWords {
  readonly firstName: string;
  readonly day: string;
  readonly lines: readonly string[];
  readonly link: string;
  readonly collegeName: string;
}

export const reminderLetter = ({ firstName, day, lines, link, collegeName }: ReminderWords) => ({
  subject: `Завтра встреча: ${lines[0] ?? day}`,
  text: [
    `${firstName}, завтра, ${day}:`,
    ...lines.map((line) => `— ${line}`),
    '',
    `Если не получается, перенесите или отмените встречу: ${link}`,
    'Там же можно выбрать, как часто напоминать, или отказаться от таких писем.',
    '',
    collegeName,
  ].join('\n'),
});

export const meetingsJournal: Record<string, string> = {
  'meeting.planned': 'Встреча назначена',
  'meeting.moved': 'Встреча перенесена или уточнена',
  'meeting.cancelled': 'Встреча отменена',
  'meeting.logged': 'Встреча записана',
  'meeting.joined': 'К записи о встрече добавлены слова',
  'meeting.entry-dropped': 'Своя запись о встрече убрана',
  'meeting.confirmed': 'Встреча подтверждена наставляемым',
  'meeting.came': 'Наставляемый отметился на встрече',
  'meeting.file-kept': 'К встрече приложен файл',
  'meeting.file-removed': 'Файл встречи убран',
  'meetings.norms-changed': 'Изменены сроки встреч',
  'meetings.exported': 'Выгружен список встреч',
  'diary.printed': 'Составлен дневник наставника',
  'calendar.opened': 'Создана личная ссылка на календарь',
  'calendar.closed': 'Ссылка на календарь отозвана',
  'reminders.chosen': 'Выбрана частота напоминаний',
};
