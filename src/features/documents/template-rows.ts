import type { CollegeDb } from '../../platform/db.ts';
import type { DocumentKind } from './document.ts';

export interface OwnTemplate {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly version: number;
  readonly fileId: string;
  readonly fileName: string;
  readonly createdAt: Date;
  /** null while it may be used; the newest of these is the one that papers are made from. */
  readonly retiredAt: Date | null;
}

const selectTemplates = (db: CollegeDb) =>
  db
    .selectFrom('document_templates as t')
    .innerJoin('files as f', 'f.id', 't.file_id')
    .select([
      't.id',
      't.kind',
      't.version',
      't.file_id as fileId',
      'f.name as fileName',
      't.created_at as createdAt',
      't.retired_at as retiredAt',
    ])
    .orderBy('t.version', 'desc');

/** All versions of a kind, newest first; of all kinds without one. */
export const templatesOf = async (db: CollegeDb, kind?: DocumentKind): Promise<OwnTemplate[]> => {
  const all = selectTemplates(db);
  return (await (kind === undefined ? all : all.where('t.kind', '=', kind)).execute()) as OwnTemplate[];
};

/** The college's own template that papers of a kind are made from now. */
export const templateInUse = async (db: CollegeDb, kind: DocumentKind): Promise<OwnTemplate | undefined> =>
  (await selectTemplates(db).where('t.kind', '=', kind).where('t.retired_at', 'is', null).executeTakeFirst()) as
    | OwnTemplate
    | undefined;

export const templateById = async (db: CollegeDb, id: string): Promise<OwnTemplate | undefined> =>
  (await selectTemplates(db).where('t.id', '=', id).executeTakeFirst()) as OwnTemplate | undefined;

/** Answers the version it got. */
export const insertTemplate = async (
  db: CollegeDb,
  { kind, fileId, accountId }: { kind: DocumentKind; fileId: string; accountId: string },
): Promise<number> => {
  const [newest] = await templatesOf(db, kind);
  const version = (newest?.version ?? 0) + 1;
  await db.insertInto('document_templates').values({ kind, version, file_id: fileId, account_id: accountId }).execute();
  return version;
};

/** Papers of the kind are made from the starter template again. Answers how many versions were in use. */
export const retireTemplates = async (db: CollegeDb, kind: DocumentKind, at: Date): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('document_templates')
    .set({ retired_at: at })
    .where('kind', '=', kind)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
};
