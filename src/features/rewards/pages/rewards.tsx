import { counted } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { mayKeepRewards, rewardKeepers, rewardReaders } from '../access.ts';
import { type AchievementCode, achievementsIn } from '../achievement.ts';
import { type PersonFacts, workFacts } from '../achievement-rows.ts';
import { achievementNames, achievementRules, sideNames } from '../name-texts.ts';
import { RewardTabs } from './tabs.tsx';

const perPage = 50;

const address = (side: string | undefined, page: number): string => {
  const query = new URLSearchParams({ ...(side ? { side } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return query.size > 0 ? `/rewards?${query}` : '/rewards';
};

const uuid = /^[0-9a-f-]{36}$/;

interface Achiever extends PersonFacts {
  readonly codes: readonly AchievementCode[];
}

const columns: Column<Achiever>[] = [
  { key: 'who', label: 'Кто', head: true, cell: (one) => <a href={`/people/${one.personId}`}>{one.name}</a> },
  { key: 'side', label: 'Роль', secondary: true, cell: (one) => sideNames[one.side] },
  {
    key: 'codes',
    label: 'Достижения',
    cell: (one) => (
      <span class="actions">
        {one.codes.map((code) => (
          <Badge tone="ok" icon="award">
            {achievementNames[code]}
          </Badge>
        ))}
      </span>
    ),
  },
  { key: 'held', label: 'Встреч', kind: 'number', cell: (one) => one.held },
];

export const rewardsPage: MemberRoute = {
  method: 'GET',
  path: '/rewards',
  who: rewardReaders,
  async handle(ctx, { query }) {
    const { currentYear } = await theCollege(ctx.db);
    const facts = await workFacts(ctx.db, currentYear, ctx.today);
    const side = (['mentor', 'mentee'] as const).find((one) => one === query.get('side'));
    const all = facts.map((one) => ({ ...one, codes: achievementsIn(one) })).filter(({ codes }) => codes.length > 0);
    const rows = all
      .filter((one) => side === undefined || one.side === side)
      .sort((a, b) => b.codes.length - a.codes.length || b.held - a.held);
    const keeper = mayKeepRewards(ctx.actor) === true;
    const page = Math.max(1, Number(query.get('page')) || 1);
    return screen(
      ctx,
      { title: 'Мотивация' },
      <>
        <Heading
          title="Мотивация"
          lead={`Достижения считает система: ${counted(all.length, 'человек', 'человека', 'человек')} с достижениями из ${facts.length} в парах.`}
        />
        <RewardTabs now="/rewards" />
        <FilterBar live={`Показано: ${rows.length}`}>
          {(['mentor', 'mentee'] as const).map((one) => (
            <FilterPill
              href={side === one ? '/rewards' : `/rewards?side=${one}`}
              label={one === 'mentor' ? 'Наставники' : 'Наставляемые'}
              count={all.filter((person) => person.side === one).length}
              active={side === one}
            />
          ))}
        </FilterBar>
        <Table
          caption="Достижения года"
          columns={columns}
          rows={rows.slice((page - 1) * perPage, page * perPage)}
          pages={{ page, perPage, total: rows.length, href: (number: number) => address(side, number) }}
          selectable={
            keeper
              ? {
                  value: ({ personId }) => personId,
                  label: ({ name }) => name,
                  action: '/rewards/chosen',
                  forms: ['человек', 'человека', 'человек'],
                  actions: (
                    <Button size="s" kind="primary" icon="award">
                      Поблагодарить
                    </Button>
                  ),
                }
              : undefined
          }
          empty={
            <Empty icon="award" title="Достижений пока нет">
              Они появятся сами, когда пары проведут встречи, а наставники пройдут обучение.
            </Empty>
          }
        />
        <Section title="Как считаются достижения">
          <DefinitionList
            terms={Object.entries(achievementRules).map(([code, value]) => ({
              label: achievementNames[code as AchievementCode],
              value,
            }))}
          />
        </Section>
      </>,
    );
  },
};

/** Who was ticked goes on to the letter's form: ids only, no names in the address. */
export const chosenPeople: MemberRoute = {
  method: 'POST',
  path: '/rewards/chosen',
  who: rewardKeepers,
  async handle(_, { form }) {
    const ids = [...new Set((form.values.ids ?? []).filter((id) => uuid.test(id)))].slice(0, 100);
    if (ids.length === 0) return goTo('/rewards', { toast: { text: 'Отметьте, кого благодарить' } });
    return goTo(`/rewards/thanks/new?ids=${ids.join(',')}`);
  },
};
