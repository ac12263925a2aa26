import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { issueLink } from '../../features/accounts/issue-link.ts';
import { openAccount } from '../../features/accounts/open-account.ts';
import { accountRefusals } from '../../features/accounts/texts.ts';
import { backup } from '../../platform/backup/backup.ts';
import { restore } from '../../platform/backup/restore.ts';
import { today } from '../../platform/clock.ts';
import { connect, dangerouslyScope, inCollege } from '../../platform/db.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { migrate } from '../../platform/migrate.ts';
import { silentLog } from '../../platform/start-refusal.ts';
import { systemActor } from '../first-sign-in.ts';
import { newCollege } from '../new-college.ts';
import { type Command, say, UsageError, withDatabase, withDatabaseAlone } from './command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  help: 'приводит таблицы базы к этой версии программы',
  run: () =>
    withDatabaseAlone(async ({ url }) => {
      await migrate({ url, log: { info: say, warn: say } });
      say('Таблицы соответствуют этой версии.');
      return 0;
    }),
};

const onePath = (args: readonly string[], what: string): string => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [path] = positionals;
  if (!path || positionals.length > 1) throw new UsageError(what);
  return resolve(path);
};

export const backupCommand: Command = {
  name: 'backup',
  usage: 'ФАЙЛ.zip',
  help: 'пишет все данные и файлы в один архив; систему останавливать не нужно',
  async run(args) {
    const out = onePath(args, 'Укажите, куда писать архив: backup копия.zip');
    const exists = await access(out).then(
      () => true,
      () => false,
    );
    if (exists) throw new UsageError(`Файл ${out} уже есть. Укажите другое имя: прежние копии не затираются.`);
    return withDatabase(async ({ url, dataDir }) => {
      const totals = await backup({ url, filesDir: join(dataDir, 'files'), out });
      say(`Записано в ${out}: таблиц ${totals.tables}, строк ${totals.rows}, файлов ${totals.files}.`);
      return 0;
    });
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'ФАЙЛ.zip',
  help: 'наполняет пустую установку из архива',
  async run(args) {
    const from = onePath(args, 'Укажите архив: restore копия.zip');
    return withDatabaseAlone(async ({ url, dataDir }) => {
      const totals = await restore({ url, filesDir: join(dataDir, 'files'), from, log: silentLog });
      say(`Восстановлено: таблиц ${totals.tables}, строк ${totals.rows}, файлов ${totals.files}.`);
      return 0;
    });
  },
};

export const createAdminCommand: Command = {
  name: 'create-admin',
  usage: '"Фамилия Имя Отчество" [--login ЛОГИН]',
  help: 'заводит администратора и печатает ссылку для первого входа: если все забыли пароли',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { login: { type: 'string' } },
    });
    const [name] = positionals;
    if (!name || positionals.length > 1 || !/\S\s+\S/.test(name))
      throw new UsageError('Укажите имя в кавычках: create-admin "Иванова Мария Петровна"');
    const { baseUrl } = readEnvironment(process.env);
    return withDatabase(async ({ url }) => {
      await migrate({ url, log: silentLog });
      const db = connect(url, { max: 1 });
      try {
        const day = today('Europe/Moscow');
        const known = await db.selectFrom('colleges').select('id').orderBy('created_at').executeTakeFirst();
        const college = known ? dangerouslyScope(known.id) : await newCollege(db, day);
        return await inCollege(db, college, async (tx) => {
          const ctx = { db: tx, actor: systemActor(college), today: day };
          const account = await openAccount(ctx, {
            name,
            login: values.login ?? '',
            email: '',
            roles: ['administrator', 'curator'],
          });
          if (!account.ok) {
            say(accountRefusals[account.reason]);
            return 1;
          }
          const link = await issueLink(ctx, account.value);
          if (link.ok) say(`Войдите по ссылке (действует один раз): ${baseUrl}/enter/${link.value.token}`);
          return 0;
        });
      } finally {
        await db.destroy();
      }
    });
  },
};
