import { addDays, formatDay } from '../../../kernel/day.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { fullName } from '../../people/person.ts';
import { consentReaders, mayBringScans, visibleGroups } from '../access.ts';
import { isPurpose, purposes } from '../consent.ts';
import { renewals } from '../register-rows.ts';
import { purposeNames } from '../texts.ts';

/** How far ahead the list looks: time enough to print, hand out and collect. */
const ahead = 60;

/** Whose consent must be signed anew soon: the term ends, or the eighteenth birthday comes. */
export const renewalPage: MemberRoute = {
  method: 'GET',
  path: '/consents/renewal',
  who: consentReaders,
  async handle(ctx, { query }) {
    const word = query.get('purpose') ?? '';
    const purpose = isPurpose(word) ? word : 'processing';
    const till = addDays(ctx.today, ahead);
    const rows = await renewals(ctx.db, { visible: visibleGroups(ctx.actor), today: ctx.today }, purpose, till);
    return screen(
      ctx,
      { title: 'Что обновить' },
      <>
        <Heading
          title="Что обновить"
          crumbs={[{ label: 'Согласия', href: '/consents' }, { label: 'Что обновить' }]}
          lead={`До ${formatDay(till)}: кому исполняется 18 и у кого кончается срок.`}
        />
        <Tabs
          label="Вид согласия"
          tabs={purposes.map((each) => ({
            href: `/consents/renewal?purpose=${each}`,
            label: purposeNames[each],
            current: each === purpose,
          }))}
        />
        <Table
          caption="Чьи согласия обновить"
          rows={rows}
          selectable={
            mayBringScans(ctx.actor) === true
              ? {
                  value: ({ id }) => id,
                  label: fullName,
                  action: '/consents/choose',
                  hidden: { purpose },
                  forms: ['человек', 'человека', 'человек'],
                  actions: (
                    <Button size="s" icon="printer" field="then" value="print" busy="Открываем…">
                      Напечатать бланки
                    </Button>
                  ),
                }
              : undefined
          }
          empty={
            <Empty icon="circle-check" title="Обновлять нечего">
              В ближайшие два месяца ни у кого из тех, чьи согласия действуют, не кончается срок и никому не исполняется
              18.
            </Empty>
          }
          columns={[
            {
              key: 'name',
              label: 'Фамилия, имя, отчество',
              head: true,
              cell: (row) => <a href={`/consents/people/${row.id}`}>{fullName(row)}</a>,
            },
            { key: 'group', label: 'Группа или должность', cell: (row) => row.groupCode ?? (row.post || '—') },
            {
              key: 'why',
              label: 'Почему',
              cell: ({ adultOn, till: end }) =>
                adultOn && adultOn <= till ? `18 лет ${formatDay(adultOn)}` : `срок до ${formatDay(end)}`,
            },
          ]}
        />
      </>,
    );
  },
};
