import type { z } from 'zod';

/** How a field is asked and shown. The screen decides the widget, the schema decides what is right. */
export type FieldKind =
  | 'text'
  | 'area'
  | 'day'
  | 'number'
  | 'select'
  | 'radio'
  | 'checks'
  | 'check'
  | 'password'
  | 'hidden';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface Field<T = unknown> {
  readonly label: string;
  readonly hint?: string;
  readonly kind: FieldKind;
  readonly optional?: boolean;
  readonly options?: readonly Option[];
  readonly autocomplete?: string;
  /** Reads what a form sends: a string, or a list of strings for `checks`. Messages are Russian sentences. */
  readonly schema: z.ZodType<T>;
}

export type FieldSet = Readonly<Record<string, Field>>;

export type ValuesOf<F extends FieldSet> = { [K in keyof F]: z.output<F[K]['schema']> };

/** Declares one field; form, card, table, export and document read this declaration. */
export const field = <T>(declaration: Field<T>): Field<T> => declaration;

/** What a browser sent: every name with its values, in order; files apart. */
export interface RawForm {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, readonly File[]>>;
}

export type FormErrors = Readonly<Record<string, string>>;

export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FormErrors };

export const emptyForm: RawForm = { values: {}, files: {} };

/** First value of a name, trimmed; '' when it was not sent. */
export const sentValue = (form: RawForm, name: string): string => form.values[name]?.[0]?.trim() ?? '';

/** Reads a form by its declaration. Errors are per field, one sentence each; nothing is thrown. */
export const readForm = <F extends FieldSet>(fields: F, form: RawForm): Reading<ValuesOf<F>> => {
  const value: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, { kind, schema }] of Object.entries(fields)) {
    const sent = kind === 'checks' ? (form.values[name] ?? []) : sentValue(form, name);
    const read = schema.safeParse(sent);
    if (read.success) value[name] = read.data;
    else errors[name] = read.error.issues[0]?.message ?? '';
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: value as ValuesOf<F> };
};

/** A form as if it had been sent: for showing stored values in the same fields. */
export const formOf = (values: Readonly<Record<string, string | readonly string[] | null | undefined>>): RawForm => ({
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? [value] : (value ?? [])]),
  ),
  files: {},
});
