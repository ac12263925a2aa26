import { createHash } from 'node:crypto';
import { now } from '../../platform/clock.ts';
import type { LiveMeeting } from './live-rows.ts';
import { tellable } from './meeting.ts';

/** What is sent to every phone that asks: so few bytes that three hundred phones may ask every few seconds. */
export interface LiveAnswer {
  readonly body: string;
  readonly etag: string;
}

const answerOf = ({ version, state, invited, came, voted }: LiveMeeting): LiveAnswer => {
  const body = JSON.stringify({ version, state, invited, came, voted: tellable(voted) });
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"` };
};

interface Kept<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/**
 * Holds an answer for a moment, so that a hall that asks at once costs one query a second. Exactness is not needed: the counts are
 * for the eye, and a phone that learns of a new part a second later loses nothing.
 */
export const heldFor = <T>(milliseconds: number) => {
  const kept = new Map<string, Kept<T>>();
  return (key: string, ask: () => Promise<T>): Promise<T> => {
    const at = now().getTime();
    const known = kept.get(key);
    if (known && at - known.at < milliseconds) return known.value;
    if (kept.size > 100) kept.clear();
    const value = ask();
    kept.set(key, { at, value });
    value.catch(() => kept.delete(key));
    return value;
  };
};

const held = heldFor<LiveAnswer | undefined>(1000);

/** The answer for a meeting, asked of the database once a second at most. */
export const liveAnswer = (
  meetingId: string,
  ask: () => Promise<LiveMeeting | undefined>,
): Promise<LiveAnswer | undefined> =>
  held(meetingId, async () => {
    const live = await ask();
    return live && answerOf(live);
  });
