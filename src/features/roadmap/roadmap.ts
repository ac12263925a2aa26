import type { Day } from '../../kernel/day.ts';
import type { Term } from '../../kernel/term/term.ts';

/** What a row of a roadmap is made of, in the order of the official form. `stage` is a column only in some roadmaps. */
export const roadmapFields = ['number', 'stage', 'title', 'content', 'term', 'responsible', 'documents'] as const;

export type RoadmapField = (typeof roadmapFields)[number];

export type ActKind = 'order' | 'directive' | 'minutes' | 'regulation' | 'contract' | 'letter' | 'act';

/** An act named in a cell: «приказом № 142 от 19.10.2020». */
export interface ActNamed {
  readonly kind: ActKind;
  readonly number: string;
  readonly day: Day;
}

export type DoubtReason =
  | 'number-guessed'
  | 'number-mended'
  | 'number-twice'
  | 'title-missing'
  | 'title-cut'
  | 'title-from-above'
  | 'term-unknown'
  | 'term-missing'
  | 'responsible-missing'
  | 'responsible-from-above'
  | 'cells-missing'
  | 'cells-too-many'
  | 'stage-implied';

/** A cell that a person should look at before the roadmap is saved. */
export interface Doubt {
  readonly because: DoubtReason;
  readonly field: RoadmapField;
  /** As it stands in the file. */
  readonly text: string;
  /** What was made of it; empty when nothing was. */
  readonly understood: string;
}

export interface RoadmapRow {
  readonly kind: 'stage' | 'activity';
  /** «4.3.1», without the last dot. */
  readonly number: string;
  /** Number of the stage that the row stands in: 4. */
  readonly stage: number;
  readonly title: string;
  readonly content: string;
  readonly term: Term;
  readonly responsible: readonly string[];
  readonly documents: readonly string[];
  readonly acts: readonly ActNamed[];
  readonly doubts: readonly Doubt[];
}

export interface RoadmapStage {
  readonly number: number;
  /** Empty when the file has no row for the stage (`implied`). */
  readonly title: string;
  readonly implied: boolean;
}

export interface Roadmap {
  readonly stages: readonly RoadmapStage[];
  /** Rows of stages and of activities, as they follow one another. */
  readonly rows: readonly RoadmapRow[];
  /** All doubts of all rows, and those of stages without a row. */
  readonly doubts: readonly (Doubt & { readonly number: string })[];
}

/**
 * `empty`: nothing was given; `unreadable`: hardly a Russian word (noise of text recognition); `no-table`: text
 * without columns; `not-a-roadmap`: a table without activities that have terms or responsible people.
 */
export type NotARoadmap = 'empty' | 'unreadable' | 'no-table' | 'not-a-roadmap';

/** What was seen in the refused file, for the message. */
export interface Seen {
  readonly tables: number;
  readonly rows: number;
  readonly columns: readonly RoadmapField[];
}

export type RoadmapReading =
  | { readonly ok: true; readonly value: Roadmap }
  | { readonly ok: false; readonly reason: NotARoadmap; readonly seen: Seen };

/** A table as a file reader gives it: rows of cells; merged cells repeat nothing. */
export type Grid = readonly (readonly string[])[];
