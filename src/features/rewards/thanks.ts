import type { Day } from '../../kernel/day.ts';

/** To the person, or about the person to the parents or the place of work. */
export const addressees = ['person', 'parents', 'work'] as const;
export type Addressed = (typeof addressees)[number];

export interface Thanks {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly personId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly gender: 'male' | 'female' | null;
  readonly organisation: string;
  readonly representative: string;
  readonly addressed: Addressed;
  readonly words: string;
  readonly signedOn: Day;
}
