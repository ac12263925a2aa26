import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';

export type ProgrammeState = 'draft' | 'approved' | 'superseded';

export interface Module {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  /** Academic hours. */
  readonly hours: number;
}

export interface Programme {
  readonly id: string;
  readonly seriesId: string;
  /** Of the version, from 1. */
  readonly number: number;
  readonly year: AcademicYear;
  readonly title: string;
  readonly goal: string;
  readonly state: ProgrammeState;
  /** Per cent of the hours that a certificate asks for. */
  readonly leastShare: number;
  readonly documentId: string | null;
  readonly approvedOn: Day | null;
  readonly version: number;
  /** Of all modules together. */
  readonly hours: number;
}

export interface Participant {
  readonly personId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  /** Six digits, typed at the desk by those without an account. */
  readonly code: string;
  /** Academic hours that the person came to. */
  readonly attended: number;
  readonly certificateNumber: number | null;
}

/** Whole per cent of the programme's hours; a programme without hours is nobody's. */
export const shareOf = (attended: number, hours: number): number =>
  hours === 0 ? 0 : Math.min(100, Math.floor((attended * 100) / hours));

/** Did the person come to enough of it? */
export const hasEarned = ({ hours, leastShare }: Pick<Programme, 'hours' | 'leastShare'>, attended: number): boolean =>
  hours > 0 && shareOf(attended, hours) >= leastShare;
