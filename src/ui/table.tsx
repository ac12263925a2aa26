import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';
import { Pages, type PagesProps } from './pages.tsx';
import { texts } from './texts.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => Child;
  /** The row's own name: bold, read as the row header. One per table. */
  readonly head?: boolean | undefined;
  /** Address that sorts by this column, and how the table is sorted by it now. */
  readonly sort?: { readonly href: string; readonly now?: 'asc' | 'desc' | undefined } | undefined;
  /** number: right, tabular figures · actions: right, no wrap, no label on phones. */
  readonly kind?: 'text' | 'number' | 'actions' | undefined;
  /** Dropped under 1024 px and in the low-vision mode. */
  readonly secondary?: boolean | undefined;
  readonly labelHidden?: boolean | undefined;
}

export interface Selectable<Row> {
  /** Form name of the ticks, `ids` by default. */
  readonly name?: string | undefined;
  readonly value: (row: Row) => string;
  /** Whom the tick chooses, for screen readers. */
  readonly label: (row: Row) => string;
  readonly checked?: ((row: Row) => boolean) | undefined;
  /** Where the ticked ids are posted; single buttons may carry their own `formaction`. */
  readonly action: string;
  /** Buttons of the bulk bar: three and «Ещё». */
  readonly actions: Child;
  /** «человек, человека, человек»; rows by default. */
  readonly forms?: readonly [string, string, string] | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly captionShown?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly selectable?: Selectable<Row> | undefined;
  /** The row that is open in the side panel, or otherwise marked. */
  readonly marked?: ((row: Row) => boolean) | undefined;
  readonly rowId?: ((row: Row) => string) | undefined;
  /** Shown instead of the table when there are no rows. */
  readonly empty?: Child;
  readonly pages?: PagesProps | undefined;
  /** Own footer instead of pages. */
  readonly footer?: Child;
  /** No sheet around: for tables inside a sheet or a section. */
  readonly plain?: boolean | undefined;
}

const cellClass = <Row,>(column: Column<Row>): string | undefined =>
  [column.kind ?? '', column.secondary ? 'secondary' : ''].filter(Boolean).join(' ') || undefined;

const HeadCell = <Row,>({ column }: { readonly column: Column<Row> }) => {
  const now = column.sort?.now;
  return (
    <th
      scope="col"
      class={cellClass(column)}
      aria-sort={now ? (now === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {column.sort ? (
        <a href={column.sort.href} class="sort">
          {column.label}
          {now ? <Icon name={now === 'asc' ? 'arrow-up' : 'arrow-down'} size={14} /> : null}
          {now ? <span class="sr">, {texts.sorted[now]}</span> : null}
        </a>
      ) : (
        <span class={column.labelHidden ? 'sr' : undefined}>{column.label}</span>
      )}
    </th>
  );
};

const Body = <Row,>({ columns, rows, selectable, marked, rowId }: TableProps<Row>) => (
  <tbody>
    {rows.map((row) => (
      <tr id={rowId?.(row)} class={marked?.(row) ? 'marked' : undefined}>
        {selectable ? (
          <td class="tick-cell">
            <label>
              <input
                type="checkbox"
                class="check"
                name={selectable.name ?? 'ids'}
                value={selectable.value(row)}
                checked={selectable.checked?.(row)}
                data-row
              />
              <span class="sr">
                {texts.pick}: {selectable.label(row)}
              </span>
            </label>
          </td>
        ) : null}
        {columns.map((column) =>
          column.head ? (
            <th scope="row" class={cellClass(column)}>
              {column.cell(row)}
            </th>
          ) : (
            <td class={cellClass(column)} data-label={column.kind === 'actions' ? undefined : column.label}>
              {column.kind === 'actions' ? column.cell(row) : <div>{column.cell(row)}</div>}
            </td>
          ),
        )}
      </tr>
    ))}
  </tbody>
);

const BulkBar = <Row,>({ selectable, checked }: { readonly selectable: Selectable<Row>; readonly checked: number }) => (
  <div class="bulk">
    <label class="bulk-count">
      <input type="checkbox" class="check js-only" data-all aria-label={texts.all} />
      <output
        data-count
        data-forms={(selectable.forms ?? texts.rowForms).join('|')}
        data-word={texts.selected}
        aria-live="polite"
      >
        {texts.selected}: {checked}
      </output>
    </label>
    <div class="bulk-actions">{selectable.actions}</div>
  </div>
);

/** A table that reads as a table everywhere, turns to label–value blocks on a phone, and can act on ticked rows. */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { selectable, columns, rows } = props;
  if (rows.length === 0 && props.empty) return <>{props.empty}</>;
  const table = (
    <table class="table">
      <caption class={props.captionShown ? undefined : 'sr'}>{props.caption}</caption>
      <thead>
        <tr>
          {selectable ? (
            <th scope="col" class="tick-cell">
              <input type="checkbox" class="check js-only" data-all aria-label={texts.all} />
              <span class="sr">{texts.pick}</span>
            </th>
          ) : null}
          {columns.map((column) => (
            <HeadCell column={column} />
          ))}
        </tr>
      </thead>
      <Body {...props} />
    </table>
  );
  const footer = props.footer ?? (props.pages ? <Pages {...props.pages} /> : null);
  const checked = selectable?.checked ? rows.filter(selectable.checked).length : 0;
  return (
    <div class={props.plain ? 'table-frame' : 'table-frame sheet'}>
      {selectable ? (
        <form method="post" action={selectable.action} data-selectable>
          {Object.entries(selectable.hidden ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <BulkBar selectable={selectable} checked={checked} />
          {table}
        </form>
      ) : (
        table
      )}
      {footer ? <div class="table-foot">{footer}</div> : null}
    </div>
  );
};
