import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

export interface EmptyProps {
  readonly icon?: IconName | undefined;
  /** What will be here. */
  readonly title: Child;
  /** Why it is empty. */
  readonly children?: Child;
  /** One button. */
  readonly action?: Child;
}

/** Instead of an empty list: what will be here, why it is empty, one action. */
export const Empty = ({ icon = 'inbox', title, children, action }: EmptyProps) => (
  <div class="empty">
    <Icon name={icon} size={32} />
    <p class="empty-title">{title}</p>
    {children ? <p class="empty-text">{children}</p> : null}
    {action ?? null}
  </div>
);
