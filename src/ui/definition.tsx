import type { Child } from 'hono/jsx';

export interface Term {
  readonly label: Child;
  readonly value: Child;
  /** «Изменить» on the right. */
  readonly action?: Child;
}

/** Labels and values; an absent value shows a dash. `rules` draws hairlines (cards, check-answers). */
export const DefinitionList = ({
  terms,
  rules,
}: {
  readonly terms: readonly Term[];
  readonly rules?: boolean | undefined;
}) => (
  <dl class={rules ? 'definitions rules' : 'definitions'}>
    {terms.map(({ label, value, action }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        {action ? <dd class="definition-action">{action}</dd> : null}
      </div>
    ))}
  </dl>
);
