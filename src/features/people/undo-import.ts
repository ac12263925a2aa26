import { demand } from '../../kernel/actor.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import type { Changes, KeptWhy, UndoneReport } from './import.ts';
import { importById, importRows, moveImport, type StoredRow } from './import-rows.ts';
import type { Person, PersonInput } from './person.ts';
import { peopleInUse } from './reference-rows.ts';
import { deletePersons, idsOfImport, overwritePersons, type PersonUpdate, personsByIds } from './rows.ts';
import { deleteEmptyGroups } from './study-group-rows.ts';
import type { ImportFollower } from './write-import.ts';

type Kept = UndoneReport['kept'][number];

const kept = (people: readonly Person[], why: KeptWhy): Kept[] => people.map(({ id }) => ({ personId: id, why }));

/** People whom the import brought: those that nobody has touched and nothing leans on go. */
const removeFresh = async (
  ctx: Ctx,
  ids: readonly string[],
  progress: (done: number, total: number) => Promise<void>,
): Promise<{ removed: number; kept: Kept[] }> => {
  const people = await personsByIds(ctx.db, ids);
  const edited = people.filter(({ version }) => version > 1);
  const untouched = people.filter(({ version }) => version === 1);
  const inUse = await peopleInUse(
    ctx.db,
    untouched.map(({ id }) => id),
  );
  const free = untouched.filter(({ id }) => !inUse.has(id)).map(({ id }) => id);
  for (let from = 0; from < free.length; from += batch) {
    await progress(from, free.length);
    await deletePersons(ctx.db, free.slice(from, from + batch));
  }
  const stay = untouched.filter(({ id }) => inUse.has(id));
  return { removed: free.length, kept: [...kept(stay, 'in-use'), ...kept(edited, 'edited')] };
};

const batch = 1000;

/** Fields that still hold what the import wrote get back what they held before. */
const restored = (person: Person, changes: Changes): { person: PersonInput; all: boolean; any: boolean } => {
  const pairs = Object.entries(changes) as [keyof PersonInput, readonly [unknown, unknown]][];
  const mine = pairs.filter(([name, [, after]]) => person[name] === after);
  const back = Object.fromEntries(mine.map(([name, [before]]) => [name, before]));
  return { person: { ...person, ...back }, all: mine.length === pairs.length, any: mine.length > 0 };
};

const restoreUpdated = async (ctx: Ctx, rows: readonly StoredRow[]): Promise<{ restored: number; kept: Kept[] }> => {
  const changes = new Map<string, Changes>();
  for (const { personId, before } of rows) if (personId && before) changes.set(personId, before as Changes);
  const updates: PersonUpdate[] = [];
  const stay: Person[] = [];
  for (const person of await personsByIds(ctx.db, [...changes.keys()])) {
    const before = changes.get(person.id) ?? {};
    if (Object.keys(before).length === 0) continue;
    const back = restored(person, before);
    if (back.any) updates.push({ id: person.id, person: back.person });
    if (!back.all) stay.push(person);
  }
  await overwritePersons(ctx.db, updates);
  return { restored: updates.length, kept: kept(stay, 'edited') };
};

/** Takes a whole import back, as far as nothing leans on it; answers what stayed and why. Undone already: undefined. */
export const undoImport = async (
  ctx: Ctx,
  importId: string,
  progress: (done: number, total: number) => Promise<void>,
  followers: readonly ImportFollower[] = [],
): Promise<UndoneReport | undefined> => {
  demand(mayChangePeople(ctx.actor));
  const one = found(await importById(ctx.db, importId), 'import');
  if (one.state !== 'written') return undefined;
  const rows = await importRows(ctx.db, importId);
  const fresh = await idsOfImport(ctx.db, importId);
  for (const follower of followers) await follower.undo(ctx, fresh);

  const removed = await removeFresh(ctx, fresh, progress);
  const back = await restoreUpdated(ctx, rows);
  await deleteEmptyGroups(ctx.db, one.understanding.madeGroups);
  const report: UndoneReport = {
    removed: removed.removed,
    restored: back.restored,
    kept: [...removed.kept, ...back.kept],
  };
  await moveImport(ctx.db, importId, ['written'], 'undone', {
    understanding: { ...one.understanding, undone: report },
  });
  const counts = { removed: report.removed, restored: report.restored, kept: report.kept.length };
  await record(ctx, 'import.undone', { kind: 'import', id: importId }, { file: one.fileName, ...counts });
  return report;
};
