import { addDays, type Day, formatDay, weekdayShort } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DateMark, List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import type { ListedPair } from '../../pairs/rows.ts';
import { pairPeople, sideOf } from '../access.ts';
import { recentKeys } from '../log-rows.ts';
import type { Meeting } from '../meeting.ts';
import { kindNames } from '../name-texts.ts';
import { meetingsOf } from '../rows.ts';
import { CalendarSection } from './calendar.tsx';
import { phoneScreen } from './phone-frame.tsx';
import { otherSide, ownPairs } from './the-own-pairs.ts';
import { aboutWords, nearWords, phoneName, StateOf } from './words.tsx';

/** The last meetings that a phone carries along; the rest is on the pair's page. */
const shownPast = 8;

const rowOf = (ctx: PageCtx, pairs: readonly ListedPair[]) => (meeting: Meeting) => {
  const pair = pairs.find(({ id }) => id === meeting.pairId);
  const whom = pair ? phoneName(otherSide(ctx, pair)) : '';
  const near = nearWords(meeting.day, ctx.today, addDays(ctx.today, 1));
  return {
    href: `/meetings/${meeting.id}`,
    title: `${kindNames[meeting.kind]}: ${whom}`,
    text: [near, meeting.starts, aboutWords(meeting)].filter(Boolean).join(' · '),
    before: <DateMark day={Number(meeting.day.slice(8))} weekday={weekdayShort(meeting.day)} />,
    after: meeting.state === 'planned' && meeting.day >= ctx.today ? undefined : <StateOf meeting={meeting} />,
  };
};

const leadOf = (ctx: PageCtx, pairs: readonly ListedPair[], next: Meeting | undefined): string => {
  if (pairs.length === 0) return 'Сейчас у вас нет пары, которая работает.';
  if (!next) return 'Следующая встреча не назначена. Договоритесь о ней.';
  return `Следующая: ${[nearWords(next.day, ctx.today, addDays(ctx.today, 1)), next.starts, next.place].filter(Boolean).join(', ')}.`;
};

/** Planned meetings whose day is over wait for a word. */
const waiting = (meetings: readonly Meeting[], today: Day): Meeting[] =>
  meetings.filter(({ state, day }) => state === 'planned' && day < today);

const Actions = ({ ctx, pairs }: { readonly ctx: PageCtx; readonly pairs: readonly ListedPair[] }) => (
  <div class="phone-choices">
    <LinkButton kind="primary" size="l" href="/my-meetings/log" icon="plus">
      Записать встречу
    </LinkButton>
    {pairs.map((pair) => (
      <LinkButton size="l" href={`/pairs/${pair.id}/meetings/new`} icon="calendar-plus">
        Назначить: {phoneName(otherSide(ctx, pair))}
      </LinkButton>
    ))}
  </div>
);

export const minePage: MemberRoute = {
  method: 'GET',
  path: '/my-meetings',
  who: pairPeople,
  async handle(ctx) {
    const pairs = await ownPairs(ctx);
    const meetings = await meetingsOf(
      ctx.db,
      pairs.map(({ id }) => id),
    );
    const ahead = meetings.filter(({ state, day }) => state === 'planned' && day >= ctx.today);
    const late = waiting(meetings, ctx.today);
    const past = meetings.filter(({ state, day }) => state !== 'planned' && day <= ctx.today).toReversed();
    const row = rowOf(ctx, pairs);
    const held = past.filter(({ state }) => state === 'held').length;
    return phoneScreen(
      ctx,
      { title: 'Мои встречи', back: '/', keeps: true, keys: await recentKeys(ctx.db, ctx.actor.accountId) },
      <>
        <Heading title="Мои встречи" lead={leadOf(ctx, pairs, ahead[0])} />
        {pairs.length > 0 ? <Actions ctx={ctx} pairs={pairs} /> : null}
        {late.length > 0 ? (
          <Section title="Ждут записи" count={late.length} bad>
            <List
              rows={late.map((meeting) => ({
                ...row(meeting),
                after: (
                  <LinkButton size="s" href={`/my-meetings/log?meeting=${meeting.id}`}>
                    Записать
                  </LinkButton>
                ),
              }))}
            />
          </Section>
        ) : null}
        {ahead.length > 0 ? (
          <Section title="Впереди" count={ahead.length}>
            <List label="Назначенные встречи" rows={ahead.map(row)} />
          </Section>
        ) : null}
        <Section
          title="Прошедшие"
          count={past.length}
          aside={held > 0 ? `${counted(held, 'встреча', 'встречи', 'встреч')} состоялось` : undefined}
        >
          {past.length === 0 ? (
            <Empty icon="calendar-check" title="Записей пока нет">
              После первой встречи нажмите «Записать встречу»: это полминуты, и связь для этого не нужна.
            </Empty>
          ) : (
            <List label="Прошедшие встречи" rows={past.slice(0, shownPast).map(row)} />
          )}
          {pairs
            .filter(({ id }) => past.some(({ pairId }) => pairId === id))
            .map((pair) => (
              <p>
                <a href={`/pairs/${pair.id}/meetings`}>Все встречи: {phoneName(otherSide(ctx, pair))}</a>
                <span class="hint"> с {formatDay(pair.from)}</span>
                {sideOf(ctx.actor, pair) === 'mentor' ? <span class="hint">, там же дневник наставника</span> : null}
              </p>
            ))}
        </Section>
        <CalendarSection ctx={ctx} />
      </>,
    );
  },
};
