import { yearLabel } from '../../../kernel/academic-year.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { found, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { visibleGroups } from '../../registers/access.ts';
import { campaignReaders, mayKeepCampaigns, mayTellOfOthers } from '../access.ts';
import { type Campaign, stateOf } from '../campaign.ts';
import { campaignById } from '../campaign-rows.ts';
import { countUnmatched, type GroupLine, groupLines, psychologists } from '../register-rows.ts';
import { StateBadge } from './campaigns.tsx';
import { SheetButton } from './sheet.tsx';

const isSilent = ({ sheetOn, studentsAnswered, parentsAnswered }: GroupLine): boolean =>
  sheetOn === null && studentsAnswered === 0 && parentsAnswered === 0;

const Teacher = ({ group }: { readonly group: GroupLine }) => {
  if (group.sheetOn) return <Tick>лист сдан {formatDay(group.sheetOn)}</Tick>;
  return <Badge tone={group.teacherId ? 'bad' : 'warn'}>{group.teacherId ? 'листа нет' : 'нет руководителя'}</Badge>;
};

const columnsOf = ({ id, audiences }: Campaign): Column<GroupLine>[] => {
  const place = (group: GroupLine, audience: string) => `/campaigns/${id}/groups/${group.id}#${audience}`;
  const share = (group: GroupLine, audience: string, done: number, all: number) => (
    <>
      <a href={place(group, audience)}>{done}</a> из {all}
    </>
  );
  const all: (Column<GroupLine> & { key: string })[] = [
    { key: 'class-teacher', label: 'Классный руководитель', cell: (group) => <Teacher group={group} /> },
    {
      key: 'student',
      label: 'Студенты ответили',
      kind: 'number',
      cell: (group) => share(group, 'student', group.studentsAnswered, group.students),
    },
    {
      key: 'parent',
      label: 'Родители ответили',
      kind: 'number',
      cell: (group) => share(group, 'parent', group.parentsAnswered, group.parents),
    },
    { key: 'psychologist', label: 'Рассказал психолог', kind: 'number', cell: ({ told }) => (told > 0 ? told : '—') },
  ];
  return [
    {
      key: 'group',
      label: 'Группа',
      head: true,
      cell: (group) => <a href={`/campaigns/${id}/groups/${group.id}`}>{group.code}</a>,
    },
    ...all.filter(({ key }) => audiences.some((audience) => audience === key)),
    {
      key: 'reminded',
      label: 'Напоминали',
      secondary: true,
      cell: ({ remindedOn }) => (remindedOn ? formatDay(remindedOn) : '—'),
    },
  ];
};

const Actions = ({ ctx, campaign }: { readonly ctx: PageCtx; readonly campaign: Campaign }) => {
  const { id } = campaign;
  const state = stateOf(campaign, ctx.today);
  if (mayKeepCampaigns(ctx.actor) !== true) {
    return mayTellOfOthers(ctx.actor) === true && state === 'running' ? (
      <LinkButton kind="primary" icon="message-circle" href="/campaigns/tell">
        Рассказать о студенте
      </LinkButton>
    ) : null;
  }
  if (state === 'closed')
    return (
      <PostButton action={`/campaigns/${id}/reopen`}>
        <Button>Открыть снова</Button>
      </PostButton>
    );
  return (
    <>
      <LinkButton href={`/campaigns/${id}/edit`} icon="pencil">
        Изменить
      </LinkButton>
      <PostButton action={`/campaigns/${id}/close`}>
        <Button>Закончить сбор</Button>
      </PostButton>
      {state === 'running' ? (
        <LinkButton kind="primary" icon="bell" href={`/campaigns/${id}/remind`}>
          Напомнить
        </LinkButton>
      ) : null}
    </>
  );
};

const Psychologists = async ({ ctx, campaign }: { readonly ctx: PageCtx; readonly campaign: Campaign }) => {
  const people = await psychologists(ctx.db, campaign);
  const keeps = mayKeepCampaigns(ctx.actor) === true && stateOf(campaign, ctx.today) === 'running';
  return (
    <Section title="Психологи и соцпедагоги" id="psychologist" icon="message-circle" count={people.length}>
      {people.length === 0 ? (
        <p>Ни у кого нет роли психолога или социального педагога. Можно напечатать им общую ссылку.</p>
      ) : (
        <ul class="plain-list">
          {people.map(({ name, told }) => (
            <li>
              {name}: {told > 0 ? counted(told, 'студент', 'студента', 'студентов') : 'ещё не рассказали ни о ком'}
            </li>
          ))}
        </ul>
      )}
      {keeps ? (
        <div class="decision">
          <SheetButton campaignId={campaign.id} audience="psychologist" kind="common" />
          {people.length > 0 ? <SheetButton campaignId={campaign.id} audience="psychologist" kind="personal" /> : null}
        </div>
      ) : null}
    </Section>
  );
};

export const campaignPage: MemberRoute = {
  method: 'GET',
  path: '/campaigns/:campaignId',
  who: campaignReaders,
  async handle(ctx, input) {
    const campaign = found(await campaignById(ctx.db, param(input, 'campaignId')), 'campaign');
    const { id } = campaign;
    const groups = await groupLines(ctx.db, campaign, visibleGroups(ctx.actor), ctx.today);
    const silent = groups.filter(isSilent);
    const onlySilent = input.query.get('silent') !== null;
    const keeps = mayKeepCampaigns(ctx.actor) === true;
    const unmatched = keeps ? await countUnmatched(ctx.db, id) : 0;
    const running = stateOf(campaign, ctx.today) === 'running';
    return screen(
      ctx,
      { title: campaign.title },
      <>
        <Heading
          title={campaign.title}
          crumbs={[
            { label: 'Запросы', href: '/needs' },
            { label: 'Сборы', href: '/campaigns' },
            { label: campaign.title },
          ]}
          lead={
            <>
              <StateBadge campaign={campaign} today={ctx.today} /> {yearLabel(campaign.year)} учебный год, ответы до{' '}
              {formatDay(campaign.tillDay)}. Молчат: {counted(silent.length, 'группа', 'группы', 'групп')}
            </>
          }
          actions={<Actions ctx={ctx} campaign={campaign} />}
        />
        {unmatched > 0 ? (
          <Note
            kind="warn"
            title={`Не узнали, о ком: ${counted(unmatched, 'ответ', 'ответа', 'ответов')}`}
            actions={<LinkButton href={`/campaigns/${id}/unmatched`}>Разобрать</LinkButton>}
          >
            Имя или день рождения не сошлись со списком. Выберите человека сами.
          </Note>
        ) : null}
        <FilterBar live={`Групп: ${onlySilent ? silent.length : groups.length}`}>
          <FilterPill
            href={`/campaigns/${id}`}
            label="Все группы"
            active={!onlySilent}
            removable={false}
            count={groups.length}
          />
          <FilterPill
            href={`/campaigns/${id}?silent=1`}
            label="Молчат"
            active={onlySilent}
            removable={false}
            count={silent.length}
          />
        </FilterBar>
        <Table
          caption="Кто ответил, по группам"
          rows={onlySilent ? silent : groups}
          columns={columnsOf(campaign)}
          marked={isSilent}
          empty={<p>{onlySilent ? 'Ответили все группы.' : 'Учебных групп пока нет.'}</p>}
        />
        {keeps && running ? (
          <Section title="Общие ссылки всем группам" icon="printer">
            <p>По листу на группу: повесить в кабинете или отправить в чат. Отвечает каждый за себя.</p>
            <div class="decision">
              {campaign.audiences
                .filter((audience) => audience !== 'psychologist')
                .map((audience) => (
                  <SheetButton campaignId={id} audience={audience} kind="common" />
                ))}
            </div>
          </Section>
        ) : null}
        {campaign.audiences.includes('psychologist') ? <Psychologists ctx={ctx} campaign={campaign} /> : null}
      </>,
    );
  },
};
