import type { Child } from 'hono/jsx';
import type { Tone } from './badge.tsx';

export interface BarPart {
  /** 0–100 of the whole track. */
  readonly percent: number;
  readonly tone: Tone;
}

const clamp = (percent: number): number => Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10;

/** A track with fills, drawn; the count must stand beside it in words. `goal` draws a tick at that percent. */
export const Bar = ({
  parts,
  goal,
  thin,
}: {
  readonly parts: readonly BarPart[];
  readonly goal?: number | undefined;
  readonly thin?: boolean | undefined;
}) => {
  let start = 0;
  return (
    <svg class={thin ? 'bar thin' : 'bar'} width="100%" height={thin ? 4 : 8} aria-hidden="true" focusable="false">
      <rect class="track" width="100%" height="100%" rx="2" />
      {parts.map(({ percent, tone }) => {
        const width = clamp(Math.min(percent, 100 - start));
        const rect = <rect class={`fill-${tone}`} x={`${start}%`} width={`${width}%`} height="100%" rx="2" />;
        start = clamp(start + width);
        return rect;
      })}
      {goal === undefined ? null : <line class="goal" x1={`${clamp(goal)}%`} x2={`${clamp(goal)}%`} y1="-4" y2="12" />}
    </svg>
  );
};

export interface ProgressProps {
  readonly done: number;
  readonly total: number;
  readonly tone?: Tone | undefined;
  /** «Факты: 3 из 8». */
  readonly label: Child;
  /** Words on the right. */
  readonly aside?: Child;
}

/** How much is there: words, then an 8 px track in the colour of the state. */
export const Progress = ({ done, total, tone = 'run', label, aside }: ProgressProps) => (
  <div class="progress">
    <div class="progress-words">
      <span class="progress-label">{label}</span>
      {aside ? <span class="progress-aside">{aside}</span> : null}
    </div>
    <Bar parts={total > 0 ? [{ percent: (done / total) * 100, tone }] : []} />
  </div>
);

export interface GoalBarProps {
  readonly label: Child;
  readonly percent: number;
  /** Shown instead of «88 %». */
  readonly value?: Child;
  /** Link to the people: «61 из 69». */
  readonly people?: Child;
  readonly goal: number;
  readonly goalText: Child;
  readonly verdict: Child;
  readonly tone: Tone;
}

/** A share against its goal. */
export const GoalBar = (props: GoalBarProps) => (
  <div class="goal-bar">
    <div class="progress-words">
      <span>{props.label}</span>
      <span class="goal-value">
        <strong>{props.value ?? `${Math.round(props.percent)}\u00a0%`}</strong> {props.people ?? null}
      </span>
    </div>
    <Bar parts={[{ percent: props.percent, tone: props.tone }]} goal={props.goal} />
    <div class="progress-words small">
      <span>{props.goalText}</span>
      <span class={`ink-${props.tone} strong`}>{props.verdict}</span>
    </div>
  </div>
);
