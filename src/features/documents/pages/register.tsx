import { yearLabel } from '../../../kernel/academic-year.ts';
import { addDays, formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { yearsOf } from '../../college/rows.ts';
import { documentReaders, documentRegistrars, mayKeepDocuments } from '../access.ts';
import { documentKinds, documentStatuses, isPaperKind, type PaperKind, registeredKinds } from '../document.ts';
import { countByStatus, countDocuments, type DocumentFilter, documentsBy, type ListedDocument } from '../rows.ts';
import { paperNames, statusNames } from '../texts.ts';
import { requisitesOf, StatusOf } from './words.tsx';

const perPage = 25;

/** A paper is due for a look through so many days before its time. */
const reviewAhead = 30;

interface Asked {
  readonly kind: PaperKind | undefined;
  readonly status: DocumentFilter['status'];
  readonly year: number | undefined;
  readonly search: string;
  readonly review: boolean;
  readonly page: number;
}

const read = (query: URLSearchParams): Asked => {
  const kind = query.get('kind') ?? '';
  const year = Number(query.get('year'));
  return {
    kind: isPaperKind(kind) ? kind : undefined,
    status: documentStatuses.find((one) => one === query.get('status')),
    year: Number.isInteger(year) && year > 2000 ? year : undefined,
    search: query.get('q') ?? '',
    review: query.get('review') === 'soon',
    page: Math.max(1, Number(query.get('page')) || 1),
  };
};

const address = ({ kind, status, year, search, review, page }: Asked): string => {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (kind) query.set('kind', kind);
  if (status) query.set('status', status);
  if (year !== undefined) query.set('year', String(year));
  if (review) query.set('review', 'soon');
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/documents?${query}` : '/documents';
};

const filterOf = (ctx: PageCtx, { kind, status, year, search, review }: Asked): DocumentFilter => ({
  kinds: kind ? [kind] : undefined,
  status,
  year,
  search,
  reviewTill: review ? addDays(ctx.today, reviewAhead) : undefined,
});

const columns: readonly Column<ListedDocument>[] = [
  {
    key: 'title',
    label: 'Документ',
    head: true,
    cell: (row) => <a href={`/documents/${row.id}`}>{row.title}</a>,
  },
  { key: 'kind', label: 'Вид', secondary: true, cell: (row) => paperNames[row.kind] ?? row.kind },
  { key: 'number', label: 'Номер и дата', cell: (row) => requisitesOf(row) || '—' },
  { key: 'status', label: 'Состояние', cell: (row) => <StatusOf status={row.status} /> },
  {
    key: 'review',
    label: 'Пересмотр',
    secondary: true,
    cell: (row) => (row.reviewBy === null ? '—' : `до ${formatDay(row.reviewBy)}`),
  },
  { key: 'scan', label: 'Скан', secondary: true, cell: (row) => (row.scanFileId === null ? '—' : 'есть') },
];

export const registerPage: MemberRoute = {
  method: 'GET',
  path: '/documents',
  who: documentReaders,
  async handle(ctx, input) {
    const asked = read(input.query);
    const filter = filterOf(ctx, asked);
    const total = await countDocuments(ctx.db, filter);
    const rows = await documentsBy(ctx.db, filter, { limit: perPage, offset: (asked.page - 1) * perPage });
    const counts = await countByStatus(ctx.db, { ...filter, status: undefined });
    const due = await countDocuments(ctx.db, { reviewTill: addDays(ctx.today, reviewAhead) });
    const years = await yearsOf(ctx.db);
    const first = { ...asked, page: 1 };
    const registrar = ctx.actor.roles.some((role) => documentRegistrars.includes(role));
    const waiting = (counts.draft ?? 0) + (counts['on-signing'] ?? 0);
    return screen(
      ctx,
      { title: 'Документы' },
      <>
        <Heading
          title="Документы"
          lead={
            waiting > 0
              ? `${counted(waiting, 'документ ждёт', 'документа ждут', 'документов ждут')} номера или подписи.`
              : 'Приказы, протоколы, положения и другие документы программы.'
          }
          actions={
            <>
              {mayKeepDocuments(ctx.actor) === true ? (
                <LinkButton href="/documents/templates" icon="file-pen">
                  Шаблоны
                </LinkButton>
              ) : null}
              {registrar ? (
                <LinkButton kind="primary" href="/documents/register" icon="file-plus">
                  Внести документ
                </LinkButton>
              ) : null}
            </>
          }
        />
        <FilterBar
          search={{
            action: '/documents',
            label: 'Название или номер',
            placeholder: 'Название или номер',
            value: asked.search,
          }}
          keep={Object.fromEntries(new URLSearchParams(address({ ...first, search: '' }).split('?')[1] ?? ''))}
          live={`Найдено: ${total}`}
        >
          {documentStatuses
            .filter((status) => counts[status] || asked.status === status)
            .map((status) => (
              <FilterPill
                href={address({ ...first, status: asked.status === status ? undefined : status })}
                label={statusNames[status]}
                count={counts[status] ?? 0}
                active={asked.status === status}
              />
            ))}
          {due > 0 || asked.review ? (
            <FilterPill
              href={address({ ...first, review: !asked.review })}
              label="Пора пересмотреть"
              tone="warn"
              count={due}
              active={asked.review}
            />
          ) : null}
          <FilterMenu
            label="Вид"
            clear={address({ ...first, kind: undefined })}
            options={[...documentKinds, ...registeredKinds].map((kind) => ({
              label: paperNames[kind],
              href: address({ ...first, kind }),
              current: asked.kind === kind,
            }))}
          />
          <FilterMenu
            label="Учебный год"
            clear={address({ ...first, year: undefined })}
            options={years.map((year) => ({
              label: yearLabel(year),
              href: address({ ...first, year }),
              current: asked.year === year,
            }))}
          />
        </FilterBar>
        <Table
          caption="Реестр документов"
          columns={columns}
          rows={rows}
          pages={{ page: asked.page, perPage, total, href: (page) => address({ ...asked, page }) }}
          empty={
            <Empty
              icon="files"
              title={address(first) === '/documents' ? 'Документов пока нет' : 'Таких документов нет'}
              action={
                registrar ? (
                  <LinkButton href="/documents/register">Внести документ, который уже есть</LinkButton>
                ) : undefined
              }
            >
              Приказ о закреплении составляется на странице «Пары и группы». Положение, протоколы и публикации, которые
              уже есть, внесите в реестр: по ним закроются строки дорожной карты.
            </Empty>
          }
        />
      </>,
    );
  },
};
