import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

export interface NoteProps {
  readonly kind?: 'info' | 'warn' | 'bad' | 'ok' | undefined;
  readonly title?: Child;
  readonly icon?: IconName | undefined;
  /** Buttons on the right, one primary at most. */
  readonly actions?: Child;
  /** A coloured rule on the left, for notes on the state of a whole screen. */
  readonly strong?: boolean | undefined;
  readonly children?: Child;
}

const noteIcons: Record<NonNullable<NoteProps['kind']>, IconName> = {
  info: 'info',
  warn: 'triangle-alert',
  bad: 'circle-alert',
  ok: 'circle-check',
};

/** Explains or warns; never blocks. */
export const Note = ({ kind = 'info', title, icon, actions, strong, children }: NoteProps) => (
  <div class={['note', kind, strong ? 'strong-edge' : ''].filter(Boolean).join(' ')}>
    <Icon name={icon ?? noteIcons[kind]} size={20} />
    <div class="note-words">
      {title ? <p class="note-title">{title}</p> : null}
      {children ? <div class="note-text">{children}</div> : null}
    </div>
    {actions ? <div class="actions">{actions}</div> : null}
  </div>
);

/** Words of a person with a rule on the left. */
export const Quote = ({ children, source }: { readonly children: Child; readonly source?: Child }) => (
  <figure class="quote">
    <blockquote>{children}</blockquote>
    {source ? <figcaption>{source}</figcaption> : null}
  </figure>
);
