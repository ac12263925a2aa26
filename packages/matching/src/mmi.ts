import type { Instance } from './instance.ts';
import { InputError } from './instance.ts';

const MAGIC = 0x31494d4d;
const HEADER = 6;
const RANKS = 1;

/** Reads the binary form MMI1 (32-bit little-endian words) without copying. */
export function readMmi(bytes: Uint8Array): Instance {
  if (bytes.byteLength < 4 * HEADER || bytes.byteLength % 4 !== 0) throw new InputError('not an MMI1 file: odd length');
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const w = new Int32Array(own.buffer, own.byteOffset, own.byteLength >> 2);
  const [magic = 0, mentees = 0, mentors = 0, edges = 0, flags = 0] = w;
  if (magic !== MAGIC) throw new InputError('not an MMI1 file: it does not begin with MMI1');
  const kindWords = (edges + 3) >> 2;
  const length = HEADER + mentors + 2 * mentees + 1 + 2 * edges + kindWords + (flags & RANKS ? 2 * edges : 0);
  if (mentees < 0 || mentors < 0 || edges < 0 || length !== w.length)
    throw new InputError('not an MMI1 file: the length does not fit the header');
  let at = HEADER;
  const take = (count: number): Int32Array => {
    at += count;
    return w.subarray(at - count, at);
  };
  const head = {
    mentees,
    mentors,
    capacity: take(mentors),
    need: take(mentees),
    rowPtr: take(mentees + 1),
    mentor: take(edges),
    score: take(edges),
  };
  const kind = new Uint8Array(w.buffer, w.byteOffset + at * 4, edges);
  at += kindWords;
  return flags & RANKS ? { ...head, kind, menteeRank: take(edges), mentorRank: take(edges) } : { ...head, kind };
}

/** Writes the binary form MMI1. */
export function writeMmi(x: Instance): Uint8Array {
  const edges = x.mentor.length;
  const ranks = x.menteeRank && x.mentorRank ? [x.menteeRank, x.mentorRank] : [];
  const kindWords = (edges + 3) >> 2;
  const w = new Int32Array(HEADER + x.mentors + 2 * x.mentees + 1 + (2 + ranks.length) * edges + kindWords);
  w.set([MAGIC, x.mentees, x.mentors, edges, ranks.length > 0 ? RANKS : 0, 0]);
  let at = HEADER;
  for (const part of [x.capacity, x.need, x.rowPtr, x.mentor, x.score]) {
    w.set(part, at);
    at += part.length;
  }
  new Uint8Array(w.buffer, at * 4, edges).set(x.kind);
  at += kindWords;
  for (const part of ranks) {
    w.set(part, at);
    at += part.length;
  }
  return new Uint8Array(w.buffer);
}
