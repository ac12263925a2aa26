import { finish, inRows, type Work } from './work.ts';

/**
 * The engine's own form of a problem: people are numbers, edges are compressed rows (those of mentee i are
 * rowPtr[i] .. rowPtr[i + 1] - 1, mentors ascending). The binary file MMI1 is exactly this.
 */
export interface Instance {
  readonly mentees: number;
  readonly mentors: number;
  readonly capacity: Int32Array;
  readonly need: Int32Array;
  readonly rowPtr: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Int32Array;
  readonly kind: Uint8Array;
  readonly menteeRank?: Int32Array;
  readonly mentorRank?: Int32Array;
}

export const FREE = 0;
export const PINNED = 1;
export const VETOED = 2;

/** What the engine chose: edge numbers (pinned ones included, ascending), a price per mentor, the weight of one placement. */
export interface Choice {
  readonly edges: Int32Array;
  readonly weight: number;
  readonly prices: Float64Array;
  /** 1 for mentees of the violator: together they want more than their mentors can give. */
  readonly short: Uint8Array;
}

/** Thrown for input that cannot be right; the message names the entry. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

const fail = (why: string): never => {
  throw new InputError(why);
};

/** Checks ranges, order of rows and that pins fit; throws InputError naming the first bad entry. O(E). */
export function checkInstance(x: Instance): void {
  finish(checking(x));
}

/** The same with pauses. */
export function* checking(x: Instance): Work<void> {
  const left = Int32Array.from(x.capacity);
  if (x.capacity.length !== x.mentors || x.need.length !== x.mentees || x.rowPtr.length !== x.mentees + 1) {
    fail('lengths of capacity, need or rows do not fit the numbers of people');
  }
  const edges = x.mentor.length;
  if (
    (x.rowPtr[0] as number) !== 0 ||
    (x.rowPtr[x.mentees] as number) !== edges ||
    x.score.length !== edges ||
    x.kind.length !== edges
  ) {
    fail('rows do not cover the edges');
  }
  for (let j = 0; j < x.mentors; j++)
    if ((x.capacity[j] as number) < 0) fail(`mentor ${j}: capacity ${x.capacity[j] as number} is negative`);
  for (let i = 0; i < x.mentees; i++)
    if ((x.rowPtr[i + 1] as number) < (x.rowPtr[i] as number)) fail(`mentee ${i}: row runs backwards`);
  yield* inRows(x.rowPtr, x.mentees, (from, to) => checkRows(x, left, from, to));
}

function checkRows(x: Instance, left: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    let pins = 0;
    let before = -1;
    if ((x.need[i] as number) < 0) fail(`mentee ${i}: need ${x.need[i] as number} is negative`);
    for (let k = x.rowPtr[i] as number; k < (x.rowPtr[i + 1] as number); k++) {
      const j = x.mentor[k] as number;
      if (j < 0 || j >= x.mentors) fail(`edge ${k} of mentee ${i}: no mentor ${j}`);
      if (j <= before) fail(`edge ${k} of mentee ${i}: mentors of a row must ascend`);
      if ((x.kind[k] as number) > VETOED) fail(`edge ${k} of mentee ${i}: unknown kind ${x.kind[k] as number}`);
      if ((x.kind[k] as number) === PINNED) {
        pins++;
        left[j] = (left[j] as number) - 1;
        if ((left[j] as number) < 0) fail(`mentor ${j}: more pinned mentees than places`);
      }
      before = j;
    }
    if (pins > (x.need[i] as number)) fail(`mentee ${i}: more pinned mentors than needed`);
  }
}
