import type { Child } from 'hono/jsx';
import type { Tone } from './badge.tsx';
import { Bar } from './progress.tsx';

export interface Stat {
  readonly value: Child;
  readonly label: Child;
  /** Link to the people behind the number. */
  readonly href?: string | undefined;
  readonly bar?: { readonly percent: number; readonly tone: Tone } | undefined;
  /** Words or a link under the bar: «72 не хватает». */
  readonly note?: Child;
  readonly tone?: Tone | undefined;
}

export interface StatRowProps {
  readonly stats: readonly Stat[];
  /** beside: word at the number (registers) · under: word below it, between two rules (a proposal, the public page). */
  readonly look?: 'beside' | 'under' | undefined;
  readonly aside?: Child;
}

/** Big numbers with bars. Every number leads to the people behind it. */
export const StatRow = ({ stats, look = 'beside', aside }: StatRowProps) => (
  <div class={`stat-row ${look}`}>
    <ul>
      {stats.map((stat) => (
        <li>
          <p class="stat-words">
            {stat.href ? (
              <a class={`stat-value${stat.tone ? ` ink-${stat.tone}` : ''}`} href={stat.href}>
                {stat.value}
              </a>
            ) : (
              <span class={`stat-value${stat.tone ? ` ink-${stat.tone}` : ''}`}>{stat.value}</span>
            )}{' '}
            <span class="stat-label">{stat.label}</span>
          </p>
          {stat.bar ? <Bar parts={[stat.bar]} /> : null}
          {stat.note ? <p class="stat-note">{stat.note}</p> : null}
        </li>
      ))}
    </ul>
    {aside ? <div class="stat-aside">{aside}</div> : null}
  </div>
);
