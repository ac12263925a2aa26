import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { CollegeScope } from '../kernel/actor.ts';
import type { Day } from '../kernel/day.ts';
import { now, today } from './clock.ts';
import { type CollegeDb, type Database, dangerouslyScope, inCollege } from './db.ts';
import { log, safely } from './log.ts';
import type { FileStore } from './storage.ts';
import { taskTexts } from './texts.ts';

/**
 * Long work. A task is a row that people see (progress, cancel, outcome) and a job in the queue (pg-boss) that survives
 * a restart: a job whose process died is taken up again, so a worker must be able to start over.
 */
export interface TaskWorker {
  readonly kind: string;
  run(work: TaskRun): Promise<TaskEnd>;
}

export interface TaskRun {
  readonly db: Database;
  readonly store: FileStore;
  readonly college: CollegeScope;
  readonly taskId: string;
  readonly accountId: string | null;
  readonly input: Readonly<Record<string, unknown>>;
  /** Shows progress; throws `Cancelled` when a person asked to stop. */
  progress(done: number, total: number): Promise<void>;
}

/** How a task ended: words for the person, and where to go on. */
export interface TaskEnd {
  readonly message: string;
  readonly nextPath?: string;
  readonly failed?: boolean;
}

/** Work that is done by itself, once a day or oftener: it is called every hour of the college's day, so it says itself what is done. */
export interface DailyWorker {
  readonly kind: string;
  run(work: DailyWork): Promise<void>;
}

export interface DailyWork {
  readonly db: Database;
  readonly store: FileStore;
  readonly college: CollegeScope;
  /** In the college's time zone. */
  readonly today: Day;
}

export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface NewTask {
  readonly kind: string;
  readonly title: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly accountId: string | null;
}

export interface Tasks {
  /** Puts an existing task row into the queue. Call it after the row is committed. */
  enqueue(college: CollegeScope, taskId: string): Promise<void>;
  stop(): Promise<void>;
}

/** Writes the task's row; enqueue it after the commit. */
export const addTask = async (db: Parameters<Parameters<typeof inCollege>[2]>[0], task: NewTask): Promise<string> => {
  const row = await db
    .insertInto('tasks')
    .values({ kind: task.kind, title: task.title, input: JSON.stringify(task.input ?? {}), account_id: task.accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

const queue = 'tasks';
const hourly = 'hourly';

/** From this hour of the college's day on: nobody gets a letter at night. */
const firstHour = 9;

/**
 * Takes the right to do a piece of work for a day, in the transaction that does it: false when it is done already, or another
 * process is at it and ends well. What throws gives the right back.
 */
export const claimDay = async (db: CollegeDb, name: string, day: Day): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into daily_runs (name, day) values (${name}, ${day}::date) on conflict do nothing`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
};

/** Calls every worker for every college whose working day has begun. One that breaks stops neither the others nor the next hour. */
export const runDaily = async (
  db: Database,
  store: FileStore,
  workers: readonly DailyWorker[],
  at: Date,
): Promise<void> => {
  const colleges = await db.selectFrom('colleges').select(['id', 'time_zone as timeZone']).execute();
  for (const { id, timeZone } of colleges) {
    const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));
    if (hour < firstHour) continue;
    for (const worker of workers) {
      try {
        await worker.run({ db, store, college: dangerouslyScope(id), today: today(timeZone) });
      } catch (error) {
        log.error({ ...safely(error), kind: worker.kind }, 'daily work failed');
      }
    }
  }
};

interface QueuedTask {
  readonly college: string;
  readonly taskId: string;
}

/** Starts the queue and its workers. Tasks that a stopped process left unfinished are queued again. */
export const openTasks = async (
  db: Database,
  url: string,
  store: FileStore,
  workers: readonly TaskWorker[],
  daily: readonly DailyWorker[] = [],
): Promise<Tasks> => {
  const boss = new PgBoss({ connectionString: url, max: 3, schema: 'pgboss' });
  boss.on('error', (error) => log.warn(safely(error), 'queue'));
  await boss.start();
  await boss.createQueue(queue);
  const byKind = new Map(workers.map((worker) => [worker.kind, worker]));
  await boss.work<QueuedTask>(queue, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
    if (job) await runTask(db, store, byKind, job.data);
  });

  if (daily.length > 0) {
    await boss.createQueue(hourly);
    await boss.schedule(hourly, '17 * * * *');
    await boss.work(hourly, { pollingIntervalSeconds: 60 }, () => runDaily(db, store, daily, now()));
  }

  const enqueue = async (college: CollegeScope, taskId: string) => {
    const data: QueuedTask = { college, taskId };
    await boss.send(queue, data, { singletonKey: taskId, retryLimit: 0, expireInSeconds: 3600 });
  };

  const left = await db
    .selectFrom('tasks')
    .select(['college_id', 'id'])
    .where('state', 'in', ['waiting', 'running'])
    .execute();
  await Promise.all(left.map(({ college_id, id }) => enqueue(dangerouslyScope(college_id), id)));

  return { enqueue, stop: () => boss.stop({ graceful: true, timeout: 5000 }) };
};

/** Does a task now and in this process; one that is over already is left alone. Work that fails is logged, not thrown. */
export const runTask = async (
  db: Database,
  store: FileStore,
  workers: ReadonlyMap<string, TaskWorker>,
  { college: collegeId, taskId }: QueuedTask,
): Promise<void> => {
  const college = dangerouslyScope(collegeId);
  const task = await inCollege(db, college, (tx) =>
    tx
      .updateTable('tasks')
      .set({ state: 'running' })
      .where('id', '=', taskId)
      .where('state', 'in', ['waiting', 'running'])
      .returning(['kind', 'input', 'account_id', 'cancel_requested'])
      .executeTakeFirst(),
  );
  if (!task) return;

  const progress = async (done: number, total: number) => {
    const row = await inCollege(db, college, (tx) =>
      tx
        .updateTable('tasks')
        .set({ done_count: done, total_count: total })
        .where('id', '=', taskId)
        .returning('cancel_requested')
        .executeTakeFirst(),
    );
    if (row?.cancel_requested) throw new Cancelled();
  };

  const end = async (state: 'done' | 'failed' | 'cancelled', message: string, nextPath?: string) => {
    await inCollege(db, college, (tx) =>
      tx
        .updateTable('tasks')
        .set({ state, message, next_path: nextPath ?? null, finished_at: new Date() })
        .where('id', '=', taskId)
        .execute(),
    );
  };

  try {
    const worker = workers.get(task.kind);
    if (!worker) throw new Error(`no worker for tasks of kind ${task.kind}`);
    const input = task.input as Record<string, unknown>;
    const { message, nextPath, failed } = await worker.run({
      db,
      store,
      college,
      taskId,
      accountId: task.account_id,
      input,
      progress,
    });
    // Many new rows, and the planner would still think the tables empty: registers would crawl until autovacuum came by.
    await sql`analyze`.execute(db);
    await end(failed ? 'failed' : 'done', message, nextPath);
  } catch (error) {
    if (error instanceof Cancelled) {
      await end('cancelled', taskTexts.cancelled);
      return;
    }
    log.error({ ...safely(error), task: taskId, kind: task.kind }, 'task failed');
    await end('failed', taskTexts.broken);
  }
};
