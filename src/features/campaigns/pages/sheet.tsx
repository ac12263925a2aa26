import { formatDay } from '../../../kernel/day.ts';
import { sentValue } from '../../../platform/fields.ts';
import { found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx, Reply } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { type QrCard, QrSheets } from '../../../ui/qr-sheets.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { campaignKeepers, linkPrinters } from '../access.ts';
import { type Audience, audiences, type Campaign } from '../campaign.ts';
import { campaignById } from '../campaign-rows.ts';
import { issueLinks, type LinkCard, type LinkKind, linkKinds, revokeLinks } from '../issue-links.ts';
import { audienceDatives, audienceNames, linkRefusals } from '../texts.ts';

const labels: Readonly<Record<LinkKind, (audience: Audience) => string>> = {
  personal: (audience) =>
    audience === 'class-teacher' ? 'Личная ссылка руководителю' : `Личные карточки ${audienceDatives[audience]}`,
  common: (audience) => `Общая ссылка ${audienceDatives[audience]}`,
};

/** Makes links and shows them at once: their secrets are stored nowhere, so the sheet has no address of its own. */
export const SheetButton = ({
  campaignId,
  audience,
  kind,
  groupId,
}: {
  readonly campaignId: string;
  readonly audience: Audience;
  readonly kind: LinkKind;
  readonly groupId?: string | undefined;
}) => (
  <PostButton
    action={groupId ? `/campaigns/${campaignId}/groups/${groupId}/sheet` : `/campaigns/${campaignId}/sheet`}
    hidden={{ audience, kind }}
    answersPage
  >
    <Button size="s" icon="printer">
      {labels[kind](audience)}
    </Button>
  </PostButton>
);

const audienceOf = ({ form }: Input): Audience =>
  found(
    audiences.find((one) => one === sentValue(form, 'audience')),
    'audience',
  );

const cardOf = ({ baseUrl }: PageCtx, { tillDay }: Campaign, card: LinkCard): QrCard => {
  const address = `${baseUrl}/ask/${card.token}`;
  const parent = card.audience === 'parent' && card.name !== '';
  const title = card.name === '' ? audienceNames[card.audience] : parent ? `Родителям: ${card.name}` : card.name;
  const how = card.kind === 'personal' ? 'Ссылка личная, не передавайте её.' : 'Отвечает каждый за себя.';
  return {
    title,
    text: address,
    note: `${card.groupCode ? `Группа ${card.groupCode}. ` : ''}Ответить можно с телефона до ${formatDay(tillDay)}. ${how}`,
  };
};

/** A page of paper for each group. */
const sheetsOf = (ctx: PageCtx, campaign: Campaign, cards: readonly LinkCard[]) => {
  const codes = [...new Set(cards.map(({ groupCode }) => groupCode))];
  return codes.map((code) => ({
    title: code ? `${campaign.title}, группа ${code}` : campaign.title,
    cards: cards.filter(({ groupCode }) => groupCode === code).map((card) => cardOf(ctx, campaign, card)),
  }));
};

const print = async (ctx: PageCtx, input: Input, groupId: string | null): Promise<Reply> => {
  const campaignId = param(input, 'campaignId');
  const campaign = found(await campaignById(ctx.db, campaignId), 'campaign');
  const audience = audienceOf(input);
  const kind = found(
    linkKinds.find((one) => one === sentValue(input.form, 'kind')),
    'kind',
  );
  const back = groupId === null ? `/campaigns/${campaignId}` : `/campaigns/${campaignId}/groups/${groupId}`;
  const outcome = await issueLinks(ctx, { campaignId, audience, kind, groupId });
  if (!outcome.ok) return goTo(back, { toast: { text: linkRefusals[outcome.reason] } });
  const { shortName } = await theCollege(ctx.db);
  return screen(
    ctx,
    { title: 'Листы с QR-кодами' },
    <>
      <Heading
        title="Листы с QR-кодами"
        crumbs={[
          { label: 'Сборы', href: '/campaigns' },
          { label: campaign.title, href: back },
          { label: 'Листы с QR-кодами' },
        ]}
        lead="Напечатайте сейчас: второй раз эту страницу не открыть, можно только сделать новую. Прежние карточки продолжают действовать."
        actions={<LinkButton href={back}>Готово</LinkButton>}
      />
      {kind === 'personal' ? (
        <Note kind="warn">Кто держит карточку, тот и ответит. Отдавайте её только самому человеку.</Note>
      ) : null}
      <QrSheets college={shortName} sheets={sheetsOf(ctx, campaign, outcome.value)} />
    </>,
  );
};

export const printGroup: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/groups/:groupId/sheet',
  who: linkPrinters,
  handle: (ctx, input) => print(ctx, input, param(input, 'groupId')),
};

export const printAll: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/sheet',
  who: campaignKeepers,
  handle: (ctx, input) => print(ctx, input, null),
};

export const revokeGroup: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/groups/:groupId/revoke',
  who: linkPrinters,
  async handle(ctx, input) {
    const campaignId = param(input, 'campaignId');
    const groupId = param(input, 'groupId');
    found(await campaignById(ctx.db, campaignId), 'campaign');
    const person = sentValue(input.form, 'personId');
    const personId = /^[0-9a-f-]{36}$/.test(person) ? person : undefined;
    const outcome = await revokeLinks(ctx, { campaignId, groupId, audience: audienceOf(input), personId });
    const text = outcome.ok && outcome.value > 0 ? 'Ссылки отозваны: по ним больше не ответить' : 'Ссылок уже не было';
    return goTo(`/campaigns/${campaignId}/groups/${groupId}`, { toast: { text } });
  },
};
