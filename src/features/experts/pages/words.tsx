import { type Day, formatDay } from '../../../kernel/day.ts';
import type { Period } from '../../../kernel/period.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { termStateOf } from '../expert.ts';
import { termNames, termTones } from '../texts.ts';

/** How a contract or an agreement stands: a tick while all is well. */
export const TermBadge = ({ period, today }: { readonly period: Period; readonly today: Day }) => {
  const state = termStateOf(period, today);
  const till = period.till ? ` до ${formatDay(period.till)}` : '';
  if (state === 'running') return <Tick>{`${termNames[state]}${till}`}</Tick>;
  return <Badge tone={termTones[state]}>{`${termNames[state]}${state === 'ahead' ? '' : `: ${till.trim()}`}`}</Badge>;
};
