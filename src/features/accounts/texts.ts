import type { Role } from '../../kernel/actor.ts';
import { messengerJournal } from './messenger-texts.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'администратор',
  director: 'руководитель',
  deputy: 'заместитель руководителя',
  'working-group': 'рабочая группа',
  curator: 'куратор',
  methodist: 'методист',
  'class-teacher': 'классный руководитель',
  psychologist: 'педагог-психолог',
  'social-teacher': 'социальный педагог',
  editor: 'ответственный за сайт и VK',
  mentor: 'наставник',
  mentee: 'наставляемый',
  parent: 'родитель или представитель',
  expert: 'эксперт',
  employer: 'представитель работодателя',
  institute: 'ИРО',
};

export type AccountRefusal =
  | 'login-taken'
  | 'email-taken'
  | 'last-administrator'
  | 'link-used'
  | 'link-expired'
  | 'own-account';

export const accountRefusals: Readonly<Record<AccountRefusal, string>> = {
  'login-taken': 'Такой логин уже есть. Добавьте к нему цифру, например «ivanova-mp2».',
  'email-taken': 'С этой почтой уже входит другой человек. Укажите другую почту или оставьте поле пустым.',
  'last-administrator':
    'Это последний администратор: без него никто не сможет раздавать права. Сначала назначьте другого.',
  'link-used': 'По этой ссылке уже вошли: она действует один раз. Попросите у куратора новую.',
  'link-expired': 'Срок ссылки вышел. Попросите у куратора новую.',
  'own-account': 'Себя отключить нельзя: попросите другого администратора.',
};

export const accountJournal: Record<string, string> = {
  'account.opened': 'Заведена учётная запись',
  'account.changed': 'Изменены роли',
  'account.disabled': 'Учётная запись отключена',
  'account.enabled': 'Учётная запись включена',
  'account.link-issued': 'Выдана личная ссылка',
  'account.link-used': 'Вход по личной ссылке',
  'account.password-set': 'Задан новый пароль',
  ...messengerJournal,
  'account.signed-out-everywhere': 'Завершены все сеансы',
};
