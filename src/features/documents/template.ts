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
