import { attribute, child, childElements, type XmlElement } from './xml.ts';

/** Paragraph look as far as it is known at one level; what is missing comes from the level below. */
export interface ParagraphLook {
  align?: 'left' | 'center' | 'right' | 'justify';
  indent?: number;
  left?: number;
  right?: number;
  before?: number;
  after?: number;
  line?: number;
  keepWithNext?: boolean;
  newPage?: boolean;
  list?: { readonly id: string; readonly level: number };
}

export interface TextLook {
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  caps?: boolean;
  hidden?: boolean;
}

export interface Look {
  readonly paragraph: ParagraphLook;
  readonly text: TextLook;
}

export interface Styles {
  readonly base: Look;
  /** Look of a named style, with all it is based on. */
  readonly named: (id: string | undefined) => Look;
  /** What a table style, or one it is based on, says in `w:tblPr` under this name: borders, margins of cells. */
  readonly ofTable: (id: string | undefined, name: string) => XmlElement | undefined;
}

export const millimetres = (twips: string | undefined): number | undefined => {
  const value = Number(twips);
  return twips === undefined || !Number.isFinite(value) ? undefined : (value * 25.4) / 1440;
};

const points = (twips: string | undefined): number | undefined => {
  const value = Number(twips);
  return twips === undefined || !Number.isFinite(value) ? undefined : value / 20;
};

/** On and off switches: `<w:b/>`, `<w:b w:val="0"/>`. */
function flag(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found ? !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1') : undefined;
}

const aligns: Record<string, ParagraphLook['align']> = {
  both: 'justify',
  distribute: 'justify',
  center: 'center',
  right: 'right',
  end: 'right',
  left: 'left',
  start: 'left',
};

/** Leaves out what is undefined, so that spreading one look over another keeps what was known. */
const known = <T extends object>(look: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as T;

/** An exact or minimal line height in points is turned into a multiple for this size of type. */
function lineOf(spacing: XmlElement | undefined, size: number): number | undefined {
  const value = Number(spacing?.attributes['w:line']);
  if (!spacing?.attributes['w:line'] || !Number.isFinite(value)) return undefined;
  const rule = spacing.attributes['w:lineRule'] ?? 'auto';
  if (rule === 'auto') return value / 240;
  const multiple = value / 20 / (size * 1.149);
  return rule === 'atLeast' ? Math.max(1, multiple) : multiple;
}

export function paragraphLook(properties: XmlElement | undefined, size = 12): ParagraphLook {
  if (!properties) return {};
  const indents = child(properties, 'w:ind')?.attributes ?? {};
  const spacing = child(properties, 'w:spacing');
  const hanging = millimetres(indents['w:hanging']);
  const list = child(properties, 'w:numPr');
  return known<ParagraphLook>({
    align: aligns[attribute(properties, 'w:jc') ?? ''],
    indent: hanging === undefined ? millimetres(indents['w:firstLine']) : -hanging,
    left: millimetres(indents['w:left'] ?? indents['w:start']),
    right: millimetres(indents['w:right'] ?? indents['w:end']),
    before: points(spacing?.attributes['w:before']),
    after: points(spacing?.attributes['w:after']),
    line: lineOf(spacing, size),
    keepWithNext: flag(properties, 'w:keepNext'),
    newPage: flag(properties, 'w:pageBreakBefore'),
    list: list && { id: attribute(list, 'w:numId') ?? '0', level: Number(attribute(list, 'w:ilvl') ?? 0) },
  });
}

export function textLook(properties: XmlElement | undefined): TextLook {
  if (!properties) return {};
  const size = Number(attribute(properties, 'w:sz'));
  return known<TextLook>({
    size: size > 0 ? size / 2 : undefined,
    bold: flag(properties, 'w:b'),
    italic: flag(properties, 'w:i'),
    underline: flag(properties, 'w:u'),
    caps: flag(properties, 'w:caps'),
    hidden: flag(properties, 'w:vanish'),
  });
}

const over = (below: Look, above: Look): Look => ({
  paragraph: { ...below.paragraph, ...above.paragraph },
  text: { ...below.text, ...above.text },
});

/** Reads `styles.xml`; without one the defaults of Word stand. */
export function readStyles(root: XmlElement | undefined): Styles {
  const defaults = child(root, 'w:docDefaults');
  const base: Look = {
    paragraph: paragraphLook(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
    text: { size: 10, ...textLook(child(child(defaults, 'w:rPrDefault'), 'w:rPr')) },
  };
  const styles = new Map<string, XmlElement>();
  let normal: string | undefined;
  for (const style of childElements(root, 'w:style')) {
    const id = style.attributes['w:styleId'];
    if (id === undefined) continue;
    styles.set(id, style);
    const ofParagraphs = style.attributes['w:type'] === 'paragraph';
    if (ofParagraphs && ['1', 'true'].includes(style.attributes['w:default'] ?? '')) normal = id;
  }

  const resolve = (id: string | undefined, seen: readonly string[]): Look => {
    const style = id === undefined || seen.includes(id) ? undefined : styles.get(id);
    if (!style || id === undefined) return base;
    const below = resolve(attribute(style, 'w:basedOn'), [...seen, id]);
    const text = textLook(child(style, 'w:rPr'));
    const size = text.size ?? below.text.size;
    return over(below, { paragraph: paragraphLook(child(style, 'w:pPr'), size), text });
  };
  const ready = new Map<string, Look>();
  const ofTable = (id: string | undefined, name: string, seen: readonly string[] = []): XmlElement | undefined => {
    const style = id === undefined || seen.includes(id) ? undefined : styles.get(id);
    if (!style || id === undefined) return undefined;
    return child(child(style, 'w:tblPr'), name) ?? ofTable(attribute(style, 'w:basedOn'), name, [...seen, id]);
  };
  return {
    base,
    ofTable: (id, name) => ofTable(id, name),
    named(id = normal) {
      const key = id !== undefined && styles.has(id) ? id : normal;
      if (key === undefined) return base;
      const look = ready.get(key) ?? resolve(key, []);
      ready.set(key, look);
      return look;
    },
  };
}
