import { raw } from 'hono/html';
import { icons } from './generated/icons.ts';

/** Names of the outlines copied by `scripts/icons.mjs`; add there what is missing. */
export type IconName = keyof typeof icons;

export interface IconProps {
  readonly name: IconName;
  /** Side in CSS pixels at the ordinary text size, 13–24. */
  readonly size?: 13 | 14 | 16 | 18 | 20 | 24 | 32 | undefined;
  readonly class?: string | undefined;
}

/** A decorative outline: screen readers do not see it, so a word must stand beside it or a name on its button. */
export const Icon = ({ name, size = 18, class: extra }: IconProps) => (
  <svg
    class={extra ? `icon ${extra}` : 'icon'}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    {raw(icons[name])}
  </svg>
);
