import { addDays, type Day, daysBetween, formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { fullName } from '../../people/person.ts';
import { consentReaders, mayBringScans, mayRecordConsent, visibleGroups } from '../access.ts';
import { type BirthdayDuty, birthdayDuties } from '../birthday-rows.ts';
import { isPurpose, purposes } from '../consent.ts';
import { renewals } from '../register-rows.ts';
import { purposeNames } from '../texts.ts';

/** How far ahead the list looks: time enough to print, hand out and collect. */
const ahead = 60;

const Term = ({ adultOn, today }: { readonly adultOn: Day; readonly today: Day }) => {
  const late = daysBetween(adultOn, today);
  if (late > 0) return <Badge tone="bad">прошло {counted(late, 'день', 'дня', 'дней')}</Badge>;
  return late === 0 ? <Badge tone="warn">сегодня</Badge> : <>до {formatDay(adultOn)}</>;
};

/** A line leaves by itself once the person has signed on the birthday or later. */
const birthdaySection = (ctx: PageCtx, duties: readonly BirthdayDuty[]) =>
  duties.length === 0 ? null : (
    <Section title="Исполняется 18: подписать заново" count={duties.length} id="birthdays">
      <p class="hint">
        Согласие, которое подписывал родитель, действует до дня рождения. С этого дня человек подписывает сам: запишите
        новое согласие, и строка уйдёт.
      </p>
      <Table
        plain
        caption="Кому исполняется 18"
        rows={duties}
        columns={[
          {
            key: 'name',
            label: 'Фамилия, имя, отчество',
            head: true,
            cell: (row) => <a href={`/consents/people/${row.id}`}>{fullName(row)}</a>,
          },
          { key: 'group', label: 'Группа или должность', cell: (row) => row.groupCode ?? (row.post || '—') },
          { key: 'birthday', label: '18 лет', cell: ({ adultOn }) => formatDay(adultOn) },
          { key: 'term', label: 'Срок', cell: ({ adultOn }) => <Term adultOn={adultOn} today={ctx.today} /> },
          {
            key: 'what',
            label: 'Что подписать',
            cell: (row) =>
              row.purposes.map((purpose, index) => (
                <>
                  {index > 0 ? ', ' : ''}
                  {mayRecordConsent(ctx.actor, row) === true ? (
                    <a href={`/consents/people/${row.id}/${purpose}/new`}>{purposeNames[purpose]}</a>
                  ) : (
                    purposeNames[purpose]
                  )}
                </>
              )),
          },
        ]}
      />
    </Section>
  );

/** Whose consent must be signed anew soon: the term ends, or the eighteenth birthday comes. */
export const renewalPage: MemberRoute = {
  method: 'GET',
  path: '/consents/renewal',
  who: consentReaders,
  async handle(ctx, { query }) {
    const word = query.get('purpose') ?? '';
    const purpose = isPurpose(word) ? word : 'processing';
    const till = addDays(ctx.today, ahead);
    const frame = { visible: visibleGroups(ctx.actor), today: ctx.today };
    const rows = await renewals(ctx.db, frame, purpose, till);
    return screen(
      ctx,
      { title: 'Что обновить' },
      <>
        <Heading
          title="Что обновить"
          crumbs={[{ label: 'Согласия', href: '/consents' }, { label: 'Что обновить' }]}
          lead={`Кому исполняется 18 и у кого срок кончается до ${formatDay(till)}.`}
        />
        {birthdaySection(ctx, await birthdayDuties(ctx.db, frame, ahead))}
        <Section title="Кончается срок">
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
                В ближайшие два месяца такое согласие ни у кого не кончается.
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
              { key: 'till', label: 'Действует до', cell: ({ till: end }) => formatDay(end) },
            ]}
          />
        </Section>
      </>,
    );
  },
};
