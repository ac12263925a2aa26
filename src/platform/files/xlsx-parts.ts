import { childElements, parseXml, type XmlElement } from '../docx/xml.ts';
import { zipLimits } from './check-zip.ts';
import { ReadFailure } from './read-failure.ts';
import { listZipParts } from './zip-parts.ts';

/** How a number of a style is shown: a calendar date, a time of day, or a number. */
export type NumberShape = 'number' | 'date' | 'time';

export interface XlsxBook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly xml: string }[];
  readonly strings: readonly string[];
  /** By index of the cell's style. */
  readonly shapes: readonly NumberShape[];
  /** Whether day 0 is 1 January 1904, as on old Macs. */
  readonly from1904: boolean;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childElements(element).find((each) => local(each.name) === name);

const childrenNamed = (element: XmlElement | undefined, name: string): XmlElement[] =>
  childElements(element).filter((each) => local(each.name) === name);

const attributeNamed = (element: XmlElement, name: string): string | undefined =>
  Object.entries(element.attributes).find(([key]) => local(key) === name)?.[1];

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** One entity without its `&` and `;`; undefined for what XML does not know. */
function entity(name: string): string | undefined {
  if (name.charCodeAt(0) !== 0x23) return entities[name];
  const hex = name.charCodeAt(1) === 0x78 || name.charCodeAt(1) === 0x58;
  const code = hex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Some programs write every Cyrillic letter as an entity, so this is a plain loop and no pattern. */
function withoutEntities(raw: string): string {
  let text = '';
  let at = 0;
  for (let amp = raw.indexOf('&'); amp >= 0; amp = raw.indexOf('&', at)) {
    const end = raw.indexOf(';', amp);
    const sign = end < 0 ? undefined : entity(raw.slice(amp + 1, end));
    const next = sign === undefined ? amp + 1 : end + 1;
    text += raw.slice(at, amp) + (sign ?? '&');
    at = next;
  }
  return text + raw.slice(at);
}

/** Text of an XML node; `_x000D_` is how Excel writes signs that XML cannot hold. */
export function plainText(raw: string): string {
  let text = raw.includes('&') ? withoutEntities(raw) : raw;
  if (text.includes('_x'))
    text = text.replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The runs of one string put together, without the phonetic hints beside them. */
export function runsText(inner: string): string {
  const body = inner.includes('rPh') ? inner.replace(/<(\w+:)?rPh\b[\s\S]*?<\/(\w+:)?rPh>/g, '') : inner;
  let text = '';
  for (const [, run] of body.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)) text += run;
  return plainText(text);
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const prefix = /<(\w+:)?sst\b/.exec(xml)?.[1] ?? '';
  const [open, close] = [`<${prefix}si`, `</${prefix}si>`];
  const simple = `<${prefix}t>`;
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const gt = xml.indexOf('>', at);
    const empty = xml[gt - 1] === '/';
    const end = empty ? gt : xml.indexOf(close, gt);
    if (end < 0) break;
    const inner = empty ? '' : xml.slice(gt + 1, end);
    const lone = inner.startsWith(simple) && inner.indexOf('<', simple.length) === inner.lastIndexOf('<');
    strings.push(lone ? plainText(inner.slice(simple.length, inner.lastIndexOf('<'))) : runsText(inner));
    at = end + 1;
  }
  return strings;
}

/** Numbers that Excel gives to its own formats (ECMA-376, 18.8.30). */
function builtInShape(id: number): NumberShape {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : 'number';
}

function shapeOf(code: string): NumberShape {
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, (part) => (/^\[[hms]+\]$/i.test(part) ? 'h' : ''));
  if (/general/i.test(letters)) return 'number';
  if (/[dy]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters))) return 'date';
  return /[hs]/i.test(letters) ? 'time' : 'number';
}

function shapesOf(xml: string): NumberShape[] {
  const styles = parseXml(xml);
  const own = new Map(
    childrenNamed(childNamed(styles, 'numFmts'), 'numFmt').map((each) => [
      each.attributes.numFmtId,
      shapeOf(each.attributes.formatCode ?? ''),
    ]),
  );
  return childrenNamed(childNamed(styles, 'cellXfs'), 'xf').map(
    ({ attributes: { numFmtId } }) => own.get(numFmtId) ?? builtInShape(Number(numFmtId)),
  );
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

function resolved(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return new URL(target, `zip://z/${folderOf(base)}`).pathname.slice(1);
}

/** Where the relations of a part lead, by id, and the first of each kind, by the end of its type. */
function relations(base: string, xml: string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const each of xml ? childElements(parseXml(xml)) : []) {
    const { Id, Type, Target } = each.attributes;
    if (Target === undefined || each.attributes.TargetMode === 'External') continue;
    const path = resolved(base, Target);
    if (Id !== undefined) found.set(Id, path);
    const kind = Type?.slice(Type.lastIndexOf('/') + 1) ?? '';
    if (!found.has(kind)) found.set(kind, path);
  }
  return found;
}

/** Reads the parts of an XLSX that hold values: names, texts and number formats now, the cells when asked. */
export async function readXlsxBook(bytes: Uint8Array): Promise<XlsxBook> {
  const parts = new Map((await listZipParts(bytes, zipLimits.entries)).map((part) => [part.name, part]));
  const read = async (path: string | undefined) => (await parts.get(path ?? '')?.read())?.toString('utf8');
  const path = relations('', await read('_rels/.rels')).get('officeDocument') ?? '';
  const workbook = await read(path);
  if (workbook === undefined) throw new ReadFailure('unreadable');
  const related = relations(path, await read(`${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`));
  const root = parseXml(workbook);
  const sheets: { name: string; hidden: boolean; xml: string }[] = [];
  for (const sheet of childrenNamed(childNamed(root, 'sheets'), 'sheet')) {
    const xml = await read(related.get(attributeNamed(sheet, 'id') ?? ''));
    const { name = '', state = 'visible' } = sheet.attributes;
    if (xml !== undefined) sheets.push({ name, hidden: state !== 'visible', xml });
  }
  const strings = await read(related.get('sharedStrings'));
  const styles = await read(related.get('styles'));
  return {
    sheets,
    strings: strings === undefined ? [] : sharedStrings(strings),
    shapes: styles === undefined ? [] : shapesOf(styles),
    from1904: /^(1|true)$/.test(childNamed(root, 'workbookPr')?.attributes.date1904 ?? ''),
  };
}
