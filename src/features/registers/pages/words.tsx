import { Badge } from '../../../ui/badge.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { Norm } from '../../college/norms.ts';
import { type SeenNeed, seen } from '../need.ts';
import { countedNeed } from '../texts.ts';

export type Labels = ReadonlyMap<string, string>;

/** Labels by codes; a code that a college has dropped is shown as it is. */
export const labelsOf = (norms: readonly Norm[]): Labels => new Map(norms.map(({ code, label }) => [code, label]));

export const labelOf = (labels: Labels, code: string): string => labels.get(code) ?? code;

export const listOf = (labels: Labels, codes: readonly string[]): string =>
  codes.map((code) => labelOf(labels, code)).join(', ') || '—';

/** One need as a reader sees it: a secret one has a lock for those who may open it, and no topic for the others. */
export const NeedWords = ({ need, labels }: { readonly need: SeenNeed; readonly labels: Labels }) => {
  if (need.kind === 'counted') return <>{countedNeed}</>;
  if (need.kind === 'open') return <>{labelOf(labels, need.topic)}</>;
  return (
    <>
      <Icon name="lock" size={14} /> {labelOf(labels, need.topic)}
      <span class="sr">, закрытый запрос</span>
    </>
  );
};

/** All needs of a person in a cell of a register. */
export const NeedsCell = ({
  needs,
  labels,
  secrets,
}: {
  readonly needs: readonly { readonly topic: string; readonly confidential: boolean }[];
  readonly labels: Labels;
  readonly secrets: boolean;
}) => {
  if (needs.length === 0) return <Badge tone="bad">нет запроса</Badge>;
  const shown = needs.map((need) => seen(need, secrets));
  const once = shown.filter(
    (need, index) => need.kind !== 'counted' || shown.findIndex(({ kind }) => kind === 'counted') === index,
  );
  return (
    <>
      {once.map((need, index) => (
        <>
          {index > 0 ? ', ' : null}
          <NeedWords need={need} labels={labels} />
        </>
      ))}
    </>
  );
};
