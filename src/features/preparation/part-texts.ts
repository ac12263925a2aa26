import type { MemberPart } from './working-group.ts';

export const partNames: Readonly<Record<MemberPart, string>> = {
  chair: 'председатель',
  secretary: 'секретарь',
  member: 'член группы',
};
