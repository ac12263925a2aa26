import { z } from 'zod';
import { roles } from '../../kernel/actor.ts';
import { field } from '../../platform/fields.ts';
import type { MessengerName } from '../../platform/messengers.ts';
import { isLogin } from '../../platform/session.ts';
import { addressHints, messengerTitles } from './messenger-texts.ts';
import { roleNames } from './texts.ts';

const password = z
  .string()
  .min(8, 'Нужно не меньше восьми знаков')
  .max(128, 'Слишком длинно: не больше 128 знаков')
  .refine((text) => new Set(text).size > 3, 'Слишком просто: возьмите хотя бы четыре разных знака');

const rolesField = field({
  label: 'Роли',
  hint: 'Можно несколько',
  kind: 'checks',
  options: roles.map((role) => ({ value: role, label: roleNames[role] })),
  schema: z.array(z.enum(roles, 'Выберите роли из списка')).min(1, 'Выберите хотя бы одну роль'),
});

export const accountFields = {
  name: field({
    label: 'Фамилия, имя, отчество',
    kind: 'text',
    schema: z
      .string()
      .regex(/^\S+\s+\S+/, 'Впишите фамилию и имя')
      .max(200, 'Слишком длинно: не больше 200 знаков'),
  }),
  login: field({
    label: 'Логин',
    hint: 'Латиницей. Пусто — составим из фамилии',
    kind: 'text',
    optional: true,
    schema: z
      .string()
      .toLowerCase()
      .refine((login) => login === '' || isLogin(login), 'Латинские буквы, цифры, точка, дефис: от 3 до 60 знаков'),
  }),
  email: field({
    label: 'Электронная почта',
    kind: 'text',
    optional: true,
    schema: z.union([z.literal(''), z.email('Проверьте почту: например, ivanova@college.ru')]),
  }),
  roles: rolesField,
};

export const rolesFields = { roles: rolesField };

export const passwordFields = {
  password: field({ label: 'Новый пароль', hint: 'Не меньше восьми знаков', kind: 'password', schema: password }),
};

export const signInFields = {
  login: field({
    label: 'Логин или электронная почта',
    hint: 'Логин напечатан на вашем листке, например rublev-ik',
    kind: 'text',
    autocomplete: 'username',
    schema: z.string().min(1, 'Впишите логин или почту').max(200, 'Слишком длинно'),
  }),
  password: field({
    label: 'Пароль',
    kind: 'password',
    autocomplete: 'current-password',
    schema: z.string().min(1, 'Впишите пароль').max(200, 'Слишком длинно'),
  }),
};

export const codeFields = {
  code: field({
    label: 'Личный код',
    hint: 'Восемь знаков с листка, например K7PM-2QXR',
    kind: 'text',
    schema: z.string().regex(/^[\sA-Za-z0-9-]{8,14}$/, 'В коде восемь знаков: латинские буквы и цифры'),
  }),
};

/** A number of a profile as people copy it: «id123», «vk.com/id123», «123». */
export const addressFields = (messenger: MessengerName) => ({
  address: field({
    label: `Номер вашего профиля в ${messengerTitles[messenger]}`,
    hint: addressHints[messenger],
    kind: 'text',
    schema: z
      .string()
      .transform(
        (text) => /^(?:(?:https?:\/\/)?(?:m\.)?vk\.(?:com|ru)\/)?(?:id)?([1-9]\d{0,15})\/?$/i.exec(text.trim())?.[1],
      )
      .pipe(z.string('Нужен номер цифрами, например id123456')),
  }),
});

export const messengerCodeFields = {
  code: field({
    label: 'Код из сообщения',
    hint: 'Шесть цифр. Действует десять минут',
    kind: 'text',
    autocomplete: 'one-time-code',
    schema: z
      .string()
      .transform((text) => text.replace(/[\s-]/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, 'В коде шесть цифр')),
  }),
};
