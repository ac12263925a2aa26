import type { MessengerName } from '../../platform/messengers.ts';
import type { AskCodeRefusal, ProveRefusal } from './link-messenger.ts';

export const messengerTitles: Readonly<Record<MessengerName, string>> = { max: 'MAX', vk: 'VK' };

/** Where a person finds the own number. */
export const addressHints: Readonly<Record<MessengerName, string>> = {
  max: 'Номер вашего профиля в MAX, только цифры. Его покажет бот колледжа, когда вы ему напишете',
  vk: 'Номер вашей страницы, например id123456. Он виден в настройках VK: «Аккаунт», «Имя пользователя и номер»',
};

/** Neither service lets a stranger write first. */
export const writeFirst: Readonly<Record<MessengerName, string>> = {
  max: 'Сначала напишите боту колледжа в MAX любое слово: иначе он не сможет вам ответить.',
  vk: 'Сначала разрешите сообщения от сообщества колледжа в VK или напишите ему: иначе код не дойдёт.',
};

export const codeMessage = (code: string, collegeName: string): string =>
  `Код ${code}. Впишите его на странице «Куда мне писать», чтобы получать сюда напоминания. Если вы его не просили, ничего не делайте. ${collegeName}`;

export const askRefusals: Readonly<Record<AskCodeRefusal | 'too-often', string>> = {
  'no-card': 'К вашей учётной записи не привязана карточка человека. Попросите куратора её привязать.',
  'linked-already': 'Этот мессенджер уже подключён. Чтобы сменить номер, сначала отключите его.',
  'too-soon': 'Код уже отправлен. Другой можно попросить через минуту.',
  'too-often': 'Слишком много кодов за час. Попробуйте позже.',
};

export const proveRefusals: Readonly<Record<ProveRefusal, string>> = {
  'no-card': askRefusals['no-card'],
  'wrong-code': 'Код не подошёл. Проверьте цифры: последний присланный код действует, прежние нет.',
  'code-over': 'Код больше не действует: прошло десять минут или попыток было слишком много. Попросите новый.',
};

export const messengerJournal: Record<string, string> = {
  'messenger.asked': 'Отправлен код для подключения мессенджера',
  'messenger.linked': 'Подключён мессенджер',
  'messenger.unlinked': 'Мессенджер отключён',
};
