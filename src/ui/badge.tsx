import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

/** ok: closed, present · warn: term is near · bad: overdue, wrong · run: in its window · mute: ahead, no data. */
export type Tone = 'ok' | 'warn' | 'bad' | 'run' | 'mute';

export const toneIcons: Record<Tone, IconName> = {
  ok: 'check',
  warn: 'clock',
  bad: 'circle-alert',
  run: 'circle-dot',
  mute: 'circle-dashed',
};

export interface BadgeProps {
  readonly tone: Tone;
  readonly icon?: IconName | undefined;
  readonly children: Child;
}

/** A state: icon and word, never colour alone. In tables only problems get one. */
export const Badge = ({ tone, icon, children }: BadgeProps) => (
  <span class={`badge ${tone}`}>
    <Icon name={icon ?? toneIcons[tone]} size={14} />
    <span>{children}</span>
  </span>
);

/** What is there in a table cell: a plain tick and text. */
export const Tick = ({ children }: { readonly children: Child }) => (
  <span class="tick">
    <Icon name="check" size={16} class="ink-ok" />
    <span>{children}</span>
  </span>
);
