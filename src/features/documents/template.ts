import { plainFormName } from '../../kernel/russian/wording.ts';
import { registerTags } from './data-texts.ts';
import type { DocumentKind } from './document.ts';

/** A field of a template: what a tag prints, or the list that a loop goes over. The list is one source for printing and for checking uploads. */
export type Field = PlainField | RowsField;

interface PlainField {
  readonly tag: string;
  readonly label: string;
  readonly example: string | boolean;
}

interface RowsField {
  readonly tag: string;
  readonly label: string;
  readonly rows: readonly Field[];
}

/** A paper the system can print from the first day on; a college may put its own Word file in its place. */
export interface StarterTemplate {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly fields: readonly Field[];
  /** The DOCX with tags, always the same bytes. */
  build(): Uint8Array;
}

/** Data that fills every field with its example: for the preview of a template a college has just uploaded. */
export function exampleData(fields: readonly Field[]): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields)
    put(data, field.tag.split('.'), 'rows' in field ? [exampleData(field.rows)] : field.example);
  return data;
}

function put(data: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [step = '', ...rest] = path;
  if (rest.length === 0) {
    data[step] = value;
    return;
  }
  const inner = data[step];
  const next: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {};
  put(next, rest, value);
  data[step] = next;
}

/** Fields that hold one text: they may be written by hand. Number and day of the paper stand in the register, lists come from the system. */
export const writableFields = (fields: readonly Field[]): { readonly tag: string; readonly label: string }[] =>
  fields.flatMap((field) =>
    'rows' in field || typeof field.example !== 'string' || registerTags.includes(field.tag) ? [] : [field],
  );

/** What a field holds as plain text; '' while it is blank. People and posts show their nominative. */
export function textIn(data: Readonly<Record<string, unknown>>, tag: string): string {
  let value: unknown = data;
  for (const step of tag.split('.'))
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  if (typeof value === 'object' && value !== null && plainFormName in value) value = Reflect.get(value, plainFormName);
  return typeof value === 'string' ? value : '';
}

/**
 * The snapshot with texts written by hand; `byHand` lists their fields. A text that says what stands there already changes nothing; an empty one makes a
 * blank again, and leaves the field to the system.
 */
export function filledWith(
  data: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...data };
  const byHand = new Set(fieldsByHand(data));
  for (const [tag, text] of Object.entries(texts)) {
    if (text === textIn(filled, tag)) continue;
    const [field = '', ...rest] = tag.split('.');
    if (text === '') byHand.delete(field);
    else byHand.add(field);
    const inner = filled[field];
    // Somebody else's name: the card it came from no longer stands behind it.
    if (rest.length > 0 && typeof inner === 'object' && inner !== null && 'id' in inner)
      filled[field] = Object.fromEntries(Object.entries(inner).filter(([key]) => key !== 'id'));
    put(filled, [field, ...rest], text === '' ? null : text);
  }
  return { ...filled, byHand: [...byHand] };
}

const fieldsByHand = ({ byHand }: Readonly<Record<string, unknown>>): string[] =>
  Array.isArray(byHand) ? byHand.filter((field): field is string => typeof field === 'string') : [];

/** A new snapshot in the place of an old one: what was written by hand stays. */
export const renewed = (
  old: Readonly<Record<string, unknown>>,
  fresh: Readonly<Record<string, unknown>>,
): Record<string, unknown> => ({
  ...old,
  ...fresh,
  ...Object.fromEntries(fieldsByHand(old).map((field) => [field, old[field]])),
});
