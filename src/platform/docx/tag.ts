import { blankMark, cleanText, declinedMark } from './marks.ts';

/** Puts a value into the wording a template asks for: `{куратор.ФИО|вин}`. Never gets an empty value. */
export type Filter = (value: unknown) => string;
export type Filters = Readonly<Record<string, Filter>>;

export interface Tag {
  readonly path: readonly string[];
  readonly filters: readonly string[];
  /** `{#есть пары}`: asks whether there is anything, instead of going over it. */
  readonly asks: boolean;
}

const asking = /^есть /i;

/** Word puts no-break spaces and doubles spaces; a tag means the same with them. */
export const tidyTag = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s*([.|])\s*/g, '$1')
    .trim();

/** Reads `наставник.ФИО|вин`. */
export function readTag(text: string): Tag {
  const tidy = tidyTag(text);
  const [path = '', ...filters] = tidy.replace(asking, '').split('|');
  return { path: path.split('.').filter(Boolean), filters, asks: asking.test(tidy) };
}

/** Own properties only: `{constructor}` is a field nobody filled in. */
function valueAt(scope: unknown, path: readonly string[]): unknown {
  let value = scope;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

interface Place {
  readonly scopePathItem?: readonly number[];
  readonly meta?: { readonly part?: { readonly module?: string } };
}

/**
 * How docxtemplater reads one tag. `{.}` is the item of the loop itself; `{№}` counts the rows of a loop unless the row has a number of its own.
 * An unknown filter prints the value as it is. What is not known becomes a blank; an empty string is known to be empty.
 */
export function tagParser(filters: Filters): (text: string) => { get: (scope: unknown, place: Place) => unknown } {
  return (text) => {
    const tag = readTag(text);
    const [only = ''] = tag.path;
    const counts = tag.path.length === 1 && only === '№';
    const blank = blankMark(tag.path.join('.'));
    const chosen = tag.filters.flatMap((name) => (Object.hasOwn(filters, name) ? (filters[name] ?? []) : []));
    return {
      get(scope, place) {
        const row = place.scopePathItem?.at(-1);
        const known = typeof scope === 'object' && scope !== null && Object.hasOwn(scope, only);
        const value = !known && counts && row !== undefined ? row + 1 : valueAt(scope, tag.path);
        if (tag.asks) return known ? isFilled(value) : undefined;
        if (place.meta?.part?.module === 'loop') return known ? (value ?? false) : value;
        if (value === undefined || value === null) return known ? blank : undefined;
        if (chosen.length === 0) return isPrinted(value) ? cleanText(String(value)) : blank;
        return declinedMark(cleanText(String(chosen.reduce<unknown>((result, filter) => filter(result), value))));
      },
    };
  };
}

/** A list or a plain object has nothing to print; an object with its own `toString` says it in words. */
const isPrinted = (value: unknown): boolean =>
  typeof value !== 'object' ||
  (value !== null && !Array.isArray(value) && value.toString !== Object.prototype.toString);

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
