import type { Child } from 'hono/jsx';
import { Badge, type Tone } from './badge.tsx';
import { texts } from './texts.ts';
import { type Mark, MarkShape } from './timeline-marks.tsx';
import { monthsOf, type Span, startOf } from './timeline-scale.ts';

export type { Mark } from './timeline-marks.tsx';

export interface TimelineRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** Opens the side panel of the row. */
  readonly href: string;
  readonly who?: Child;
  /** `DocumentChip`s. */
  readonly chips?: Child;
  readonly marks: readonly Mark[];
  readonly state: { readonly tone: Tone; readonly label: string };
  /** «3 из 8» */
  readonly facts?: Child;
  /** The row for screen readers: «5.1, окно 1–31 октября, собрано 3 факта из 8, срок близко». */
  readonly sentence: string;
  readonly selected?: boolean | undefined;
}

export interface TimelineGroup {
  readonly number: string;
  readonly title: string;
  /** «закрыто 4 из 9» */
  readonly note?: Child;
  readonly rows: readonly TimelineRow[];
}

export interface TimelineProps {
  readonly groups: readonly TimelineGroup[];
  /** First day of the first month to the last day of the last one. */
  readonly scale: Span;
  readonly today: string;
  /** «12 окт» on top of the line. */
  readonly todayLabel: string;
  readonly heads?: { readonly row: string; readonly state: string } | undefined;
  /** Rows of `TimelineLegend`. */
  readonly legend?: Child;
}

const TodayLine = ({ scale, today }: { readonly scale: Span; readonly today: string }) => {
  if (today < scale.from || today > scale.till) return null;
  const x = `${startOf(scale, today)}%`;
  return <line class="today" x1={x} x2={x} y1="-10" y2="102%" />;
};

const Row = ({ row, scale, today }: { readonly row: TimelineRow; readonly scale: Span; readonly today: string }) => (
  <li class={row.selected ? 'tl-row selected' : 'tl-row'} id={row.id}>
    <div class="tl-words">
      <a class="tl-title" href={row.href} aria-current={row.selected ? 'true' : undefined}>
        <span class="tl-number">{row.number}</span> <span>{row.title}</span>
        <span class="sr">. {row.sentence}</span>
      </a>
      <div class="tl-who">
        {row.who ? <span>{row.who}</span> : null}
        {row.chips ?? null}
      </div>
    </div>
    <svg class="tl-bars" width="100%" height="44" aria-hidden="true" focusable="false">
      {monthsOf(scale).map(({ x }) => (
        <line class="tl-month" x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />
      ))}
      {row.marks.map((mark) => (
        <MarkShape mark={mark} scale={scale} />
      ))}
      <TodayLine scale={scale} today={today} />
    </svg>
    <div class="tl-state">
      <Badge tone={row.state.tone}>{row.state.label}</Badge>
      {row.facts ? <span class="tl-facts">{row.facts}</span> : null}
    </div>
  </li>
);

const Months = ({ scale, today, todayLabel, heads }: TimelineProps) => (
  <div class="tl-head" aria-hidden="true">
    <span>{heads?.row ?? texts.timelineRow}</span>
    <svg class="tl-months" width="100%" height="34" aria-hidden="true">
      {monthsOf(scale).map(({ month, first, x, width }) => (
        <text
          class={first.slice(0, 7) === today.slice(0, 7) ? 'now' : undefined}
          x={`${x + width / 2}%`}
          y="28"
          text-anchor="middle"
        >
          {texts.months[month]}
        </text>
      ))}
      {today >= scale.from && today <= scale.till ? (
        <svg x={`${startOf(scale, today)}%`} overflow="visible" aria-hidden="true">
          <rect class="fill-accent" x="-24" y="0" width="48" height="16" rx="3" />
          <text class="today-label" x="0" y="12" text-anchor="middle">
            {todayLabel}
          </text>
        </svg>
      ) : null}
      <TodayLine scale={scale} today={today} />
    </svg>
    <span>{heads?.state ?? texts.timelineState}</span>
  </div>
);

/** The hatch of what is overdue; drawn once on a page. */
const Hatch = () => (
  <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-back" width="6" height="6" />
        <rect class="hatch-line" width="3" height="6" />
      </pattern>
    </defs>
  </svg>
);

/** A year as rows of bars over a grid of months. Each row also reads as a sentence. */
export const Timeline = (props: TimelineProps) => (
  <div class="timeline">
    <Hatch />
    <Months {...props} />
    {props.groups.map((group) => (
      <section class="tl-group">
        <div class="tl-group-head">
          <h2>
            <span class="tl-number">{group.number}</span> <span>{group.title}</span>
          </h2>
          <svg class="tl-bars" width="100%" height="40" aria-hidden="true" focusable="false">
            <TodayLine scale={props.scale} today={props.today} />
          </svg>
          {group.note ? <span class="tl-note">{group.note}</span> : null}
        </div>
        <ol>
          {group.rows.map((row) => (
            <Row row={row} scale={props.scale} today={props.today} />
          ))}
        </ol>
      </section>
    ))}
    {props.legend ? <ul class="tl-legend">{props.legend}</ul> : null}
  </div>
);

/** One line of the legend: the shape and its word. */
export const TimelineLegend = ({ mark, children }: { readonly mark: Mark; readonly children: Child }) => (
  <li>
    <svg class="tl-sample" width="28" height="16" aria-hidden="true" focusable="false">
      <MarkShape mark={mark} scale={{ from: '2026-01-01', till: '2026-01-10' }} />
    </svg>
    <span>{children}</span>
  </li>
);

/** Marks for `TimelineLegend`: sample days 1–10 January 2026 fill the sample. */
export const sampleMarks = {
  closed: { shape: 'closed', from: '2026-01-01', till: '2026-01-10' },
  run: { shape: 'window', from: '2026-01-01', till: '2026-01-10', share: 0.5, tone: 'run' },
  warn: { shape: 'window', from: '2026-01-01', till: '2026-01-10', share: 0.5, tone: 'warn' },
  overdue: { shape: 'overdue', from: '2026-01-01', till: '2026-01-10' },
  ahead: { shape: 'ahead', from: '2026-01-01', till: '2026-01-10' },
  constant: { shape: 'constant', from: '2026-01-01', till: '2026-01-10', tone: 'run' },
  date: { shape: 'date', from: '2026-01-06', tone: 'ok' },
} as const satisfies Record<string, Mark>;
