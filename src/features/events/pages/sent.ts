import type { FormErrors, RawForm } from '../../../platform/fields.ts';

/** A form of the page of an event that came back: which one, and why. */
export interface SentToEvent {
  readonly part: 'page' | 'guests' | 'invite' | 'photo';
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}
