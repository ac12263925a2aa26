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

export const environmentTexts = {
  heading: 'Настройки заданы неверно:',
  port: 'PORT — номер порта от 0 до 65535, например 3000.',
  host: 'HOST — адрес, который слушает система: 127.0.0.1 (только этот компьютер) или 0.0.0.0 (вся сеть).',
  dataDir: 'DATA_DIR — папка для базы данных и файлов, например ./data.',
  databaseUrl: 'DATABASE_URL — адрес сервера PostgreSQL: postgresql://имя:пароль@сервер:5432/база.',
  baseUrl: 'BASE_URL — адрес сайта, как его набирают люди: https://nastavnik.college.ru, без пути.',
  smtpUrl: 'SMTP_URL — почтовый сервер: smtps://имя:пароль@сервер:465 или smtp://сервер:25.',
  mailFrom: 'MAIL_FROM — адрес отправителя писем: «Наставник <nastavnik@college.ru>».',
  mailFromMissing: 'MAIL_FROM — укажите адрес отправителя: задан SMTP_URL, письма уйдут от этого адреса.',
  maxToken: 'MAX_TOKEN — ключ бота колледжа в MAX: строка без пробелов из кабинета бота.',
  maxUrl: 'MAX_URL — адрес службы ботов MAX: https://platform-api2.max.ru.',
  vkToken: 'VK_TOKEN — ключ сообщества колледжа во ВКонтакте с правом на сообщения: строка без пробелов.',
  vkUrl: 'VK_URL — адрес службы ВКонтакте: https://api.vk.com.',
  logLevel: 'LOG_LEVEL — одно из слов: fatal, error, warn, info, debug, trace, silent.',
  today: 'TODAY — день вида 2026-10-12, только для разработки и показа.',
  demo: 'DEMO — поставьте 1, чтобы заполнить пустую базу примером.',
  todayInProduction: 'TODAY — уберите: подменять день можно только при разработке (NODE_ENV=development).',
} as const;

export const backupTexts = {
  readme: (made: string) =>
    [
      'Резервная копия системы «Наставник».',
      `Сделана ${made} (время UTC).`,
      '',
      'tables — таблицы в формате CSV (UTF-8), files — загруженные файлы, manifest.json — опись с контрольными суммами.',
      'Восстановить в пустую установку: npm run nastavnik -- restore ИМЯ_ФАЙЛА',
      'Здесь личные данные: храните копию как сами документы.',
      '',
    ].join('\r\n'),
  noArchive: (path: string) => `Файла ${path} нет или его нельзя прочитать.`,
  notArchive: (path: string) =>
    `Файл ${path} — не резервная копия «Наставника», или он обрезан. Возьмите другую копию.`,
  damaged: (entry: string) => `Резервная копия повреждена (${entry}). Ничего не изменено. Возьмите другую копию.`,
  notEmpty: (table: string) =>
    `Восстановить можно только в пустую установку, а здесь уже есть данные (${table}). Укажите новую папку в DATA_DIR.`,
  newerArchive: (name: string) =>
    `Копия сделана более новой версией системы (${name}). Обновите программу и повторите.`,
  otherHistory: (name: string) =>
    `Копия сделана другой сборкой системы (${name} не совпадает). Восстановите её той версией, которой она сделана.`,
  newerDatabase: 'База данных уже новее, чем копия. Укажите новую, пустую папку в DATA_DIR.',
  otherTables: (table: string) => `Состав таблиц в копии не тот, что ожидался (${table}). Возьмите другую копию.`,
  loadFailed: (table: string, code: string) =>
    `Не удалось загрузить таблицу ${table} (код ${code}). Ничего не изменено. Возьмите другую копию.`,
} as const;

export const taskTexts = {
  cancelled: 'Остановлено. Ничего не записано.',
  broken: 'Не получилось из-за ошибки в системе. Ничего не записано. Попробуйте ещё раз.',
} as const;

/** When even the page of a failure cannot be drawn. */
export const brokenText = 'Система споткнулась. Ничего не записано.';
