/** What may need a person this week, in the order of the list. */
export const weekKinds = ['risk', 'help', 'question', 'case', 'meeting', 'plan', 'round', 'consent'] as const;
export type WeekKind = (typeof weekKinds)[number];

/** One thing that needs a person: whom it is about, why it is here, whose move it is, and where to go. */
export interface WeekLine {
  readonly kind: WeekKind;
  readonly title: string;
  readonly reason: string;
  readonly who: string;
  readonly href: string;
  /** It is the reader's own, and goes first. */
  readonly mine: boolean;
}

export interface WeekPart {
  readonly kind: WeekKind;
  readonly lines: readonly WeekLine[];
}

/** The list by kinds; in a kind the own lines first, otherwise in the order they came. */
export const partsOf = (lines: readonly WeekLine[]): WeekPart[] =>
  weekKinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    return own.length === 0
      ? []
      : [{ kind, lines: [...own.filter(({ mine }) => mine), ...own.filter(({ mine }) => !mine)] }];
  });
