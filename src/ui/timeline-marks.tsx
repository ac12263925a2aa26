import type { Tone } from './badge.tsx';
import { placeOf, type Span, startOf } from './timeline-scale.ts';

/** One thing drawn in a row. Monthly rows have ten, quarterly three. */
export type Mark =
  /** Outlined window, filled by the share (0–1) of facts. */
  | {
      readonly shape: 'window';
      readonly from: string;
      readonly till: string;
      readonly share: number;
      readonly tone: 'run' | 'warn' | 'bad';
    }
  | { readonly shape: 'closed'; readonly from: string; readonly till: string }
  | { readonly shape: 'ahead'; readonly from: string; readonly till: string }
  /** Hatched from the deadline to today. */
  | { readonly shape: 'overdue'; readonly from: string; readonly till: string }
  /** Goes on all the time: a thin line. */
  | { readonly shape: 'constant'; readonly from: string; readonly till: string; readonly tone: Tone }
  /** A single date: a diamond. */
  | { readonly shape: 'date'; readonly from: string; readonly tone: Tone };

const half = 7;

/** Draws a mark on a row whose middle is at 50 %. */
export const MarkShape = ({ mark, scale }: { readonly mark: Mark; readonly scale: Span }) => {
  if (mark.shape === 'date')
    return (
      <svg x={`${startOf(scale, mark.from)}%`} y="50%" overflow="visible" aria-hidden="true">
        <path class={`fill-${mark.tone}`} d={`M0 -${half}L${half} 0L0 ${half}L-${half} 0Z`} />
      </svg>
    );
  const { x, width } = placeOf(scale, mark);
  const at = { x: `${x}%`, width: `${width}%` };
  if (mark.shape === 'constant')
    return (
      <svg {...at} y="50%" overflow="visible" aria-hidden="true">
        <rect class={`fill-${mark.tone}`} y="-2" width="100%" height="4" rx="2" />
      </svg>
    );
  return (
    <svg {...at} y="50%" overflow="visible" aria-hidden="true">
      <rect
        class={`mark-${mark.shape}${mark.shape === 'window' ? ` stroke-${mark.tone}` : ''}`}
        y={-half}
        width="100%"
        height={half * 2}
        rx="3"
      />
      {mark.shape === 'window' && mark.share > 0 ? (
        <rect
          class={`fill-${mark.tone}`}
          y={-half}
          width={`${Math.min(100, Math.round(mark.share * 100))}%`}
          height={half * 2}
          rx="3"
        />
      ) : null}
    </svg>
  );
};
