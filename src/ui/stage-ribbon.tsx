import type { Child } from 'hono/jsx';
import { Badge, type Tone } from './badge.tsx';
import { Bar, type BarPart } from './progress.tsx';

export interface RibbonStage {
  readonly number: number | string;
  readonly name: string;
  readonly href: string;
  /** «закрыто 4 из 9» */
  readonly note: Child;
  readonly parts: readonly BarPart[];
  /** The worst state within. */
  readonly state: { readonly tone: Tone; readonly label: string };
  readonly current?: boolean | undefined;
}

/** Stages side by side: bar, big number, name, what is closed, the worst state. */
export const StageRibbon = ({ stages, label }: { readonly stages: readonly RibbonStage[]; readonly label: string }) => (
  <nav aria-label={label}>
    <ol class="ribbon">
      {stages.map((stage) => (
        <li class={stage.state.tone === 'warn' ? 'ribbon-stage warn' : 'ribbon-stage'}>
          <a href={stage.href} aria-current={stage.current ? 'step' : undefined}>
            <Bar parts={stage.parts} />
            <span class="ribbon-number">{stage.number}</span>
            <span class="ribbon-words">
              <span class="ribbon-name">{stage.name}</span>
              <span class="ribbon-note">{stage.note}</span>
              <Badge tone={stage.state.tone}>{stage.state.label}</Badge>
            </span>
          </a>
        </li>
      ))}
    </ol>
  </nav>
);
