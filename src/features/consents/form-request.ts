import type { FormSheet } from './form-sheet.ts';

/** What the printing worker is asked for: some forms more, or the finished papers. */
export type FormRequest =
  | { readonly kind: 'print'; readonly sheets: readonly FormSheet[]; readonly tag: string }
  | { readonly kind: 'finish'; readonly tag: string };

export type FormAnswer =
  | { readonly kind: 'printed'; readonly pages: readonly number[] }
  | { readonly kind: 'finished'; readonly pdf: Uint8Array; readonly docx: Uint8Array }
  | { readonly kind: 'broken'; readonly problem: string };
