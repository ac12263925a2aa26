import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, type RawForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ComboField, TextField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { pairsBy } from '../../pairs/rows.ts';
import { caseVisitors, mayKeepRewards, mayReadRewards } from '../access.ts';
import { casesAbout, casesOf, type PracticeCase } from '../case-rows.ts';
import { caseStates, startRefusals } from '../texts.ts';
import { startCase } from '../write-case.ts';
import { RewardTabs } from './tabs.tsx';

const tones = { draft: 'mute', asked: 'run', agreed: 'ok' } as const;

export const CaseState = ({ state }: { readonly state: PracticeCase['state'] }) => (
  <Badge tone={tones[state]}>{caseStates[state]}</Badge>
);

const columns: Column<PracticeCase>[] = [
  { key: 'title', label: 'Кейс', head: true, cell: (one) => <a href={`/rewards/cases/${one.id}`}>{one.title}</a> },
  { key: 'pair', label: 'Пара', cell: (one) => `${one.mentor} — ${one.mentee}` },
  { key: 'when', label: 'Начат', secondary: true, cell: (one) => formatDay(one.writtenOn) },
  { key: 'state', label: 'Состояние', cell: (one) => <CaseState state={one.state} /> },
];

interface Sent {
  readonly form: RawForm;
  readonly errors?: Readonly<Record<string, string>>;
  readonly refusal?: string;
}

/** A curator picks any pair that works, a mentor one of the own. */
const StartForm = async ({ ctx, sent }: { readonly ctx: PageCtx; readonly sent: Sent }) => {
  const { personId } = ctx.actor;
  const keeper = mayKeepRewards(ctx.actor) === true;
  const pairs = keeper
    ? await pairsBy(ctx.db, {}, ctx.today, { limit: 1000 })
    : personId
      ? (await pairsBy(ctx.db, { personId }, ctx.today)).filter(({ mentorId }) => mentorId === personId)
      : [];
  if (pairs.length === 0) return null;
  const errors = sent.errors ?? {};
  return (
    <Section title="Начать кейс">
      <Form
        action="/rewards/cases"
        errors={errors}
        refusal={sent.refusal}
        draft="case-new"
        actions={<Button kind="primary">Начать</Button>}
      >
        <ComboField
          name="pairId"
          label="Пара"
          value={sentValue(sent.form, 'pairId')}
          options={pairs.map(({ id, mentor, mentee }) => ({
            value: id,
            label: `${mentor.lastName} ${mentor.firstName} — ${mentee.lastName} ${mentee.firstName}`,
          }))}
          empty="выберите пару"
          error={errors.pairId}
        />
        <TextField
          name="title"
          label="Название"
          hint="«Как Егор сдал механику»"
          value={sentValue(sent.form, 'title')}
          maxlength={150}
          error={errors.title}
        />
      </Form>
    </Section>
  );
};

const page = async (ctx: PageCtx, sent: Sent = { form: emptyForm }) => {
  const { currentYear } = await theCollege(ctx.db);
  const reader = mayReadRewards(ctx.actor) === true;
  const { personId } = ctx.actor;
  const cases = reader ? await casesOf(ctx.db, currentYear) : personId ? await casesAbout(ctx.db, personId) : [];
  return screen(
    ctx,
    { title: 'Кейсы' },
    <>
      <Heading title="Кейсы" lead="Удачная практика словами пары. Рассказывают о ней, только когда согласны оба." />
      {reader ? <RewardTabs now="/rewards/cases" /> : null}
      <Table
        caption="Кейсы"
        columns={columns}
        rows={cases}
        empty={
          <Empty icon="book-open" title="Кейсов пока нет">
            Начните с пары, у которой получилось: с чего начали, что делали, что вышло.
          </Empty>
        }
      />
      <StartForm ctx={ctx} sent={sent} />
    </>,
  );
};

export const casesPage: MemberRoute = {
  method: 'GET',
  path: '/rewards/cases',
  who: caseVisitors,
  handle: (ctx) => page(ctx),
};

export const startThis: MemberRoute = {
  method: 'POST',
  path: '/rewards/cases',
  who: caseVisitors,
  async handle(ctx, { form }) {
    const pairId = sentValue(form, 'pairId');
    const title = sentValue(form, 'title').slice(0, 150);
    const errors = {
      ...(/^[0-9a-f-]{36}$/.test(pairId) ? {} : { pairId: 'Выберите пару из списка' }),
      ...(title.length >= 3 ? {} : { title: 'Впишите название' }),
    };
    if (Object.keys(errors).length > 0) return again(await page(ctx, { form, errors }));
    const outcome = await startCase(ctx, { pairId, title });
    if (!outcome.ok) return again(await page(ctx, { form, refusal: startRefusals[outcome.reason] }));
    return goTo(`/rewards/cases/${outcome.value}/edit`);
  },
};
