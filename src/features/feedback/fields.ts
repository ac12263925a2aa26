import { z } from 'zod';
import { field } from '../../platform/fields.ts';
import { outcomes, riskReasons } from './risk.ts';
import { outcomeNames, reasonNames } from './texts.ts';

const number = (label: string, [least, most]: readonly [number, number], hint?: string) =>
  field({
    label,
    kind: 'number',
    ...(hint ? { hint } : {}),
    schema: z
      .string()
      .regex(/^\d{1,3}$/, 'Впишите целое число')
      .transform(Number)
      .refine((value) => value >= least && value <= most, `Впишите число от ${least} до ${most}`),
  });

const text = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

/** `withPlan`: who may open a correction of the plan. */
export const closeFields = ({ withPlan }: { readonly withPlan: boolean }) => {
  const choices = outcomes.filter((one) => withPlan || one !== 'plan');
  return {
    outcome: field({
      label: 'Что решили',
      kind: 'radio',
      options: choices.map((value) => ({ value, label: outcomeNames[value] })),
      schema: z.enum(choices, 'Выберите, что решили'),
    }),
    words: field({
      label: 'Что сделано',
      hint: 'С кем говорили и о чём договорились. При исправлении плана это станет его причиной',
      kind: 'area',
      schema: text(1000).min(5, 'Напишите, что сделано'),
    }),
  };
};

export const ownerFields = {
  ownerId: field({
    label: 'Ответственный',
    kind: 'select',
    optional: true,
    schema: z.union([z.literal('').transform(() => null), z.uuid('Выберите ответственного из списка')]),
  }),
};

export const normFields = {
  lowComfort: number('Низкая оценка, из 10', [1, 9], 'Столько и меньше: «неуютно»'),
  missedInRow: number('Сорванных встреч подряд', [1, 10]),
  lateTasks: number('Просроченных задач плана', [1, 20]),
  silentSideDays: number('Дней молчания на анкету', [1, 60], 'Когда одна сторона ответила, а другая нет'),
  quietDays: number('Дней тишины после решения', [1, 90], 'Та же причина не поднимается снова'),
  switchedOff: field({
    label: 'За чем не следить',
    kind: 'checks',
    optional: true,
    options: riskReasons.map((value) => ({ value, label: reasonNames[value] })),
    schema: z.array(z.enum(riskReasons, 'Выберите из списка')),
  }),
  sendsItself: field({
    label: 'Анкеты каждого квартала рассылать самой системой',
    kind: 'check',
    optional: true,
    schema: z.string().transform((sent) => sent !== ''),
  }),
  opensBefore: number('Анкеты открываются за столько дней до конца квартала', [1, 60]),
  openDays: number('И открыты столько дней', [3, 60]),
  enoughShare: number('Квартал закрыт, если обе стороны ответили у стольких пар, %', [10, 100]),
};
