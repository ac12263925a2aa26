const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const idOr = (word: string | null): string | null => (word !== null && uuid.test(word) ? word : null);

export const idsOf = (words: readonly string[] | undefined): string[] =>
  (words ?? []).filter((word) => uuid.test(word));

/** Number of a page, from 1. */
export const pageOf = (query: URLSearchParams): number => Math.max(1, Math.trunc(Number(query.get('page'))) || 1);

/** The address with some words of its query replaced; '' takes a word away, and the pages start anew. */
export const placeWith = (
  path: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string | number>>,
): string => {
  const next = new URLSearchParams(query);
  next.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, String(value));
  }
  const words = next.toString();
  return words ? `${path}?${words}` : path;
};

/** What a search form carries along. */
export const kept = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...query].filter(([name]) => name !== 'q' && name !== 'page'));
