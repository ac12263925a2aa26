import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';
import { texts } from './texts.ts';

export interface Fact {
  readonly title: Child;
  /** Why it is so: «Семеро не сдали; шестерым нужна подпись родителя». */
  readonly reason?: Child;
  /** A link or button that moves it. */
  readonly action?: Child;
  /** ok: is there · wait: not yet · bad: needs hands now. */
  readonly state: 'ok' | 'wait' | 'bad';
}

const icons = { ok: 'circle-check', wait: 'circle-dashed', bad: 'circle-alert' } as const;
const inks = { ok: 'ink-ok', wait: 'ink-mute', bad: 'ink-bad' } as const;

const Rows = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <ul class="facts">
    {facts.map(({ state, title, reason, action }) => (
      <li class={state}>
        <Icon name={icons[state]} size={20} class={inks[state]} />
        <div>
          <p class="fact-title">{title}</p>
          {reason ? <p class="fact-reason">{reason}</p> : null}
          {action ? <p class="fact-action">{action}</p> : null}
        </div>
      </li>
    ))}
  </ul>
);

/** «Не хватает» first, then «Уже есть»; `heading` names the level below the place where it stands. */
export const Facts = ({
  facts,
  heading: Heading = 'h3',
}: {
  readonly facts: readonly Fact[];
  readonly heading?: 'h2' | 'h3' | undefined;
}) => {
  const missing = facts.filter(({ state }) => state !== 'ok');
  const present = facts.filter(({ state }) => state === 'ok');
  return (
    <div class="facts-lists">
      {missing.length > 0 ? <Heading>{texts.missing}</Heading> : null}
      {missing.length > 0 ? <Rows facts={missing} /> : null}
      {present.length > 0 ? <Heading>{texts.present}</Heading> : null}
      {present.length > 0 ? <Rows facts={present} /> : null}
    </div>
  );
};

/** A link that moves a fact: bold, with an arrow. */
export const FactLink = ({ href, children }: { readonly href: string; readonly children: Child }) => (
  <a class="fact-link" href={href}>
    {children}
    <Icon name="arrow-right" size={16} />
  </a>
);

/** A plain list of facts without headings: side columns of cards. */
export const FactRows = Rows;
