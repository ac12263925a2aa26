import { randomUUID } from 'node:crypto';
import { holds } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { formOf, type RawForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import type { ListedPair } from '../../pairs/rows.ts';
import { meetingLoggers, pairPeople, sideOf } from '../access.ts';
import { logMeeting } from '../log-meeting.ts';
import { isLogged, type Meeting, outcomeOf } from '../meeting.ts';
import { nextKind } from '../norm.ts';
import { meetingsOf, secretOf } from '../rows.ts';
import { dropLog, joinLog } from '../settle-log.ts';
import { logRefusals } from '../texts.ts';
import { type Conflict, conflictScreen, theirsOf } from './conflict.tsx';
import { LogFormView } from './log-form.tsx';
import { phoneScreen } from './phone-frame.tsx';
import { readLog, type SentLog } from './sent-log.ts';
import { pairsToLog } from './the-own-pairs.ts';
import { type MeetingExtras, topicsOf } from './topics.ts';

const path = '/my-meetings/log';

/** Where a person comes back to: the own meetings, or the pair for a curator. */
export const homeOf = ({ actor }: PageCtx, pairs: readonly ListedPair[]): string => {
  const [pair] = pairs;
  if (pair && sideOf(actor, pair) === undefined) return `/pairs/${pair.id}/meetings`;
  return pair || holds(actor, ...pairPeople) ? '/my-meetings' : '/';
};

interface Shown {
  readonly pairs: readonly ListedPair[];
  readonly form: RawForm;
  readonly errors?: Readonly<Record<string, string>> | undefined;
  readonly refusal?: string | undefined;
  readonly changes?: boolean | undefined;
  readonly fresh?: boolean;
}

const formScreen = async (ctx: PageCtx, extras: MeetingExtras, shown: Shown) => {
  const { pairs } = shown;
  const back = homeOf(ctx, pairs);
  const keeps = back === '/my-meetings' && ctx.actor.personId !== null;
  const topics = await topicsOf(
    extras,
    ctx,
    pairs.map(({ id }) => id),
  );
  return phoneScreen(
    ctx,
    { title: shown.changes ? 'Правка встречи' : 'Встреча', back, keeps, frame: false },
    pairs.length === 0 ? (
      <div class="fill-steps">
        <Empty icon="handshake" title="Записывать пока нечего" action={<LinkButton href="/">На главную</LinkButton>}>
          Встречи записывают, когда пара работает. Если ваша пара уже закреплена, а её здесь нет, скажите куратору.
        </Empty>
      </div>
    ) : (
      <LogFormView ctx={ctx} the={{ ...shown, topics }} />
    ),
  );
};

/** What stands in a fresh form: the planned meeting whose day has come, and the next kind of the method. */
const freshForm = (pairs: readonly ListedPair[], meetings: readonly Meeting[], today: string): RawForm => {
  const seen: Record<string, string> = {};
  const [first] = pairs;
  const due = pairs.map(({ id }) =>
    meetings.filter((one) => one.pairId === id && one.state === 'planned' && one.day <= today).at(-1),
  );
  for (const meeting of due) if (meeting) seen[`seen-${meeting.pairId}`] = `${meeting.id}:${meeting.version}`;
  const one = due.find((meeting) => meeting !== undefined);
  const kind = one?.kind ?? nextKind(meetings.filter(({ pairId }) => pairId === first?.id));
  return formOf({
    ...seen,
    ...{ key: randomUUID(), outcome: 'held', kind, when: one && one.day < today ? 'date' : 'today' },
    ...(one ? { date: formatDay(one.day) } : {}),
    pair: one?.pairId ?? first?.id ?? '',
    length: one && [30, 60, 90].includes(one.minutes) ? String(one.minutes) : '60',
  });
};

/** What stands in the form when a log is corrected. */
const loggedForm = async (ctx: PageCtx, pair: ListedPair, meeting: Meeting): Promise<RawForm> => {
  const side = sideOf(ctx.actor, pair);
  return formOf({
    [`seen-${pair.id}`]: `${meeting.id}:${meeting.version}`,
    ...{ key: randomUUID(), pair: pair.id, outcome: outcomeOf(meeting) ?? 'held', kind: meeting.kind, when: 'date' },
    ...{ date: formatDay(meeting.day), length: 'other', other: String(meeting.minutes), reason: meeting.reason },
    ...{ topics: meeting.topics, mood: String(meeting.mood ?? ''), result: meeting.result, task: meeting.task },
    note: side === 'mentee' ? meeting.menteeNote : meeting.note,
    curatorNote: side === 'mentor' ? await secretOf(ctx.db, meeting.id) : '',
    needsHelp: meeting.needsHelp ? 'yes' : '',
  });
};

const openForm = async (ctx: PageCtx, input: Input, extras: MeetingExtras) => {
  const pairs = await pairsToLog(ctx, input.query.get('pair') ?? undefined);
  const meetings = await meetingsOf(
    ctx.db,
    pairs.map(({ id }) => id),
  );
  const asked = meetings.find(({ id }) => id === input.query.get('meeting'));
  const pair = asked && pairs.find(({ id }) => id === asked.pairId);
  if (asked && pair && isLogged(asked))
    return formScreen(ctx, extras, { pairs: [pair], form: await loggedForm(ctx, pair, asked), changes: true });
  const wanted = pairs.find(({ id }) => id === (asked?.pairId ?? input.query.get('pair')));
  const form = freshForm(wanted ? [wanted] : pairs, asked ? [asked] : meetings, ctx.today);
  return formScreen(ctx, extras, { pairs, form, fresh: true });
};

const settle = async (ctx: PageCtx, sent: SentLog, pairId: string) => {
  const { key, log, choice } = sent;
  if (choice === 'drop') return dropLog(ctx, { key, pairId });
  const seen = sent.seen(pairId);
  if (choice === 'join' && seen)
    return joinLog(ctx, { key, pairId, meetingId: seen.meetingId, note: log.note, curatorNote: log.curatorNote });
  return logMeeting(ctx, { key, pairId, seen, log, choice: choice === 'over' || choice === 'apart' ? choice : null });
};

/** A phone that sends by itself reads JSON; a person reads pages. */
const wantsJson = ({ request }: Input): boolean => request.headers.get('accept') === 'application/json';

const json = (status: number, body: object, page?: Response): Response => {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const cookie of page?.headers.getSetCookie() ?? []) headers.append('set-cookie', cookie);
  return new Response(JSON.stringify(body), { status, headers });
};

const storedWords = { drop: 'Ваша запись убрана', join: 'Слова добавлены к записи' } as const;

const takeForm = async (ctx: PageCtx, input: Input, extras: MeetingExtras) => {
  const pairs = await pairsToLog(ctx, sentValue(input.form, 'pair'));
  const ids = pairs.map(({ id }) => id);
  const read = readLog(input.form, ids, ctx.today);
  if (!read.ok) {
    if (wantsJson(input)) return json(422, { errors: read.errors });
    const changes = sentValue(input.form, 'choice') === 'over';
    return again(await formScreen(ctx, extras, { pairs, form: input.form, errors: read.errors, changes }));
  }
  const conflicts: Conflict[] = [];
  let mistake: string | undefined;
  for (const pair of pairs.filter(({ id }) => read.value.pairIds.includes(id))) {
    const outcome = await settle(ctx, read.value, pair.id);
    if (outcome.ok) continue;
    const { reason } = outcome;
    if (reason === 'day-ahead' || reason === 'outside-period') mistake = logRefusals[reason];
    else conflicts.push({ pair, reason, theirs: await theirsOf(ctx, read.value, pair.id) });
  }
  const [conflict] = conflicts;
  if (wantsJson(input) && (mistake || conflict)) return json(409, { refusal: mistake ?? '' });
  if (conflict)
    return again(await conflictScreen(ctx, { conflict, sent: read.value, form: input.form, left: conflicts.length }));
  if (mistake) return again(await formScreen(ctx, extras, { pairs, form: input.form, refusal: mistake }));
  const { choice } = read.value;
  const text = choice === 'drop' || choice === 'join' ? storedWords[choice] : 'Встреча записана';
  const next = homeOf(ctx, pairs);
  const page = goTo(next, { toast: { text } });
  return wantsJson(input) ? json(200, { next }, page) : page;
};

export const logRoutes = (extras: MeetingExtras): MemberRoute[] => [
  { method: 'GET', path, who: meetingLoggers, handle: (ctx, input) => openForm(ctx, input, extras) },
  { method: 'POST', path, who: meetingLoggers, handle: (ctx, input) => takeForm(ctx, input, extras) },
];
