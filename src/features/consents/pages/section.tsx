import { formatDay } from '../../../kernel/day.ts';
import type { Ctx } from '../../../platform/context.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Section } from '../../../ui/heading.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Person } from '../../people/person.ts';
import { mayReadConsents, mayRecordConsent, mayWithdrawConsent } from '../access.ts';
import { type Purpose, purposes, type Standing, standingOf, statesInForce } from '../consent.ts';
import { consentsOf } from '../rows.ts';
import { textOn } from '../text-rows.ts';
import { purposeNames, stateAdvice } from '../texts.ts';
import { ConsentMark } from './words.tsx';

interface Row extends Standing {
  readonly purpose: Purpose;
}

/** How a person stands for each purpose. */
export const standingsOf = async (ctx: Ctx, person: Person): Promise<Row[]> => {
  const consents = await consentsOf(ctx.db, person.id);
  const rows: Row[] = [];
  for (const purpose of purposes) {
    const newest = (await textOn(ctx.db, purpose, ctx.today))?.version ?? 0;
    const own = consents.filter((consent) => consent.purpose === purpose);
    rows.push({ purpose, ...standingOf(own, person, newest, ctx.today) });
  }
  return rows;
};

const Actions = ({ ctx, person, row }: { readonly ctx: Ctx; readonly person: Person; readonly row: Row }) => {
  const place = `/consents/people/${person.id}/${row.purpose}`;
  const running = !['missing', 'expired', 'withdrawn'].includes(row.state);
  return (
    <>
      {mayRecordConsent(ctx.actor, person) === true ? (
        <LinkButton
          size="s"
          kind={statesInForce.includes(row.state) ? 'quiet' : 'secondary'}
          href={`${place}/new`}
          name={`Записать согласие: ${purposeNames[row.purpose]}`}
        >
          Записать
        </LinkButton>
      ) : null}
      {running && mayWithdrawConsent(ctx.actor) === true ? (
        <LinkButton
          size="s"
          kind="quiet"
          href={`${place}/withdraw`}
          name={`Отозвать согласие: ${purposeNames[row.purpose]}`}
        >
          Отозвать
        </LinkButton>
      ) : null}
    </>
  );
};

/** Consents on a person's card; null for a reader who may not see them. */
export const consentSection = async (ctx: Ctx, person: Person) => {
  if (mayReadConsents(ctx.actor, person) !== true) return null;
  const rows = await standingsOf(ctx, person);
  return (
    <Section
      title="Согласия"
      id="consents"
      icon="file-check"
      aside={<a href={`/consents/people/${person.id}`}>Бумаги и история</a>}
    >
      <Table
        plain
        caption="Согласия по видам"
        rows={rows}
        columns={[
          { key: 'purpose', label: 'На что', head: true, cell: (row) => purposeNames[row.purpose] },
          { key: 'state', label: 'Состояние', cell: (row) => <ConsentMark state={row.state} till={row.till} /> },
          { key: 'till', label: 'Действует по', cell: (row) => (row.till ? formatDay(row.till) : '—') },
          { key: 'advice', label: 'Что сделать', secondary: true, cell: (row) => stateAdvice[row.state] || '—' },
          {
            key: 'actions',
            label: 'Действия',
            labelHidden: true,
            kind: 'actions',
            cell: (row) => <Actions ctx={ctx} person={person} row={row} />,
          },
        ]}
      />
    </Section>
  );
};
