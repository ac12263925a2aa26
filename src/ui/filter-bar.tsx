import type { Child } from 'hono/jsx';
import { Badge, type Tone } from './badge.tsx';
import { HiddenField, SearchField } from './fields.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Menu, MenuLink } from './menu.tsx';
import { texts } from './texts.ts';

export interface FilterBarProps {
  /** Where the search goes (GET); other filters of the address are carried along by `keep`. */
  readonly search?:
    | {
        readonly action: string;
        readonly label: string;
        readonly placeholder?: string | undefined;
        readonly value?: string | undefined;
        readonly name?: string | undefined;
      }
    | undefined;
  readonly keep?: Readonly<Record<string, string>> | undefined;
  /** `FilterPill`s and `FilterMenu`s. */
  readonly children?: Child;
  /** Quiet links on the right: «Столбцы», «Выгрузить». */
  readonly aside?: Child;
  /** Says how many rows are left, for screen readers. */
  readonly live?: string | undefined;
}

/** Search and pills. All state lives in the address. */
export const FilterBar = ({ search, keep, children, aside, live }: FilterBarProps) => (
  <div class="filter-bar">
    {search ? (
      <form method="get" action={search.action} aria-label={search.label} class="filter-search" data-autosubmit>
        {Object.entries(keep ?? {}).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        <SearchField
          name={search.name ?? 'q'}
          id="filter-search"
          label={search.label}
          placeholder={search.placeholder}
          value={search.value}
        />
        <button type="submit" class="sr">
          {texts.find}
        </button>
      </form>
    ) : null}
    {children}
    {aside ? <div class="filter-aside">{aside}</div> : null}
    {live ? (
      <p class="sr" role="status">
        {live}
      </p>
    ) : null}
  </div>
);

export interface FilterPillProps {
  /** Where a press leads: with the filter, or (when active) without it. */
  readonly href: string;
  readonly label: Child;
  readonly active?: boolean | undefined;
  /** Shows × on an active pill; off for pills of which one is always on. */
  readonly removable?: boolean | undefined;
  readonly count?: number | string | undefined;
  /** The count stands in a badge of this tone. */
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
}

/** A filter that is on or off. */
export const FilterPill = ({ href, label, active, removable = true, count, tone, icon }: FilterPillProps) => (
  <a class={active ? 'pill active' : 'pill'} href={href} aria-current={active ? 'true' : undefined}>
    {tone && count !== undefined ? (
      <Badge tone={tone} icon={icon}>
        {count}
      </Badge>
    ) : null}
    <span>{label}</span>
    {!tone && count !== undefined ? <span class="pill-count">{count}</span> : null}
    {active && removable ? (
      <>
        <Icon name="x" size={14} />
        <span class="sr">, {texts.remove.toLowerCase()}</span>
      </>
    ) : null}
  </a>
);

export interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly {
    readonly label: string;
    readonly href: string;
    readonly current?: boolean | undefined;
  }[];
  /** Address without this filter; with a current option the pill is active and has ×. */
  readonly clear: string;
}

/** A filter with a list of values. */
export const FilterMenu = ({ label, options, clear }: FilterMenuProps) => {
  const current = options.find((option) => option.current);
  if (current) return <FilterPill href={clear} label={`${label}: ${current.label}`} active />;
  return (
    <Menu look="pill" label={label}>
      {options.map((option) => (
        <MenuLink href={option.href}>{option.label}</MenuLink>
      ))}
    </Menu>
  );
};
