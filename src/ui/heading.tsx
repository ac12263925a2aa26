import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';
import { texts } from './texts.ts';

export interface Crumb {
  readonly label: string;
  /** Absent on the last one: the page itself. */
  readonly href?: string | undefined;
}

export interface HeadingProps {
  readonly title: Child;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** One sentence on the state of things. */
  readonly lead?: Child;
  /** Buttons on the right, one primary at most. */
  readonly actions?: Child;
  /** Avatars or a picture left of the title. */
  readonly before?: Child;
}

/** The top of a screen: where we are, what it is, how things are, what can be done. Holds the only h1. */
export const Heading = ({ title, crumbs = [], lead, actions, before }: HeadingProps) => (
  <header class="heading">
    <div class="heading-words">
      {crumbs.length > 0 ? (
        <nav class="crumbs" aria-label={texts.crumbs}>
          <ol>
            {crumbs.map(({ label, href }) => (
              <li>{href ? <a href={href}>{label}</a> : <span>{label}</span>}</li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div class="heading-title">
        {before ?? null}
        <div>
          <h1>{title}</h1>
          {lead ? <p class="lead">{lead}</p> : null}
        </div>
      </div>
    </div>
    {actions ? <div class="actions">{actions}</div> : null}
  </header>
);

export interface SectionProps {
  readonly title: Child;
  readonly id?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly count?: number | string | undefined;
  /** Red heading for what is overdue. */
  readonly bad?: boolean | undefined;
  /** A link, a badge or a few words on the right of the heading. */
  readonly aside?: Child;
  readonly children?: Child;
}

/** A part of a screen under an h2 with a rule; not a box. */
export const Section = ({ title, id, icon, count, bad, aside, children }: SectionProps) => (
  <section class="section" id={id}>
    <div class={bad ? 'section-head bad' : 'section-head'}>
      <h2>
        {icon ? <Icon name={icon} size={20} /> : null}
        <span>{title}</span>
        {count === undefined ? null : <span class="count">{count}</span>}
      </h2>
      {aside ? <div class="section-aside">{aside}</div> : null}
    </div>
    {children}
  </section>
);

/** A bordered sheet that holds one side list, chart or table; never another sheet. */
export const Sheet = ({
  title,
  aside,
  footer,
  children,
}: Omit<SectionProps, 'icon' | 'count' | 'bad'> & { readonly footer?: Child }) => (
  <section class="sheet">
    {title ? (
      <div class="sheet-head">
        <h2>{title}</h2>
        {aside ? <div class="section-aside">{aside}</div> : null}
      </div>
    ) : null}
    {children}
    {footer ? <div class="sheet-foot">{footer}</div> : null}
  </section>
);

/** Main column and an aside of 320–360 px, which goes below on narrow screens. */
export const Columns = ({ children, aside }: { readonly children: Child; readonly aside: Child }) => (
  <div class="columns">
    <div class="columns-main">{children}</div>
    <aside class="columns-aside">{aside}</aside>
  </div>
);
