import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { blankMark, hasMarks } from './marks.ts';
import { emptyPicture } from './placeholder-picture.ts';
import { replacePictures } from './replace-pictures.ts';
import { type Filters, readTag, tagParser } from './tag.ts';
import { unfoldPart } from './unfold-marks.ts';

export interface RenderInput {
  /** Plain data: what a tag names, loops are lists, conditions are truth values. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly filters?: Filters;
  /** PNG bytes by the alt text of the placeholder they take; a placeholder without a picture is left empty. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
}

interface NamedPart {
  readonly module?: string;
  readonly value?: string;
}

/** Opens a template for docxtemplater. Throws its errors; see `inspectTemplate` for a verdict in data. */
export function openTemplate(template: Uint8Array, filters: Filters = {}): Docxtemplater {
  return new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    syntax: { changeDelimiterPrefix: null },
    linebreaks: false,
    errorLogging: false,
    parser: tagParser(filters),
    nullGetter: (part: NamedPart) => (part.module ? '' : blankMark(readTag(part.value ?? '').path.join('.'))),
  });
}

/**
 * Fills a DOCX template in. A field without a value becomes a blank to fill in, in amber; a new line in a value becomes a new paragraph. Throws when
 * the template is broken: templates are inspected at upload. Takes 0.2 s for 500 rows: in the server call `renderDocxAside`, which does
 * it in a worker.
 */
export function renderDocx(template: Uint8Array, { data, filters = {}, pictures = {} }: RenderInput): Uint8Array {
  const document = openTemplate(template, filters);
  document.render(data);
  const zip = document.getZip();
  for (const name of Object.keys(zip.files)) {
    if (!/^word\/(document|header\d*|footer\d*)\.xml$/.test(name)) continue;
    const xml = zip.file(name)?.asText() ?? '';
    if (!hasMarks(xml)) continue;
    zip.file(name, unfoldPart(xml));
  }
  replacePictures(zip, pictures, emptyPicture());
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}
