import type { QuestionRefusal } from './ask-question.ts';
import type { MaterialRefusal } from './keep-material.ts';

export const materialRefusals: Readonly<Record<MaterialRefusal, string>> = {
  empty: 'Материал пуст: напишите текст, вставьте ссылку или приложите файл.',
  'changed-meanwhile':
    'Пока вы правили, материал изменил другой человек. Ниже ваши слова; сверьте со страницей материала и запишите ещё раз.',
};

export const questionRefusals: Readonly<Record<QuestionRefusal, string>> = {
  closed: 'Вопрос закрыт. Откройте его снова или задайте новый.',
};

export const libraryJournal: Record<string, string> = {
  'material.added': 'Материал внесён в библиотеку',
  'material.changed': 'Материал библиотеки изменён',
  'material.archived': 'Материал убран в архив',
  'material.restored': 'Материал возвращён из архива',
  'materials.installed': 'Готовые материалы внесены в библиотеку',
  'question.asked': 'Задан вопрос куратору',
  'question.answered': 'На вопрос ответили',
  'question.continued': 'К вопросу добавлено сообщение',
  'question.closed': 'Вопрос закрыт',
  'question.reopened': 'Вопрос открыт снова',
};
