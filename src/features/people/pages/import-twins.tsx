import { formatDay } from '../../../kernel/day.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/heading.tsx';
import type { Import, ImportRow } from '../import.ts';
import { rowsNumbered } from '../import-rows.ts';
import { duplicateText } from '../import-texts.ts';
import type { Person } from '../person.ts';
import { phoneTail } from '../phone-number.ts';

const marks = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

const lineOfRow = ({ row, understood: { values } }: ImportRow): string =>
  marks(
    `строка ${row}`,
    values.group,
    values.birthDay && formatDay(values.birthDay),
    values.phone && `тел. ${phoneTail(values.phone)}`,
  );

const lineOfPerson = (person: Person): string =>
  marks(
    'в базе',
    person.groupCode,
    person.birthDay && formatDay(person.birthDay),
    person.phone && `тел. ${phoneTail(person.phone)}`,
  );

const nameOf = ({ understood: { values } }: ImportRow): string =>
  [values.lastName, values.firstName, values.patronymic].filter(Boolean).join(' ');

const isMerged = ({ decision }: ImportRow): boolean => decision === 'merge' || decision === 'update';

const Twin = ({ one, row, other }: { one: Import; row: ImportRow; other: string }) => {
  if (!row.twin) return null;
  const merged = isMerged(row);
  const open = row.twin.answer === null && row.twin.verdict === 'maybe';
  return (
    <li>
      <div class="list-words">
        <p class="list-title">{nameOf(row)}</p>
        <div class="list-text">
          <p>{other}</p>
          <p>{lineOfRow(row)}</p>
          <p>{duplicateText(row.twin)}</p>
          <p>
            {open ? (
              <Badge tone="warn">решите: пока два человека</Badge>
            ) : (
              <Badge tone={merged ? 'ok' : 'mute'} icon={merged ? 'user-check' : 'users'}>
                {merged ? 'один человек' : 'разные люди'}
              </Badge>
            )}
          </p>
        </div>
        <span class="actions">
          {open || !merged ? <Answer one={one} row={row} answer="merge" words="Объединить" /> : null}
          {open || merged ? <Answer one={one} row={row} answer="different" words="Это разные люди" /> : null}
        </span>
      </div>
    </li>
  );
};

const Answer = ({
  one,
  row,
  answer,
  words,
}: {
  one: Import;
  row: ImportRow;
  answer: 'merge' | 'different';
  words: string;
}) => (
  <PostButton action={`/people/import/${one.id}/twins/${row.row}`} hidden={{ answer }}>
    <Button size="s">{words}</Button>
  </PostButton>
);

/** Pairs that may be one person: rows with rows, rows with people of the college. */
export const TwinList = async ({
  ctx,
  one,
  rows,
  persons,
  total,
}: {
  ctx: PageCtx;
  one: Import;
  rows: readonly ImportRow[];
  persons: readonly Person[];
  total: number;
}) => {
  if (rows.length === 0) return null;
  const firsts = rows.flatMap(({ twin }) => (twin && 'row' in twin.first ? [twin.first.row] : []));
  const byRow = new Map((await rowsNumbered(ctx.db, one.id, firsts)).map((row) => [row.row, lineOfRow(row)]));
  const byId = new Map(persons.map((person) => [person.id, lineOfPerson(person)]));
  const other = ({ twin }: ImportRow): string => {
    if (!twin) return '';
    return ('row' in twin.first ? byRow.get(twin.first.row) : byId.get(twin.first.id)) ?? '';
  };
  return (
    <Section title="Похоже, один человек" id="twins" count={total}>
      <ul class="list">
        {rows.map((row) => (
          <Twin one={one} row={row} other={other(row)} />
        ))}
      </ul>
      {total > rows.length ? (
        <p class="hint">Показаны первые {rows.length}. Остальные появятся, когда решите эти.</p>
      ) : null}
    </Section>
  );
};
