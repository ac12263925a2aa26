import { Failure } from '../../../kernel/failure.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { StatRow } from '../../../ui/stat-row.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { fullName } from '../../people/person.ts';
import { consentReaders, consentRecorders, mayRecordConsent, mayWriteConsentTexts, visibleGroups } from '../access.ts';
import { type ConsentState, consentStates, isPurpose, purposes, signatoryNeeded, statesInForce } from '../consent.ts';
import type { Circle } from '../consequence.ts';
import { type ConsentFilter, type ConsentLine, consentRegister, groupChoices } from '../register-rows.ts';
import { purposeHints, purposeNames, signatoryNames } from '../texts.ts';
import { idsOf, pageOf } from './address.ts';
import { Filters, filterOf, withWords } from './register-filters.tsx';
import { ConsentMark, Place } from './words.tsx';

const perPage = 25;

const columnsOf = (ctx: PageCtx, { purpose }: ConsentFilter): Column<ConsentLine>[] => [
  {
    key: 'name',
    label: 'Фамилия, имя, отчество',
    head: true,
    cell: (row) => <a href={`/consents/people/${row.id}`}>{fullName(row)}</a>,
  },
  { key: 'place', label: 'Группа или должность', cell: (row) => <Place person={row} today={ctx.today} /> },
  { key: 'state', label: 'Согласие', cell: (row) => <ConsentMark state={row.state} till={row.till} /> },
  {
    key: 'signatory',
    label: 'Чья подпись нужна',
    secondary: true,
    cell: (row) => signatoryNames[signatoryNeeded(row, ctx.today)],
  },
  {
    key: 'actions',
    label: 'Действия',
    labelHidden: true,
    kind: 'actions',
    cell: (row) =>
      mayRecordConsent(ctx.actor, row) === true && row.state !== 'valid' ? (
        <LinkButton
          size="s"
          kind="quiet"
          href={`/consents/people/${row.id}/${purpose}/new`}
          name={`Записать: ${fullName(row)}`}
        >
          Записать
        </LinkButton>
      ) : null,
  },
];

const Numbers = ({
  query,
  counts,
}: {
  readonly query: URLSearchParams;
  readonly counts: ReadonlyMap<ConsentState, number>;
}) => {
  const of = (...states: readonly ConsentState[]) => states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const total = of(...consentStates);
  const inForce = of(...statesInForce);
  const part = (count: number, tone: 'ok' | 'warn' | 'bad') => ({ percent: total ? (count * 100) / total : 0, tone });
  const link = (state: string) => withWords(query, { state });
  return (
    <StatRow
      stats={[
        { value: total, label: 'всего', href: link('') },
        {
          value: inForce,
          label: 'действует',
          bar: part(inForce, 'ok'),
          note: total > inForce ? <a href={link('absent')}>{total - inForce} не хватает</a> : null,
        },
        {
          value: of('expires-soon'),
          label: 'скоро кончится',
          href: link('expires-soon'),
          bar: part(of('expires-soon'), 'warn'),
        },
        {
          value: of('turned-18'),
          label: 'исполнилось 18',
          href: link('turned-18'),
          bar: part(of('turned-18'), 'warn'),
        },
        { value: of('withdrawn'), label: 'отозвано', href: link('withdrawn'), bar: part(of('withdrawn'), 'bad') },
      ]}
    />
  );
};

const registerScreen = async (ctx: PageCtx, { query }: Input, circles: readonly Circle[]) => {
  const frame = { visible: visibleGroups(ctx.actor), today: ctx.today };
  const filter = filterOf(query, circles);
  const page = pageOf(query);
  const { counts, rows } = await consentRegister(ctx.db, frame, filter, { page, perPage });
  const shown = [...counts].reduce((sum, [state, count]) => (fits(filter.state, state) ? sum + count : sum), 0);
  const mayRecord = frame.visible !== 'all' || mayRecordConsent(ctx.actor, { groupId: null }) === true;
  const group = filter.groupId && mayRecord ? `/consents/bulk?purpose=${filter.purpose}&group=${filter.groupId}` : null;
  return screen(
    ctx,
    { title: 'Согласия' },
    <>
      <Heading
        title="Согласия"
        lead={`На каждую цель своя бумага. Сейчас: ${purposeNames[filter.purpose]}. ${purposeHints[filter.purpose]}.`}
        actions={
          <>
            <LinkButton icon="refresh-cw" href={`/consents/renewal?purpose=${filter.purpose}`}>
              Что обновить
            </LinkButton>
            {mayRecord ? (
              <>
                <LinkButton icon="printer" href={`/consents/print?purpose=${filter.purpose}`}>
                  Напечатать
                </LinkButton>
                <LinkButton icon="scan-line" href="/consents/scans">
                  Загрузить сканы
                </LinkButton>
              </>
            ) : null}
            {mayWriteConsentTexts(ctx.actor) === true ? (
              <LinkButton icon="file-text" href="/consents/texts">
                Тексты согласий
              </LinkButton>
            ) : null}
            {group ? (
              <LinkButton kind="primary" icon="list-checks" href={group}>
                Записать всю группу
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Tabs
        label="Вид согласия"
        tabs={purposes.map((purpose) => ({
          href: withWords(query, { purpose }),
          label: purposeNames[purpose],
          current: purpose === filter.purpose,
        }))}
      />
      <Numbers query={query} counts={counts} />
      <Filters
        query={query}
        filter={filter}
        groups={await groupChoices(ctx.db, frame)}
        circles={circles}
        shown={shown}
      />
      <Table
        caption={`Согласия: ${purposeNames[filter.purpose]}`}
        columns={columnsOf(ctx, filter)}
        rows={rows}
        selectable={
          mayRecord
            ? {
                value: (row) => row.id,
                label: fullName,
                action: '/consents/choose',
                hidden: { purpose: filter.purpose },
                forms: ['человек', 'человека', 'человек'],
                actions: (
                  <>
                    <Button size="s" icon="list-checks" busy="Открываем…">
                      Записать согласия
                    </Button>
                    <Button size="s" icon="printer" field="then" value="print" busy="Открываем…">
                      Напечатать бланки
                    </Button>
                  </>
                ),
              }
            : undefined
        }
        pages={{ page, perPage, total: shown, href: (next) => withWords(query, { page: next }) }}
        empty={
          <Empty
            icon="file-check"
            title="Здесь никого нет"
            action={<LinkButton href="/consents?who=all">Показать всех людей</LinkButton>}
          >
            По этому отбору людей не нашлось. Уберите часть условий или посмотрите всех людей колледжа.
          </Empty>
        }
      />
    </>,
  );
};

const fits = (wanted: ConsentFilter['state'], state: ConsentState): boolean =>
  wanted === null || (wanted === 'absent' ? !statesInForce.includes(state) : wanted === state);

export const registerPage = (circles: readonly Circle[]): Route => ({
  method: 'GET',
  path: '/consents',
  who: consentReaders,
  handle: (ctx, input) => registerScreen(ctx, input, circles),
});

/** The ticked people go to the sheet of recording by its address: the answer to a form must be a redirect. */
export const choosePeople: Route = {
  method: 'POST',
  path: '/consents/choose',
  who: consentRecorders,
  async handle(_, { form }) {
    const ids = idsOf(form.values.ids).slice(0, 100);
    const purpose = form.values.purpose?.[0] ?? '';
    if (!isPurpose(purpose)) throw new Failure('not-found', 'purpose of a consent');
    if (ids.length === 0)
      return goTo(`/consents?purpose=${purpose}`, { toast: { text: 'Никто не выбран. Отметьте людей в списке' } });
    if (form.values.then?.[0] === 'print') return goTo(`/consents/print?purpose=${purpose}&ids=${ids.join(',')}`);
    return goTo(`/consents/bulk?purpose=${purpose}&ids=${ids.join(',')}`);
  },
};
