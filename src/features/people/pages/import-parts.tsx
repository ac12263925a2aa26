import { counted, plural } from '../../../kernel/russian/plural.ts';
import { Badge } from '../../../ui/badge.tsx';
import { StatRow } from '../../../ui/stat-row.tsx';
import { Stepper } from '../../../ui/stepper.tsx';
import type { Import, ImportCounts, ImportRow } from '../import.ts';

const labels = ['Файл', 'Столбцы', 'Проверка', 'Готово'] as const;

/** Where we are in an import: 0 file, 1 columns, 2 review, 3 done. */
export const ImportSteps = ({ current, id }: { readonly current: number; readonly id?: string }) => (
  <Stepper
    label="Шаги загрузки"
    current={current}
    steps={labels.map((label, index) => ({
      label,
      ...(id && index === 1 ? { href: `/people/import/${id}/columns` } : {}),
      ...(id && index === 2 ? { href: `/people/import/${id}` } : {}),
    }))}
  />
);

export const people = (count: number): string => counted(count, 'человек', 'человека', 'человек');
export const rowsWord = (count: number): string => counted(count, 'строка', 'строки', 'строк');

/** The numbers over the review; each leads to its rows. */
export const ImportNumbers = ({ one, counts }: { readonly one: Import; readonly counts: ImportCounts }) => {
  const open = counts.wrong - counts.mended;
  return (
    <StatRow
      stats={[
        {
          value: counts.fresh,
          label: plural(counts.fresh, 'новый', 'новых', 'новых'),
          href: `/people/import/${one.id}/fresh`,
        },
        {
          value: counts.updates,
          label: plural(counts.updates, 'обновление', 'обновления', 'обновлений'),
          href: `/people/import/${one.id}/updates`,
        },
        { value: counts.twins, label: plural(counts.twins, 'похожий', 'похожих', 'похожих'), href: '#twins' },
        { value: open, label: 'с ошибками', href: '#problems', ...(open > 0 ? { tone: 'bad' as const } : {}) },
      ]}
    />
  );
};

/** How a row with something wrong stands now. */
export const RowBadge = ({ row }: { readonly row: ImportRow }) => {
  if (row.decision === 'skip') return <Badge tone="mute">не загружается</Badge>;
  if (row.understood.status === 'stop') return <Badge tone="bad">исправьте</Badge>;
  if (row.understood.status === 'gap') return <Badge tone="warn">с пробелом</Badge>;
  return <Badge tone="ok">исправлено</Badge>;
};
