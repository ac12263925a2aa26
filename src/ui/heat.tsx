import type { Child } from 'hono/jsx';

export interface HeatProps {
  /** 0 is empty, 4 the fullest of the map. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** Link to the people behind the number. */
  readonly href: string;
  /** What the number is of, for screen readers. */
  readonly name: string;
  readonly children: Child;
}

/** A cell of a heat map: a number that is a link, tinted by how big it is. An empty one is a dash. */
export const Heat = ({ level, href, name, children }: HeatProps) =>
  level === 0 ? (
    <span class="ink-mute">—</span>
  ) : (
    <a class={`heat heat-${level}`} href={href} aria-label={name}>
      {children}
    </a>
  );
