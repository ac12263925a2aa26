import type { Day } from '../../kernel/day.ts';

export interface Round {
  readonly id: string;
  readonly questionnaireId: string;
  /** What those who begin now are asked. */
  readonly versionId: string;
  readonly title: string;
  readonly year: number;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly anonymous: boolean;
  readonly closedOn: Day | null;
}

export type RoundState = 'ahead' | 'running' | 'over';

/** Both ends belong to the round; closing by hand ends it at once. */
export const roundState = (round: Pick<Round, 'opensOn' | 'closesOn' | 'closedOn'>, today: Day): RoundState => {
  if (round.closedOn !== null || round.closesOn < today) return 'over';
  return round.opensOn > today ? 'ahead' : 'running';
};

export const ways = ['account', 'link', 'common', 'paper'] as const;
export type Way = (typeof ways)[number];
