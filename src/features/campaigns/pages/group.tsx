import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { found, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { mayEnterNeeds } from '../../registers/access.ts';
import { campaignReaders, mayPrintLinks, mayReadGroup } from '../access.ts';
import { type Audience, type Campaign, stateOf } from '../campaign.ts';
import { campaignById } from '../campaign-rows.ts';
import { cardHolders, type LiveLinks, liveLinks } from '../link-rows.ts';
import { type GroupLine, groupLines, personLines } from '../register-rows.ts';
import { audienceNames } from '../texts.ts';
import { SheetButton } from './sheet.tsx';

interface Place {
  readonly ctx: PageCtx;
  readonly campaign: Campaign;
  readonly group: GroupLine;
  readonly live: readonly LiveLinks[];
}

/** Buttons that print links of one audience and end those that are out. */
const Links = ({
  place: { ctx, campaign, group, live },
  audience,
}: {
  readonly place: Place;
  readonly audience: Audience;
}) => {
  const running = stateOf(campaign, ctx.today) === 'running';
  if (!running || mayPrintLinks(ctx.actor, { groupId: group.id, audience }) !== true) return null;
  const count = live.find((one) => one.audience === audience)?.count ?? 0;
  return (
    <div class="decision">
      <SheetButton campaignId={campaign.id} audience={audience} kind="personal" groupId={group.id} />
      <SheetButton campaignId={campaign.id} audience={audience} kind="common" groupId={group.id} />
      {count > 0 ? (
        <PostButton action={`/campaigns/${campaign.id}/groups/${group.id}/revoke`} hidden={{ audience }}>
          <Button size="s" kind="quiet">
            Отозвать {counted(count, 'ссылку', 'ссылки', 'ссылок')}
          </Button>
        </PostButton>
      ) : null}
    </div>
  );
};

const Teacher = ({ place }: { readonly place: Place }) => {
  const { ctx, group } = place;
  return (
    <Section title={audienceNames['class-teacher']} id="class-teacher" icon="users">
      <p>
        {group.teacherName ?? 'У группы нет классного руководителя'}:{' '}
        {group.sheetOn ? <Tick>лист сдан {formatDay(group.sheetOn)}</Tick> : <Badge tone="bad">лист не сдан</Badge>}
      </p>
      <div class="decision">
        {mayEnterNeeds(ctx.actor, { groupId: group.id }) === true ? (
          <LinkButton size="s" icon="list-checks" href={`/needs/groups/${group.id}`}>
            Лист группы
          </LinkButton>
        ) : null}
        <Links place={place} audience="class-teacher" />
      </div>
    </Section>
  );
};

const People = async ({ place }: { readonly place: Place }) => {
  const { ctx, campaign, group } = place;
  const people = await personLines(ctx.db, campaign, group.id, ctx.today);
  const asks = (audience: Audience) => campaign.audiences.includes(audience);
  const holders = await cardHolders(ctx.db, campaign.id, group.id);
  const mark = (done: boolean, audience: Audience, { id, name }: { readonly id: string; readonly name: string }) => (
    <>
      {done ? <Tick>ответ есть</Tick> : <Badge tone="mute">молчит</Badge>}
      {holders.has(`${audience} ${id}`) && mayPrintLinks(ctx.actor, { groupId: group.id, audience }) === true ? (
        <PostButton action={`/campaigns/${campaign.id}/groups/${group.id}/revoke`} hidden={{ audience, personId: id }}>
          <Button size="s" kind="quiet" name={`Отозвать ссылку: ${name}`}>
            Отозвать ссылку
          </Button>
        </PostButton>
      ) : null}
    </>
  );
  return (
    <>
      {(['student', 'parent'] as const).filter(asks).map((audience) => (
        <Section
          title={audienceNames[audience]}
          id={audience}
          icon="message-circle"
          count={
            audience === 'student'
              ? `${group.studentsAnswered} из ${group.students}`
              : `${group.parentsAnswered} из ${group.parents}`
          }
        >
          <Links place={place} audience={audience} />
        </Section>
      ))}
      {asks('student') || asks('parent') ? (
        <Table
          caption={`Кто ответил в группе ${group.code}`}
          rows={people}
          columns={[
            { key: 'name', label: 'Студент', head: true, cell: ({ name }) => name },
            ...(asks('student')
              ? [
                  {
                    key: 'self',
                    label: 'Сам',
                    cell: (one: (typeof people)[number]) => mark(one.answered, 'student', one),
                  },
                ]
              : []),
            ...(asks('parent')
              ? [
                  {
                    key: 'parent',
                    label: 'Родители',
                    cell: (one: (typeof people)[number]) =>
                      one.minor || one.parentAnswered
                        ? mark(one.parentAnswered, 'parent', one)
                        : '18 лет, отвечает сам',
                  },
                ]
              : []),
          ]}
          empty={<p>В группе никто не учится.</p>}
        />
      ) : null}
    </>
  );
};

export const groupPage: MemberRoute = {
  method: 'GET',
  path: '/campaigns/:campaignId/groups/:groupId',
  who: campaignReaders,
  async handle(ctx, input) {
    const groupId = param(input, 'groupId');
    const campaign = found(await campaignById(ctx.db, param(input, 'campaignId')), 'campaign');
    demand(mayReadGroup(ctx.actor, { groupId }));
    const [line] = await groupLines(ctx.db, campaign, [groupId], ctx.today);
    const group = found(line, 'group');
    const place: Place = { ctx, campaign, group, live: await liveLinks(ctx.db, campaign.id, groupId) };
    return screen(
      ctx,
      { title: `Сбор запросов, ${group.code}` },
      <>
        <Heading
          title={`Сбор запросов в группе ${group.code}`}
          crumbs={[
            { label: 'Сборы', href: '/campaigns' },
            { label: campaign.title, href: `/campaigns/${campaign.id}` },
            { label: group.code },
          ]}
          lead="Кто ответил, видно сразу; что именно, видно в запросах. Личные карточки печатаются только тем, кто молчит."
        />
        {campaign.audiences.includes('class-teacher') ? <Teacher place={place} /> : null}
        <People place={place} />
      </>,
    );
  },
};
