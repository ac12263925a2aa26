import type PizZip from 'pizzip';
import { childElements, descendants, parseXml, type XmlElement } from './xml.ts';

/**
 * Changes the bytes of placeholder pictures in the open package. A placeholder is a picture whose alt text is a tag, such as `{QR}`; without a
 * picture of that name it gets `empty`.
 */
export function replacePictures(zip: PizZip, pictures: Readonly<Record<string, Uint8Array>>, empty: Uint8Array): void {
  for (const name of Object.keys(zip.files)) {
    const part = /^word\/((?:document|header\d*|footer\d*)\.xml)$/.exec(name)?.[1];
    const xml = part ? (zip.file(name)?.asText() ?? '') : '';
    const links = part ? zip.file(`word/_rels/${part}.rels`)?.asText() : undefined;
    if (!links || !xml.includes('<w:drawing')) continue;
    const targets = new Map(childElements(parseXml(links)).map(({ attributes }) => [attributes.Id, attributes.Target]));
    for (const drawing of descendants(parseXml(xml), 'w:drawing')) {
      const tag = placeholderTag(drawing);
      const [blip] = descendants(drawing, 'a:blip');
      const target = targets.get(blip?.attributes['r:embed']);
      if (tag === undefined || target === undefined) continue;
      const path = partPath(target);
      const bytes = Object.hasOwn(pictures, tag) ? pictures[tag] : undefined;
      if (zip.file(path)) zip.file(path, bytes ?? empty);
    }
  }
}

/** Where the target of a relationship of a part in `word/` lies in the package. */
export const partPath = (target: string): string => (target.startsWith('/') ? target.slice(1) : `word/${target}`);

/** `QR` for a picture with the alt text `{QR}`. */
function placeholderTag(drawing: XmlElement): string | undefined {
  const [properties] = descendants(drawing, 'wp:docPr');
  return /^\{([^{}]+)\}$/.exec(properties?.attributes.descr?.trim() ?? '')?.[1];
}
