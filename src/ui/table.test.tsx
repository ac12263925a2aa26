import { expect, test } from 'vitest';
import { type Column, Table } from './table.tsx';

interface Row {
  readonly id: string;
  readonly name: string;
}
const columns: readonly Column<Row>[] = [
  { key: 'name', label: 'Имя', head: true, sort: { href: '?sort=-name', now: 'asc' }, cell: (row) => row.name },
  { key: 'id', label: 'Номер', kind: 'number', cell: (row) => row.id },
];
const rows = [{ id: '7', name: 'Анна <b>' }];

test('the table has a caption, scopes, its order, and labels for phones', async () => {
  const html = String(await (<Table caption="Люди" columns={columns} rows={rows} />));
  expect(html).toMatch(/<caption[^>]*>Люди/);
  expect(html).toMatch(/<th scope="col"[^>]*aria-sort="ascending"/);
  expect(html).toMatch(/<th scope="row"[^>]*>Анна &lt;b&gt;/);
  expect(html).toContain('data-label="Номер"');
});

test('ticks are sent with the ids of the rows and say whom they choose', async () => {
  const selectable = {
    value: (row: Row) => row.id,
    label: (row: Row) => row.name,
    action: '/people/remind',
    actions: 'Напомнить',
  };
  const html = String(await (<Table caption="Люди" columns={columns} rows={rows} selectable={selectable} />));
  expect(html).toContain('action="/people/remind"');
  expect(html).toMatch(/name="ids" value="7"/);
  expect(html).toContain('Выбрать: Анна');
});

test('without rows the empty state stands instead of the table', async () => {
  expect(String(await (<Table caption="Люди" columns={columns} rows={[]} empty={<p>Пока никого</p>} />))).toBe(
    '<p>Пока никого</p>',
  );
});
