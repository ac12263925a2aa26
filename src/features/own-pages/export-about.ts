import { strToU8, zipSync } from 'fflate';
import { demand } from '../../kernel/actor.ts';
import { formatDayLong } from '../../kernel/day.ts';
import { type Done, done } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { escapeXml } from '../../platform/docx/xml.ts';
import { record } from '../../platform/journal.ts';
import type { FileStore, StoredFile } from '../../platform/storage.ts';
import { momentWords } from '../college/moments.ts';
import { normsOf } from '../college/rows.ts';
import { fullName } from '../people/person.ts';
import { filesOf, readingsOf } from './about-rows.ts';
import { exportTexts, seenWords } from './about-texts.ts';
import type { AboutKind } from './place.ts';
import { countAbout, mayReadAbout, type Records, recordsOf, type Subject, subjectsOf } from './read-about.ts';
import { linesOf } from './row-words.ts';

/** All files together; more than that is asked for at the desk. */
const mostBytes = 30 * 1024 * 1024;

interface Section {
  readonly kind: AboutKind;
  readonly records: readonly Records[];
  readonly sealed: number;
}

const sectionHtml = ({ kind, records, sealed }: Section, names: ReadonlyMap<string, string>): string => {
  const rows = records.flatMap((one) => one.rows).map((row) => linesOf(row, names));
  const tables = rows
    .filter((lines) => lines.length > 0)
    .map(
      (lines) =>
        `<table>${lines.map(({ label, value }) => `<tr><th>${escapeXml(label)}</th><td>${escapeXml(value)}</td></tr>`).join('')}</table>`,
    );
  return [
    `<h2>${escapeXml(kind.title)}</h2>`,
    `<p>${exportTexts.seenBy}: ${escapeXml(seenWords(kind))}.<br>${exportTexts.ground}: ${escapeXml(kind.ground)}.<br>${exportTexts.kept}: ${escapeXml(kind.kept)}.</p>`,
    ...(tables.length > 0 ? tables : [`<p>${exportTexts.nothing}</p>`]),
    ...(sealed > 0 ? [`<p>${exportTexts.sealed(sealed)}</p>`] : []),
  ].join('\n');
};

const style =
  'body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;margin:0 0 1rem}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}';

const page = (title: string, parts: readonly string[]): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(title)}</title><style>${style}</style><body><h1>${escapeXml(title)}</h1>\n${parts.join('\n')}</body></html>`;

/** Names inside the archive are never twice the same. */
const fileNames = (files: readonly StoredFile[]): Map<string, StoredFile> => {
  const named = new Map<string, StoredFile>();
  for (const [at, file] of files.entries())
    named.set(`files/${at + 1}-${file.name.replace(/[\\/:*?"<>|]/g, '_')}`, file);
  return named;
};

const sectionsFor = async (ctx: Ctx, subject: Subject): Promise<Section[]> => {
  const sections: Section[] = [];
  for (const { kind, sealed } of await countAbout(ctx, subject))
    sections.push({ kind, sealed, records: await recordsOf(ctx, kind, subject) });
  return sections;
};

/** One archive with everything kept on a person: a page to read, the same as JSON, and the own files. Journaled. */
export const exportAbout = async (
  ctx: Ctx & { readonly store: FileStore },
  personId: string,
): Promise<Done<{ readonly name: string; readonly bytes: Uint8Array }>> => {
  const subjects = await subjectsOf(ctx);
  demand(mayReadAbout(ctx.actor, subjects, personId));
  const subject = subjects.find(({ person }) => person.id === personId);
  if (!subject) throw new Error('a verdict said there is one');

  const sections = await sectionsFor(ctx, subject);
  const norms = [
    ...(await normsOf(ctx.db, 'form')),
    ...(await normsOf(ctx.db, 'variant')),
    ...(await normsOf(ctx.db, 'topic')),
  ];
  const names = new Map(norms.map(({ code, label }) => [code, label]));
  const moment = await momentWords(ctx.db);
  const readings = (await readingsOf(ctx.db, personId)).map(({ at, actorName }) => ({
    at: moment(at),
    who: actorName,
  }));
  const files = fileNames(await filesOf(ctx.db, personId));
  const fits = [...files.values()].reduce((sum, { size }) => sum + size, 0) <= mostBytes;

  const title = exportTexts.title(fullName(subject.person));
  const html = page(title, [
    `<p>${exportTexts.made(formatDayLong(ctx.today))}</p>`,
    ...sections.map((section) => sectionHtml(section, names)),
    `<h2>${exportTexts.readings}</h2><p>${readings.map(({ at, who }) => escapeXml(`${at}, ${who}`)).join('<br>') || exportTexts.nothing}</p>`,
    `<h2>${exportTexts.files}</h2><p>${fits ? [...files.keys()].map(escapeXml).join('<br>') || exportTexts.nothing : exportTexts.tooBig}</p>`,
  ]);
  const json = Object.fromEntries(
    sections.map(({ kind, records, sealed }) => [
      kind.code,
      { sealed, ...Object.fromEntries(records.map(({ table, rows }) => [table, rows])) },
    ]),
  );
  const entries: Record<string, Uint8Array> = {
    'index.html': strToU8(html),
    'data.json': strToU8(JSON.stringify({ ...json, readings }, null, 1)),
  };
  if (fits)
    for (const [name, { sha256 }] of files)
      entries[name] = new Uint8Array(await ctx.store.read(ctx.actor.college, sha256));
  await record(ctx, 'person.exported-own', { kind: 'person', id: personId });
  return done({ name: exportTexts.file(fullName(subject.person)), bytes: zipSync(entries, { level: 1 }) });
};
