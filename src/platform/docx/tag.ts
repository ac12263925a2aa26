import { asksPrefix, plainFormName } from '../../kernel/russian/wording.ts';
import { blankMark, cleanText, declinedMark } from './marks.ts';

/** Puts words into the wording a template asks for: `{куратор.ФИО|вин}`. */
type Filter = (words: string) => string;
export type Filters = Readonly<Record<string, Filter>>;

export interface Tag {
  readonly path: readonly string[];
  readonly filters: readonly string[];
  /** `{#есть пары}`: asks whether there is anything, instead of going over it. */
  readonly asks: boolean;
}

/** Word puts no-break spaces and doubles spaces; a tag means the same with them. */
export const tidyTag = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s*([.|])\s*/g, '$1')
    .trim();

/** Reads `наставник.ФИО|вин`. */
export function readTag(text: string): Tag {
  const tidy = tidyTag(text);
  const [path = '', ...filters] = tidy.replace(asksPrefix, '').split('|');
  return { path: path.split('.').filter(Boolean), filters, asks: asksPrefix.test(tidy) };
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
 * A value is text, a number, or an object
 * of forms named like filters (`{ им: 'Иванова', вин: 'Иванову' }`), which then need no working out. An unknown filter changes nothing. What is not known becomes a blank; an empty string is known to be empty.
 */
export function tagParser(filters: Filters): (text: string) => { get: (scope: unknown, place: Place) => unknown } {
  return (text) => {
    const tag = readTag(text);
    const [only = ''] = tag.path;
    const counts = tag.path.length === 1 && only === '№';
    const blank = blankMark(tag.path.join('.'));
    return {
      get(scope, place) {
        const row = place.scopePathItem?.at(-1);
        const known = typeof scope === 'object' && scope !== null && Object.hasOwn(scope, only);
        const value = !known && counts && row !== undefined ? row + 1 : valueAt(scope, tag.path);
        if (tag.asks) return known ? isFilled(value) : undefined;
        if (place.meta?.part?.module === 'loop') return known ? (value ?? false) : value;
        if (value === undefined || value === null) return known ? blank : undefined;
        const words = tag.filters.reduce<unknown>((result, name) => filtered(result, name, filters), value);
        const shown = plainForm(words);
        if (shown === undefined) return blank;
        return tag.filters.length > 0 ? declinedMark(cleanText(shown)) : cleanText(shown);
      },
    };
  };
}

const formOf = (value: unknown, name: string): string | undefined => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const form: unknown = Reflect.get(value, name);
  return typeof form === 'string' ? form : undefined;
};

/** A list or an object without forms has nothing to print. */
const plainForm = (value: unknown): string | undefined =>
  typeof value === 'object' ? formOf(value, plainFormName) : String(value);

/** An object of forms knows its own wording, corrections included; for other values the filter works it out. */
function filtered(value: unknown, name: string, filters: Filters): unknown {
  const form = formOf(value, name);
  if (form !== undefined) return form;
  const plain = plainForm(value);
  const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
  return plain === undefined || !filter ? plain : filter(plain);
}

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
