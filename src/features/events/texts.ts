import type { Tone } from '../../ui/badge.tsx';
import type { EventState, Guest } from './event.ts';
import type { GuestRefusal } from './invite-guests.ts';
import type { PhotoRefusal } from './keep-photo.ts';
import type { DoorRefusal, HereRefusal, MarkRefusal } from './mark-guests.ts';
import type { EventRefusal } from './save-event.ts';
import type { PublicationRefusal } from './save-publication.ts';
import type { PaperRefusal } from './write-paper.ts';

export const stateNames: Readonly<Record<EventState, string>> = {
  planned: 'впереди',
  today: 'сегодня',
  held: 'прошло',
  'nobody-marked': 'явка не отмечена',
  cancelled: 'отменено',
};

export const stateTones: Readonly<Record<EventState, Tone>> = {
  planned: 'mute',
  today: 'run',
  held: 'ok',
  'nobody-marked': 'warn',
  cancelled: 'mute',
};

export const howNames: Readonly<Record<NonNullable<Guest['how']>, string>> = {
  list: 'по списку',
  qr: 'по QR-коду',
  code: 'по коду с экрана',
};

export const eventRefusals: Readonly<Record<EventRefusal, string>> = {
  'no-audience': 'Отметьте, для кого событие.',
  'ends-before-start': 'Событие кончается раньше, чем начинается. Исправьте время.',
  'changed-meanwhile':
    'Пока вы правили, событие изменил другой человек. Ниже ваши слова; сверьте со страницей события и запишите ещё раз.',
};

export const cancelRefusals = {
  'people-came': 'На событии уже отмечены люди, поэтому его не отменяют. Снимите отметки, если они по ошибке.',
} as const;

export const guestRefusals: Readonly<Record<GuestRefusal, string>> = {
  'nobody-chosen': 'В отмеченных группах и кругах никого нет. Отметьте другие.',
  cancelled: 'Событие отменено: приглашать некуда.',
  'not-own-group': 'Классный руководитель приглашает только свои группы.',
};

export const markRefusals: Readonly<Record<MarkRefusal, string>> = {
  cancelled: 'Событие отменено, отмечать некого.',
  'not-yet': 'Событие ещё не наступило. Явку отмечают в день события или позже.',
};

export const hereRefusals: Readonly<Record<HereRefusal | DoorRefusal, string>> = {
  cancelled: 'Событие отменено.',
  'not-today': 'Отметиться можно только в день события.',
  'no-card': 'Ваша учётная запись не связана с карточкой человека. Отметьтесь по коду с экрана.',
  'wrong-code': 'Код не подходит. Посмотрите шесть цифр на экране ещё раз.',
};

export const paperRefusals: Readonly<Record<PaperRefusal, string>> = {
  'not-held': 'Протокол и пресс-релиз составляют, когда событие прошло.',
  'not-made': 'Проект не составлен. Повторите, а если не выйдет, сообщите администратору.',
};

export const photoRefusals: Readonly<Record<PhotoRefusal, string>> = {
  'too-many': 'У события уже 40 фотографий. Уберите лишние.',
  broken: 'Снимок не читается до конца: файл повреждён. Откройте его на компьютере, сохраните заново и загрузите.',
  'too-big': 'Снимок слишком большой: нужно не больше 15 МБ и 60 мегапикселей. Уменьшите его и загрузите ещё раз.',
};

export const publicationRefusals: Readonly<Record<PublicationRefusal, string>> = {
  'day-ahead': 'Этот день ещё не наступил. Записывают то, что уже вышло.',
  'no-such-event': 'Выберите событие из списка.',
};

export const eventsJournal: Record<string, string> = {
  'event.added': 'Событие внесено',
  'event.changed': 'Событие изменено',
  'event.cancelled': 'Событие отменено',
  'event.restored': 'Отмена события снята',
  'event.invited': 'Пополнен список приглашённых на событие',
  'event.marked': 'Отмечена явка на событии',
  'event.came': 'Участник отметился на событии',
  'event.photographed': 'Добавлена фотография события',
  'event.photo-removed': 'Убрана фотография события',
  'event.written': 'Составлен документ о событии',
  'publication.added': 'Записана публикация',
  'publication.removed': 'Публикация убрана из реестра',
};
