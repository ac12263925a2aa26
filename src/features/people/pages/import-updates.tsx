import { type Day, formatDay } from '../../../kernel/day.ts';
import { found, param } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { peopleKeepers } from '../access.ts';
import { personFields as declared, type PersonFieldName } from '../fields.ts';
import { type Changes, changesBy, type Import, personOfRow } from '../import.ts';
import { countRows, importById, rowsToWrite, type StoredRow } from '../import-rows.ts';
import { listOrganisations } from '../organisation-rows.ts';
import { fullName, type Person, plain } from '../person.ts';
import { personsByIds } from '../rows.ts';
import { groupKey } from '../study-group.ts';
import { listGroups } from '../study-group-rows.ts';

const perPage = 50;

interface Names {
  readonly ids: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
}

/** Groups and organisations that are not made yet go by the name that the file gives them. */
const namesOf = async (ctx: PageCtx): Promise<Names> => {
  const groups = await listGroups(ctx.db);
  const organisations = await listOrganisations(ctx.db);
  return {
    ids: new Map([
      ...groups.map(({ id, code }) => [groupKey(code), id] as const),
      ...organisations.map(({ id, name }) => [plain(name), id] as const),
    ]),
    labels: new Map([
      ...groups.map(({ id, code }) => [id, code] as const),
      ...organisations.map(({ id, name }) => [id, name] as const),
    ]),
  };
};

const changesOf = (one: Import, row: StoredRow, person: Person, names: Names): Changes => {
  if (one.state !== 'review') return (row.before ?? {}) as Changes;
  const places = {
    groupId: (code: string) => names.ids.get(groupKey(code)) ?? code,
    organisationId: (name: string) => names.ids.get(plain(name)) ?? name,
  };
  return changesBy(person, personOfRow(one.understanding.kind, row.understood.values, places));
};

const shown = (name: string, value: unknown, { labels }: Names): string => {
  if (value === null || value === '') return 'пусто';
  return name === 'birthDay' ? formatDay(value as Day) : (labels.get(String(value)) ?? String(value));
};

const Changed = ({ changes, names }: { readonly changes: Changes; readonly names: Names }) => {
  const pairs = Object.entries(changes);
  if (pairs.length === 0) return <>всё уже так</>;
  return (
    <>
      {pairs.map(([name, [before, after]]) => (
        <p>
          {declared[name as PersonFieldName].label}: {shown(name, before, names)} → {shown(name, after, names)}
        </p>
      ))}
    </>
  );
};

/** What the file changes in people who are in the college already. */
export const importUpdates: Route = {
  method: 'GET',
  path: '/people/import/:importId/updates',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = found(await importById(ctx.db, param(input, 'importId')), 'import');
    const page = Math.max(1, Math.trunc(Number(input.query.get('page'))) || 1);
    const rows = await rowsToWrite(ctx.db, one.id, 'update', { page, perPage });
    const persons = new Map(
      (
        await personsByIds(
          ctx.db,
          rows.flatMap(({ personId }) => personId ?? []),
        )
      ).map((each) => [each.id, each]),
    );
    const names = await namesOf(ctx);
    const { updates } = await countRows(ctx.db, one.id);
    const entries = rows.flatMap((row) => {
      const person = persons.get(row.personId ?? '');
      return person ? [{ row: row.row, person, changes: changesOf(one, row, person, names) }] : [];
    });
    return screen(
      ctx,
      { title: 'Обновления' },
      <>
        <Heading
          title={one.state === 'review' ? 'Что обновится' : 'Что обновилось'}
          crumbs={[
            { label: 'Люди', href: '/people' },
            { label: 'Загрузка', href: '/people/import' },
            { label: one.fileName, href: `/people/import/${one.id}` },
            { label: 'Обновления' },
          ]}
          lead="Меняется только то, что в файле другое. Пустая ячейка ничего не стирает."
        />
        <Table
          caption="Обновления"
          rows={entries}
          columns={[
            { key: 'row', label: 'Строка', kind: 'number', cell: ({ row }) => row },
            {
              key: 'who',
              label: 'Кто',
              head: true,
              cell: ({ person }) => <a href={`/people/${person.id}`}>{fullName(person)}</a>,
            },
            { key: 'what', label: 'Что меняется', cell: ({ changes }) => <Changed changes={changes} names={names} /> },
          ]}
          pages={{ page, perPage, total: updates, href: (number) => `/people/import/${one.id}/updates?page=${number}` }}
          empty={
            <Empty icon="users" title="Обновлять некого">
              Все люди из файла новые.
            </Empty>
          }
        />
      </>,
    );
  },
};
