import { counted } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { libraryKeepers, libraryReaders, mayKeepLibrary, readable } from '../access.ts';
import { installMaterials } from '../keep-material.ts';
import { type Material, type MaterialFilter, moments, readers, suits } from '../material.ts';
import { momentNames, readerNames } from '../name-texts.ts';
import { archivedMaterials, knownOrigins, materialsOf } from '../rows.ts';
import { builtInMaterials } from '../seed.ts';
import { formOptions, formWords } from './forms.ts';

const address = (filter: MaterialFilter): string => {
  const query = new URLSearchParams();
  if (filter.reader) query.set('for', filter.reader);
  if (filter.form) query.set('form', filter.form);
  return query.size > 0 ? `/library?${query}` : '/library';
};

const ReadyButton = ({ main }: { readonly main?: boolean }) => (
  <PostButton action="/library/ready">
    <Button kind={main ? 'primary' : 'secondary'} icon="book-open" busy="Вносим…">
      Внести готовые материалы
    </Button>
  </PostButton>
);

const Filters = async ({ ctx, filter }: { readonly ctx: PageCtx; readonly filter: MaterialFilter }) => {
  const forms = await formOptions(ctx.db);
  const own = readable(ctx.actor);
  return (
    <FilterBar>
      {own.length > 1
        ? readers
            .filter((reader) => own.includes(reader))
            .map((reader) => (
              <FilterPill
                href={address({ ...filter, reader: filter.reader === reader ? undefined : reader })}
                label={readerNames[reader]}
                active={filter.reader === reader}
              />
            ))
        : null}
      <FilterMenu
        label="Форма"
        clear={address({ ...filter, form: undefined })}
        options={forms.map(({ value, label }) => ({
          label,
          href: address({ ...filter, form: value }),
          current: filter.form === value,
        }))}
      />
    </FilterBar>
  );
};

const MaterialList = async ({ ctx, materials }: { readonly ctx: PageCtx; readonly materials: readonly Material[] }) => {
  const forms = await formOptions(ctx.db);
  return (
    <List
      rows={materials.map((one) => ({
        title: one.title,
        href: `/library/${one.id}`,
        text: [one.summary, one.forms.length > 0 ? formWords(one.forms, forms) : ''].filter(Boolean).join(' · '),
      }))}
    />
  );
};

export const libraryPage: MemberRoute = {
  method: 'GET',
  path: '/library',
  who: libraryReaders,
  async handle(ctx, { query }) {
    const own = readable(ctx.actor);
    const mine = (await materialsOf(ctx.db)).filter((one) => one.readers.some((reader) => own.includes(reader)));
    const filter = {
      form: query.get('form') ?? undefined,
      reader: readers.find((one) => one === query.get('for') && own.includes(one)),
    };
    const shown = mine.filter((one) => suits(one, filter));
    const keeper = mayKeepLibrary(ctx.actor) === true;
    const known = keeper ? await knownOrigins(ctx.db) : new Set();
    const ready = keeper && builtInMaterials.some(({ origin }) => !known.has(origin));
    const archived = keeper ? await archivedMaterials(ctx.db) : [];
    return screen(
      ctx,
      { title: 'Библиотека' },
      <>
        <Heading
          title="Библиотека"
          lead={
            mine.length > 0
              ? `${counted(mine.length, 'материал', 'материала', 'материалов')}: от первой встречи до последней.`
              : 'Материалов пока нет.'
          }
          actions={
            keeper ? (
              <>
                {ready && mine.length > 0 ? <ReadyButton /> : null}
                <LinkButton kind={mine.length > 0 ? 'primary' : 'secondary'} icon="plus" href="/library/new">
                  Добавить материал
                </LinkButton>
              </>
            ) : null
          }
        />
        {mine.length > 0 ? <Filters ctx={ctx} filter={filter} /> : null}
        {mine.length === 0 ? (
          <Empty
            icon="book-open"
            title="Здесь будет то, что помогает паре"
            action={ready ? <ReadyButton main /> : undefined}
          >
            {keeper
              ? `Начните с ${counted(builtInMaterials.length, 'готового текста', 'готовых текстов', 'готовых текстов')}: их можно править и убирать.`
              : 'Куратор ещё ничего не положил. Спросить можно и прямо: раздел «Вопросы куратору».'}
          </Empty>
        ) : null}
        {mine.length > 0 && shown.length === 0 ? (
          <Empty icon="search" title="Под этот отбор ничего нет">
            Снимите отбор по форме или читателю.
          </Empty>
        ) : null}
        {moments.map((moment) => {
          const part = shown.filter((one) => one.moment === moment);
          return part.length > 0 ? (
            <Section title={momentNames[moment]} count={part.length}>
              <MaterialList ctx={ctx} materials={part} />
            </Section>
          ) : null;
        })}
        {archived.length > 0 ? (
          <Section title="В архиве" count={archived.length}>
            <MaterialList ctx={ctx} materials={archived} />
          </Section>
        ) : null}
      </>,
    );
  },
};

export const putReady: MemberRoute = {
  method: 'POST',
  path: '/library/ready',
  who: libraryKeepers,
  async handle(ctx) {
    const outcome = await installMaterials(ctx);
    const count = outcome.ok ? outcome.value : 0;
    return goTo('/library', {
      toast: { text: count > 0 ? `Внесено материалов: ${count}` : 'Все готовые материалы уже внесены' },
    });
  },
};
