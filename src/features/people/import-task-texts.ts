import { counted } from '../../kernel/russian/plural.ts';

export const importTaskKinds = { read: 'people.read', write: 'people.write', undo: 'people.undo' } as const;

export const importTaskTitles = {
  read: (file: string) => `Чтение файла «${file}»`,
  write: (file: string) => `Запись людей из файла «${file}»`,
  undo: (file: string) => `Отмена загрузки файла «${file}»`,
} as const;

const people = (count: number): string => counted(count, 'человек', 'человека', 'человек');

export const importTaskEnds = {
  read: (rows: number) => `Прочитано: ${counted(rows, 'строка', 'строки', 'строк')}. В базу пока ничего не записано`,
  nothingToRead: 'Файл уже прочитан',
  written: (fresh: number, updated: number) =>
    updated === 0 ? `Записано: ${people(fresh)}` : `Записано: ${people(fresh)}, обновлено: ${people(updated)}`,
  alreadyWritten: 'Люди из этого файла уже записаны',
  undone: (removed: number, restored: number, kept: number) =>
    [
      `Убрано: ${people(removed)}`,
      ...(restored > 0 ? [`возвращено прежнее: ${people(restored)}`] : []),
      ...(kept > 0 ? [`осталось: ${people(kept)}`] : []),
    ].join(', '),
  failed: 'Файл не принят',
} as const;
