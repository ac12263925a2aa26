import type { RawBuilder } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Purpose } from './consent.ts';

/** What features above lose when a consent is withdrawn; `app` hands them in, because they are not known here. */
export interface Consequence {
  /** Sentences for the page that asks first: «Пара с Рублёвым И. К. прекратится». None when nothing is lost. */
  describe(ctx: Ctx, personId: string): Promise<string[]>;
  /** Takes it away. Runs in the same transaction, after the consent rows are withdrawn and locked. */
  apply(ctx: Ctx, personId: string, day: Day): Promise<unknown>;
}

export type Consequences = Readonly<Partial<Record<Purpose, readonly Consequence[]>>>;

/** People whose consents are watched together (a base of the registers above): a filter of the register of consents. */
export interface Circle {
  readonly code: string;
  readonly label: string;
  /** Its people: a select of the single column `person_id`. */
  readonly people: RawBuilder<unknown>;
}
