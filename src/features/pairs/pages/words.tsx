import type { Day } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/day.ts';
import { Badge } from '../../../ui/badge.tsx';
import { DocumentChip } from '../../../ui/chips.tsx';
import { type Pair, pairState } from '../pair.ts';
import type { ListedPair, Side } from '../rows.ts';
import { pairStates } from '../texts.ts';

export const sideName = ({
  lastName,
  firstName,
  patronymic,
}: Pick<Side, 'lastName' | 'firstName' | 'patronymic'>): string =>
  [lastName, firstName, patronymic].filter(Boolean).join(' ');

/** «ЭМ-21», or the post and the organisation of those who do not study. */
export const sidePlace = ({ groupCode, place }: Side): string => groupCode ?? place;

export const periodWords = ({ from, till }: Pick<Pair, 'from' | 'till'>): string =>
  `${formatDay(from)} — ${formatDay(till)}`;

/** Only what is not ordinary gets a badge. */
export const StateOf = ({ pair, today }: { pair: Pair; today: Day }) => {
  const state = pairState(pair, today);
  return state === 'working' ? <span>{pairStates[state]}</span> : <Badge tone="mute">{pairStates[state]}</Badge>;
};

export const OrderOf = ({ pair }: { pair: ListedPair }) => {
  if (!pair.orderId) return <Badge tone="warn">нет приказа</Badge>;
  const signed = pair.orderStatus === 'signed' || pair.orderStatus === 'amended';
  return (
    <DocumentChip href={`/documents/${pair.orderId}`} state={signed ? 'present' : 'missing'}>
      {signed && pair.orderDay ? `Приказ № ${pair.orderNumber} от ${formatDay(pair.orderDay)}` : 'проект приказа'}
    </DocumentChip>
  );
};
