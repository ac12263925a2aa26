import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';
import { texts } from './texts.ts';

export interface ChainStep {
  readonly title: string;
  /** Who and when. */
  readonly text?: Child;
  readonly state: 'done' | 'current' | 'ahead' | 'possible';
  readonly icon?: IconName | undefined;
}

/** The life of a document: project → to be signed → signed (→ changed). `possible` is a branch that need not come. */
export const StatusChain = ({ steps, label }: { readonly steps: readonly ChainStep[]; readonly label: string }) => (
  <ol class="chain" aria-label={label}>
    {steps.map((step, index) => (
      <li class={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
        <span class="chain-mark" aria-hidden="true">
          {step.state === 'done' ? (
            <Icon name="check" size={16} />
          ) : step.icon ? (
            <Icon name={step.icon} size={16} />
          ) : (
            index + 1
          )}
        </span>
        <span class="chain-words">
          <span class="chain-title">
            {step.title}
            {step.state === 'done' ? <span class="sr">, {texts.done}</span> : null}
          </span>
          {step.text ? <span class="chain-text">{step.text}</span> : null}
        </span>
      </li>
    ))}
  </ol>
);
