import { resolve } from 'node:path';
import { z } from 'zod';
import { type Day, day } from '../kernel/day.ts';
import { StartRefusal } from './start-refusal.ts';
import { environmentTexts as texts } from './texts.ts';

/** The settings of an installation, checked. Nothing else reads `process.env`, and nothing depends on TZ. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** undefined: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The origin that people's browsers see, without a slash at the end. */
  readonly baseUrl: string;
  /** undefined: no mail is sent. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  /** Key of the college's bot; undefined: no messages go that way. */
  readonly maxToken: string | undefined;
  readonly maxUrl: string;
  readonly vkToken: string | undefined;
  readonly vkUrl: string;
  readonly logLevel: string;
  /** Holds the day still; never in production. */
  readonly today: Day | undefined;
  /** Fill an empty installation with the invented college. */
  readonly demo: boolean;
  readonly development: boolean;
}

const origin = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
};
const addressOf = (text: string, ...protocols: readonly string[]): boolean => {
  const url = URL.parse(text);
  return url !== null && protocols.includes(url.protocol) && url.hostname !== '';
};
const isDay = (text: string): boolean => {
  try {
    return day(text) === text;
  } catch {
    return false;
  }
};

/** Signs that a header and a form take as they are. */
const key = /^[\w.~+/=-]{8,500}$/;

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, texts.port)
    .transform(Number)
    .refine((port) => port <= 65_535, texts.port)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, texts.host)
    .default('127.0.0.1'),
  DATA_DIR: z
    .string(texts.dataDir)
    .refine((path) => !path.includes('\0'), texts.dataDir)
    .default('./data'),
  DATABASE_URL: z
    .string()
    .refine((url) => addressOf(url, 'postgres:', 'postgresql:'), texts.databaseUrl)
    .optional(),
  BASE_URL: z.string().refine(origin, texts.baseUrl).optional(),
  SMTP_URL: z
    .string()
    .refine((url) => addressOf(url, 'smtp:', 'smtps:'), texts.smtpUrl)
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, texts.mailFrom)
    .optional(),
  MAX_TOKEN: z.string().regex(key, texts.maxToken).optional(),
  MAX_URL: z.string().refine(origin, texts.maxUrl).default('https://platform-api2.max.ru'),
  VK_TOKEN: z.string().regex(key, texts.vkToken).optional(),
  VK_URL: z.string().refine(origin, texts.vkUrl).default('https://api.vk.com'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], texts.logLevel).default('info'),
  TODAY: z.string().refine(isDay, texts.today).transform(day).optional(),
  DEMO: z.enum(['1'], texts.demo).optional(),
  NODE_ENV: z.string().optional(),
});

type Name = Exclude<keyof typeof schema.shape, 'NODE_ENV'>;

/** Reads the settings. Empty values count as not given. Throws StartRefusal that lists every wrong one in words. */
export function readEnvironment(values: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  const problems = new Set(result.error?.issues.map(({ message }) => message));
  const development = given.NODE_ENV !== 'production';
  if (given.TODAY && !development) problems.add(texts.todayInProduction);
  if (given.SMTP_URL && !given.MAIL_FROM) problems.add(texts.mailFromMissing);
  if (!result.success || problems.size > 0) {
    throw new StartRefusal([texts.heading, ...[...problems].map((problem) => `  • ${problem}`)].join('\n'));
  }
  const read = result.data;
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    baseUrl: read.BASE_URL?.replace(/\/$/, '') ?? `http://${shownHost(read.HOST)}:${read.PORT}`,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    maxToken: read.MAX_TOKEN,
    maxUrl: read.MAX_URL,
    vkToken: read.VK_TOKEN,
    vkUrl: read.VK_URL,
    logLevel: read.LOG_LEVEL,
    today: read.TODAY,
    demo: read.DEMO === '1',
    development,
  };
}

/** What to type into a browser on the machine itself. */
const shownHost = (host: string): string => {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

/** Every setting with the value it has when it is not given ('' when none); the README's table must agree. */
export function environmentTable(): readonly { readonly name: Name; readonly value: string }[] {
  const defaults: Readonly<Record<string, unknown>> = schema.parse({});
  const names = Object.keys(schema.shape).filter((name): name is Name => name !== 'NODE_ENV');
  return names.map((name) => ({ name, value: String(defaults[name] ?? '') }));
}
