import type { Child } from 'hono/jsx';
import { Badge, type Tone } from './badge.tsx';
import { DefinitionList, type Term } from './definition.tsx';
import { type Fact, Facts } from './facts.tsx';
import { Icon } from './icon.tsx';
import { Progress } from './progress.tsx';
import { texts } from './texts.ts';

export interface SidePanelProps {
  readonly number?: string | undefined;
  readonly state?: { readonly tone: Tone; readonly label: string } | undefined;
  readonly title: string;
  /** The address without the panel, with the id of the row to return to: `/roadmap#row-5-1`. */
  readonly close: string;
  readonly terms?: readonly Term[] | undefined;
  readonly progress?:
    | { readonly done: number; readonly total: number; readonly label: Child; readonly aside?: Child }
    | undefined;
  readonly facts?: readonly Fact[] | undefined;
  /** `Note`s. */
  readonly warnings?: Child;
  readonly journal?: { readonly title: string; readonly lines: readonly Child[] } | undefined;
  readonly children?: Child;
}

/** A row opened: 360 px at the right with its own address, a page on a phone. Esc closes it. */
export const SidePanel = (props: SidePanelProps) => (
  <aside class="panel" aria-label={props.title} data-panel tabindex={-1}>
    <div class="panel-head">
      {props.number ? <span class="panel-number">{props.number}</span> : null}
      {props.state ? <Badge tone={props.state.tone}>{props.state.label}</Badge> : null}
      <a class="panel-close" href={props.close} aria-label={texts.close} data-close-panel>
        <Icon name="x" size={20} />
      </a>
    </div>
    <h2 class="panel-title">{props.title}</h2>
    {props.terms ? <DefinitionList terms={props.terms} /> : null}
    {props.progress ? <Progress {...props.progress} tone={props.state?.tone} /> : null}
    {props.facts ? <Facts facts={props.facts} /> : null}
    {props.warnings ?? null}
    {props.children ?? null}
    {props.journal ? (
      <section class="panel-journal">
        <h3>{props.journal.title}</h3>
        <ul>
          {props.journal.lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
    ) : null}
  </aside>
);
