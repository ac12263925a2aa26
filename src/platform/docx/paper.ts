/** What a DOCX looks like on paper: enough to show it on the screen and to set it as a PDF. Lengths in millimetres, type sizes in points. */
export interface Paper {
  readonly sections: readonly PaperSection[];
}

export interface PaperSection {
  readonly page: PaperPage;
  /** Where page numbers stand (centred in the top margin). */
  readonly numbers: 'none' | 'every-page' | 'from-second-page';
  /** At the foot of the first page of the section only. */
  readonly firstFooter: readonly Block[];
  readonly footer: readonly Block[];
  readonly blocks: readonly Block[];
}

export interface PaperPage {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** From the edge of the sheet to the header and to the footer. */
  readonly header: number;
  readonly footer: number;
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** First line; less than nothing when it hangs. */
  readonly indent: number;
  readonly left: number;
  readonly right: number;
  /** Space before and after, points. */
  readonly before: number;
  readonly after: number;
  /** Multiple of a single line. */
  readonly line: number;
  readonly keepWithNext: boolean;
  readonly newPage: boolean;
  /** Size of an empty line and of text that names none. */
  readonly size: number;
  readonly runs: readonly Run[];
}

export type Run = TextRun | PictureRun | { readonly kind: 'line-break' | 'tab' | 'page-break' };

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** `blank`: nothing was known, somebody must fill it in; `declined`: put in a case by the system, worth a look. */
  readonly mark: 'blank' | 'declined' | null;
  /** Of a blank: the tag that had no value. */
  readonly tag: string | null;
}

export interface PictureRun {
  readonly kind: 'picture';
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface Table {
  readonly kind: 'table';
  readonly widths: readonly number[];
  readonly ruled: boolean;
  /** Between the rule of a cell and its text, left and right. */
  readonly padding: number;
  /** Rows repeated at the top of every page. */
  readonly headRows: number;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly keepWhole: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly columns: number;
  /** Rows covered by a vertical merge; covered cells are not listed. */
  readonly rows: number;
  readonly vertical: 'top' | 'middle' | 'bottom';
  readonly blocks: readonly Block[];
}
