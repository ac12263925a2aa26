import { z } from 'zod';
import { field, type Option } from '../../platform/fields.ts';
import { partNames } from './part-texts.ts';
import { kindNames, sideNames } from './texts.ts';
import { meanKinds, meanSides, memberParts } from './working-group.ts';

const line = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const aPerson = z.uuid('Выберите человека из списка');
const choose: Option = { value: '', label: 'выберите' };

export const memberFields = (people: readonly Option[]) => ({
  personId: field({ label: 'Кто', kind: 'select', options: [choose, ...people], schema: aPerson }),
  part: field({
    label: 'Роль в группе',
    kind: 'radio',
    options: memberParts.map((value) => ({ value, label: partNames[value] })),
    schema: z.enum(memberParts, 'Выберите роль'),
  }),
  duty: field({ label: 'За что отвечает', kind: 'text', optional: true, schema: line(300) }),
});

export const curatorFields = (people: readonly Option[], forms: readonly Option[]) => ({
  form: field({
    label: 'Форма',
    kind: 'select',
    options: [choose, ...forms],
    schema: line(60).min(1, 'Выберите форму'),
  }),
  curatorId: field({ label: 'Куратор', kind: 'select', options: [choose, ...people], schema: aPerson }),
});

export const meanFields = {
  kind: field({
    label: 'Что это',
    kind: 'select',
    options: meanKinds.map((value) => ({ value, label: kindNames[value] })),
    schema: z.enum(meanKinds, 'Выберите, что это'),
  }),
  side: field({
    label: 'Где',
    kind: 'radio',
    options: meanSides.map((value) => ({ value, label: sideNames[value] })),
    schema: z.enum(meanSides, 'Выберите, внутри колледжа или вне его'),
  }),
  name: field({
    label: 'Название',
    hint: 'Например «студенты старших курсов», «кабинет 214 по средам»',
    kind: 'text',
    schema: line(200).min(2, 'Впишите название'),
  }),
  note: field({ label: 'Подробности', kind: 'text', optional: true, schema: line(300) }),
};

const count = z
  .string()
  .transform((text) => (text === '' ? 0 : Number(text)))
  .pipe(z.int('Впишите целое число').min(0, 'Не меньше нуля').max(5000, 'Слишком много'));

/** One form in the decision; names carry the form's code: `mentees-student-student`. */
export const choiceField = {
  mentees: field({ label: 'Наставляемых', kind: 'number', schema: count }),
  mentors: field({ label: 'Наставников', kind: 'number', schema: count }),
  expected: field({ label: 'Ожидаемый результат', kind: 'text', optional: true, schema: line(500) }),
};
