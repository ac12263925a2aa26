import type { PageCtx } from '../../../platform/http/route.ts';
import type { Stat } from '../../../ui/stat-row.tsx';
import type { Column } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { mayReadSecrets, visibleGroups } from '../access.ts';
import type { MemberColumn } from '../mentee.ts';
import type { Frame } from '../mentee-rows.ts';

/** What both registers ask besides their filters. */
export const frameOf = async (ctx: PageCtx): Promise<Frame> => ({
  visible: visibleGroups(ctx.actor),
  secrets: mayReadSecrets(ctx.actor) === true,
  year: (await theCollege(ctx.db)).currentYear,
  today: ctx.today,
});

/** Columns that features above hand in, with the cells of this page. */
export const addedColumns = async <Row extends { readonly id: string }>(
  ctx: PageCtx,
  added: readonly MemberColumn[],
  rows: readonly Row[],
): Promise<Column<Row>[]> => {
  const columns: Column<Row>[] = [];
  for (const [index, column] of added.entries()) {
    const cells =
      rows.length > 0
        ? await column.cells(
            ctx,
            rows.map(({ id }) => id),
          )
        : new Map();
    columns.push({ key: `added-${index}`, label: column.title, cell: ({ id }) => cells.get(id) ?? '—' });
  }
  return columns;
};

export const addedStats = async (ctx: PageCtx, added: readonly MemberColumn[]): Promise<Stat[]> => {
  const stats: Stat[] = [];
  for (const column of added) {
    const stat = await column.stat?.(ctx);
    if (stat) stats.push({ value: stat.count, label: stat.label, href: stat.href });
  }
  return stats;
};
