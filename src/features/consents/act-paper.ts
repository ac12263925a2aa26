import { type Day, formatDay } from '../../kernel/day.ts';
import { bodyText, paragraph, table, writeDocx } from '../../platform/docx/write-docx.ts';
import type { College } from '../college/college.ts';
import { actTexts as words } from './retention-texts.ts';

export interface ActFacts {
  readonly number: number;
  readonly day: Day;
  readonly college: Pick<College, 'fullName' | 'city'>;
  readonly address: string;
  readonly actor: string;
  readonly reason: 'withdrawal' | 'retention';
  readonly contents: string;
  readonly basis: string;
  readonly records: readonly { readonly label: string; readonly overSince: Day }[];
}

const heading = (title: string, about: string, { number, day }: ActFacts): string[] => [
  paragraph(title, { align: 'center', bold: true }),
  paragraph(about, { align: 'center', bold: true }),
  paragraph(words.number(number, formatDay(day)), { align: 'center', after: 12 }),
];

const common = (facts: ActFacts): string[] => [
  bodyText(words.operator(facts.college.fullName, facts.address || facts.college.city)),
  bodyText(words.by(facts.actor)),
  bodyText(words.system),
  bodyText(words.contents(facts.contents)),
  bodyText(words.reason[facts.reason]),
  bodyText(words.day(formatDay(facts.day)), { after: 8 }),
];

const list = ({ records }: ActFacts): string =>
  table(
    [
      { width: 12, head: words.heads.number },
      { width: 118, head: words.heads.whose },
      { width: 40, head: words.heads.since },
    ],
    records.map(({ label, overSince }, at) => [String(at + 1), label, formatDay(overSince)]),
  );

/** The act of destruction as a Word file. */
export const actPaper = (facts: ActFacts): Uint8Array =>
  writeDocx(words.act, [
    {
      blocks: [
        ...heading(words.act, words.about, facts),
        ...common(facts),
        facts.reason === 'retention' ? bodyText(words.basis(facts.basis)) : bodyText(words.stopped),
        bodyText(words.way, { after: 8 }),
        list(facts),
        paragraph('', { after: 12 }),
        paragraph(words.signature, { after: 8 }),
        paragraph(words.chair),
      ],
    },
  ]);

export interface JournalLine {
  readonly when: string;
  readonly who: string;
  readonly what: string;
}

/** The extract out of the journal that goes with the act. */
export const extractPaper = (facts: ActFacts, lines: readonly JournalLine[]): Uint8Array =>
  writeDocx(words.extract, [
    {
      blocks: [
        ...heading(words.extract, words.extractAbout, facts),
        ...common(facts),
        list(facts),
        paragraph('', { after: 8 }),
        table(
          [
            { width: 40, head: words.heads.when },
            { width: 50, head: words.heads.who },
            { width: 80, head: words.heads.action },
          ],
          lines.map(({ when, who, what }) => [when, who, what]),
        ),
        paragraph('', { after: 12 }),
        paragraph(words.signature),
      ],
    },
  ]);
