import type { TextTable } from './sheet.ts';

/** What a document says, without its looks. */
export interface DocumentText {
  readonly tables: readonly TextTable[];
  /** Paragraphs outside tables, in reading order, empty ones too; of a plain text its lines. */
  readonly paragraphs: readonly string[];
}
