import type { PersonKind } from '../person.ts';
import { personKinds } from '../person.ts';
import type { RegisterFilter, RegisterSort } from '../register-rows.ts';

export interface RegisterAddress extends RegisterFilter {
  readonly page: number;
  readonly perPage: number;
}

const sorts: readonly RegisterSort[] = ['name', 'group', 'birth-day'];
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the filters of the register from an address; what is not understood is as if it were not there. */
export const readAddress = (query: URLSearchParams): RegisterAddress => {
  const group = query.get('group') ?? '';
  return {
    search: (query.get('q') ?? '').slice(0, 100),
    kind: personKinds.find((kind): kind is PersonKind => kind === query.get('kind')) ?? null,
    groupId: uuid.test(group) ? group : null,
    onlyGaps: query.get('gaps') === '1',
    left: query.get('left') === '1',
    sort: sorts.find((sort) => sort === query.get('sort')) ?? 'name',
    descending: query.get('dir') === 'desc',
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('page'))) || 1)),
    perPage: query.get('per') === '50' ? 50 : 25,
  };
};

/** The filters as they stand in an address; defaults are left out. */
export const addressParams = (address: RegisterAddress): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      q: address.search,
      kind: address.kind ?? '',
      group: address.groupId ?? '',
      gaps: address.onlyGaps ? '1' : '',
      left: address.left ? '1' : '',
      sort: address.sort === 'name' ? '' : address.sort,
      dir: address.descending ? 'desc' : '',
      per: address.perPage === 25 ? '' : String(address.perPage),
      page: address.page === 1 ? '' : String(address.page),
    }).filter(([, value]) => value !== ''),
  );

/** The register with some filters changed; any change goes back to the first page unless it names one. */
export const registerHref = (
  address: RegisterAddress,
  changes: Partial<RegisterAddress> = {},
  path = '/people',
): string => {
  const params = new URLSearchParams(addressParams({ ...address, page: 1, ...changes })).toString();
  return params ? `${path}?${params}` : path;
};
