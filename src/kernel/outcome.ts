/** What a use case answers: it is done, or it was refused for a reason that the page has words for. */
export type Outcome<T, Reason extends string = never> = Done<T> | Refused<Reason>;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
}

export function done(): Done<undefined>;
export function done<T>(value: T): Done<T>;
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value };
}

export const refused = <Reason extends string>(reason: Reason): Refused<Reason> => ({ ok: false, reason });
