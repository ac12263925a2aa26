import { create } from 'qrcode';
import { ballotWords } from './paper-texts.ts';

export interface PaperGuest {
  readonly number: number;
  /** null: no consent to show the name; the number on the badge is enough to choose by. */
  readonly name: string | null;
  readonly place: string;
}

export interface BallotPaper {
  readonly title: string;
  readonly mostWishes: number;
  /** Whose ballots; the code opens the form where this very ballot is typed. */
  readonly owners: readonly (PaperGuest & { readonly address: string })[];
  /** Whom they may name. */
  readonly others: readonly PaperGuest[];
}

const literal = (text: string): string => `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;

const qrSvg = (text: string): string => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
  const side = modules.size + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${side} ${side}"><path d="${path}"/></svg>`;
};

const nameOf = ({ name, number }: PaperGuest): string => name ?? `${ballotWords.nameless} ${number}`;

/** Columns that let the longest list fit one page under the questions. */
const columnsFor = (people: number): number => (people <= 40 ? 2 : people <= 120 ? 3 : 4);

/** Typst source of the ballots: a page for each guest, all with the same list of the other side. */
export const ballotsTypst = ({ title, mostWishes, owners, others }: BallotPaper): string => {
  const size = others.length > 120 ? 7 : 9;
  const list = others.map(
    (one) =>
      `[#strong(${literal(String(one.number))}) #text(${literal(` ${[nameOf(one), one.place].filter(Boolean).join(', ')}`)})]`,
  );
  const questions = [ballotWords.wants(mostWishes), ballotWords.helps, ballotWords.avoids];
  return `#set page(paper: "a4", margin: (x: 15mm, y: 12mm))
#set text(font: "Tinos", lang: "ru", size: 11pt)
#let others = columns(${columnsFor(others.length)}, gutter: 5mm, text(size: ${size}pt, stack(spacing: 3.5pt, ${list.join(', ') || '[]'})))
#let ballot(number, whose, code) = page[
  #grid(columns: (1fr, 32mm), [
    #text(size: 15pt, weight: "bold", ${literal(ballotWords.name)}) \\
    #text(${literal(title)}) \\
    #v(2mm) #text(size: 13pt)[${ballotWords.number} #strong(number), #whose] \\
    #text(size: 9pt, ${literal(ballotWords.how)})
  ], image(bytes(code), format: "svg", width: 30mm))
  ${questions.map((question) => `#v(3mm) #text(${literal(question)}) #v(6mm) #line(length: 100%, stroke: 0.5pt)`).join('\n  ')}
  #v(4mm)
  #others
]
${owners
  .map((one) => `#ballot(${[String(one.number), nameOf(one), qrSvg(one.address)].map(literal).join(', ')})`)
  .join('\n')}
`;
};
