import { mayReadJournal } from '../../features/accounts/access.ts';
import { momentWords } from '../../features/college/moments.ts';
import { demand } from '../../kernel/actor.ts';
import type { MemberRoute } from '../../platform/http/route.ts';
import { Heading } from '../../ui/heading.tsx';
import { screen } from '../../ui/screen.tsx';
import { Table } from '../../ui/table.tsx';
import { journalWords } from '../journal-words.ts';

const perPage = 50;

/** Who did what, newest first. Never edited; the table itself refuses. */
export const journalPage: MemberRoute = {
  method: 'GET',
  path: '/journal',
  who: ['administrator'],
  async handle(ctx, input) {
    demand(mayReadJournal(ctx.actor));
    const moment = await momentWords(ctx.db);
    const page = Math.max(1, Number(input.query.get('page')) || 1);
    const rows = await ctx.db
      .selectFrom('journal')
      .select(['id', 'at', 'actor_name as actorName', 'action', 'subject_kind as kind', 'subject_id as subjectId'])
      .orderBy('id', 'desc')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute();
    const { total } = await ctx.db
      .selectFrom('journal')
      .select((is) => is.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return screen(
      ctx,
      { title: 'Журнал' },
      <>
        <Heading title="Журнал" lead="Кто, что и когда сделал. Записи не правятся и не удаляются." />
        <Table
          caption="Записи журнала"
          columns={[
            { key: 'at', label: 'Когда', cell: (row) => moment(row.at) },
            { key: 'who', label: 'Кто', cell: (row) => row.actorName, head: true },
            { key: 'what', label: 'Что', cell: (row) => journalWords[row.action] ?? row.action },
            { key: 'where', label: 'Где', cell: (row) => subjectLink(row.kind, row.subjectId) },
          ]}
          rows={rows}
          pages={{ total, perPage, page, href: (number: number) => `/journal?page=${number}` }}
        />
      </>,
    );
  },
};

const places: Readonly<Record<string, { path: string; label: string }>> = {
  person: { path: '/people', label: 'карточка' },
  account: { path: '/accounts', label: 'учётная запись' },
  document: { path: '/documents', label: 'документ' },
  pair: { path: '/pairs', label: 'пара' },
  'roadmap-row': { path: '/roadmap/rows', label: 'строка карты' },
};

const subjectLink = (kind: string, id: string | null) => {
  const place = places[kind];
  return place && id ? <a href={`${place.path}/${id}`}>{place.label}</a> : '';
};
