import type { CaseOutcome, CaseState, NoteKind } from './case.ts';
import type { KeepRefusal } from './keep-case.ts';
import type { OpenRefusal } from './open-case.ts';

export const outcomeNames: Readonly<Record<CaseOutcome, string>> = {
  matched: 'пара найдена',
  'other-help': 'помогли по-другому',
  declined: 'помощь больше не нужна',
  left: 'уход из колледжа или программы',
};

export const stateNames: Readonly<Record<CaseState, string>> = {
  overdue: 'срок прошёл',
  waits: 'ищем',
  found: 'пара есть, можно закрыть',
  closed: 'закрыто',
};

export const noteKindNames: Readonly<Record<NoteKind, string>> = { attempt: 'попытка подобрать', note: 'заметка' };

export const openRefusals: Readonly<Record<OpenRefusal, string>> = {
  'not-a-mentee': 'Этого человека нет в базе наставляемых.',
  'already-open': 'Сопровождение уже открыто: посмотрите в списке.',
  'term-past': 'Срок уже прошёл. Поставьте сегодняшний день или позже.',
};

export const keepRefusals: Readonly<Record<KeepRefusal | 'no-pair', string>> = {
  'changed-meanwhile':
    'Пока вы писали, сопровождение изменили. Ваш текст сохранён в форме: проверьте и запишите снова.',
  closed: 'Сопровождение закрыто, записи больше не добавляются.',
  'term-past': openRefusals['term-past'],
  'no-pair': 'Пары у этого человека нет. Выберите другой итог или сначала составьте пару.',
};

export const supportJournal: Readonly<Record<string, string>> = {
  'support-case.opened': 'Сопровождение без пары открыто',
  'support-case.noted': 'Запись о сопровождении добавлена',
  'support-case.closed': 'Сопровождение без пары закрыто',
  'support-case.read': 'Записи о сопровождении прочитаны',
};
