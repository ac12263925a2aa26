import { Button } from '../../../ui/button.tsx';
import { HiddenField, SelectField, TextField } from '../../../ui/fields.tsx';
import type { PagesProps } from '../../../ui/pages.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Import, ImportRow } from '../import.ts';
import { isOpen } from '../import.ts';
import type { Problem } from '../import-problems.ts';
import { personFieldNames, problemText } from '../import-texts.ts';
import type { PersonField } from '../person-values.ts';
import { genderNames } from '../texts.ts';
import { RowBadge } from './import-parts.tsx';

/** Names in three columns are mended as one full name. */
const fixedField = ({ field }: Problem): PersonField | null =>
  field === 'lastName' || field === 'firstName' || field === 'patronymic' ? 'fullName' : field;

const nameOf = ({ understood }: ImportRow): string => {
  const { lastName, firstName, patronymic } = understood.values;
  return [lastName, firstName, patronymic].filter(Boolean).join(' ');
};

interface Fix {
  readonly field: PersonField;
  readonly value: string;
  /** What is still wrong with it after somebody tried to mend it. */
  readonly error: string | undefined;
}

/** What can be mended in a row, with what stands there now. */
export const fixesOf = (row: ImportRow): Fix[] => {
  const fixes = new Map<PersonField, Fix>();
  for (const problem of row.problems) {
    const field = fixedField(problem);
    if (!field || fixes.has(field)) continue;
    const open = row.understood.left.find((left) => fixedField(left) === field && isOpen(left));
    const value = row.understood.corrections[field] ?? problem.proposal ?? problem.value;
    const tried = row.understood.corrections[field] !== undefined;
    fixes.set(field, { field, value, error: tried && open ? problemText(open) : undefined });
  }
  return [...fixes.values()];
};

const choicesOf = (row: ImportRow, field: PersonField, groups: readonly string[]) => {
  if (field === 'gender')
    return Object.entries(genderNames).map(([value, label]) => ({ value: value === 'male' ? 'м' : 'ж', label }));
  if (field === 'course') return ['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }));
  const own = [row.understood.values.group, row.understood.corrections.group].flatMap((code) => code || []);
  return [...new Set([...groups, ...own])].map((value) => ({ value, label: value }));
};

const FixField = ({ row, fix, groups }: { row: ImportRow; fix: Fix; groups: readonly string[] }) => {
  const common = {
    name: `fix-${fix.field}`,
    id: `row-${row.row}-${fix.field}`,
    label: `${personFieldNames[fix.field]}, строка ${row.row}`,
    labelHidden: true,
    error: fix.error && row.decision !== 'skip' ? fix.error : undefined,
    optional: true,
  };
  if (fix.field === 'group' || fix.field === 'gender' || fix.field === 'course') {
    const now = fix.field === 'group' ? (row.understood.values.group ?? '') : fix.value;
    const none = fix.field === 'group' ? 'без группы' : 'не указано';
    return <SelectField {...common} value={now} empty={none} options={choicesOf(row, fix.field, groups)} />;
  }
  return <TextField {...common} value={fix.value} />;
};

const FixForm = ({
  one,
  row,
  groups,
  page,
}: {
  one: Import;
  row: ImportRow;
  groups: readonly string[];
  page: number;
}) => {
  const fixes = fixesOf(row);
  const open = row.understood.left.some((problem) => problem.level === 'ask' && isOpen(problem));
  return (
    <form class="field-stack" method="post" action={`/people/import/${one.id}/rows/${row.row}`} id={`row-${row.row}`}>
      <HiddenField name="page" value={page} />
      {row.decision === 'skip' ? (
        <Button size="s" field="act" value="back">
          Вернуть в&nbsp;загрузку
        </Button>
      ) : (
        <>
          {fixes.map((fix) => (
            <FixField row={row} fix={fix} groups={groups} />
          ))}
          <span class="actions">
            {fixes.length > 0 ? (
              <Button size="s" field="act" value="save">
                Исправить
              </Button>
            ) : null}
            {open ? (
              <Button size="s" kind="quiet" field="act" value="accept">
                Оставить так
              </Button>
            ) : null}
            <Button size="s" kind="quiet" field="act" value="skip">
              Не загружать
            </Button>
          </span>
        </>
      )}
    </form>
  );
};

/** The name of the field stands out: that is what one looks for in the file. */
const ProblemWords = ({ problem }: { readonly problem: Problem }) => {
  const [field = '', ...rest] = problemText(problem).split(': ');
  return rest.length === 0 ? (
    <p>{field}</p>
  ) : (
    <p>
      <strong>{field}:</strong> {rest.join(': ')}
    </p>
  );
};

/** Rows with something wrong: what it is, and where to mend it. Each row is saved by itself. */
export const ProblemTable = ({
  one,
  rows,
  groups,
  pages,
}: {
  readonly one: Import;
  readonly rows: readonly ImportRow[];
  readonly groups: readonly string[];
  readonly pages: PagesProps;
}) => (
  <Table
    caption="Строки с ошибками"
    rows={rows}
    pages={pages}
    columns={[
      { key: 'row', label: 'Строка', kind: 'number', head: true, cell: ({ row }) => row },
      {
        key: 'what',
        label: 'Что не так',
        cell: (row) => (
          <>
            {row.problems.map((problem) => (
              <ProblemWords problem={problem} />
            ))}
            <p class="hint">{nameOf(row)}</p>
          </>
        ),
      },
      {
        key: 'fix',
        label: 'Как записать',
        cell: (row) => <FixForm one={one} row={row} groups={groups} page={pages.page} />,
      },
      { key: 'state', label: 'Состояние', cell: (row) => <RowBadge row={row} /> },
    ]}
  />
);
