import type { Child } from 'hono/jsx';
import type { Tone } from './badge.tsx';
import { type Axis, axisOf, inWords, signed } from './chart-scale.ts';
import { Bar } from './progress.tsx';
import { Table } from './table.tsx';
import { texts } from './texts.ts';

export interface BarRow {
  readonly label: string;
  readonly value: number;
  /** Shown instead of the bare value: «61 из 69». */
  readonly text?: string | undefined;
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
}

export interface BarChartProps {
  readonly title: string;
  /** What the picture says, in a sentence, for those who do not see it. */
  readonly summary: string;
  readonly rows: readonly BarRow[];
  /** The end of the scale; the biggest value by default. */
  readonly max?: number | undefined;
}

/** Horizontal bars with their numbers: a list, so it reads without the drawing and needs no table. */
export const BarChart = ({ title, summary, rows, max }: BarChartProps) => {
  const end = max ?? Math.max(1, ...rows.map(({ value }) => value));
  return (
    <figure class="chart">
      <figcaption class="chart-title">
        {title} <span class="sr">. {summary}</span>
      </figcaption>
      <ul class="bar-chart">
        {rows.map(({ label, value, text, href, tone = 'run' }) => (
          <li>
            <span class="bar-chart-label">{label}</span>
            <Bar parts={[{ percent: (value / end) * 100, tone }]} />
            <span class="bar-chart-value">
              {href ? <a href={href}>{text ?? inWords(value)}</a> : (text ?? inWords(value))}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
};

export interface DotRow {
  readonly label: string;
  /** «меньше — лучше» */
  readonly note?: string | undefined;
  readonly before: number;
  readonly after: number;
  /** Mean difference and its 95 % interval. */
  readonly difference: number;
  readonly interval: readonly [number, number];
  readonly n: number;
}

export interface DotChartProps {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly DotRow[];
  /** «Среднее, баллы из 100» */
  readonly unit: string;
  readonly children?: Child;
}

/** An interval that holds zero proves nothing. */
export const proven = ({ interval: [low, high] }: Pick<DotRow, 'interval'>): boolean => low > 0 || high < 0;

const Grid = ({ axis }: { readonly axis: Axis }) => (
  <>
    {axis.ticks.map((tick) => (
      <line
        class={tick === 0 ? 'chart-zero' : 'chart-grid'}
        x1={`${axis.at(tick)}%`}
        x2={`${axis.at(tick)}%`}
        y1="0"
        y2="100%"
      />
    ))}
  </>
);

const Ticks = ({ axis, plus }: { readonly axis: Axis; readonly plus?: boolean }) => (
  <svg class="chart-cell" width="100%" height="24" aria-hidden="true">
    {axis.ticks.map((tick) => (
      <text class="chart-tick" x={`${axis.at(tick)}%`} y="16" text-anchor="middle">
        {plus ? signed(tick) : inWords(tick)}
      </text>
    ))}
  </svg>
);

const Dots = ({ row, axis }: { readonly row: DotRow; readonly axis: Axis }) => {
  const tone = proven(row) ? 'ok' : 'none';
  const [before, after] = [axis.at(row.before), axis.at(row.after)];
  const grew = row.after >= row.before;
  return (
    <svg class="chart-cell" width="100%" height="48" aria-hidden="true">
      <Grid axis={axis} />
      <line class={`chart-link line-${tone}`} x1={`${before}%`} x2={`${after}%`} y1="24" y2="24" />
      <circle class="chart-ring" cx={`${before}%`} cy="24" r="6" />
      <circle class={`fill-${tone}`} cx={`${after}%`} cy="24" r="7" />
      <text class="chart-before" x={`${before}%`} dx={grew ? -12 : 12} y="29" text-anchor={grew ? 'end' : 'start'}>
        {inWords(row.before)}
      </text>
      <text class="chart-after" x={`${after}%`} dx={grew ? 14 : -14} y="29" text-anchor={grew ? 'start' : 'end'}>
        {inWords(row.after)}
      </text>
    </svg>
  );
};

const Interval = ({ row, axis }: { readonly row: DotRow; readonly axis: Axis }) => {
  const tone = proven(row) ? 'ok' : 'none';
  const [low, high] = [axis.at(row.interval[0]), axis.at(row.interval[1])];
  return (
    <svg class="chart-cell" width="100%" height="48" aria-hidden="true">
      <Grid axis={axis} />
      <g class={`chart-whisker line-${tone}`}>
        <line x1={`${low}%`} x2={`${high}%`} y1="24" y2="24" />
        <line x1={`${low}%`} x2={`${low}%`} y1="18" y2="30" />
        <line x1={`${high}%`} x2={`${high}%`} y1="18" y2="30" />
      </g>
      <svg x={`${axis.at(row.difference)}%`} y="24" overflow="visible" aria-hidden="true">
        <rect class={`fill-${tone}`} x="-5" y="-5" width="10" height="10" />
      </svg>
    </svg>
  );
};

const DotTable = ({ title, rows }: DotChartProps) => (
  <details class="chart-table">
    <summary>{texts.asTable}</summary>
    <Table
      plain
      caption={title}
      rows={rows}
      columns={[
        { key: 'label', label: texts.measure, head: true, cell: (row) => row.label },
        { key: 'before', label: texts.before, kind: 'number', cell: (row) => inWords(row.before) },
        { key: 'after', label: texts.after, kind: 'number', cell: (row) => inWords(row.after) },
        {
          key: 'difference',
          label: texts.difference,
          kind: 'number',
          cell: (row) =>
            `${signed(row.difference)} (${row.interval.map(signed).join('…')})${proven(row) ? '' : `, ${texts.notProven}`}`,
        },
        { key: 'n', label: 'n', kind: 'number', cell: (row) => row.n },
      ]}
    />
  </details>
);

/** Before and after of the same people: a ring, a dot, the difference with its interval, n. */
export const DotChart = (props: DotChartProps) => {
  const means = axisOf(props.rows.flatMap(({ before, after }) => [before, after]));
  const differences = axisOf([0, ...props.rows.flatMap(({ interval }) => interval)], 4);
  return (
    <figure class="chart">
      <figcaption class="sr">
        {props.title}. {props.summary}
      </figcaption>
      <div class="dot-chart" aria-hidden="true">
        <div class="dot-row dot-head">
          <span />
          <strong>{props.unit}</strong>
          <strong>{texts.difference}</strong>
          <span />
          <span class="dot-n">n</span>
        </div>
        {props.rows.map((row) => (
          <div class="dot-row">
            <span class="dot-label">
              <strong>{row.label}</strong>
              {row.note ? <span class="dot-note">{row.note}</span> : null}
              {proven(row) ? null : <span class="dot-note ink-warn strong">{texts.notProven}</span>}
            </span>
            <Dots row={row} axis={means} />
            <Interval row={row} axis={differences} />
            <strong class={proven(row) ? 'ink-ok' : ''}>{signed(row.difference)}</strong>
            <span class="dot-n">{row.n}</span>
          </div>
        ))}
        <div class="dot-row">
          <span />
          <Ticks axis={means} />
          <Ticks axis={differences} plus />
          <span />
          <span />
        </div>
      </div>
      <p class="chart-legend" aria-hidden="true">
        <svg class="legend-dot" width="16" height="16" aria-hidden="true">
          <circle class="chart-ring" cx="8" cy="8" r="5" />
        </svg>
        {texts.before}
        <svg class="legend-dot" width="16" height="16" aria-hidden="true">
          <circle class="fill-ok" cx="8" cy="8" r="6" />
        </svg>
        {texts.after}
      </p>
      <DotTable {...props} />
      {props.children ?? null}
    </figure>
  );
};
