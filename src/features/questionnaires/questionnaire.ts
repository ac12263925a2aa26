import type { Day } from '../../kernel/day.ts';
import type { Definition } from './definition.ts';

export const moments = ['before', 'during', 'after', 'selection', 'other'] as const;
export type Moment = (typeof moments)[number];

export const sides = ['mentor', 'mentee'] as const;
export type Side = (typeof sides)[number];

/** What a questionnaire is for. */
export interface Purpose {
  readonly title: string;
  /** Code of a form of mentoring; null: for any. */
  readonly form: string | null;
  readonly role: Side | null;
  readonly moment: Moment;
}

export interface Questionnaire extends Purpose {
  readonly id: string;
  readonly draft: Definition;
  readonly version: number;
  readonly archivedOn: Day | null;
  readonly builtIn: string | null;
}

/** The act a version was approved by: typed in, or a paper of the register as it was named on that day. */
export interface Act {
  readonly label: string;
  readonly day: Day;
  readonly documentId: string | null;
}

export interface FrozenVersion {
  readonly id: string;
  readonly questionnaireId: string;
  readonly number: number;
  readonly title: string;
  readonly definition: Definition;
  readonly act: Act;
  readonly approvedOn: Day;
}

/** A paper that may approve a version; features above know them, `app` hands the list in. */
export interface PaperChoice {
  readonly id: string;
  readonly label: string;
  readonly day: Day;
}

/** Is the draft other than what stands approved? Both come from jsonb, so the order of keys is the same. */
export const isChanged = (draft: Definition, newest: Definition | undefined): boolean =>
  JSON.stringify(draft) !== JSON.stringify(newest);
