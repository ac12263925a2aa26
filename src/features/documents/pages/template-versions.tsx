import { Table } from '../../../ui/table.tsx';
import type { OwnTemplate } from '../template-rows.ts';

/** Templates of one kind that the college has brought, the newest first. */
export const Versions = ({
  versions,
  inUse,
  moment,
}: {
  readonly versions: readonly OwnTemplate[];
  readonly inUse: OwnTemplate | undefined;
  readonly moment: (at: Date) => string;
}) => (
  <Table
    caption="Редакции шаблона"
    columns={[
      {
        key: 'version',
        label: 'Редакция',
        head: true,
        cell: (row: OwnTemplate) => (
          <a href={`/documents/templates/versions/${row.id}`} data-turbo="false">
            {row.version}
          </a>
        ),
      },
      { key: 'file', label: 'Файл', cell: (row) => row.fileName },
      { key: 'when', label: 'Загружена', cell: (row) => moment(row.createdAt) },
      { key: 'use', label: 'Печатается', cell: (row) => (row.id === inUse?.id ? 'сейчас' : '') },
    ]}
    rows={versions}
  />
);
