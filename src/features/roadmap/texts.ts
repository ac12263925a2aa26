import type { TermState } from '../../kernel/term/term-state.ts';
import { readRefusals, uploadRefusalText } from '../../platform/files/texts.ts';
import type { ImportRefusal } from './confirm-import.ts';
import type { RowRefusal } from './edit-row.ts';
import type { FileRefusal } from './parse-roadmap.ts';
import type { DoubtReason, NotARoadmap, RoadmapField } from './roadmap.ts';

/** Headings of the fields of a roadmap's row. */
export const fieldWords: Readonly<Record<RoadmapField, string>> = {
  number: 'Номер',
  stage: 'Этап',
  title: 'Мероприятие',
  content: 'Содержание',
  term: 'Срок',
  responsible: 'Ответственные',
  documents: 'Документы',
};

/** Why a file was not taken for a roadmap, and what to do. */
export const notARoadmapWords: Readonly<Record<NotARoadmap, string>> = {
  empty: 'В файле ничего нет. Проверьте, тот ли это файл.',
  unreadable:
    'Русский текст в файле не читается: похоже на скан или ошибку распознавания. Нужен файл Word, Excel или текст из него.',
  'no-table':
    'В тексте нет таблицы. Скопируйте дорожную карту вместе со столбцами или загрузите файл Word, Excel, ODT.',
  'not-a-roadmap':
    'Таблица есть, но на дорожную карту она не похожа: не найдены мероприятия со сроками. Проверьте, тот ли это файл.',
};

/** Why a cell of an imported roadmap is worth a look. */
export const doubtWords: Readonly<Record<DoubtReason, string>> = {
  'number-guessed': 'Номера в строке нет, поставлен по соседним',
  'number-mended': 'Номер исправлен по соседним: таблица могла прочитать 1.10 как 1.1',
  'number-twice': 'Такой номер уже есть',
  'title-missing': 'Нет названия мероприятия',
  'title-cut': 'Название похоже на обрывок',
  'title-from-above': 'Название взято из строки выше',
  'term-unknown': 'Срок не понят',
  'term-missing': 'Срок не указан',
  'responsible-missing': 'Ответственные не указаны',
  'responsible-from-above': 'Ответственные взяты из строки выше: ячейки были объединены',
  'cells-missing': 'В строке меньше ячеек, чем столбцов',
  'cells-too-many': 'В строке больше ячеек, чем столбцов',
  'stage-implied': 'Строки этапа нет, он понят по номерам',
};

export const stateWords: Readonly<Record<TermState, string>> = {
  closed: 'закрыта',
  open: 'в окне',
  'due-soon': 'срок близко',
  overdue: 'просрочена',
  ahead: 'впереди',
  always: 'в окне',
  undated: 'без срока',
};

/** The official rows in the words of order warnings: «база наставников закрывается позже, чем пары». */
export const workWords: Readonly<Record<string, readonly [is: string, than: string]>> = {
  '1.5': ['Сбор запросов', 'сбор запросов'],
  '1.6': ['Выбор форм', 'выбор форм'],
  '1.7': ['Методика анкетирования', 'методика анкетирования'],
  '2.2': ['База наставляемых', 'база наставляемых'],
  '3.2': ['Сбор данных о наставниках', 'сбор данных о наставниках'],
  '4.1': ['Анкетирование наставников', 'анкетирование наставников'],
  '4.2': ['База наставников', 'база наставников'],
  '4.3': ['Обучение наставников', 'обучение наставников'],
  '4.3.1': ['Программа обучения', 'программа обучения'],
  '5.1': ['Формирование пар', 'пары'],
  '6.1': ['Индивидуальные планы', 'индивидуальные планы'],
};

export const importRefusals: Readonly<Record<ImportRefusal, string>> = {
  'number-twice': 'Один номер стоит у двух строк. Исправьте один из них.',
  'number-wrong': 'Номер строки пишется цифрами через точку, например 4.3.1. Исправьте его.',
  'title-missing': 'У строки нет названия. Впишите его.',
  'changed-meanwhile': 'Пока вы смотрели, эту проверку изменил другой человек. Ниже то, что получилось у него.',
  'not-in-review': 'Эта карта уже записана или отменена.',
  'replacement-not-agreed': 'В этом году карта уже есть. Отметьте, что согласны её заменить.',
};

/** The field of a row that a refusal speaks of. */
export const importRefusalFields: Readonly<Partial<Record<ImportRefusal, 'number' | 'title'>>> = {
  'number-twice': 'number',
  'number-wrong': 'number',
  'title-missing': 'title',
};

export const rowRefusals: Readonly<Record<RowRefusal, string>> = {
  'changed-meanwhile':
    'Пока вы правили, эту строку изменил другой человек. Ваш текст остался в полях: сверьте и сохраните ещё раз.',
  'number-taken': 'Строка с таким номером уже есть. Возьмите другой номер.',
  'year-has-no-roadmap': 'В этом году ещё нет дорожной карты. Сначала возьмите типовую или загрузите свою.',
};

export const removeRefusals = {
  'has-evidence': 'У строки есть подтверждения. Уберите сначала их.',
} as const;

export const evidenceRefusals = {
  'day-ahead': 'Этот день ещё не наступил. Подтвердить можно то, что уже было.',
} as const;

export const installRefusals = {
  'year-has-roadmap': 'В этом году дорожная карта уже есть.',
} as const;

/** Why nothing of a file was read, and what to do. */
export const fileRefusalText = (refusal: FileRefusal): string =>
  refusal.kind === 'upload' ? uploadRefusalText(refusal.refusal) : readRefusals[refusal.reason];

export const roadmapJournal: Readonly<Record<string, string>> = {
  'roadmap.installed': 'Взята типовая дорожная карта',
  'roadmap.imported': 'Дорожная карта загружена',
  'roadmap.replaced': 'Дорожная карта заменена',
  'roadmap.ordered': 'Составлен проект приказа о дорожной карте',
  'roadmap.rolled-over': 'Дорожная карта перенесена на следующий год',
  'roadmap.import-started': 'Файл дорожной карты прочитан, ждёт проверки',
  'roadmap.import-corrected': 'Исправлены сомнительные ячейки дорожной карты',
  'roadmap-row.edited': 'Строка дорожной карты изменена',
  'roadmap-row.added': 'Новая строка дорожной карты',
  'roadmap-row.removed': 'Строка дорожной карты убрана',
  'roadmap-row.evidence-added': 'К строке приложено подтверждение',
  'roadmap-row.closed-by-hand': 'Строка закрыта вручную',
  'roadmap-row.evidence-removed': 'Подтверждение убрано',
};
