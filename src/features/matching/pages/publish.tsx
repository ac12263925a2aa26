import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { pairKeepers } from '../../pairs/access.ts';
import { orderFields } from '../../pairs/fields.ts';
import { usualPlansDay } from '../../pairs/order-texts.ts';
import type { Hindrance } from '../../pairs/publish-pairs.ts';
import { pairRefusals } from '../../pairs/texts.ts';
import { staffNames } from '../../people/rows.ts';
import { type DeskPair, deskPairs } from '../desk-rows.ts';
import { matchingNorms } from '../norm-rows.ts';
import type { Proposal } from '../proposal.ts';
import { publishable, publishProposal } from '../publish-proposal.ts';
import { proposalById } from '../rows.ts';
import { publishRefusals } from '../texts.ts';
import { formLabels, theProposal } from './proposal.tsx';

interface Shown {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
  readonly hindrances?: readonly Hindrance[];
}

const staffOf = async (ctx: PageCtx) =>
  (await staffNames(ctx.db)).map(({ id, lastName, firstName, patronymic, post }) => ({
    value: id,
    label: `${[lastName, firstName, patronymic].filter(Boolean).join(' ')}${post ? `, ${post}` : ''}`,
    post,
  }));

const framed = (staff: Awaited<ReturnType<typeof staffOf>>) => {
  const { plansBy, curatorId, psychologistId } = orderFields(staff);
  return { plansBy, curatorId, psychologistId };
};

const Hindered = ({ pairs, hindrances }: { pairs: readonly DeskPair[]; hindrances: readonly Hindrance[] }) => (
  <Note kind="bad" title="Ничего не опубликовано">
    <p>Пока вы готовили публикацию, часть пар стала невозможной. Снимите их со стола или исправьте и повторите.</p>
    <ul>
      {hindrances.map(({ mentorId, menteeId, reason }) => {
        const pair = pairs.find((one) => one.mentorId === mentorId && one.menteeId === menteeId);
        return (
          <li>
            {pair?.mentorName} и {pair?.menteeName}: {pairRefusals[reason]}
          </li>
        );
      })}
    </ul>
  </Note>
);

const page = async (ctx: PageCtx, proposal: Proposal, { form, errors = {}, refusal, hindrances = [] }: Shown = {}) => {
  const staff = await staffOf(ctx);
  const { ask } = await matchingNorms(ctx.db);
  const pairs = await deskPairs(ctx.db, proposal.id);
  const ready = publishable(pairs, ask);
  const open = pairs.filter(({ decision }) => decision === 'open').length;
  const labels = await formLabels(ctx);
  const first = formOf({
    plansBy: formatDay(usualPlansDay(proposal.from)),
    curatorId: staff.find(({ value }) => value === ctx.actor.personId)?.value ?? '',
    psychologistId: staff.find(({ post }) => /психолог/i.test(post))?.value ?? '',
  });
  const back = `/matching/${proposal.id}`;
  const heading = (
    <Heading
      title="Публикация пар"
      crumbs={[
        { label: 'Подбор пар', href: '/matching' },
        { label: `Предложение № ${proposal.number}`, href: back },
        { label: 'Публикация' },
      ]}
      lead={`Войдут ${counted(ready.length, 'пара', 'пары', 'пар')} из ${open} открытых. Протокол рабочей группы и проект приказа с приложением составятся сразу, из одних и тех же данных.`}
    />
  );
  if (ready.length === 0)
    return screen(
      ctx,
      { title: 'Публикация пар' },
      <>
        {heading}
        {hindrances.length > 0 ? <Hindered pairs={pairs} hindrances={hindrances} /> : null}
        {refusal ? <Note kind="warn">{refusal}</Note> : null}
        <Empty
          icon="handshake"
          title="Публиковать пока нечего"
          action={<LinkButton href={`${back}/asks`}>Спросить обе стороны</LinkButton>}
        >
          Публикуют пары, на которые согласны обе стороны.
        </Empty>
      </>,
    );
  return screen(
    ctx,
    { title: 'Публикация пар' },
    <>
      {heading}
      {hindrances.length > 0 ? <Hindered pairs={pairs} hindrances={hindrances} /> : null}
      <Columns
        aside={
          ask ? (
            <Note kind="ok" icon="handshake">
              Входят только пары, на которые согласны оба. Остальные останутся открытыми.
            </Note>
          ) : (
            <Note icon="info">В колледже действует правило «без опроса»: стороны не спрашивают.</Note>
          )
        }
      >
        <Form
          action={`${back}/publish`}
          version={proposal.version}
          errors={errors}
          refusal={refusal}
          actions={
            <Button kind="primary" icon="file-text" busy="Публикуем…">
              Опубликовать: {counted(ready.length, 'пара', 'пары', 'пар')}
            </Button>
          }
        >
          <FormFields fields={framed(staff)} form={form ?? first} errors={errors} />
        </Form>
        <Section title="Кто войдёт" count={ready.length}>
          <Table
            caption="Пары, которые войдут в приказ"
            plain
            columns={[
              {
                key: 'mentor',
                label: 'Наставник',
                head: true,
                cell: (pair: DeskPair) => (
                  <>
                    {pair.mentorName} <span class="hint">{pair.mentorPlace}</span>
                  </>
                ),
              },
              {
                key: 'mentee',
                label: 'Наставляемый',
                cell: (pair) => (
                  <>
                    {pair.menteeName} <span class="hint">{pair.menteePlace}</span>
                  </>
                ),
              },
              { key: 'form', label: 'Форма', secondary: true, cell: (pair) => labels.get(pair.form) ?? pair.form },
            ]}
            rows={ready}
          />
        </Section>
      </Columns>
    </>,
  );
};

export const publishPage: MemberRoute = {
  method: 'GET',
  path: '/matching/:proposalId/publish',
  who: pairKeepers,
  handle: async (ctx, input) => page(ctx, await theProposal(ctx, input)),
};

export const publishThis: MemberRoute = {
  method: 'POST',
  path: '/matching/:proposalId/publish',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const read = readForm(framed(await staffOf(ctx)), input.form);
    if (!read.ok) return again(await page(ctx, proposal, { form: input.form, errors: read.errors }));
    const version = Number(sentValue(input.form, 'version')) || 0;
    const frame = { ...read.value, psychologistId: read.value.psychologistId || null };
    const outcome = await publishProposal(ctx, { proposalId: proposal.id, version, ...frame });
    const fresh = (await proposalById(ctx.db, proposal.id)) ?? proposal;
    if (!outcome.ok)
      return again(await page(ctx, fresh, { form: input.form, refusal: publishRefusals[outcome.reason] }));
    if (outcome.value.kind === 'hindered')
      return again(await page(ctx, fresh, { form: input.form, hindrances: outcome.value.hindrances }));
    const { orderId, pairs } = outcome.value;
    return goTo(`/documents/${orderId}`, {
      toast: { text: `Опубликовано: ${counted(pairs, 'пара', 'пары', 'пар')}. Протокол и приказ составлены` },
    });
  },
};
