/** A part of a text as people type it. */
export type Passage =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const dash = /^\s*[-–—•]\s+/;

const append = (passages: readonly Passage[], line: string): Passage[] => {
  const last = passages.at(-1);
  const text = line.replace(dash, '').trim();
  if (dash.test(line))
    return last?.kind === 'list'
      ? [...passages.slice(0, -1), { kind: 'list', items: [...last.items, text] }]
      : [...passages, { kind: 'list', items: [text] }];
  return last?.kind === 'paragraph'
    ? [...passages.slice(0, -1), { kind: 'paragraph', text: `${last.text} ${text}` }]
    : [...passages, { kind: 'paragraph', text }];
};

/** An empty line ends a paragraph, lines that begin with a dash are a list. */
export const passagesOf = (text: string): Passage[] =>
  text.split(/\r?\n\s*\r?\n/).flatMap((block) =>
    block
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .reduce<Passage[]>(append, []),
  );

/** A text to be read: paragraphs and lists out of what was typed, no wider than is easy to read. */
export const Reading = ({ text }: { readonly text: string }) => (
  <div class="reading">
    {passagesOf(text).map((passage) =>
      passage.kind === 'list' ? (
        <ul>
          {passage.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      ) : (
        <p>{passage.text}</p>
      ),
    )}
  </div>
);
