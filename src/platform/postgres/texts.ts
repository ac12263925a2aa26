export const databaseTexts = {
  noBinaries: (platform: string) =>
    `Встроенной базы данных для этой машины нет (${platform}). Повторите установку командой npm ci или укажите сервер PostgreSQL в DATABASE_URL.`,
  cannotLink: (directory: string) =>
    `Нет права создать файлы в ${directory}. Запустите систему один раз от имени того, кто её устанавливал.`,
  cannotRunAsRoot: (directory: string) =>
    `PostgreSQL не работает от имени root, а отдать ему папку ${directory} не удалось. Запустите систему обычным пользователем или перенесите DATA_DIR.`,
  foreignOwner: (directory: string) =>
    `Папка ${directory} принадлежит другому пользователю. Запустите систему от его имени или укажите другую DATA_DIR.`,
  notWritable: (directory: string) => `Нет права записи в папку ${directory}. Дайте его или укажите другую DATA_DIR.`,
  initFailed: (why: string) => `Не удалось создать базу данных: ${why}`,
  startFailed: (log: string, why: string) => `База данных не запустилась. Журнал: ${log}\n${why}`,
  busyDirectory: (pid: number) =>
    `На этих данных ещё работает процесс PostgreSQL ${pid}, но он не отвечает. Остановите его и повторите запуск.`,
  launching: 'Система уже запускается на этих данных. Подождите минуту и повторите.',
  alreadyRunning: (directory: string) =>
    `Система уже запущена на этих данных (${directory}). Откройте работающую или остановите её и повторите запуск.`,
  otherMajor: (found: string, ours: string) =>
    `Данные созданы PostgreSQL ${found}, а в составе системы PostgreSQL ${ours}. Восстановите их из резервной копии в новую папку.`,
  recovering: 'База данных восстанавливается после прерванной работы…',
  lostServer: 'Связь с базой данных потеряна, восстанавливаю…',
  foundServer: 'База данных снова работает',
  unreachable: (place: string, why: string) =>
    `Сервер PostgreSQL не отвечает (${place}): ${why}. Проверьте DATABASE_URL и то, что сервер запущен.`,
  badPassword: (place: string) => `Сервер PostgreSQL (${place}) не принял имя или пароль. Проверьте DATABASE_URL.`,
  noDatabase: (place: string) => `На сервере нет базы данных из DATABASE_URL (${place}). Создайте её.`,
  oldServer: (version: string) => `PostgreSQL ${version} слишком старый: нужна версия 15 или новее.`,
  wrongEncoding: (encoding: string) =>
    `Кодировка базы данных ${encoding}, нужна UTF8. Создайте базу: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
  wrongCtype: (ctype: string) =>
    `База данных не различает русские буквы (lc_ctype = ${ctype}). Создайте базу с LC_CTYPE 'C.UTF-8' или 'ru_RU.UTF-8'.`,
  missingExtension: (name: string) =>
    `На сервере PostgreSQL нет расширения ${name}. Установите пакет postgresql-contrib той же версии.`,
  mayNotInstall: (name: string, user: string) =>
    `Пользователь ${user} не может подключить расширение ${name}. Выполните от имени администратора: CREATE EXTENSION ${name};`,
} as const;
