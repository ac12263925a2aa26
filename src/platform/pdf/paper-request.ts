/** What the worker is asked for. */
export interface PaperRequest {
  readonly id: number;
  readonly job: PaperJob;
}

export type PaperJob =
  | {
      readonly kind: 'render';
      readonly template: Uint8Array;
      readonly data: Readonly<Record<string, unknown>>;
      readonly pictures: Readonly<Record<string, Uint8Array>>;
    }
  | { readonly kind: 'pdf'; readonly docx: Uint8Array; readonly title: string }
  /** A paper that no Word file stands behind: ballots, cards. */
  | { readonly kind: 'typst'; readonly source: string };

/** Bytes of the paper, or the name of the error: its message could hold personal data. */
export type PaperAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string };
