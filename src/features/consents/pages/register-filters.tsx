import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { consentStates, isPurpose } from '../consent.ts';
import type { Circle } from '../consequence.ts';
import type { ConsentFilter } from '../register-rows.ts';
import { stateNames } from '../texts.ts';
import { idOr, kept, placeWith } from './address.ts';

const everybody = 'all';

/** The address of the register with some words of its query replaced. */
export const withWords = (query: URLSearchParams, changes: Readonly<Record<string, string | number>>): string =>
  placeWith('/consents', query, changes);

/** What the address of the register asks for. */
export const filterOf = (query: URLSearchParams, circles: readonly Circle[]): ConsentFilter => {
  const purpose = query.get('purpose') ?? '';
  const state = query.get('state');
  const who = query.get('who');
  const [first = null] = circles;
  return {
    purpose: isPurpose(purpose) ? purpose : 'processing',
    search: query.get('q') ?? '',
    groupId: idOr(query.get('group')),
    state: state === 'absent' ? state : (consentStates.find((each) => each === state) ?? null),
    circle: who === everybody ? null : (circles.find(({ code }) => code === who) ?? first),
  };
};

/** Search and pills of the register. */
export const Filters = ({
  query,
  filter,
  groups,
  circles,
  shown,
}: {
  readonly query: URLSearchParams;
  readonly filter: ConsentFilter;
  readonly groups: readonly { readonly id: string; readonly code: string }[];
  readonly circles: readonly Circle[];
  readonly shown: number;
}) => (
  <FilterBar
    search={{
      action: '/consents',
      label: 'Найти человека',
      placeholder: 'Фамилия, группа, телефон',
      value: filter.search,
    }}
    keep={kept(query)}
    live={`Найдено: ${shown}`}
  >
    {circles.length > 0 ? (
      <FilterMenu
        label="Кто"
        clear={withWords(query, { who: '' })}
        options={[...circles.slice(1), { code: everybody, label: 'все люди колледжа' }].map(({ code, label }) => ({
          label,
          href: withWords(query, { who: code }),
          current: query.get('who') === code,
        }))}
      />
    ) : null}
    <FilterMenu
      label="Группа"
      clear={withWords(query, { group: '' })}
      options={groups.map(({ id, code }) => ({
        label: code,
        href: withWords(query, { group: id }),
        current: id === filter.groupId,
      }))}
    />
    <FilterMenu
      label="Состояние"
      clear={withWords(query, { state: '' })}
      options={consentStates.map((state) => ({
        label: stateNames[state],
        href: withWords(query, { state }),
        current: state === filter.state,
      }))}
    />
    <FilterPill
      label="Только где не хватает"
      active={filter.state === 'absent'}
      href={withWords(query, { state: filter.state === 'absent' ? '' : 'absent' })}
    />
  </FilterBar>
);
