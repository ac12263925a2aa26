export const migrationTexts = {
  noDirectory: (directory: string) => `Нет папки с описанием базы данных (${directory}). Установите систему заново.`,
  badName: (name: string) => `Файл ${name} в папке migrations назван неверно: нужно 0001-name.sql, номера разные.`,
  unknown: (name: string) =>
    `Данные созданы более новой версией системы (в базе есть ${name}). Обновите программу и повторите запуск.`,
  changed: (name: string) =>
    `Файл migrations/${name} изменён после того, как был применён. Верните прежний файл, а правку внесите новым.`,
  late: (name: string, last: string) =>
    `Файл migrations/${name} появился раньше уже применённого ${last}. Дайте ему следующий номер.`,
  failed: (name: string, why: string) => `Не удалось применить migrations/${name}: ${why}`,
  applied: (name: string) => `Применено изменение базы данных ${name}`,
} as const;
