import { z } from 'zod';
import { field, type Option } from '../../platform/fields.ts';

const zones: readonly Option[] = [
  { value: 'Europe/Kaliningrad', label: 'Калининград (МСК−1)' },
  { value: 'Europe/Moscow', label: 'Москва' },
  { value: 'Europe/Samara', label: 'Самара, Ижевск (МСК+1)' },
  { value: 'Asia/Yekaterinburg', label: 'Екатеринбург, Пермь, Уфа (МСК+2)' },
  { value: 'Asia/Omsk', label: 'Омск (МСК+3)' },
  { value: 'Asia/Novosibirsk', label: 'Новосибирск, Томск (МСК+4)' },
  { value: 'Asia/Krasnoyarsk', label: 'Красноярск (МСК+4)' },
  { value: 'Asia/Irkutsk', label: 'Иркутск (МСК+5)' },
  { value: 'Asia/Yakutsk', label: 'Якутск (МСК+6)' },
  { value: 'Asia/Vladivostok', label: 'Владивосток (МСК+7)' },
  { value: 'Asia/Magadan', label: 'Магадан (МСК+8)' },
  { value: 'Asia/Kamchatka', label: 'Камчатка (МСК+9)' },
];

const text = (longest: number) => z.string().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const yearChoices = (around: number): readonly Option[] =>
  [around - 1, around, around + 1].map((year) => ({
    value: String(year),
    label: `${year}/${String(year + 1).slice(2)}`,
  }));

/** Details of the college. @param around start year of the academic year that today lies in. */
export const collegeFields = (around: number) => ({
  fullName: field({
    label: 'Полное название',
    hint: 'Как в уставе: так оно встанет в шапку приказов',
    kind: 'text',
    schema: text(400).min(3, 'Впишите название, как в уставе'),
  }),
  shortName: field({
    label: 'Короткое название',
    hint: 'Для экрана, например «Верхневятский электромеханический техникум»',
    kind: 'text',
    schema: text(120).min(2, 'Впишите короткое название'),
  }),
  founder: field({
    label: 'Учредитель',
    hint: 'Верхняя строка шапки, например «Министерство образования Кировской области»',
    kind: 'text',
    optional: true,
    schema: text(300),
  }),
  city: field({
    label: 'Город',
    hint: 'Как в приказе: «г. Верхневятск»',
    kind: 'text',
    schema: text(100).min(2, 'Впишите город'),
  }),
  contacts: field({ label: 'Адрес и телефон', kind: 'text', optional: true, schema: text(300) }),
  timeZone: field({
    label: 'Часовой пояс',
    hint: 'По нему считаются сроки',
    kind: 'select',
    options: zones,
    schema: z.enum(
      zones.map(({ value }) => value),
      'Выберите часовой пояс из списка',
    ),
  }),
  currentYear: field({
    label: 'Учебный год',
    kind: 'select',
    options: yearChoices(around),
    schema: z.coerce
      .number('Выберите учебный год')
      .int()
      .min(around - 1, 'Выберите учебный год из списка')
      .max(around + 1, 'Выберите учебный год из списка'),
  }),
});

export const directorFields = {
  directorName: field({
    label: 'Руководитель',
    hint: 'Фамилия, имя, отчество',
    kind: 'text',
    schema: z
      .string()
      .regex(/^\S+\s+\S+/, 'Впишите фамилию и имя, например «Коротаев Андрей Викторович»')
      .max(200, 'Слишком длинно: не больше 200 знаков'),
  }),
  directorPost: field({
    label: 'Должность руководителя',
    kind: 'text',
    schema: z
      .string()
      .min(3, 'Впишите должность, например «Директор»')
      .max(150, 'Слишком длинно: не больше 150 знаков'),
  }),
};
