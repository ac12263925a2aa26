import { Icon, type IconName } from './icon.tsx';

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly count?: number | string | undefined;
  readonly current?: boolean | undefined;
  readonly icon?: IconName | undefined;
}

/** Pages of one thing, as links. `segmented` is the two-way switch of a sign-in. */
export const Tabs = ({
  tabs,
  label,
  look = 'line',
}: {
  readonly tabs: readonly Tab[];
  readonly label: string;
  readonly look?: 'line' | 'segmented' | undefined;
}) => (
  <nav class={`tabs ${look}`} aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.icon ? <Icon name={tab.icon} size={18} /> : null}
            <span>{tab.label}</span>
            {tab.count === undefined ? null : <span class="tab-count"> {tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
