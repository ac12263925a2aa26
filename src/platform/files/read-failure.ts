/** Why a file that passed `checkUpload` could still not be read. */
export type ReadReason =
  | 'unreadable'
  | 'encrypted'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'too-spread-out'
  | 'too-slow'
  | 'too-much-memory';

/** Thrown inside the reading worker only; `parse-in-worker` turns it into a refusal. Holds nothing of the file. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly reason: ReadReason;

  constructor(reason: ReadReason) {
    super(reason);
    this.reason = reason;
  }
}
