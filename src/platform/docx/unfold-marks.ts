import { anyMark, blankStyle, declinedStyle, newLine, pieces } from './marks.ts';
import { child, childElements, parseXml, writeNode, writeXml, type XmlElement, type XmlNode } from './xml.ts';

const amber = 'FFE3A3';
const blankLine = '_'.repeat(10);

const element = (name: string, attributes: Record<string, string> = {}, children: XmlNode[] = []): XmlElement => ({
  name,
  attributes,
  children,
});

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';
const textOf = (node: XmlNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));

/** A run with the look of another one, other words and, maybe, a style of ours. */
function runLike(run: XmlElement, text: string, style?: string): XmlElement {
  const look =
    child(run, 'w:rPr')?.children.filter((node) => !(style && isElement(node) && overridden.has(node.name))) ?? [];
  if (style) look.unshift(element('w:rStyle', { 'w:val': style }));
  if (style === blankStyle) insertShade(look);
  const properties = look.length > 0 ? [element('w:rPr', {}, look)] : [];
  return element('w:r', {}, [...properties, element('w:t', { 'xml:space': 'preserve' }, [text])]);
}

const overridden = new Set(['w:rStyle', 'w:shd', 'w:highlight']);
/** Elements that must stand behind the shade in run properties, by the schema. */
const behindShade = new Set([
  'w:fitText',
  'w:vertAlign',
  'w:rtl',
  'w:cs',
  'w:em',
  'w:lang',
  'w:eastAsianLayout',
  'w:specVanish',
  'w:oMath',
]);

function insertShade(look: XmlNode[]): void {
  const at = look.findIndex((node) => isElement(node) && behindShade.has(node.name));
  look.splice(at < 0 ? look.length : at, 0, element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': amber }));
}

/** A blank is a content control: its title names the missing field, and in Word it can be typed over. */
const blankControl = (run: XmlElement, tag: string): XmlElement =>
  element('w:sdt', {}, [
    element('w:sdtPr', {}, [element('w:alias', { 'w:val': tag.slice(0, 60) })]),
    element('w:sdtContent', {}, [runLike(run, blankLine, blankStyle)]),
  ]);

type Unfolded = XmlElement | typeof newLine;

function unfoldText(run: XmlElement, text: string): Unfolded[] {
  const parts: Unfolded[] = [];
  for (const [whole, blank, declined] of text.matchAll(pieces)) {
    if (blank !== undefined) {
      parts.push(blankControl(run, blank));
      continue;
    }
    const style = declined === undefined ? undefined : declinedStyle;
    (declined ?? whole).split(newLine).forEach((line, at) => {
      if (at > 0) parts.push(newLine);
      if (line) parts.push(runLike(run, line, style));
    });
  }
  return parts;
}

function unfoldRun(run: XmlElement): Unfolded[] {
  return run.children.flatMap((node): Unfolded[] => {
    if (!isElement(node) || node.name === 'w:rPr') return [];
    if (node.name === 'w:t') return unfoldText(run, textOf(node));
    const properties = child(run, 'w:rPr');
    return [element('w:r', {}, properties ? [properties, node] : [node])];
  });
}

const marked = (node: XmlNode): boolean => (isElement(node) ? node.children.some(marked) : anyMark.test(node));

/** Where a run is not directly in its paragraph (a link, a content control) a new line stays inside it. */
function unfoldInside(parent: XmlElement): void {
  parent.children = parent.children.flatMap((node): XmlNode[] => {
    if (!isElement(node) || !marked(node)) return [node];
    if (node.name !== 'w:r') {
      unfoldInside(node);
      return [node];
    }
    return unfoldRun(node).map((part) => (part === newLine ? element('w:r', {}, [element('w:br')]) : part));
  });
}

function splitParagraph(paragraph: XmlElement): XmlElement[] {
  const properties = child(paragraph, 'w:pPr');
  const paragraphs: XmlElement[] = [];
  let nodes: XmlNode[] = [];
  const finish = (): void => {
    const kept = properties && (paragraphs.length === 0 ? properties : laterProperties(properties));
    paragraphs.push(
      element('w:p', paragraphs.length === 0 ? paragraph.attributes : {}, kept ? [kept, ...nodes] : nodes),
    );
    nodes = [];
  };
  for (const node of paragraph.children) {
    if (node === properties) continue;
    if (!isElement(node) || !marked(node)) nodes.push(node);
    else if (node.name !== 'w:r') {
      unfoldInside(node);
      nodes.push(node);
    } else {
      for (const part of unfoldRun(node)) {
        if (part === newLine) finish();
        else nodes.push(part);
      }
    }
  }
  finish();
  return paragraphs;
}

/** The second paragraph of a value is no new item of a list, starts no page, and ends no section. */
const laterProperties = (properties: XmlElement): XmlElement => {
  const dropped = new Set(['w:numPr', 'w:pageBreakBefore', 'w:sectPr']);
  return { ...properties, children: properties.children.filter((node) => !isElement(node) || !dropped.has(node.name)) };
};

/** Unfolds all marks below. A paragraph with new lines in it becomes several, so that a justified line is never stretched. */
function unfoldMarks(root: XmlElement): void {
  root.children = root.children.flatMap((node): XmlNode[] => {
    if (!isElement(node) || !marked(node)) return [node];
    const paragraphInside = childElements(node, 'w:r').some((run) =>
      run.children.some((part) => isElement(part) && part.name !== 'w:t' && marked(part)),
    );
    if (node.name === 'w:p' && !paragraphInside) return splitSection(splitParagraph(node), node);
    unfoldMarks(node);
    return [node];
  });
}

/** A section ends with the last paragraph that was split off, not with the first. */
function splitSection(paragraphs: XmlElement[], source: XmlElement): XmlElement[] {
  const section = child(child(source, 'w:pPr'), 'w:sectPr');
  if (!section || paragraphs.length < 2) return paragraphs;
  const first = child(paragraphs[0], 'w:pPr');
  const last = child(paragraphs.at(-1), 'w:pPr');
  if (first) first.children = first.children.filter((node) => node !== section);
  last?.children.push(section);
  return paragraphs;
}

/** Unfolds the marks of a whole part. Only paragraphs with marks are read; where one is not simple, the part is read as a whole. */
export function unfoldPart(xml: string): string {
  let out = '';
  let done = 0;
  for (let at = nextMark(xml, 0); at >= 0; at = nextMark(xml, done)) {
    const start = Math.max(xml.lastIndexOf('<w:p ', at), xml.lastIndexOf('<w:p>', at));
    const end = xml.indexOf('</w:p>', at) + '</w:p>'.length;
    const paragraph = xml.slice(start, end);
    if (start < done || !isSimple(paragraph)) return unfoldWhole(xml);
    const box = element('box', {}, [parseXml(paragraph)]);
    unfoldMarks(box);
    out += xml.slice(done, start) + box.children.map(writeNode).join('');
    done = end;
  }
  return out + xml.slice(done);
}

function nextMark(xml: string, from: number): number {
  const mark = new RegExp(anyMark, 'g');
  mark.lastIndex = from;
  return mark.exec(xml)?.index ?? -1;
}

/** One opening and one closing tag of a paragraph: no text box inside or around the cut. */
const isSimple = (paragraph: string): boolean =>
  paragraph.lastIndexOf('<w:p>') <= 0 && paragraph.lastIndexOf('<w:p ') <= 0;

function unfoldWhole(xml: string): string {
  const root = parseXml(xml);
  unfoldMarks(root);
  return writeXml(root);
}
