import { found } from '../../../platform/http/replies.ts';
import type { Route } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { pairKeepers } from '../../pairs/access.ts';
import { conditionNames } from '../candidate.ts';
import { compare, type Fate } from '../compare.ts';
import { criterionNames } from '../criterion.ts';
import { deskPairs } from '../desk-rows.ts';
import type { Proposal } from '../proposal.ts';
import { type NamedPerson, personNames, proposalById, proposalsOf } from '../rows.ts';
import { conditionWords, criterionWords, signed } from '../texts.ts';
import { theProposal } from './proposal.tsx';

/** What the two runs were asked differently. */
const differences = (first: Proposal, second: Proposal): string[] => [
  ...conditionNames
    .filter((name) => first.conditions[name] !== second.conditions[name])
    .map((name) => `${second.conditions[name] ? 'добавлено' : 'снято'} условие: ${conditionWords[name]}`),
  ...criterionNames
    .filter((name) => first.weights[name] !== second.weights[name])
    .map((name) => `${criterionWords[name].label}: ${first.weights[name]} → ${second.weights[name]}`),
  ...(first.forms.join() === second.forms.join() ? [] : ['разные формы']),
  ...(first.mode === second.mode ? [] : [second.mode === 'groups' ? 'группами, а не парами' : 'парами, а не группами']),
  ...(first.inputHash === second.inputHash ? ['данные те же'] : []),
];

const sum = (pairs: readonly { readonly score: number; readonly decision: string }[]) =>
  pairs.filter(({ decision }) => decision !== 'refused').reduce((total, { score }) => total + score, 0);

/** More than a person reads. */
const most = 100;

interface Rows {
  readonly title: string;
  readonly fates: readonly Fate[];
  readonly names: ReadonlyMap<string, NamedPerson>;
  readonly numbers: readonly [number, number];
}

const Fates = ({ title, fates, names, numbers }: Rows) => {
  const nameOf = (id: string | undefined) => (id ? (names.get(id)?.name ?? 'выбыл') : 'без наставника');
  return fates.length === 0 ? null : (
    <Section title={title} count={fates.length}>
      <Table
        caption={title}
        columns={[
          {
            key: 'mentee',
            label: 'Наставляемый',
            head: true,
            cell: ({ menteeId }: Fate) => (
              <>
                <a href={`/people/${menteeId}`}>{nameOf(menteeId)}</a>{' '}
                <span class="hint">{names.get(menteeId)?.place}</span>
              </>
            ),
          },
          { key: 'before', label: `В № ${numbers[0]}`, cell: ({ before }) => nameOf(before?.mentorId) },
          { key: 'after', label: `В № ${numbers[1]}`, cell: ({ after }) => nameOf(after?.mentorId) },
          { key: 'change', label: 'Баллы', kind: 'number', cell: ({ change }) => signed(change) },
        ]}
        rows={fates.slice(0, most)}
        footer={fates.length > most ? `Показаны первые ${most} из ${fates.length}` : undefined}
      />
    </Section>
  );
};

/** Two variants side by side: totals, what was asked otherwise, who gains and who loses. */
export const comparePage: Route = {
  method: 'GET',
  path: '/matching/:proposalId/compare',
  who: pairKeepers,
  async handle(ctx, input) {
    const second = await theProposal(ctx, input);
    const others = (await proposalsOf(ctx.db, second.year)).filter(({ id }) => id !== second.id);
    const wanted = input.query.get('with') ?? others[0]?.id ?? '';
    const crumbs = [
      { label: 'Подбор пар', href: '/matching' },
      { label: `Предложение № ${second.number}`, href: `/matching/${second.id}` },
      { label: 'Сравнение' },
    ];
    if (others.length === 0)
      return screen(
        ctx,
        { title: 'Сравнение' },
        <>
          <Heading title="Сравнение" crumbs={crumbs} />
          <Empty
            title="Сравнивать не с чем"
            action={<LinkButton href={`/matching/${second.id}`}>Пересчитать с другими условиями</LinkButton>}
          >
            В этом году пока одно предложение.
          </Empty>
        </>,
      );
    const known = /^[0-9a-f-]{36}$/.test(wanted) ? await proposalById(ctx.db, wanted) : undefined;
    const first = found(known, 'proposal');
    const [was, is] = [await deskPairs(ctx.db, first.id), await deskPairs(ctx.db, second.id)];
    const { same, gained, lost, moved } = compare(was, is);
    const ids = [...was, ...is].flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
    const names = await personNames(ctx.db, [...new Set(ids)]);
    const numbers = [first.number, second.number] as const;
    const totals = [
      { what: 'Получают наставника', one: first.totals.met, other: second.totals.met },
      { what: 'Из скольких', one: first.totals.wanted, other: second.totals.wanted },
      { what: 'Сумма баллов', one: sum(was), other: sum(is) },
    ];
    return screen(
      ctx,
      { title: `Сравнение № ${numbers[0]} и № ${numbers[1]}` },
      <>
        <Heading
          title={`Предложения № ${numbers[0]} и № ${numbers[1]}`}
          crumbs={crumbs}
          lead={`Одинаковых пар: ${same}. Получили наставника: ${gained.length}, потеряли: ${lost.length}, сменили: ${moved.length}.`}
        />
        <FilterBar>
          {others.slice(0, 6).map((one) => (
            <FilterPill
              href={`/matching/${second.id}/compare?with=${one.id}`}
              label={`с № ${one.number}`}
              active={one.id === first.id}
              removable={false}
            />
          ))}
        </FilterBar>
        <Columns
          aside={
            <Section title="Чем отличается вопрос">
              <ul class="plain-list">
                {differences(first, second).map((words) => (
                  <li>{words}</li>
                ))}
              </ul>
            </Section>
          }
        >
          <Table
            caption="Итоги двух предложений"
            plain
            columns={[
              { key: 'what', label: 'Итог', head: true, cell: ({ what }) => what },
              { key: 'one', label: `№ ${numbers[0]}`, kind: 'number', cell: ({ one }) => one.toLocaleString('ru-RU') },
              {
                key: 'other',
                label: `№ ${numbers[1]}`,
                kind: 'number',
                cell: ({ other }) => other.toLocaleString('ru-RU'),
              },
              { key: 'change', label: 'Разница', kind: 'number', cell: ({ one, other }) => signed(other - one) },
            ]}
            rows={totals}
          />
          <Fates title="Получили наставника" fates={gained} names={names} numbers={numbers} />
          <Fates title="Остались без наставника" fates={lost} names={names} numbers={numbers} />
          <Fates title="Сменили наставника" fates={moved} names={names} numbers={numbers} />
        </Columns>
      </>,
    );
  },
};
