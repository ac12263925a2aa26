import { counted } from '../../kernel/russian/plural.ts';
import type { Purpose } from './consent.ts';
import { purposeNames } from './texts.ts';

export const consentTaskKinds = { print: 'consents.print', scan: 'consents.scan' } as const;

const forms = (count: number): string => counted(count, 'бланк', 'бланка', 'бланков');

export const consentTaskTitles = {
  print: (purpose: Purpose, count: number): string => `Согласия «${purposeNames[purpose]}»: ${forms(count)}`,
  scan: (name: string, files: number): string => (files > 1 ? `Сканы: ${name} и ещё ${files - 1}` : `Скан: ${name}`),
} as const;

export const consentTaskEnds = {
  printed: (count: number): string => `Готово: ${forms(count)}`,
  gone: 'Эти бланки уже отменены.',
  read: (found: number, left: number): string =>
    left > 0
      ? `Найдено: ${forms(found)}. Разобрать вручную: ${counted(left, 'лист', 'листа', 'листов')}`
      : `Найдено: ${forms(found)}`,
} as const;

export const scannedName = (whose: string, purpose: Purpose): string =>
  `Согласие (${purposeNames[purpose]}) ${whose}.pdf`;
