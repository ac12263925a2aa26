import { strFromU8, unzipSync } from 'fflate';
import { checkUpload, type UploadReason } from '../files/check-upload.ts';
import { type PartText, type TextPlace, textOfPart } from './part-text.ts';
import { readPaper } from './read-paper.ts';
import { openTemplate, renderDocx } from './render-docx.ts';
import { checkTags, type KnownTag, readTemplateTags, type TemplateTag } from './template-tags.ts';

export type { KnownTag } from './template-tags.ts';

type TemplateProblemKind =
  /** The file itself: the reason is in `file`. */
  | 'file'
  | 'unclosed-tag'
  | 'unopened-tag'
  | 'unclosed-loop'
  | 'unopened-loop'
  | 'crossed-loops'
  | 'loop-in-itself'
  /** `{@поле}` would put raw XML in. */
  | 'raw-tag'
  /** Known only inside the loop named in `meant`. */
  | 'outside-loop'
  | 'unknown-tag'
  | 'unknown-filter'
  | 'broken';

export interface TemplateProblem {
  readonly kind: TemplateProblemKind;
  /** The tag as it stands in the template, without braces; empty when there is none. */
  readonly tag: string;
  /** A known tag or filter that was probably meant. */
  readonly meant?: string;
  readonly place?: TextPlace;
  readonly file?: UploadReason | 'wrong-kind' | 'too-long';
}

export interface TemplateReport {
  /** No problem but unknown tags (they print a blank) and unknown filters (they change nothing): it can be used. */
  readonly usable: boolean;
  readonly problems: readonly TemplateProblem[];
  /** All tags in reading order, each once. */
  readonly tags: readonly string[];
}

/** XML of one part of a template that is read; a Word file of 200 pages has less. */
const maxPart = 8 * 1024 * 1024;

const report = (problems: readonly TemplateProblem[], tags: readonly string[] = []): TemplateReport => ({
  usable: problems.every(({ kind }) => kind === 'unknown-tag' || kind === 'unknown-filter' || kind === 'outside-loop'),
  problems,
  tags,
});

/**
 * Looks at a template a college uploads: is it safe, is every tag closed, is every tag known. Answers in data (words are in
 * features/documents/texts.ts) and never throws for what is in the file.
 */
export async function inspectTemplate(
  file: { readonly name: string; readonly bytes: Uint8Array },
  known: readonly KnownTag[],
  filters: readonly string[],
): Promise<TemplateReport> {
  const verdict = await checkUpload(file, ['docx'], 'template');
  if (!verdict.ok) return report([{ kind: 'file', tag: '', file: verdict.reason }]);

  const parts = readParts(file.bytes);
  if (!parts) return report([{ kind: 'file', tag: '', file: 'too-long' }]);
  const broken = compileProblems(file.bytes, parts);
  const tags = parts.flatMap((part) => readTemplateTags(part));
  const names = [...new Set(tags.filter(({ sign }) => sign !== '/').map(({ text }) => text))];
  if (broken.length > 0) return report(broken, names);
  const problems = checkTags(tags, known, filters).map(withPlace);
  const checked = report(problems, names);
  return checked.usable && !prints(file.bytes, known)
    ? report([...problems, { kind: 'broken', tag: '' }], names)
    : checked;
}

/** The last proof: filled in with two rows in each list, it gives a paper that can be read. */
function prints(bytes: Uint8Array, known: readonly KnownTag[]): boolean {
  try {
    readPaper(renderDocx(bytes, { data: sampleData(known) }));
    return true;
  } catch {
    return false;
  }
}

function sampleData(known: readonly KnownTag[]): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { tag, rows } of known) {
    let scope = data;
    const path = tag.split('.');
    for (const step of path.slice(0, -1)) {
      const inner: Record<string, unknown> = { ...(scope[step] as object | undefined) };
      scope[step] = inner;
      scope = inner;
    }
    scope[path.at(-1) ?? ''] = rows ? [sampleData(rows), sampleData(rows)] : tag;
  }
  return data;
}

const withPlace = ({
  kind,
  tag,
  meant,
}: {
  kind: TemplateProblemKind;
  tag: TemplateTag;
  meant?: string;
}): TemplateProblem => ({
  kind,
  tag: tag.text,
  place: tag.place,
  ...(meant === undefined ? {} : { meant }),
});

function readParts(bytes: Uint8Array): PartText[] | undefined {
  let tooLong = false;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const read = /^word\/(document|header\d*|footer\d*)\.xml$/.test(name);
      tooLong ||= read && originalSize > maxPart;
      return read && !tooLong;
    },
  });
  const names = Object.keys(files).sort((one, other) => order(one) - order(other) || one.localeCompare(other));
  try {
    return tooLong ? undefined : names.map((name) => textOfPart(name, strFromU8(files[name] ?? new Uint8Array())));
  } catch {
    return [];
  }
}

const order = (name: string): number => (name.includes('document') ? 0 : 1);

const kinds: Readonly<Record<string, TemplateProblemKind>> = {
  unclosed_tag: 'unclosed-tag',
  duplicate_open_tag: 'unclosed-tag',
  unopened_tag: 'unopened-tag',
  duplicate_close_tag: 'unopened-tag',
  unclosed_loop: 'unclosed-loop',
  unopened_loop: 'unopened-loop',
  closing_tag_does_not_match_opening_tag: 'crossed-loops',
  no_xml_tag_found_at_left: 'crossed-loops',
  no_xml_tag_found_at_right: 'crossed-loops',
  loop_position_invalid: 'crossed-loops',
};

/** Parts of a docxtemplater error that we read; all come from outside our types. */
interface CompileError {
  readonly id?: string;
  readonly xtag?: string;
  readonly openingtag?: string;
  readonly offset?: number | readonly number[];
  readonly file?: string;
}

function compileProblems(bytes: Uint8Array, parts: readonly PartText[]): TemplateProblem[] {
  if (parts.length === 0) return [{ kind: 'broken', tag: '' }];
  try {
    openTemplate(bytes);
    return [];
  } catch (error) {
    const problems = errorsOf(error).map((each) => toProblem(each, parts));
    const seen = new Set<string>();
    return problems.filter((problem) => {
      const key = JSON.stringify([problem.kind, problem.tag, problem.place]);
      return seen.has(key) ? false : seen.add(key);
    });
  }
}

function errorsOf(error: unknown): CompileError[] {
  const properties = propertiesOf(error);
  const several: unknown = properties.errors;
  return Array.isArray(several) ? several.map(propertiesOf) : [properties];
}

function propertiesOf(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null || !('properties' in error)) return {};
  const { properties } = error;
  return typeof properties === 'object' && properties !== null ? { ...properties } : {};
}

function toProblem({ id, xtag, openingtag, offset, file }: CompileError, parts: readonly PartText[]): TemplateProblem {
  const at = typeof offset === 'number' ? offset : offset?.[0];
  const place = at === undefined ? undefined : (parts.find((part) => part.name === file) ?? parts[0])?.placeAt(at);
  const tag = (openingtag ?? xtag ?? '').replace(/[{}]/g, '').trim().slice(0, 80);
  return { kind: kinds[id ?? ''] ?? 'broken', tag, ...(place ? { place } : {}) };
}
