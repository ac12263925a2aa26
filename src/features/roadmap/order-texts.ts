import { yearLabel } from '../../kernel/academic-year.ts';
import type { PaperData } from '../documents/rows.ts';
import type { KeptRow } from './row.ts';

export const orderTitle = (year: number): string =>
  `Об утверждении дорожной карты наставничества на ${yearLabel(year)} учебный год`;

/** Tags of the order's template. */
export const orderTags = {
  row: ({ number, title, content, termText, responsible, documents }: KeptRow) => ({
    номер: number,
    мероприятие: title,
    содержание: content || '—',
    срок: termText || '—',
    ответственные: responsible.join(', ') || '—',
    документ: documents.join('; ') || '—',
  }),
  stage: (номер: string, название: string, строки: readonly object[]) => ({ номер, название, строки }),
  order: (year: string, curator: object | undefined, stages: readonly object[]): PaperData => ({
    'учебный год': year,
    ...(curator ? { куратор: curator, ознакомить: [] } : {}),
    этапы: stages,
  }),
};
