import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';
import { texts } from './texts.ts';

export interface Step {
  readonly label: string;
  readonly href?: string | undefined;
}

/** Steps of a wizard: done ones have a tick, the current one a filled number. `current` counts from 0. */
export const Stepper = ({
  steps,
  current,
  label,
}: {
  readonly steps: readonly Step[];
  readonly current: number;
  readonly label: string;
}) => (
  <nav aria-label={label}>
    <ol class="stepper">
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'ahead';
        const words = state === 'done' && step.href ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>;
        return (
          <li class={state} aria-current={state === 'current' ? 'step' : undefined}>
            {state === 'done' ? (
              <Icon name="check" size={16} class="ink-ok" />
            ) : (
              <span class="step-number">{index + 1}</span>
            )}
            {words}
            {state === 'done' ? <span class="sr">, {texts.done}</span> : null}
          </li>
        );
      })}
    </ol>
  </nav>
);

export interface TimedStep {
  readonly title: string;
  readonly text: Child;
  /** «2 минуты» */
  readonly time: string;
  readonly state: 'done' | 'current' | 'ahead';
  readonly href?: string | undefined;
  /** The form of the current step. */
  readonly children?: Child;
}

/** The first start: numbered steps with their times, the current one open. */
export const TimedSteps = ({ steps }: { readonly steps: readonly TimedStep[] }) => (
  <ol class="timed-steps">
    {steps.map((step, index) => (
      <li class={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
        <span class="timed-number">
          {step.state === 'done' ? <Icon name="check" size={24} class="ink-ok" /> : index + 1}
        </span>
        <div class="timed-body">
          <div class="timed-head">
            <h2>{step.href ? <a href={step.href}>{step.title}</a> : step.title}</h2>
            <span class="timed-time">{step.state === 'done' ? texts.done : step.time}</span>
          </div>
          <p class="timed-text">{step.text}</p>
          {step.children ?? null}
        </div>
      </li>
    ))}
  </ol>
);
