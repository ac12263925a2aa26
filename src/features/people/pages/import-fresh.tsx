import { formatDay } from '../../../kernel/day.ts';
import { found, param } from '../../../platform/http/replies.ts';
import type { Route } from '../../../platform/http/route.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { peopleKeepers } from '../access.ts';
import type { ImportRow } from '../import.ts';
import { countRows, importById, rowsToWrite } from '../import-rows.ts';
import { formatPhone } from '../phone-number.ts';

const perPage = 50;

const nameOf = ({ understood: { values }, personId }: ImportRow) => {
  const name = [values.lastName, values.firstName, values.patronymic].filter(Boolean).join(' ');
  return personId ? <a href={`/people/${personId}`}>{name}</a> : name;
};

/** The new people of a file, as they will be written or were. */
export const importFresh: Route = {
  method: 'GET',
  path: '/people/import/:importId/fresh',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = found(await importById(ctx.db, param(input, 'importId')), 'import');
    const page = Math.max(1, Math.trunc(Number(input.query.get('page'))) || 1);
    const rows: ImportRow[] = await rowsToWrite(ctx.db, one.id, 'new', { page, perPage });
    const { fresh } = await countRows(ctx.db, one.id);
    return screen(
      ctx,
      { title: 'Новые люди' },
      <>
        <Heading
          title="Новые люди из файла"
          crumbs={[
            { label: 'Люди', href: '/people' },
            { label: 'Загрузка', href: '/people/import' },
            { label: one.fileName, href: `/people/import/${one.id}` },
            { label: 'Новые' },
          ]}
        />
        <Table
          caption="Новые люди из файла"
          rows={rows}
          columns={[
            { key: 'row', label: 'Строка', kind: 'number', cell: ({ row }) => row },
            { key: 'name', label: 'Фамилия, имя, отчество', head: true, cell: nameOf },
            { key: 'group', label: 'Группа', cell: ({ understood }) => understood.values.group ?? '—' },
            {
              key: 'birth',
              label: 'Дата рождения',
              cell: ({ understood: { values } }) => (values.birthDay ? formatDay(values.birthDay) : '—'),
            },
            {
              key: 'phone',
              label: 'Телефон',
              cell: ({ understood: { values } }) => formatPhone(values.phone ?? values.parentPhone) || '—',
            },
          ]}
          pages={{ page, perPage, total: fresh, href: (number) => `/people/import/${one.id}/fresh?page=${number}` }}
          empty={
            <Empty icon="users" title="Новых нет">
              Все люди из файла уже в базе.
            </Empty>
          }
        />
      </>,
    );
  },
};
