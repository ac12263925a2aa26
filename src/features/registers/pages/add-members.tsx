import { demand } from '../../../kernel/actor.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { idOr, idsOf, kept, pageOf, placeWith } from '../../consents/pages/address.ts';
import { Place } from '../../consents/pages/words.tsx';
import { fullName } from '../../people/person.ts';
import { kindsNames } from '../../people/texts.ts';
import { mayKeepRegisters, registerKeepers } from '../access.ts';
import { addMembers } from '../add-members.ts';
import { type Base, kindsOfBase } from '../member.ts';
import { candidatesFor, groupsOf } from '../member-rows.ts';
import { addRefusals, baseTitles } from '../texts.ts';

const perPage = 50;

const addScreen = async (ctx: PageCtx, { query }: Input, base: Base) => {
  demand(mayKeepRegisters(ctx.actor));
  const path = `/${base}/add`;
  const filter = { search: query.get('q') ?? '', groupId: idOr(query.get('group')) };
  const page = pageOf(query);
  const { people, total } = await candidatesFor(ctx.db, base, filter, { page, perPage });
  const groups = await groupsOf(ctx.db, 'all');
  const who = kindsOfBase[base].map((kind) => kindsNames[kind].toLowerCase()).join(', ');
  return screen(
    ctx,
    { title: `${baseTitles[base]}: добавить` },
    <>
      <Heading
        title="Добавить в базу"
        crumbs={[{ label: baseTitles[base], href: `/${base}` }, { label: 'Добавить' }]}
        lead={`Отметьте людей и нажмите «Добавить отмеченных». Здесь те, кого в базе ещё нет: ${who}.`}
      />
      <FilterBar
        search={{
          action: path,
          label: 'Найти человека',
          placeholder: 'Фамилия, группа, телефон',
          value: filter.search,
        }}
        keep={kept(query)}
        live={`Найдено: ${total}`}
      >
        <FilterMenu
          label="Группа"
          clear={placeWith(path, query, { group: '' })}
          options={groups.map(({ id, code }) => ({
            label: code,
            href: placeWith(path, query, { group: id }),
            current: id === filter.groupId,
          }))}
        />
      </FilterBar>
      <Table
        caption="Кого можно добавить"
        rows={people}
        columns={[
          { key: 'name', label: 'Фамилия, имя, отчество', head: true, cell: fullName },
          { key: 'place', label: 'Группа или должность', cell: (row) => <Place person={row} today={ctx.today} /> },
        ]}
        selectable={{
          value: (row) => row.id,
          label: fullName,
          // A chosen group is usually taken as a whole; a search is looked through.
          checked: () => filter.groupId !== null && filter.search === '',
          action: path,
          forms: ['человек', 'человека', 'человек'],
          actions: (
            <Button kind="primary" size="s" icon="user-plus">
              Добавить отмеченных
            </Button>
          ),
        }}
        pages={{ page, perPage, total, href: (next) => placeWith(path, query, { page: next }) }}
        empty={
          <Empty
            icon="users"
            title="Добавлять некого"
            action={<LinkButton href="/people">Открыть список людей</LinkButton>}
          >
            Все, кого можно добавить по этому отбору, уже в базе. Новых людей сначала заносят в общий список.
          </Empty>
        }
      />
    </>,
  );
};

export const addPage = (base: Base): Route => ({
  method: 'GET',
  path: `/${base}/add`,
  who: registerKeepers,
  handle: (ctx, input) => addScreen(ctx, input, base),
});

export const addChosen = (base: Base): Route => ({
  method: 'POST',
  path: `/${base}/add`,
  who: registerKeepers,
  async handle(ctx, { form }) {
    const outcome = await addMembers(ctx, base, idsOf(form.values.ids));
    if (!outcome.ok) return goTo(`/${base}/add`, { toast: { text: addRefusals[outcome.reason] } });
    const said = `Добавлено: ${counted(outcome.value, 'человек', 'человека', 'человек')}`;
    return goTo(`/${base}`, { toast: { text: said } });
  },
});
