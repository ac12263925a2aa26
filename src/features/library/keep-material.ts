import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import type { UploadFamily } from '../../platform/files/file-kind.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { mayKeepLibrary } from './access.ts';
import type { MaterialInput } from './material.ts';
import { insertMaterial, knownOrigins, materialById, setArchived, updateMaterial } from './rows.ts';
import { builtInMaterials } from './seed.ts';

export type MaterialRefusal = 'empty' | 'changed-meanwhile';

export const materialFamilies: readonly UploadFamily[] = ['pdf', 'docx', 'odt', 'xlsx', 'jpeg', 'png'];

const mediaTypes: Partial<Record<UploadFamily, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

type Keeping = Ctx & { readonly store: FileStore };

const keep = async (ctx: Keeping, file: CheckedUpload | undefined): Promise<string | undefined> =>
  file &&
  (await keepFile(ctx, {
    name: file.name,
    bytes: file.bytes,
    mediaType: mediaTypes[file.family] ?? 'application/octet-stream',
  }));

const isEmpty = (input: MaterialInput, hasFile: boolean): boolean => input.body === '' && input.link === '' && !hasFile;

/** Puts a material into the library. Answers its id. */
export const addMaterial = async (
  ctx: Keeping,
  input: MaterialInput,
  file?: CheckedUpload,
): Promise<Outcome<string, 'empty'>> => {
  demand(mayKeepLibrary(ctx.actor));
  if (isEmpty(input, file !== undefined)) return refused('empty');
  const fileId = await keep(ctx, file);
  const id = found(
    await insertMaterial(ctx.db, input, { addedOn: ctx.today, accountId: ctx.actor.accountId, fileId }),
    'material',
  );
  await record(ctx, 'material.added', { kind: 'material', id }, { title: input.title });
  return done(id);
};

/** Changes a material; a new file takes the place of the old one. */
export const changeMaterial = async (
  ctx: Keeping,
  {
    materialId,
    version,
    input,
    file,
  }: {
    readonly materialId: string;
    readonly version: number;
    readonly input: MaterialInput;
    readonly file?: CheckedUpload | undefined;
  },
): Promise<Outcome<undefined, MaterialRefusal>> => {
  demand(mayKeepLibrary(ctx.actor));
  const material = found(await materialById(ctx.db, materialId), 'material');
  if (isEmpty(input, file !== undefined || material.fileId !== null)) return refused('empty');
  if (material.version !== version) return refused('changed-meanwhile');
  const fileId = await keep(ctx, file);
  if (!(await updateMaterial(ctx.db, { id: materialId, version, input, fileId }))) return refused('changed-meanwhile');
  await record(ctx, 'material.changed', { kind: 'material', id: materialId }, { title: input.title });
  return done();
};

/** Takes a material away from its readers, or gives it back; nothing is lost. */
export const archiveMaterial = async (
  ctx: Ctx,
  { materialId, back }: { readonly materialId: string; readonly back: boolean },
): Promise<Outcome<undefined>> => {
  demand(mayKeepLibrary(ctx.actor));
  found(await materialById(ctx.db, materialId), 'material');
  await setArchived(ctx.db, materialId, back ? null : ctx.today);
  await record(ctx, back ? 'material.restored' : 'material.archived', { kind: 'material', id: materialId });
  return done();
};

/** Puts in the built-in texts that the college has not got yet; edited and archived ones stay as they are. Answers how many. */
export const installMaterials = async (ctx: Ctx): Promise<Outcome<number>> => {
  demand(mayKeepLibrary(ctx.actor));
  const known = await knownOrigins(ctx.db);
  const fresh = builtInMaterials.filter(({ origin }) => !known.has(origin));
  for (const { origin, ...input } of fresh)
    await insertMaterial(
      ctx.db,
      { ...input, link: '' },
      { addedOn: ctx.today, accountId: ctx.actor.accountId, origin },
    );
  if (fresh.length > 0)
    await record(ctx, 'materials.installed', { kind: 'college', id: ctx.actor.college }, { count: fresh.length });
  return done(fresh.length);
};
