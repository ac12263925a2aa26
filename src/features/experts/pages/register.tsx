import { counted } from '../../../kernel/russian/plural.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { normsOf } from '../../college/rows.ts';
import { expertReaders, mayKeepExperts } from '../access.ts';
import type { Expert } from '../expert.ts';
import { allAgreements } from '../partner-rows.ts';
import { allExperts } from '../rows.ts';
import { TermBadge } from './words.tsx';

const address = (area: string | null, search: string): string => {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (area) query.set('area', area);
  return query.size > 0 ? `/experts?${query}` : '/experts';
};

export const bankTabs = (now: 'experts' | 'partners', experts: number, partners: number) => (
  <Tabs
    label="Эксперты и партнёры"
    tabs={[
      { href: '/experts', label: 'Эксперты', count: experts, current: now === 'experts' },
      { href: '/partners', label: 'Партнёры', count: partners, current: now === 'partners' },
    ]}
  />
);

export const expertsPage: MemberRoute = {
  method: 'GET',
  path: '/experts',
  who: expertReaders,
  async handle(ctx, input) {
    const topics = await normsOf(ctx.db, 'topic');
    const labels = new Map(topics.map(({ code, label }) => [code, label]));
    const area = topics.find(({ code }) => code === input.query.get('area'))?.code ?? null;
    const search = input.query.get('q') ?? '';
    const all = await allExperts(ctx.db);
    const present = all.filter(({ leftOn }) => leftOn === null);
    const partners = (await allAgreements(ctx.db)).length;
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = all
      .filter(({ areas }) => area === null || areas.includes(area))
      .filter((one) => {
        const text = `${one.shownName} ${one.shownOrganisation} ${one.shownPost}`.toLowerCase();
        return words.every((word) => text.includes(word));
      });
    const columns: readonly Column<Expert>[] = [
      {
        key: 'name',
        label: 'Эксперт',
        head: true,
        cell: (one) => <a href={`/experts/${one.id}`}>{one.shownName}</a>,
      },
      {
        key: 'place',
        label: 'Откуда',
        cell: (one) => [one.shownPost, one.shownOrganisation].filter(Boolean).join(', ') || '—',
      },
      {
        key: 'areas',
        label: 'С чем помогает',
        cell: (one) => one.areas.map((code) => labels.get(code) ?? code).join(', '),
      },
      { key: 'when', label: 'Когда доступен', secondary: true, cell: (one) => one.availability || '—' },
      {
        key: 'contract',
        label: 'Договор',
        secondary: true,
        cell: (one) =>
          one.leftOn ? (
            <Badge tone="mute">вне банка</Badge>
          ) : one.contractTill ? (
            <TermBadge period={{ from: ctx.today, till: one.contractTill }} today={ctx.today} />
          ) : (
            '—'
          ),
      },
      {
        key: 'came',
        label: 'Приглашали',
        kind: 'number',
        cell: (one) => <a href={`/experts/${one.id}#invitations`}>{one.invitations}</a>,
      },
    ];
    const keeper = mayKeepExperts(ctx.actor) === true;
    return screen(
      ctx,
      { title: 'Эксперты' },
      <>
        <Heading
          title="Эксперты и партнёры"
          lead={
            present.length > 0
              ? `В банке ${counted(present.length, 'эксперт', 'эксперта', 'экспертов')}.`
              : 'Банк экспертов пока пуст.'
          }
          actions={
            keeper ? (
              <LinkButton kind="primary" icon="user-plus" href="/experts/new">
                Внести эксперта
              </LinkButton>
            ) : null
          }
        />
        {bankTabs('experts', present.length, partners)}
        {all.length === 0 ? null : (
          <FilterBar
            search={{
              action: '/experts',
              label: 'Имя или организация',
              placeholder: 'Имя или организация',
              value: search,
            }}
            keep={area ? { area } : {}}
            live={`Найдено: ${rows.length}`}
          >
            {topics.map(({ code, label }) => (
              <FilterPill
                href={address(area === code ? null : code, search)}
                label={label}
                count={present.filter(({ areas }) => areas.includes(code)).length}
                active={area === code}
              />
            ))}
          </FilterBar>
        )}
        <Table
          caption="Банк экспертов"
          columns={columns}
          rows={rows}
          empty={
            <Empty icon="contact" title={all.length === 0 ? 'Здесь будут эксперты программы' : 'Таких экспертов нет'}>
              {all.length === 0
                ? 'Психологи, методисты, специалисты института и предприятий, к кому можно обратиться.'
                : 'Снимите отбор или внесите эксперта по этой теме.'}
            </Empty>
          }
        />
      </>,
    );
  },
};
