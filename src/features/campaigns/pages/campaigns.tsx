import { yearLabel } from '../../../kernel/academic-year.ts';
import { addDays, type Day, formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { campaignKeepers, campaignReaders, mayKeepCampaigns, mayTellOfOthers } from '../access.ts';
import { audiences, type Campaign, type CampaignState, stateOf } from '../campaign.ts';
import { campaignById, campaignsOf } from '../campaign-rows.ts';
import { campaignFields } from '../fields.ts';
import { changeCampaign, closeCampaign, reopenCampaign, startCampaign } from '../save-campaign.ts';
import { audienceNames, campaignRefusals, stateNames } from '../texts.ts';

const tones: Readonly<Record<CampaignState, Tone>> = { running: 'run', over: 'warn', closed: 'mute' };

export const StateBadge = ({ campaign, today }: { readonly campaign: Campaign; readonly today: Day }) => {
  const state = stateOf(campaign, today);
  return <Badge tone={tones[state]}>{stateNames[state]}</Badge>;
};

const crumbs = (title: string) => [
  { label: 'Запросы', href: '/needs' },
  { label: 'Сборы', href: '/campaigns' },
  { label: title },
];

export const campaignsPage: MemberRoute = {
  method: 'GET',
  path: '/campaigns',
  who: campaignReaders,
  async handle(ctx) {
    const campaigns = await campaignsOf(ctx.db);
    const keeps = mayKeepCampaigns(ctx.actor) === true;
    const hasOpen = campaigns.some(({ closedOn }) => closedOn === null);
    const start = (
      <LinkButton kind="primary" icon="plus" href="/campaigns/new">
        Начать сбор
      </LinkButton>
    );
    return screen(
      ctx,
      { title: 'Сборы запросов' },
      <>
        <Heading
          title="Сборы запросов"
          crumbs={[{ label: 'Запросы', href: '/needs' }, { label: 'Сборы' }]}
          lead="Кому нужен наставник: спрашиваем всех сразу, по ссылкам и QR-кодам, без учётных записей."
          actions={
            <>
              {mayTellOfOthers(ctx.actor) === true ? (
                <LinkButton icon="message-circle" href="/campaigns/tell">
                  Рассказать о студенте
                </LinkButton>
              ) : null}
              {keeps && !hasOpen && campaigns.length > 0 ? start : null}
            </>
          }
        />
        <Table
          caption="Сборы запросов"
          rows={campaigns}
          columns={[
            {
              key: 'title',
              label: 'Сбор',
              head: true,
              cell: ({ id, title }) => <a href={`/campaigns/${id}`}>{title}</a>,
            },
            { key: 'year', label: 'Учебный год', cell: ({ year }) => yearLabel(year) },
            {
              key: 'days',
              label: 'Когда',
              cell: ({ openedOn, tillDay }) => `${formatDay(openedOn)} – ${formatDay(tillDay)}`,
            },
            {
              key: 'audiences',
              label: 'Кого спрашиваем',
              secondary: true,
              cell: (one) => one.audiences.map((audience) => audienceNames[audience]).join(', '),
            },
            {
              key: 'state',
              label: 'Состояние',
              cell: (campaign) => <StateBadge campaign={campaign} today={ctx.today} />,
            },
          ]}
          empty={
            <Empty icon="message-circle" title="Сборов ещё не было" action={keeps ? start : undefined}>
              Куратор начинает сбор, система делает ссылки и листы с QR-кодами, ответы сами попадают в запросы.
            </Empty>
          }
        />
      </>,
    );
  },
};

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const formScreen = (ctx: PageCtx, { form, errors, refusal }: Sent, campaign?: Campaign) => {
  const title = campaign ? 'Изменить сбор' : 'Новый сбор запросов';
  return screen(
    ctx,
    { title },
    <>
      <Heading title={title} crumbs={crumbs(campaign?.title ?? title)} />
      <Form
        action={campaign ? `/campaigns/${campaign.id}/edit` : '/campaigns/new'}
        version={campaign?.version}
        errors={errors}
        refusal={refusal}
        draft="campaign"
        actions={<Button kind="primary">{campaign ? 'Сохранить' : 'Начать сбор'}</Button>}
      >
        <FormFields fields={campaignFields} form={form} errors={errors} only={['title', 'tillDay', 'audiences']} />
      </Form>
      {campaign ? (
        <Note>Новый последний день действует сразу и для ссылок, которые уже розданы.</Note>
      ) : (
        <Note>
          Повторы складываются: один человек и одна тема — один запрос, кто бы и сколько раз о нём ни написал.
        </Note>
      )}
    </>,
  );
};

const { version: _, ...newFields } = campaignFields;

export const newCampaign: MemberRoute = {
  method: 'GET',
  path: '/campaigns/new',
  who: campaignKeepers,
  handle: (ctx) => {
    const values = { title: 'Кому нужен наставник', tillDay: addDays(ctx.today, 21), audiences };
    return formScreen(ctx, { form: formOf(values) });
  },
};

export const openNew: MemberRoute = {
  method: 'POST',
  path: '/campaigns/new',
  who: campaignKeepers,
  async handle(ctx, { form }) {
    const read = readForm(newFields, form);
    if (!read.ok) return again(await formScreen(ctx, { form, errors: read.errors }));
    const outcome = await startCampaign(ctx, read.value);
    if (!outcome.ok) return again(await formScreen(ctx, { form, refusal: campaignRefusals[outcome.reason] }));
    return goTo(`/campaigns/${outcome.value}`, { toast: { text: 'Сбор начат. Напечатайте ссылки группам' } });
  },
};

export const editCampaign: MemberRoute = {
  method: 'GET',
  path: '/campaigns/:campaignId/edit',
  who: campaignKeepers,
  async handle(ctx, input) {
    const campaign = found(await campaignById(ctx.db, param(input, 'campaignId')), 'campaign');
    const { title, tillDay, audiences: asked } = campaign;
    return formScreen(ctx, { form: formOf({ title, tillDay, audiences: asked }) }, campaign);
  },
};

export const saveCampaign: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/edit',
  who: campaignKeepers,
  async handle(ctx, { form, ...input }) {
    const campaign = found(await campaignById(ctx.db, param(input, 'campaignId')), 'campaign');
    const read = readForm(campaignFields, form);
    if (!read.ok) return again(await formScreen(ctx, { form, errors: read.errors }, campaign));
    const outcome = await changeCampaign(ctx, campaign.id, read.value);
    if (!outcome.ok) return again(await formScreen(ctx, { form, refusal: campaignRefusals[outcome.reason] }, campaign));
    return goTo(`/campaigns/${campaign.id}`, { toast: { text: 'Сбор изменён' } });
  },
};

export const endCampaign: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/close',
  who: campaignKeepers,
  async handle(ctx, input) {
    const id = param(input, 'campaignId');
    const outcome = await closeCampaign(ctx, id);
    const text = outcome.ok ? 'Сбор закончен, ссылки больше не открываются' : campaignRefusals[outcome.reason];
    const undo = { action: `/campaigns/${id}/reopen`, label: 'Открыть снова' };
    return goTo(`/campaigns/${id}`, { toast: outcome.ok ? { text, undo } : { text } });
  },
};

export const openAgain: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/reopen',
  who: campaignKeepers,
  async handle(ctx, input) {
    const id = param(input, 'campaignId');
    const outcome = await reopenCampaign(ctx, id);
    return goTo(`/campaigns/${id}`, {
      toast: { text: outcome.ok ? 'Сбор снова открыт' : campaignRefusals[outcome.reason] },
    });
  },
};
