import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { campaignKeepers } from '../access.ts';
import { type Campaign, stateOf } from '../campaign.ts';
import { campaignById } from '../campaign-rows.ts';
import { recipientsOf, type SilentGroup, silentGroups } from '../letter-rows.ts';
import { orderLetters, remindInPerson, remindInSystem } from '../remind-silent.ts';
import { remindRefusals } from '../texts.ts';

const reachOf = ({ teacherName, hasAccount, hasEmail }: SilentGroup, sendsMail: boolean): string => {
  if (teacherName === null) return 'нет классного руководителя';
  const ways = [hasAccount ? 'в системе' : '', hasEmail && sendsMail ? 'письмом' : ''].filter(Boolean);
  return ways.length > 0 ? ways.join(' и ') : 'только лично';
};

const Letters = async ({ ctx, campaign }: { readonly ctx: PageCtx; readonly campaign: Campaign }) => {
  if (!ctx.sendsMail)
    return (
      <Note kind="warn" title="Письма не отправляются: почта не настроена">
        Администратору нужно задать SMTP_URL (почтовый сервер) и MAIL_FROM (адрес отправителя) и запустить систему
        снова. Пока напечатайте список ниже и раздайте классным руководителям.
      </Note>
    );
  const people = (await recipientsOf(ctx.db, campaign, ctx.today)).length;
  return (
    <>
      <p>
        Письмо с личной ссылкой получит каждый, кто молчит и у кого записан адрес: классные руководители, студенты,
        психологи и родители тех, кому нет 18 (адрес представителя — в карточке студента). Одному человеку — не больше
        одного письма в неделю. Родителям без адреса напечатайте карточки.
      </p>
      {people > 0 ? (
        <PostButton action={`/campaigns/${campaign.id}/remind/mail`}>
          <Button icon="mail">Отправить {counted(people, 'письмо', 'письма', 'писем')}</Button>
        </PostButton>
      ) : (
        <p>Сейчас писать некому: адресов нет, либо письма на этой неделе уже ушли.</p>
      )}
    </>
  );
};

export const remindPage: MemberRoute = {
  method: 'GET',
  path: '/campaigns/:campaignId/remind',
  who: campaignKeepers,
  async handle(ctx, input) {
    const campaign = found(await campaignById(ctx.db, param(input, 'campaignId')), 'campaign');
    const { id, title } = campaign;
    const groups = await silentGroups(ctx.db, campaign);
    const running = stateOf(campaign, ctx.today) === 'running';
    const inSystem = groups.filter(({ hasAccount }) => hasAccount).length;
    return screen(
      ctx,
      { title: 'Напомнить тем, кто молчит' },
      <>
        <Heading
          title="Напомнить тем, кто молчит"
          crumbs={[
            { label: 'Сборы', href: '/campaigns' },
            { label: title, href: `/campaigns/${id}` },
            { label: 'Напомнить' },
          ]}
          lead={
            running
              ? `Ни одного запроса и листа: ${counted(groups.length, 'группа', 'группы', 'групп')}. Ответы до ${formatDay(campaign.tillDay)}`
              : remindRefusals['campaign-over']
          }
        />
        {running && inSystem > 0 ? (
          <Section title="В системе" icon="bell">
            <p>
              У классного руководителя на странице «Сегодня» стоит строка с листом группы. Напоминание запишется в карту
              и в журнал.
            </p>
            <PostButton action={`/campaigns/${id}/remind`}>
              <Button kind="primary">Напомнить в системе: {counted(inSystem, 'группа', 'группы', 'групп')}</Button>
            </PostButton>
          </Section>
        ) : null}
        {running ? (
          <Section title="Письмами" icon="mail">
            <Letters ctx={ctx} campaign={campaign} />
          </Section>
        ) : null}
        <Section title="Список для печати" icon="printer" count={groups.length}>
          <Table
            caption="Группы, которые молчат"
            rows={groups}
            columns={[
              { key: 'group', label: 'Группа', head: true, cell: ({ code }) => code },
              { key: 'teacher', label: 'Классный руководитель', cell: ({ teacherName }) => teacherName ?? '—' },
              { key: 'phone', label: 'Телефон', cell: ({ phone }) => phone ?? '—' },
              { key: 'reach', label: 'Как напомнить', cell: (group) => reachOf(group, ctx.sendsMail) },
              {
                key: 'last',
                label: 'Напоминали',
                cell: ({ remindedOn }) => (remindedOn ? formatDay(remindedOn) : 'ещё нет'),
              },
            ]}
            selectable={
              running
                ? {
                    value: (group) => group.id,
                    label: ({ code }) => code,
                    action: `/campaigns/${id}/remind/person`,
                    actions: <Button size="s">Отметить: напомнили лично</Button>,
                    forms: ['группа', 'группы', 'групп'],
                  }
                : undefined
            }
            empty={<p>Рассказали все группы.</p>}
          />
        </Section>
      </>,
    );
  },
};

const told = (groups: number): string => `Напоминание записано: ${counted(groups, 'группа', 'группы', 'групп')}`;

export const remindAll: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/remind',
  who: campaignKeepers,
  async handle(ctx, input) {
    const id = param(input, 'campaignId');
    const outcome = await remindInSystem(ctx, id);
    const text = outcome.ok ? told(outcome.value) : remindRefusals[outcome.reason];
    return goTo(`/campaigns/${id}/remind`, { toast: { text } });
  },
};

export const remindByHand: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/remind/person',
  who: campaignKeepers,
  async handle(ctx, input) {
    const id = param(input, 'campaignId');
    const outcome = await remindInPerson(ctx, id, input.form.values.ids ?? []);
    const text = outcome.ok ? told(outcome.value) : 'Отметьте группы, классным руководителям которых напомнили';
    return goTo(`/campaigns/${id}/remind`, { toast: { text } });
  },
};

export const remindByMail: MemberRoute = {
  method: 'POST',
  path: '/campaigns/:campaignId/remind/mail',
  who: campaignKeepers,
  async handle(ctx, input) {
    const id = param(input, 'campaignId');
    const outcome = await orderLetters(ctx, id, ctx.sendsMail);
    if (!outcome.ok) return goTo(`/campaigns/${id}/remind`, { toast: { text: remindRefusals[outcome.reason] } });
    ctx.afterCommit(() => ctx.tasks.enqueue(ctx.actor.college, outcome.value));
    return goTo(`/tasks/${outcome.value}`);
  },
};
