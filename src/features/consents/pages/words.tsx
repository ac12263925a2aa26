import { ageOn, type Day, formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import type { ConsentState } from '../consent.ts';
import { stateNames } from '../texts.ts';

/** How a consent stands, as a cell of a table: what is there is plain, only problems have a badge. */
export const ConsentMark = ({ state, till }: { readonly state: ConsentState; readonly till: Day | null }) => {
  if (state === 'valid') return <Tick>{till ? `до ${formatDay(till)}` : stateNames.valid}</Tick>;
  if (state === 'expires-soon') return <Badge tone="warn">{till ? `до ${formatDay(till)}` : stateNames[state]}</Badge>;
  if (state === 'outdated-text' || state === 'turned-18') return <Badge tone="warn">{stateNames[state]}</Badge>;
  return <Badge tone="bad">{stateNames[state]}</Badge>;
};

interface Placed {
  readonly groupCode: string | null;
  readonly post: string;
  readonly birthDay: Day | null;
  readonly kind: string;
}

/** «ЭМ-11, 17 лет»; a post for those who do not study. */
export const Place = ({ person, today }: { readonly person: Placed; readonly today: Day }) => {
  if (person.kind !== 'student') return <>{person.post || '—'}</>;
  const age = person.birthDay ? ageOn(person.birthDay, today) : null;
  return (
    <>
      {person.groupCode ?? 'без группы'}
      {age === null ? null : <span class="hint">, {counted(age, 'год', 'года', 'лет')}</span>}
    </>
  );
};
