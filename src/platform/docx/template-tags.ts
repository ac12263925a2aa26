import type { PartText, TextPlace } from './part-text.ts';
import { readTag, tidyTag } from './tag.ts';

/** A tag the data will have; one with rows is a list to go over. */
export interface KnownTag {
  readonly tag: string;
  readonly rows?: readonly KnownTag[];
}

export interface TemplateTag {
  readonly sign: '' | '#' | '^' | '/';
  /** Without braces and sign: `куратор.ФИО|вин`. */
  readonly text: string;
  readonly place: TextPlace;
}

export interface TagProblem {
  readonly kind: 'unknown-tag' | 'unknown-filter' | 'loop-in-itself' | 'raw-tag' | 'outside-loop' | 'crossed-loops';
  readonly tag: TemplateTag;
  readonly meant?: string;
}

/** All tags of a part, in reading order. */
export const readTemplateTags = (part: PartText): TemplateTag[] =>
  [...part.text.matchAll(/\{([#^/]?)([^{}]*)\}/g)].flatMap(({ 1: sign = '', 2: text = '', index }) => {
    const place = part.placeAt(index);
    return place && (sign === '' || sign === '#' || sign === '^' || sign === '/')
      ? [{ sign, text: tidyTag(text), place }]
      : [];
  });

/** Tags and filters nobody will fill in, each once, with what was probably meant. Loops are followed: inside one its rows are known as well. */
export function checkTags(
  tags: readonly TemplateTag[],
  known: readonly KnownTag[],
  filters: readonly string[],
): TagProblem[] {
  const problems = new Map<string, TagProblem>();
  const scopes: { readonly name: string; readonly known: readonly KnownTag[]; readonly open?: TemplateTag }[] = [
    { name: '', known },
  ];
  const note = (problem: TagProblem, about: string): void => {
    const key = `${problem.kind} ${about}`;
    if (!problems.has(key)) problems.set(key, problem);
  };

  for (const tag of tags) {
    if (tag.sign === '/') {
      const closed = scopes.length > 1 ? scopes.pop()?.open : undefined;
      if (closed && closed.place.table !== tag.place.table) note({ kind: 'crossed-loops', tag: closed }, closed.text);
      continue;
    }
    const { path, filters: wanted, asks } = readTag(tag.text);
    const name = path.join('.');
    const open = scopes.map((scope) => scope.known);
    const found = find(name, open);
    if (name.startsWith('@')) note({ kind: 'raw-tag', tag }, name);
    else if (!found && !alwaysKnown(name)) note(unknownTag(tag, name, open.flat(), known), name);
    for (const filter of wanted) {
      if (!filters.includes(filter)) note(withMeant('unknown-filter', tag, closest(filter, filters)), filter);
    }
    if (tag.sign === '') continue;
    const again =
      !asks && found?.rows !== undefined && scopes.some((scope) => scope.name === name && scope.known === found.rows);
    if (again) note({ kind: 'loop-in-itself', tag }, name);
    scopes.push({ name, known: (!asks && tag.sign === '#' && found?.rows) || [], open: tag });
  }
  return [...problems.values()];
}

/** `{.}` is the item of a list, `{№}` its number. */
const alwaysKnown = (name: string): boolean => name === '' || name === '№';

/** From the innermost loop outwards. `{куратор}` is known when `{куратор.ФИО}` is; a form in a case is a part of its field. */
const find = (name: string, scopes: readonly (readonly KnownTag[])[]): KnownTag | undefined =>
  scopes.toReversed().flatMap((scope) => {
    const exact = scope.find(({ tag }) => tag === name);
    return exact ?? scope.filter(({ tag }) => tag.startsWith(`${name}.`)).slice(0, 1);
  })[0];

function unknownTag(tag: TemplateTag, name: string, here: readonly KnownTag[], all: readonly KnownTag[]): TagProblem {
  const loop = loopWith(name, all);
  if (loop !== undefined) return { kind: 'outside-loop', tag, meant: loop };
  return withMeant(
    'unknown-tag',
    tag,
    closest(
      name,
      here.map((each) => each.tag),
    ),
  );
}

/** The loop whose rows have such a tag. */
function loopWith(name: string, known: readonly KnownTag[]): string | undefined {
  for (const { tag, rows } of known) {
    if (!rows) continue;
    if (rows.some((row) => row.tag === name)) return tag;
    const deeper = loopWith(name, rows);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

const withMeant = (kind: TagProblem['kind'], tag: TemplateTag, meant: string | undefined): TagProblem =>
  meant === undefined ? { kind, tag } : { kind, tag, meant };

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s_.-]+/g, '');

/** The nearest of the known names: a third of the letters may differ; or the only one that holds all the words. */
function closest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = plain(name);
  const near = candidates
    .map((candidate) => ({ candidate, distance: editDistance(wanted, plain(candidate)) }))
    .sort((one, other) => one.distance - other.distance)[0];
  if (near && near.distance <= Math.max(1, Math.floor(wanted.length / 3))) return near.candidate;
  const words = name
    .toLowerCase()
    .split(/[\s._-]+/)
    .map((word) => word.slice(0, 5))
    .filter(Boolean);
  return candidates.find(
    (candidate) => words.length > 0 && words.every((word) => candidate.toLowerCase().includes(word)),
  );
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
