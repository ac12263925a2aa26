import type { HonourEntry } from './honour-rows.ts';

/** What others may see of an entry: exactly what the consent names, and nothing at all without a name allowed. */
export interface ShownEntry {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly words: string;
}

export const shownEntry = ({
  id,
  allowed,
  lastName,
  firstName,
  patronymic,
  groupCode,
  words,
}: HonourEntry): ShownEntry | null => {
  if (allowed === null || !allowed.includes('name')) return null;
  return {
    id,
    name: [firstName, ...(allowed.includes('patronymic') ? [patronymic] : []), lastName].filter(Boolean).join(' '),
    group: allowed.includes('group') ? (groupCode ?? '') : '',
    words: allowed.includes('achievements') ? words : '',
  };
};

/** Why an entry is not seen by others. */
export const hiddenBecause = ({ allowed }: Pick<HonourEntry, 'allowed'>): 'no-consent' | 'name-not-allowed' | null => {
  if (allowed === null) return 'no-consent';
  return allowed.includes('name') ? null : 'name-not-allowed';
};
