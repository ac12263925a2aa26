import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

export interface MenuProps {
  /** Words on the button; with `name` the button shows the icon only. */
  readonly label?: Child;
  readonly name?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly look?: 'button' | 'pill' | 'quiet' | undefined;
  readonly size?: 's' | 'm' | undefined;
  /** The list opens to the left of the button's right edge. */
  readonly end?: boolean | undefined;
  /** An active filter is filled. */
  readonly active?: boolean | undefined;
  /** `MenuLink`s, forms, or anything short. */
  readonly children: Child;
}

/** A drop-down made of `<details>`: works without scripts; Esc and a click outside close it. */
export const Menu = ({ label, name, icon, look = 'button', size = 'm', end, active, children }: MenuProps) => (
  <details class={['menu', end ? 'end' : ''].filter(Boolean).join(' ')} data-menu>
    <summary
      class={[
        look === 'pill' ? 'pill' : `button ${look === 'quiet' ? 'quiet' : 'secondary'} size-${size}`,
        active ? 'active' : '',
      ]
        .filter(Boolean)
        .join(' ')}
      aria-label={name}
    >
      {icon ? <Icon name={icon} size={16} /> : null}
      {label === undefined ? null : <span class="button-text">{label}</span>}
      <Icon name="chevron-down" size={16} class="menu-arrow" />
    </summary>
    <div class="menu-list">{children}</div>
  </details>
);

export interface MenuLinkProps {
  readonly href: string;
  readonly icon?: IconName | undefined;
  readonly current?: boolean | undefined;
  /** Turbo stays away: modes and other applications. */
  readonly plain?: boolean | undefined;
  readonly children: Child;
}

/** A row of a menu. */
export const MenuLink = ({ href, icon, current, plain, children }: MenuLinkProps) => (
  <a class="menu-item" href={href} aria-current={current ? 'true' : undefined} data-turbo={plain ? 'false' : undefined}>
    {icon ? <Icon name={icon} size={16} /> : null}
    <span>{children}</span>
    {current ? <Icon name="check" size={16} class="menu-check" /> : null}
  </a>
);

/** A row of a menu that posts: inside a form (a bulk bar) it sends that form to `formaction`. */
export const MenuButton = ({
  formaction,
  field,
  value,
  icon,
  children,
}: {
  readonly formaction?: string | undefined;
  readonly field?: string | undefined;
  readonly value?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly children: Child;
}) => (
  <button class="menu-item" type="submit" formaction={formaction} name={field} value={value}>
    {icon ? <Icon name={icon} size={16} /> : null}
    <span>{children}</span>
  </button>
);
