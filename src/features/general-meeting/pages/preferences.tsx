import { sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { fullName, plain } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { avoidReaders, ballotKeepers, mayEnterBallots, mayReadAvoids, preferenceReaders } from '../access.ts';
import { namedBy, type PreferenceLine, peopleToName, preferenceLines } from '../preference-rows.ts';
import { readAvoids, statePreferences } from '../state-preferences.ts';
import { stateRefusals } from '../texts.ts';

const perPage = 50;

const columns = (typing: boolean, secret: boolean): readonly Column<PreferenceLine>[] => [
  {
    key: 'name',
    label: 'Кто',
    head: true,
    cell: ({ personId, name }) => (typing ? <a href={`/preferences/${personId}`}>{name}</a> : name),
  },
  { key: 'place', label: 'Группа, должность', secondary: true, cell: ({ place }) => place || '—' },
  {
    key: 'wants',
    label: 'С кем хочет',
    cell: ({ wants }) => wants.map((name, at) => `${at + 1}. ${name}`).join(', ') || '—',
  },
  { key: 'helps', label: 'Кто поможет', secondary: true, cell: ({ helps }) => helps.join(', ') || '—' },
  { key: 'mutual', label: 'Взаимно', kind: 'number', cell: ({ mutual }) => mutual || '—' },
  ...(secret
    ? [
        {
          key: 'avoids',
          label: 'С кем не хочет',
          labelHidden: true,
          kind: 'actions' as const,
          cell: ({ personId, name }: PreferenceLine) => (
            <a href={`/preferences/${personId}/avoids`} data-turbo="false">
              С кем не хочет<span class="sr">: {name}</span>
            </a>
          ),
        },
      ]
    : []),
];

export const preferencesPage: MemberRoute = {
  method: 'GET',
  path: '/preferences',
  who: preferenceReaders,
  async handle(ctx, { query }) {
    const { currentYear } = await theCollege(ctx.db);
    const looked = plain(query.get('q') ?? '');
    const all = await preferenceLines(ctx.db, currentYear);
    const rows = all.filter(({ name }) => plain(name).includes(looked));
    const page = Math.max(1, Number(query.get('page') ?? '1') || 1);
    return screen(
      ctx,
      { title: 'Кто с кем хочет' },
      <>
        <Heading
          title="Кто с кем хочет"
          crumbs={[{ label: 'Общая встреча', href: '/general-meetings' }, { label: 'Кто с кем хочет' }]}
          lead={`Сказали ${all.length}. Подбор пар учитывает эти слова; с кем человек не хочет работать, читают только куратор и психолог.`}
        />
        <FilterBar
          search={{
            action: '/preferences',
            label: 'Найти человека',
            placeholder: 'Фамилия',
            value: query.get('q') ?? '',
          }}
          live={`Показано: ${rows.length}`}
        >
          {null}
        </FilterBar>
        <Table
          caption="Предпочтения года"
          columns={columns(mayEnterBallots(ctx.actor) === true, mayReadAvoids(ctx.actor) === true)}
          rows={rows.slice((page - 1) * perPage, page * perPage)}
          pages={{
            page,
            perPage,
            total: rows.length,
            href: (at: number) => `/preferences?${new URLSearchParams({ q: looked, page: String(at) })}`,
          }}
          empty={
            <Empty icon="hand-heart" title="Пока никто не сказал, с кем хотел бы работать">
              Проведите общую встречу: когда она закончится, выбор с телефонов и бланков появится здесь.
            </Empty>
          }
        />
      </>,
    );
  },
};

const slots = ['want1', 'want2', 'want3', 'helps1', 'helps2'] as const;
const slotNames = ['С кем хочет, 1', 'С кем хочет, 2', 'С кем хочет, 3', 'Кто поможет, 1', 'Кто поможет, 2'];

const stateScreen = async (ctx: PageCtx, personId: string, sent?: { values: readonly string[]; refusal: string }) => {
  const { currentYear } = await theCollege(ctx.db);
  const person = found(await personById(ctx.db, personId), 'person');
  const options = await peopleToName(ctx.db, personId);
  const ids = async (kind: 'want' | 'helps', most: number) =>
    (await namedBy(ctx.db, currentYear, personId, kind)).slice(0, most).map(({ id }) => id);
  const [want, helps] = [await ids('want', 3), await ids('helps', 2)];
  const values = sent?.values ?? [want[0], want[1], want[2], helps[0], helps[1]];
  return screen(
    ctx,
    { title: fullName(person) },
    <>
      <Heading
        title={fullName(person)}
        crumbs={[{ label: 'Кто с кем хочет', href: '/preferences' }, { label: fullName(person) }]}
        lead="Со слов человека: если он не был на встрече или передумал."
        actions={
          <LinkButton href={`/preferences/${personId}/avoids`} icon="lock" plain>
            С кем не хочет
          </LinkButton>
        }
      />
      <Form
        action={`/preferences/${personId}`}
        refusal={sent?.refusal}
        actions={<Button kind="primary">Записать слова</Button>}
        note="С кем человек не хотел бы работать, останется как было."
      >
        {slots.map((name, at) => (
          <SelectField
            name={name}
            label={slotNames[at] ?? ''}
            optional
            value={values[at] ?? ''}
            options={[{ value: '', label: '—' }, ...options.map(({ id, name: label }) => ({ value: id, label }))]}
          />
        ))}
      </Form>
    </>,
  );
};

export const statePage: MemberRoute = {
  method: 'GET',
  path: '/preferences/:personId',
  who: ballotKeepers,
  handle: (ctx, input) => stateScreen(ctx, param(input, 'personId')),
};

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

export const writeStated: MemberRoute = {
  method: 'POST',
  path: '/preferences/:personId',
  who: ballotKeepers,
  async handle(ctx, input) {
    const personId = param(input, 'personId');
    const { currentYear } = await theCollege(ctx.db);
    found(await personById(ctx.db, personId), 'person');
    const known = new Set((await peopleToName(ctx.db, personId)).map(({ id }) => id));
    const values = slots.map((name) => sentValue(input.form, name));
    const picked = (word: string) => [
      ...new Set(values.filter((id, at) => slots[at]?.startsWith(word) && uuid.test(id) && known.has(id))),
    ];
    const avoids = (await namedBy(ctx.db, currentYear, personId, 'avoid')).map(({ id }) => id);
    const outcome = await statePreferences(ctx, {
      ...{ year: currentYear, personId, avoids },
      wants: picked('want'),
      helps: picked('helps'),
    });
    if (!outcome.ok) return again(await stateScreen(ctx, personId, { values, refusal: stateRefusals[outcome.reason] }));
    return goTo('/preferences', { toast: { text: 'Слова записаны' } });
  },
};

/** Opening this page is journaled, so its links carry data-turbo="false": nothing fetches it ahead of a press. */
export const avoidsPage: MemberRoute = {
  method: 'GET',
  path: '/preferences/:personId/avoids',
  who: avoidReaders,
  async handle(ctx, input) {
    const { currentYear } = await theCollege(ctx.db);
    const personId = param(input, 'personId');
    const avoids = await readAvoids(ctx, currentYear, personId);
    const name = fullName(found(await personById(ctx.db, personId), 'person'));
    return screen(
      ctx,
      { title: 'С кем не хочет работать' },
      <>
        <Heading
          title="С кем не хочет работать"
          crumbs={[{ label: 'Кто с кем хочет', href: '/preferences' }, { label: name }]}
          lead={name}
          actions={<LinkButton href="/preferences">Вернуться к списку</LinkButton>}
        />
        {avoids.length === 0 ? (
          <p>Никто не назван.</p>
        ) : (
          <ul>
            {avoids.map((one) => (
              <li>{one.name}</li>
            ))}
          </ul>
        )}
        <Note icon="lock">Это чтение записано в журнал. Не пересказывайте запись тем, кому она не открыта.</Note>
      </>,
    );
  },
};
