/** A file of scans, known to the worker by its key. Plain data: it is copied. */
export interface ScanSource {
  readonly key: string;
  readonly family: 'pdf' | 'jpeg' | 'png';
  readonly bytes: Uint8Array;
}

export interface PageAddress {
  readonly key: string;
  /** From 0. */
  readonly page: number;
}

export type ScanRequest =
  | { readonly kind: 'open'; readonly source: ScanSource }
  | { readonly kind: 'read'; readonly at: PageAddress; readonly tag: string }
  | { readonly kind: 'gather'; readonly pages: readonly PageAddress[] }
  | { readonly kind: 'drop'; readonly key: string };

export type ScanAnswer =
  /** 0 pages: the file is broken or locked. */
  | { readonly kind: 'opened'; readonly pages: number }
  | {
      readonly kind: 'read';
      /** Texts of all QR codes of the page. */
      readonly codes: readonly string[];
      /** A PNG of the page for people, when it has no code of ours; undefined for photos, which show themselves. */
      readonly picture: Uint8Array | undefined;
    }
  | { readonly kind: 'gathered'; readonly pdf: Uint8Array }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'broken'; readonly problem: string };
