import { counted, plural } from '../../../kernel/russian/plural.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Checkbox } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { momentWords } from '../../college/moments.ts';
import type { Import, ImportCounts, ImportRow } from '../import.ts';
import { knownGroups, remembered } from '../import-memory-rows.ts';
import { countRows, type GroupOfRows, groupsOfRows, twinRows, typedGroups, wrongRows } from '../import-rows.ts';
import { skippedRows, specialColumnText } from '../import-texts.ts';
import { personsByIds } from '../rows.ts';
import { groupKey } from '../study-group.ts';
import { importRefusals } from '../texts.ts';
import { ColumnStrip } from './import-columns.tsx';
import { ImportNumbers, ImportSteps, people, rowsWord } from './import-parts.tsx';
import { ProblemTable } from './import-problems.tsx';
import { TwinList } from './import-twins.tsx';

export interface ReviewShown {
  readonly page?: number;
  readonly refusal?: string;
}

const perPage = 50;

const SpecialColumns = ({ one }: { readonly one: Import }) => (
  <>
    {one.understanding.columns
      .filter(({ special, confidence }) => special && confidence !== 'chosen')
      .map((column) => (
        <Note
          kind="warn"
          icon="shield-alert"
          actions={
            <>
              <PostButton action={`/people/import/${one.id}/columns`} hidden={{ [`column-${column.index}`]: 'skip' }}>
                <Button size="s">Не загружать</Button>
              </PostButton>
              <PostButton
                action={`/people/import/${one.id}/columns`}
                hidden={{ [`column-${column.index}`]: 'closedNote' }}
              >
                <Button size="s">В закрытую часть</Button>
              </PostButton>
            </>
          }
        >
          {specialColumnText(column)}
        </Note>
      ))}
  </>
);

const Replacements = async ({ ctx, one }: { ctx: PageCtx; one: Import }) => {
  const memory = new Map(
    Object.entries((await remembered(ctx.db)).groups).map(([typed, code]) => [groupKey(typed), code]),
  );
  const used = (await typedGroups(ctx.db, one.id)).flatMap(({ typed, rows }) => {
    const code = memory.get(groupKey(typed));
    return code ? [{ typed, code, rows }] : [];
  });
  return (
    <>
      {used.map(({ typed, code, rows }) => (
        <Note
          icon="wand-sparkles"
          actions={
            <PostButton action={`/people/import/${one.id}/groups/forget`} hidden={{ typed }}>
              <Button size="s" kind="quiet" icon="undo-2">
                Отменить замену
              </Button>
            </PostButton>
          }
        >
          Замена «{typed} → {code}» применена: {rowsWord(rows)}. Запомнена для следующих загрузок.
        </Note>
      ))}
    </>
  );
};

/** What is in the file and is nobody: told, so that nobody wonders why 412 rows gave 409 people. */
const Skipped = ({ one }: { readonly one: Import }) => {
  const { skipped } = one.understanding;
  if (skipped.length === 0) return null;
  return (
    <details>
      <summary>Пропущено: {rowsWord(skipped.length)}, в которых нет людей</summary>
      <ul>
        {skipped.slice(0, 100).map(({ row, kind, text }) => (
          <li>
            Строка {row}: {skippedRows[kind]} «{text.slice(0, 80)}»
          </li>
        ))}
      </ul>
    </details>
  );
};

const total = ({ fresh, updates }: ImportCounts): number => fresh + updates;

const sentence = (counts: ImportCounts): string => {
  const parts = [
    counts.fresh > 0 ? counted(counts.fresh, 'новый', 'новых', 'новых') : '',
    counts.updates > 0 ? counted(counts.updates, 'обновление', 'обновления', 'обновлений') : '',
    counts.merged > 0
      ? `${counted(counts.merged, 'дубль', 'дубля', 'дублей')} ${plural(counts.merged, 'объединён', 'объединены', 'объединены')}`
      : '',
  ].filter(Boolean);
  return `Будет записано ${people(total(counts))}: ${parts.join(', ')}.`;
};

const stays = ({ stopped }: ImportCounts): string =>
  stopped === 0
    ? ''
    : ` ${rowsWord(stopped)} ${plural(stopped, 'останется', 'останутся', 'останутся')} в файле ошибок.`;

const Confirmation = ({ one, counts, fresh }: { one: Import; counts: ImportCounts; fresh: readonly GroupOfRows[] }) => (
  <Section title="Запись" id="confirm">
    {total(counts) === 0 ? (
      <p>{importRefusals['nothing-to-write']}.</p>
    ) : (
      <Form
        action={`/people/import/${one.id}/confirm`}
        actions={
          <Button kind="primary" busy="Отправляем на запись…">
            Записать {people(total(counts))}
          </Button>
        }
        note="Загрузку можно отменить целиком в течение 30 дней. Согласия из файла не переносятся: их подписывают отдельно."
      >
        <p>
          <strong>
            {sentence(counts)}
            {stays(counts)}
          </strong>
        </p>
        {fresh.length > 0 ? <NewGroups groups={fresh} /> : null}
      </Form>
    )}
    <PostButton action={`/people/import/${one.id}/cancel`}>
      <Button kind="quiet">Отменить, ничего не записывать</Button>
    </PostButton>
  </Section>
);

/** Groups that the college does not have: made unless the tick is taken off. */
const NewGroups = ({ groups }: { readonly groups: readonly GroupOfRows[] }) => (
  <details open={groups.length <= 12}>
    <summary>Новые группы: {groups.length}. Заведутся те, что отмечены; люди остальных запишутся без группы</summary>
    {groups.map(({ code, people: members }, index) => (
      <>
        <input type="hidden" name="groups" value={code} />
        <Checkbox name="wanted" id={`wanted-${index}`} value={code} checked label={`${code}, ${people(members)}`} />
      </>
    ))}
  </details>
);

/** How many people, on which sheet where it has a name of its own, who brought the file and when. */
const whence = (one: Import, { rows }: ImportCounts, moment: (at: Date) => string): string =>
  [
    counted(rows, 'строка с человеком', 'строки с людьми', 'строк с людьми'),
    one.sheetName === '' || one.fileName.startsWith(one.sheetName) ? '' : `лист «${one.sheetName}»`,
    `файл прочитан ${moment(one.createdAt)}`,
    one.accountName ? `загрузка: ${one.accountName}` : '',
  ]
    .filter(Boolean)
    .join(', ');

interface HeaderProps {
  readonly one: Import;
  readonly counts: ImportCounts;
  readonly moment: (at: Date) => string;
}

const Header = ({ one, counts, moment }: HeaderProps) => (
  <>
    <Heading
      title="Проверьте перед записью"
      crumbs={[
        { label: 'Люди', href: '/people' },
        { label: 'Загрузка', href: '/people/import' },
        { label: one.fileName },
      ]}
      lead={whence(one, counts, moment)}
      actions={<ImportSteps current={2} id={one.id} />}
    />
    <ImportNumbers one={one} counts={counts} />
  </>
);

const Problems = async ({
  ctx,
  one,
  counts,
  shown,
}: {
  ctx: PageCtx;
  one: Import;
  counts: ImportCounts;
  shown: ReviewShown;
}) => {
  const page = shown.page ?? 1;
  const rows: ImportRow[] = await wrongRows(ctx.db, one.id, { page, perPage });
  const groups = (await knownGroups(ctx.db)).filter(({ graduated }) => graduated === undefined);
  return (
    <Section
      title={counts.wrong === 0 ? 'Ошибок нет' : `Ошибки: ${rowsWord(counts.wrong)}`}
      id="problems"
      aside={
        counts.wrong === 0 ? undefined : (
          <>
            исправлено {counts.mended} из {counts.wrong}{' '}
            <a href={`/people/import/${one.id}/errors`} data-turbo="false">
              Скачать ошибки в&nbsp;Excel
            </a>
          </>
        )
      }
    >
      {counts.wrong === 0 ? null : (
        <ProblemTable
          one={one}
          rows={rows}
          groups={groups.map(({ code }) => code)}
          pages={{ page, perPage, total: counts.wrong, href: (number) => `/people/import/${one.id}?page=${number}` }}
        />
      )}
      {await Replacements({ ctx, one })}
    </Section>
  );
};

/** The review of a file that was read. */
export const reviewPage = async (ctx: PageCtx, one: Import, shown: ReviewShown = {}) => {
  const counts = await countRows(ctx.db, one.id);
  const known = new Set((await knownGroups(ctx.db)).map(({ code }) => groupKey(code)));
  const fresh = (await groupsOfRows(ctx.db, one.id)).filter(({ code }) => !known.has(groupKey(code)));
  const twins = await twinRows(ctx.db, one.id, 100);
  const earlier = twins.flatMap(({ twin }) => (twin && 'id' in twin.first ? [twin.first.id] : []));
  const persons = await personsByIds(ctx.db, earlier);
  return screen(
    ctx,
    { title: `Проверка: ${one.fileName}` },
    <>
      <Header one={one} counts={counts} moment={await momentWords(ctx.db)} />
      {shown.refusal ? <Note kind="bad" title={shown.refusal} /> : null}
      <ColumnStrip one={one} />
      <SpecialColumns one={one} />
      {counts.rows === 0 ? (
        <Empty
          icon="file-x"
          title="В файле не нашлось людей"
          action={<LinkButton href={`/people/import/${one.id}/columns`}>Указать столбцы</LinkButton>}
        >
          Укажите, в каком столбце фамилии, или выберите другой файл.
        </Empty>
      ) : (
        <Columns aside={await TwinList({ ctx, one, rows: twins, persons, total: counts.twins })}>
          {await Problems({ ctx, one, counts, shown })}
          <Skipped one={one} />
        </Columns>
      )}
      <Confirmation one={one} counts={counts} fresh={fresh} />
    </>,
  );
};
