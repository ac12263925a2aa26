import { createHmac, timingSafeEqual } from 'node:crypto';

const sign = (doorKey: string, meetingId: string, until: string): string =>
  createHmac('sha256', doorKey).update(`${meetingId} ${until}`).digest('base64url').slice(0, 22);

/** A code of presence that opens one meeting until a moment; nothing of it is stored. */
export const hereCode = (meeting: { readonly id: string; readonly doorKey: string }, until: Date): string => {
  const stamp = Math.floor(until.getTime() / 1000).toString(36);
  return `${stamp}-${sign(meeting.doorKey, meeting.id, stamp)}`;
};

export type CodeState = 'good' | 'over' | 'wrong';

export const codeState = (
  meeting: { readonly id: string; readonly doorKey: string },
  code: string,
  now: Date,
): CodeState => {
  const [, stamp = '', mark = ''] = /^([0-9a-z]{1,9})-([\w-]{22})$/.exec(code) ?? [];
  if (mark === '') return 'wrong';
  const right = sign(meeting.doorKey, meeting.id, stamp);
  if (!timingSafeEqual(Buffer.from(right), Buffer.from(mark))) return 'wrong';
  return Number.parseInt(stamp, 36) * 1000 > now.getTime() ? 'good' : 'over';
};
