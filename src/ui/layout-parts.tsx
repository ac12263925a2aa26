import { SearchField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { Logo } from './logo.tsx';
import { Menu, MenuLink } from './menu.tsx';
import { modeHref, themes } from './mode.ts';
import type { NavGroup, NavItem, Shell } from './shell.ts';
import { texts } from './texts.ts';

const NavLink = ({ item, rail }: { readonly item: NavItem; readonly rail: boolean }) => (
  <a
    class="nav-link"
    href={item.href}
    aria-current={item.current ? 'page' : undefined}
    title={rail ? item.label : undefined}
  >
    <Icon name={item.icon} size={18} />
    <span class="nav-label">{item.label}</span>
    {item.count === undefined ? null : <span class="nav-count">{item.count}</span>}
  </a>
);

const NavList = ({ group, rail }: { readonly group: NavGroup; readonly rail: boolean }) => (
  <div class="nav-group">
    {group.title ? <p class="nav-title">{group.title}</p> : null}
    <ul>
      {group.items.map((item) => (
        <li>
          <NavLink item={item} rail={rail} />
        </li>
      ))}
    </ul>
  </div>
);

export const Brand = ({ home = '/' }: { readonly home?: string | undefined }) => (
  <a class="brand" href={home}>
    <Logo />
    <span class="brand-name">{texts.product}</span>
  </a>
);

/** Sections of the system; under 1024 px and in the low-vision mode it opens by a menu link. */
export const Sidebar = ({ shell, rail }: { readonly shell: Shell; readonly rail: boolean }) => (
  <div class="sidebar">
    <nav class="nav" id="sections" aria-label={texts.sections}>
      <Brand home={shell.home} />
      <a class="nav-close" href="#content" data-close-sections>
        {texts.closeMenu}
      </a>
      {shell.nav.map((group) => (
        <NavList group={group} rail={rail} />
      ))}
    </nav>
  </div>
);

const ThemeRows = ({ shell }: { readonly shell: Shell }) => (
  <>
    <p class="menu-title">{texts.theme}</p>
    {themes.map((theme) => (
      <MenuLink plain href={modeHref(shell.path, { theme })} current={shell.mode.theme === theme}>
        {texts.themes[theme]}
      </MenuLink>
    ))}
  </>
);

const UserMenu = ({ shell, user }: { readonly shell: Shell; readonly user: NonNullable<Shell['user']> }) => (
  <details class="menu end user" data-menu>
    <summary class="user-chip">
      <span class="avatar s accent" aria-hidden="true">
        {user.initials}
      </span>
      <span class="user-words">
        <span class="user-name">{user.name}</span>
        <span class="user-role">{user.role}</span>
      </span>
    </summary>
    <div class="menu-list">
      {(user.links ?? []).map(({ href, label }) => (
        <MenuLink href={href}>{label}</MenuLink>
      ))}
      <ThemeRows shell={shell} />
      {user.signOut ? (
        <form method="post" action={user.signOut} data-turbo="false" data-unsent={texts.unsent}>
          <button class="menu-item" type="submit">
            <Icon name="log-out" size={16} />
            <span>{texts.signOut}</span>
          </button>
        </form>
      ) : null}
    </div>
  </details>
);

/** College, year, search, modes, the person. */
export const TopBar = ({ shell }: { readonly shell: Shell }) => (
  <header class="topbar">
    <Brand home={shell.home} />
    <a class="menu-link" href="#sections" data-open-sections aria-controls="sections">
      <Icon name="menu" size={20} />
      <span>{texts.sectionsMenu}</span>
    </a>
    <p class="college">{shell.collegeName}</p>
    {shell.year ? (
      <Menu label={shell.year.label} icon="calendar-days" size="s">
        {shell.year.options.map(({ href, label, current }) => (
          <MenuLink href={href} current={current}>
            {label}
          </MenuLink>
        ))}
      </Menu>
    ) : null}
    <span class="push" />
    {shell.search ? (
      <form class="top-search" aria-label={texts.search} action={shell.search.action} method="get">
        <SearchField
          name="q"
          id="top-search"
          label={texts.search}
          placeholder={texts.searchPlaceholder}
          value={shell.search.value}
        />
        <span class="key js-only" aria-hidden="true">
          /
        </span>
      </form>
    ) : null}
    <a class="lv-link" href={modeHref(shell.path, { lv: 'on' })} data-turbo="false">
      <Icon name="eye" size={18} />
      <span>{texts.lowVision}</span>
    </a>
    {shell.user ? <UserMenu shell={shell} user={shell.user} /> : null}
  </header>
);

/** Four places within reach of a thumb. */
export const BottomBar = ({ items }: { readonly items: readonly NavItem[] }) => (
  <nav class="bottom-bar" aria-label={texts.sectionsMenu}>
    {items.slice(0, 4).map((item) => (
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        <Icon name={item.icon} size={20} />
        <span>{item.label}</span>
      </a>
    ))}
  </nav>
);
