import { demand } from '../../kernel/actor.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import { type Changes, changesBy, type Import, joinedValues, type Places, personOfRow, withChanges } from './import.ts';
import { groupsOfRows, importById, importRows, moveImport, type StoredRow, saveOutcomes } from './import-rows.ts';
import { insertOrganisations, listOrganisations } from './organisation-rows.ts';
import { type Person, plain } from './person.ts';
import type { PersonValues } from './person-values.ts';
import { insertPersons, overwritePersons, type PersonUpdate, personsByIds } from './rows.ts';
import { courseOf, groupKey } from './study-group.ts';
import { insertGroups, listGroups } from './study-group-rows.ts';

/** What a row of the file says that people themselves do not keep: for the features above (needs, closed notes). */
export interface ImportedPerson {
  readonly personId: string;
  readonly need: string | null;
  readonly closedNote: string | null;
}

/** Work of a feature above people, in the same transaction. */
export interface ImportFollower {
  /** Takes what an import says about needs. */
  write(ctx: Ctx, people: readonly ImportedPerson[]): Promise<void>;
  /** An import is taken back: takes its own records of these new people back, where nobody has worked with them since. */
  undo(ctx: Ctx, personIds: readonly string[]): Promise<void>;
}

export interface WriteEnd {
  readonly written: boolean;
  readonly fresh: number;
  readonly updated: number;
}

/** One person to be: the rows that speak about them, first the one whose words count. */
interface Planned {
  readonly rows: number[];
  values: PersonValues;
  readonly personId: string | null;
}

/** Rows in the order of the file; a merged row gives what it knows to the row it belongs to. */
const planWriting = (rows: readonly StoredRow[]): Planned[] => {
  const byRow = new Map<number, Planned>();
  const byPerson = new Map<string, Planned>();
  const planned: Planned[] = [];
  for (const { row, understood, decision, twin, personId } of rows) {
    if (decision === 'skip' || understood.status === 'stop') continue;
    const first = decision === 'merge' && twin && 'row' in twin.first ? byRow.get(twin.first.row) : undefined;
    const known = first ?? (decision === 'update' && personId ? byPerson.get(personId) : undefined);
    if (known) {
      known.rows.push(row);
      known.values = joinedValues(known.values, understood.values);
      byRow.set(row, known);
      continue;
    }
    const one: Planned = { rows: [row], values: understood.values, personId: decision === 'update' ? personId : null };
    planned.push(one);
    byRow.set(row, one);
    if (one.personId) byPerson.set(one.personId, one);
  }
  return planned;
};

/** Makes the groups that are wanted and not there yet; answers how to find all of them, and which were made. */
const prepareGroups = async (ctx: Ctx, one: Import) => {
  const groups = await listGroups(ctx.db);
  const ids = new Map(groups.map(({ code, id }) => [groupKey(code), id]));
  const unwanted = new Set(one.understanding.unwantedGroups.map(groupKey));
  const fresh = new Map<string, { code: string; course: number | null }>();
  for (const { code, course } of await groupsOfRows(ctx.db, one.id)) {
    const key = groupKey(code);
    if (!ids.has(key) && !unwanted.has(key) && !fresh.has(key)) fresh.set(key, { code, course });
  }
  const made = await insertGroups(
    ctx.db,
    [...fresh.values()].map(({ code, course }) => ({
      code,
      course: course ?? courseOf(code),
      speciality: '',
      classTeacherId: null,
    })),
  );
  [...fresh.keys()].forEach((key, index) => void ids.set(key, made[index] ?? ''));
  return { groupId: (code: string) => ids.get(groupKey(code)) ?? null, made };
};

const prepareOrganisations = async (ctx: Ctx, planned: readonly Planned[]) => {
  const known = await listOrganisations(ctx.db);
  const ids = new Map(known.map(({ name, id }) => [plain(name), id]));
  const fresh = new Map<string, string>();
  for (const { values } of planned)
    if (values.organisation && !ids.has(plain(values.organisation)))
      fresh.set(plain(values.organisation), values.organisation);
  const made = await insertOrganisations(
    ctx.db,
    [...fresh.values()].map((name) => ({ name, inn: null, contacts: '' })),
  );
  [...fresh.keys()].forEach((key, index) => void ids.set(key, made[index] ?? ''));
  return (name: string) => ids.get(plain(name)) ?? null;
};

interface Update extends PersonUpdate {
  readonly planned: Planned;
  readonly changes: Changes;
}

const plannedUpdates = async (ctx: Ctx, one: Import, planned: readonly Planned[], places: Places) => {
  const known = await personsByIds(
    ctx.db,
    planned.flatMap(({ personId }) => personId ?? []),
  );
  const byId = new Map<string, Person>(known.map((person) => [person.id, person]));
  const updates: Update[] = [];
  const gone: Planned[] = [];
  for (const each of planned) {
    const person = each.personId ? byId.get(each.personId) : undefined;
    if (!person) {
      if (each.personId) gone.push(each);
      continue;
    }
    const changes = changesBy(person, personOfRow(one.understanding.kind, each.values, places));
    updates.push({ id: person.id, person: withChanges(person, changes), planned: each, changes });
  }
  return { updates, gone };
};

/** People written between two looks at whether somebody pressed «stop». */
const batch = 1000;

/**
 * Writes a confirmed file into the register, in one transaction: all of it or nothing. Run again after a crash it writes
 * once; a file that is written already is left alone.
 */
export const writeImport = async (
  ctx: Ctx,
  importId: string,
  progress: (done: number, total: number) => Promise<void>,
  followers: readonly ImportFollower[] = [],
): Promise<WriteEnd> => {
  demand(mayChangePeople(ctx.actor));
  const one = found(await importById(ctx.db, importId), 'import');
  if (one.state !== 'writing') return { written: false, fresh: 0, updated: 0 };
  const planned = planWriting(await importRows(ctx.db, importId));
  const { groupId, made } = await prepareGroups(ctx, one);
  const places: Places = { groupId, organisationId: await prepareOrganisations(ctx, planned) };
  const { updates, gone } = await plannedUpdates(ctx, one, planned, places);
  const fresh = [...planned.filter(({ personId }) => personId === null), ...gone];

  const outcomes: { row: number; personId: string; before: unknown }[] = [];
  for (let from = 0; from < fresh.length; from += batch) {
    await progress(from, planned.length);
    const some = fresh.slice(from, from + batch);
    const people = some.map(({ values }) => personOfRow(one.understanding.kind, values, places));
    const ids = await insertPersons(ctx.db, people, importId);
    some.forEach(({ rows }, index) => {
      for (const row of rows) outcomes.push({ row, personId: ids[index] ?? '', before: null });
    });
  }
  await progress(fresh.length, planned.length);
  const changed = updates.filter(({ changes }) => Object.keys(changes).length > 0);
  await overwritePersons(ctx.db, changed);
  for (const { planned: each, id, changes } of updates)
    each.rows.forEach((row, index) => void outcomes.push({ row, personId: id, before: index === 0 ? changes : null }));
  await saveOutcomes(ctx.db, importId, outcomes);
  await follow(ctx, planned, outcomes, followers);

  await moveImport(ctx.db, importId, ['writing'], 'written', {
    writtenAt: new Date(),
    understanding: { ...one.understanding, madeGroups: made },
  });
  const counts = { people: fresh.length, updated: changed.length, groups: made.length };
  await record(ctx, 'import.written', { kind: 'import', id: importId }, { file: one.fileName, ...counts });
  await progress(planned.length, planned.length);
  return { written: true, fresh: fresh.length, updated: changed.length };
};

const follow = async (
  ctx: Ctx,
  planned: readonly Planned[],
  outcomes: readonly { row: number; personId: string }[],
  followers: readonly ImportFollower[],
): Promise<void> => {
  if (followers.length === 0) return;
  const ids = new Map(outcomes.map(({ row, personId }) => [row, personId]));
  const people = planned.flatMap(({ rows, values }): ImportedPerson[] => {
    const personId = ids.get(rows[0] ?? -1);
    const says = values.need !== null || values.closedNote !== null;
    return personId && says ? [{ personId, need: values.need, closedNote: values.closedNote }] : [];
  });
  for (const follower of followers) await follower.write(ctx, people);
};
