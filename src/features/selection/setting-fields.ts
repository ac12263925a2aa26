import { z } from 'zod';
import { field, type Option } from '../../platform/fields.ts';
import { type Demand, type DemandMode, demandModes, demands } from './demand.ts';
import { clearanceKinds, ruleKinds } from './requirement.ts';
import { clearanceNames, demandNames, modeNames, ruleKindNames } from './texts.ts';

const text = (longest: number) => z.string().max(longest, `Слишком длинно: не больше ${longest} знаков`);

export const ruleFields = (forms: readonly Option[]) => ({
  form: field({
    label: 'Для формы',
    kind: 'select',
    options: [{ value: '', label: 'для всех' }, ...forms],
    schema: text(40),
  }),
  kind: field({
    label: 'Кто проверяет',
    kind: 'select',
    options: ruleKinds.map((value) => ({ value, label: ruleKindNames[value] })),
    schema: z.enum(ruleKinds, 'Выберите, кто проверяет'),
  }),
  least: field<number | null>({
    label: 'Число',
    hint: 'Для возраста и курса',
    kind: 'number',
    optional: true,
    schema: z
      .string()
      .regex(/^(\d{1,2})?$/, 'Впишите целое число')
      .transform((typed) => (typed === '' ? null : Number(typed))),
  }),
  clearance: field({
    label: 'Справка',
    kind: 'select',
    optional: true,
    options: [
      { value: '', label: 'не нужна' },
      ...clearanceKinds.map((value) => ({ value, label: clearanceNames[value] })),
    ],
    schema: z.union([z.literal('').transform(() => null), z.enum(clearanceKinds, 'Выберите вид справки')]),
  }),
  words: field({
    label: 'Требование',
    hint: 'Как оно прозвучит в отказе: «Нет академических задолженностей»',
    kind: 'text',
    schema: text(200).min(3, 'Напишите требование в нескольких словах'),
  }),
});

export const questionFields = (forms: readonly Option[]) => ({
  form: field({
    label: 'Для формы',
    kind: 'select',
    options: [{ value: '', label: 'для всех' }, ...forms],
    schema: text(40),
  }),
  question: field({
    label: 'Что оценить',
    kind: 'text',
    schema: text(200).min(3, 'Напишите, что оценивает собеседующий'),
  }),
});

const demandField = (demand: Demand) =>
  field<DemandMode>({
    label: demandNames[demand],
    kind: 'radio',
    options: demandModes.map((value) => ({ value, label: modeNames[value] })),
    schema: z.enum(demandModes, 'Выберите, что делать'),
  });

export const demandFields: Readonly<Record<Demand, ReturnType<typeof demandField>>> = {
  clearance: demandField(demands[0]),
  basis: demandField(demands[1]),
  training: demandField(demands[2]),
};
