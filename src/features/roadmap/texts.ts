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
