import type { AskedCorrection } from './sign-rows.ts';

/** Why the plan is corrected, as its version will say. */
export const correctionReason = ({ role, words }: Pick<AskedCorrection, 'role' | 'words'>): string => {
  const who = role === 'mentor' ? 'Анкета наставника' : 'Анкета наставляемого';
  return words.trim() ? `${who}: ${words.trim().slice(0, 500)}` : `${who}: план нужно изменить`;
};
