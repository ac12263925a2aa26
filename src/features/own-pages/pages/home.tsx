import { addDays, type Day, daysBetween, formatDayMonth, weekdayName } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Avatar, List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import type { Meeting } from '../../meetings/meeting.ts';
import { sidePlace } from '../../pairs/pages/words.tsx';
import { initials } from '../../people/person.ts';
import { formatPhone } from '../../people/phone-number.ts';
import { personById } from '../../people/rows.ts';
import { planStates } from '../../plans/texts.ts';
import type { OwnPair } from '../next-step.ts';
import { type Contact, curatorContacts } from '../own-rows.ts';
import { type Own, readOwn } from '../read-own.ts';
import { stepWords } from '../texts.ts';

const nearWords = (on: Day, today: Day): string | undefined => {
  if (on === today) return 'сегодня';
  return on === addDays(today, 1) ? 'завтра' : undefined;
};

const NextMeeting = ({ ctx, own }: { readonly ctx: PageCtx; readonly own: Own }) => {
  const next = own.meetings
    .filter(({ state, day }) => state === 'planned' && day >= ctx.today)
    .toSorted((a, b) => `${a.day} ${a.starts}`.localeCompare(`${b.day} ${b.starts}`))[0];
  if (!next) return null;
  const pair = own.pairs.find(({ pairId }) => pairId === next.pairId);
  const near = nearWords(next.day, ctx.today);
  const words = [pair ? `${pair.partner.lastName} ${pair.partner.firstName}` : '', next.place].filter(Boolean);
  return (
    <Note
      kind="info"
      icon="calendar-days"
      title={[`${weekdayName(next.day)}, ${formatDayMonth(next.day)}`, next.starts].filter(Boolean).join(', ')}
      actions={<a href={`/meetings/${next.id}`}>Перенести или отменить</a>}
    >
      {near ? <Badge tone="run">{near}</Badge> : null} Ближайшая встреча. {words.join(', ')}
    </Note>
  );
};

const MainStep = ({ own }: { readonly own: Own }) => {
  const words = stepWords(own.step);
  if (!words) return null;
  return (
    <div class="actions">
      {words.reason ? <p>{words.reason}</p> : null}
      <LinkButton
        kind="primary"
        size="l"
        wide
        href={words.href}
        icon={own.step.kind === 'log-another' ? 'plus' : undefined}
      >
        {words.label}
      </LinkButton>
    </div>
  );
};

const meetingWords = (own: Own, { pairId }: OwnPair, today: Day) => {
  const held = own.meetings.filter((one: Meeting) => one.pairId === pairId && one.state === 'held').length;
  const last = own.last.get(pairId);
  if (!last) return 'встреч ещё не было';
  const silence = daysBetween(last.day, today);
  return silence > own.silenceDays ? (
    <Badge tone="warn">{counted(silence, 'день', 'дня', 'дней')} без встречи</Badge>
  ) : (
    `${counted(held, 'встреча', 'встречи', 'встреч')}, последняя ${formatDayMonth(last.day)}`
  );
};

const ContactLinks = ({ contact }: { readonly contact: Omit<Contact, 'name'> | undefined }) => {
  if (!contact?.phone && !contact?.email) return null;
  return (
    <>
      {contact.phone ? <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{formatPhone(contact.phone)}</a> : null}
      {contact.phone && contact.email ? ', ' : ''}
      {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null}
    </>
  );
};

const planWords = (own: Own, pair: OwnPair) => {
  const row = own.plans.find(({ pairId }) => pairId === pair.pairId);
  const href = pair.planId ? `/plans/${pair.planId}` : `/pairs/${pair.pairId}/plan`;
  const tasks = row && row.state === 'agreed' ? `, задач сделано ${row.done} из ${row.tasks}` : '';
  const words = pair.plan === 'none' ? 'ещё нет' : planStates[pair.plan];
  return (
    <>
      <a href={href}>План</a>: {pair.toAgree ? 'ждёт вашего согласия' : words}
      {tasks}
      {row && row.late > 0 ? (
        <>
          {' '}
          <Badge tone="bad">срок прошёл у {row.late}</Badge>
        </>
      ) : null}
    </>
  );
};

const Pairs = ({ ctx, own, pairs, title }: { ctx: PageCtx; own: Own; pairs: readonly OwnPair[]; title: string }) =>
  pairs.length === 0 ? null : (
    <Section title={title}>
      <List
        label={title}
        rows={pairs.map((pair) => ({
          title: `${pair.partner.lastName} ${pair.partner.firstName}`,
          href: `/pairs/${pair.pairId}`,
          before: <Avatar initials={initials(pair.partner)} size="m" accent />,
          text: (
            <>
              {[sidePlace(pair.partner), `пара до ${formatDayMonth(pair.till)}`].filter(Boolean).join(', ')}
              <br />
              {meetingWords(own, pair, ctx.today)}
              <br />
              {planWords(own, pair)}
              <br />
              <ContactLinks contact={own.contacts.get(pair.partner.id)} />
            </>
          ),
        }))}
      />
    </Section>
  );

/** Own pairs, the next meeting and the next step, among other things of a day or as a page of its own. */
const OwnBlocks = ({ ctx, own }: { readonly ctx: PageCtx; readonly own: Own }) => {
  const asMentor = own.pairs.filter(({ side }) => side === 'mentor');
  return (
    <>
      <NextMeeting ctx={ctx} own={own} />
      <MainStep own={own} />
      <Pairs
        ctx={ctx}
        own={own}
        pairs={asMentor}
        title={asMentor.length > 1 ? 'Мои наставляемые' : 'Мой наставляемый'}
      />
      <Pairs ctx={ctx} own={own} pairs={own.pairs.filter(({ side }) => side === 'mentee')} title="Мой наставник" />
    </>
  );
};

/** Own pairs among other things of a person's day; nothing for those who have none. */
export const ownPairs = async (ctx: PageCtx) => {
  const own = await readOwn(ctx);
  return own && own.pairs.length > 0 ? <OwnBlocks ctx={ctx} own={own} /> : null;
};

const Curators = ({ contacts }: { readonly contacts: readonly Contact[] }) =>
  contacts.length === 0 ? null : (
    <Section title={contacts.length > 1 ? 'Кураторы программы' : 'Куратор программы'} icon="message-circle">
      <List rows={contacts.map((one) => ({ title: one.name, text: <ContactLinks contact={one} /> }))} />
    </Section>
  );

const leadOf = ({ pairs, questionnaires }: Own): string => {
  const mentees = pairs.filter(({ side }) => side === 'mentor').length;
  const parts = [
    mentees > 0 ? counted(mentees, 'наставляемый', 'наставляемых', 'наставляемых') : '',
    pairs.some(({ side }) => side === 'mentee') ? 'есть наставник' : '',
    questionnaires > 0 ? counted(questionnaires, 'анкета ждёт ответа', 'анкеты ждут ответа', 'анкет ждут ответа') : '',
  ].filter(Boolean);
  return pairs.length > 0 ? `У вас ${parts.join(', ')}.` : 'Пары у вас пока нет.';
};

const places = [
  { href: '/my-questionnaires', label: 'Мои анкеты', icon: 'list-checks' },
  { href: '/my-achievements', label: 'Мои достижения', icon: 'award' },
  { href: '/library', label: 'Материалы', icon: 'book-open' },
  { href: '/questions', label: 'Вопросы куратору', icon: 'message-circle' },
  { href: '/about-me', label: 'Что обо мне хранится', icon: 'shield-check' },
] as const;

/** The page of a mentor or a mentee, made for a phone first: with whom, when, what next, whom to ask. */
export const ownHome = async (ctx: PageCtx) => {
  const own = await readOwn(ctx);
  const contacts = await curatorContacts(ctx.db);
  const person = ctx.actor.personId === null ? undefined : await personById(ctx.db, ctx.actor.personId);
  return screen(
    ctx,
    { title: 'Сегодня' },
    <>
      <Heading
        title={person ? `Здравствуйте, ${person.firstName}` : 'Здравствуйте'}
        lead={own ? leadOf(own) : 'К вашей учётной записи не привязана карточка человека. Скажите об этом куратору.'}
      />
      {own ? <OwnBlocks ctx={ctx} own={own} /> : null}
      {own && own.pairs.length === 0 ? (
        <Empty icon="handshake" title="Здесь будет ваша пара">
          Когда куратор её составит, вы увидите, с кем и до какого дня работаете, и что делать дальше.
        </Empty>
      ) : null}
      <Section title="Ещё">
        <div class="actions">
          {places.map(({ href, label, icon }) => (
            <LinkButton href={href} icon={icon}>
              {label}
            </LinkButton>
          ))}
        </div>
      </Section>
      <Curators contacts={contacts} />
    </>,
  );
};
