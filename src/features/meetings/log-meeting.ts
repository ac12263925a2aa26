import { randomBytes } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayLogMeeting, sideOf } from './access.ts';
import { holdKey, insertTaken, takenLog } from './log-rows.ts';
import { isLogged, type LogMistake, logMistake, type Meeting, type MeetingLog } from './meeting.ts';
import { type Author, freeOccasion, insertLogged, loggedOn, meetingsOf, putSecret, updateLogged } from './rows.ts';
import { thePair } from './the-pair.ts';

/** One entry as a phone keeps it. */
export interface LogEntry {
  /** Made on the phone once; the same key is stored once, however often it is sent. */
  readonly key: string;
  readonly pairId: string;
  /** The planned meeting that it tells of, as the phone last saw it. */
  readonly seen: { readonly meetingId: string; readonly version: number } | null;
  readonly log: MeetingLog;
  /** over: write it over what stands there (`seen` says what) · apart: it was another meeting of that day. */
  readonly choice: 'over' | 'apart' | null;
}

export type LogRefusal = LogMistake | 'already-logged' | 'changed-meanwhile' | 'not-yours-to-change';

const newDoorKey = (): string => randomBytes(24).toString('base64url');

interface Writing {
  readonly entry: LogEntry;
  readonly author: Author;
}

const writeOver = async (
  ctx: Ctx,
  { entry: { log, choice }, author }: Writing,
  meeting: Meeting,
  version: number,
): Promise<Outcome<string, LogRefusal>> => {
  if (choice === 'over' && isLogged(meeting) && author.side === 'mentee' && meeting.loggedSide !== 'mentee')
    return refused('not-yours-to-change');
  if (meeting.version !== version || (meeting.state !== 'planned' && choice !== 'over'))
    return refused(isLogged(meeting) ? 'already-logged' : 'changed-meanwhile');
  const stays = isLogged(meeting) && meeting.day === log.day;
  const free = choice === null ? 1 : await freeOccasion(ctx.db, meeting.pairId, log.day);
  const occasion = stays ? meeting.occasion : free;
  const written = await updateLogged(ctx.db, { id: meeting.id, version, log, author, occasion });
  if (written === 'changed') {
    const [now] = (await meetingsOf(ctx.db, [meeting.pairId])).filter(({ id }) => id === meeting.id);
    return refused(now && isLogged(now) ? 'already-logged' : 'changed-meanwhile');
  }
  return written === 'done' ? done(meeting.id) : refused('already-logged');
};

const write = async (ctx: Ctx, writing: Writing): Promise<Outcome<string, LogRefusal>> => {
  const { pairId, seen, log, choice } = writing.entry;
  const meetings = await meetingsOf(ctx.db, [pairId]);
  if (seen) {
    const meeting = found(
      meetings.find(({ id }) => id === seen.meetingId),
      'meeting',
    );
    const waits = meeting.state === 'planned' && meeting.version === seen.version;
    if (choice !== 'apart' || waits) return writeOver(ctx, writing, meeting, seen.version);
  }
  // A plan for that very day is what the entry tells of, unless its author says that it was another meeting.
  const planned = meetings.find(({ state, day }) => state === 'planned' && day === log.day);
  if (planned && choice === null && !(await loggedOn(ctx.db, pairId, log.day, 1)))
    return writeOver(ctx, writing, planned, planned.version);
  const occasion = choice === 'apart' ? await freeOccasion(ctx.db, pairId, log.day) : 1;
  const made = await insertLogged(ctx.db, {
    ...{ pairId, log, occasion },
    author: writing.author,
    doorKey: newDoorKey(),
  });
  return made ? done(made) : refused('already-logged');
};

/**
 * Writes down how a meeting went. An entry that came before is answered as it was then; where somebody else was faster or
 * the plan has changed, nothing is written and the page shows both versions. Answers the meeting.
 */
export const logMeeting = async (ctx: Ctx, entry: LogEntry): Promise<Outcome<string | null, LogRefusal>> => {
  const { pair, parties } = await thePair(ctx, entry.pairId);
  demand(mayLogMeeting(ctx.actor, parties));
  await holdKey(ctx.db, entry.key);
  const taken = await takenLog(ctx.db, entry.key, entry.pairId);
  if (taken) return done(taken.meetingId);
  const mistake = logMistake(entry.log.day, pair, ctx.today);
  if (mistake) return refused(mistake);

  const side = sideOf(ctx.actor, parties) ?? 'curator';
  const outcome = await write(ctx, { entry, author: { personId: ctx.actor.personId, side, on: ctx.today } });
  if (!outcome.ok) return outcome;
  if (side === 'mentor' && entry.log.curatorNote !== '') await putSecret(ctx.db, outcome.value, entry.log.curatorNote);
  const { key, pairId } = entry;
  await insertTaken(ctx.db, { key, pairId, accountId: ctx.actor.accountId, meetingId: outcome.value });
  const subject = { kind: 'meeting', id: outcome.value };
  await record(ctx, 'meeting.logged', subject, { day: entry.log.day, outcome: entry.log.outcome });
  return outcome;
};
