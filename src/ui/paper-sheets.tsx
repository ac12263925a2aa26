import type { Child } from 'hono/jsx';
import type {
  Block,
  PaperSection,
  Paragraph,
  Run,
  Table,
  TableCell,
  Paper as WholePaper,
} from '../platform/docx/paper.ts';
import { Paper, PaperBlank, PaperName } from './paper.tsx';
import { texts } from './texts.ts';

export interface PaperSheetsProps {
  readonly paper: WholePaper;
  /** Words of an empty requisite by the tag of its field. */
  readonly blank: (tag: string) => string;
  /** The words are settled: names in cases are no longer tinted for a check. */
  readonly settled?: boolean | undefined;
  /** So many rows of a table are shown; where there are more, `whole` leads to all of them. */
  readonly rows?: number | undefined;
  readonly whole?: string | undefined;
}

interface Show {
  readonly settled: boolean;
  readonly blank: (tag: string) => string;
  readonly rows: number;
  readonly whole: string | undefined;
}

/** A document as it will lie on paper: sheet by sheet where the text itself asks for a new one. */
export const PaperSheets = ({
  paper,
  blank,
  settled = false,
  rows = Number.POSITIVE_INFINITY,
  whole,
}: PaperSheetsProps) => {
  const show: Show = { blank, settled, rows, whole };
  return (
    <>
      {paper.sections.map((section) =>
        sheetsOf(section).map((blocks, index) => (
          <Paper wide={section.page.width > section.page.height}>
            <Blocks blocks={blocks} show={show} />
            {index === 0 && section.firstFooter.length > 0 ? (
              <footer class="paper-foot">
                <Blocks blocks={section.firstFooter} show={show} />
              </footer>
            ) : null}
          </Paper>
        )),
      )}
    </>
  );
};

const sheetsOf = ({ blocks }: PaperSection): Block[][] => {
  const sheets: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.newPage && (sheets.at(-1)?.length ?? 0) > 0) sheets.push([]);
    sheets.at(-1)?.push(block);
  }
  return sheets;
};

const Blocks = ({ blocks, show }: { readonly blocks: readonly Block[]; readonly show: Show }) => (
  <>
    {blocks.map((block) =>
      block.kind === 'paragraph' ? (
        <Text paragraph={block} show={show} />
      ) : block.ruled ? (
        <RuledTable table={block} show={show} />
      ) : (
        <SideBySide table={block} show={show} />
      ),
    )}
  </>
);

/** Indents and gaps come in a few steps: the preview is true to the words, close to the shape. */
const classOf = ({ align, indent, left, right, before, size }: Paragraph): string | undefined =>
  [
    align === 'left' ? '' : `paper-${align}`,
    indent > 5 ? 'paper-indent' : '',
    left > 60 ? 'paper-half' : left > 5 ? 'paper-inset' : '',
    right > 50 ? 'paper-narrow' : '',
    before >= 6 ? 'paper-gap' : '',
    size <= 10.5 ? 'paper-small' : '',
  ]
    .filter(Boolean)
    .join(' ') || undefined;

const Text = ({ paragraph, show }: { readonly paragraph: Paragraph; readonly show: Show }) =>
  paragraph.runs.length === 0 ? null : (
    <p class={classOf(paragraph)}>
      {paragraph.runs.map((run) => (
        <OneRun run={run} show={show} />
      ))}
    </p>
  );

const OneRun = ({ run, show }: { readonly run: Run; readonly show: Show }) => {
  if (run.kind === 'picture')
    return (
      <img
        src={`data:image/${run.format};base64,${Buffer.from(run.bytes).toString('base64')}`}
        alt={texts.picture}
        width={Math.round(run.width * 3.78)}
        height={Math.round(run.height * 3.78)}
      />
    );
  if (run.kind === 'line-break') return <br />;
  if (run.kind === 'tab') return ' ';
  if (run.kind !== 'text') return null;
  const words: Child =
    run.mark === 'blank' ? (
      <PaperBlank>{show.blank(run.tag ?? '')}</PaperBlank>
    ) : run.mark === 'declined' && !show.settled ? (
      <PaperName>{run.text}</PaperName>
    ) : (
      run.text
    );
  const slanted = run.italic ? <em>{words}</em> : words;
  return <>{run.bold ? <strong>{slanted}</strong> : slanted}</>;
};

/** A table without rules only puts things beside each other: date, place and number, a post and its signature. */
const SideBySide = ({ table, show }: { readonly table: Table; readonly show: Show }) => (
  <>
    {table.rows.map(({ cells }) => (
      <div class="paper-columns">
        {cells.map((cell) => (
          <div>
            <Blocks blocks={cell.blocks} show={show} />
          </div>
        ))}
      </div>
    ))}
  </>
);

const RuledTable = ({ table, show }: { readonly table: Table; readonly show: Show }) => {
  const all = table.widths.reduce((sum, width) => sum + width, 0) || 1;
  const body = table.rows.slice(table.headRows);
  const shown = body.slice(0, show.rows);
  const hidden = body.length - shown.length;
  return (
    <table class="paper-table">
      <colgroup>
        {table.widths.map((width) => (
          <col width={`${Math.round((width / all) * 100)}%`} />
        ))}
      </colgroup>
      {table.headRows > 0 ? (
        <thead>
          {table.rows.slice(0, table.headRows).map(({ cells }) => (
            <tr>
              {cells.map((cell) => (
                <th scope="col" {...spans(cell)}>
                  <Blocks blocks={cell.blocks} show={show} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
      ) : null}
      <tbody>
        {shown.map(({ cells }) => (
          <tr>
            {cells.map((cell) => (
              <td {...spans(cell)}>
                <Blocks blocks={cell.blocks} show={show} />
              </td>
            ))}
          </tr>
        ))}
        {hidden > 0 ? (
          <tr>
            <td colspan={table.widths.length}>
              {show.whole ? <a href={show.whole}>{texts.moreRows(hidden)}</a> : texts.moreRows(hidden)}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
};

const spans = ({ columns, rows }: TableCell) => ({
  ...(columns > 1 ? { colspan: columns } : {}),
  ...(rows > 1 ? { rowspan: rows } : {}),
});
