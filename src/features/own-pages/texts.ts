import { formatDayMonth } from '../../kernel/day.ts';
import type { Step } from './next-step.ts';

export interface StepWords {
  readonly label: string;
  readonly href: string;
  /** Why this is the next thing. */
  readonly reason: string;
}

const whom = (pair: { readonly partner: { readonly lastName: string; readonly firstName: string } }): string =>
  `${pair.partner.lastName} ${pair.partner.firstName}`;

/** The words of the one main action; undefined while there is nothing to do but wait. */
export function stepWords(step: Step): StepWords | undefined {
  switch (step.kind) {
    case 'sign-consent':
      return {
        label: 'Подписать согласие',
        href: '/my/consents',
        reason: 'Без согласия на обработку данных пара работать не может.',
      };
    case 'log-meeting':
      return {
        label: 'Записать встречу',
        href: `/my-meetings/log?meeting=${step.id}`,
        reason: `Встреча ${formatDayMonth(step.day)} прошла, а записи о ней ещё нет.`,
      };
    case 'agree-plan':
      return {
        label: 'Прочитать и согласовать план',
        href: `/plans/${step.pair.planId ?? ''}`,
        reason: `${whom(step.pair)}: план ждёт вашего согласия.`,
      };
    case 'answer':
      return {
        label: 'Ответить на анкету',
        href: '/my-questionnaires',
        reason: `«${step.title}», до ${formatDayMonth(step.till)}.`,
      };
    case 'write-plan':
      return {
        label: step.pair.planId ? 'Дописать план' : 'Составить план',
        href: step.pair.planId ? `/plans/${step.pair.planId}` : `/pairs/${step.pair.pairId}/plan`,
        reason: `${whom(step.pair)}: ${step.pair.planId ? 'план в черновике' : 'плана ещё нет'}.`,
      };
    case 'plan-meeting':
      return {
        label: 'Назначить встречу',
        href: `/pairs/${step.pair.pairId}/meetings/new`,
        reason: 'Следующая встреча не назначена.',
      };
    case 'log-another':
      return { label: 'Записать встречу', href: '/my-meetings/log', reason: '' };
    case 'wait':
      return undefined;
  }
}
