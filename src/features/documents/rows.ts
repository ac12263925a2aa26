import { type ExpressionBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { DB } from '../../platform/generated/schema.ts';
import type { DocumentStatus, PaperKind } from './document.ts';

export type Origin = 'made' | 'registered';
export type Amendment = 'amends' | 'cancels';
export type PaperData = Readonly<Record<string, unknown>>;

/** A paper as the register lists it. */
export interface ListedDocument {
  readonly id: string;
  readonly kind: PaperKind;
  readonly series: string;
  readonly title: string;
  readonly origin: Origin;
  readonly status: DocumentStatus;
  /** Start year of the academic year it belongs to. */
  readonly year: number;
  readonly number: string | null;
  readonly day: Day | null;
  readonly reviewBy: Day | null;
  readonly scanFileId: string | null;
}

/** One paper with all that it was made from. */
export interface Document extends ListedDocument {
  readonly signatoryId: string | null;
  readonly signatoryName: string | null;
  readonly templateId: string | null;
  readonly templateVersion: number | null;
  readonly data: PaperData;
  readonly docxFileId: string | null;
  readonly amendsId: string | null;
  readonly amendment: Amendment | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly signedAt: Date | null;
}

export interface DocumentFilter {
  readonly kinds?: readonly PaperKind[] | undefined;
  readonly status?: DocumentStatus | undefined;
  readonly year?: number | undefined;
  readonly search?: string | undefined;
  /** Its review-by day is not later than this one. */
  readonly reviewTill?: Day | undefined;
}

const listed = [
  'd.id',
  'd.kind',
  'd.series',
  'd.title',
  'd.origin',
  'd.status',
  'd.year',
  'd.number',
  'd.day',
  'd.review_by as reviewBy',
  'd.scan_file_id as scanFileId',
] as const;

const matching = (filter: DocumentFilter) => (is: ExpressionBuilder<DB & { d: DB['documents'] }, 'd'>) => {
  const all = [sql<boolean>`true`];
  if (filter.kinds && filter.kinds.length > 0) all.push(sql`d.kind = any(${sql.val([...filter.kinds])}::text[])`);
  if (filter.status) all.push(sql`d.status = ${filter.status}`);
  if (filter.year !== undefined) all.push(sql`d.year = ${filter.year}`);
  if (filter.reviewTill) all.push(sql`d.review_by <= ${filter.reviewTill}::date and d.status in ('signed', 'amended')`);
  for (const word of (filter.search ?? '').toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean)) {
    const like = `%${word.replace(/^№/, '').replace(/[%_\\]/g, '\\$&')}%`;
    all.push(sql`translate(lower(concat_ws(' ', d.number, d.title)), 'ё', 'е') like ${like}`);
  }
  return is.and(all);
};

/** The register: newest first, papers without a day on top. */
export const documentsBy = async (
  db: CollegeDb,
  filter: DocumentFilter,
  { limit = 50, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<ListedDocument[]> =>
  (await db
    .selectFrom('documents as d')
    .select(listed)
    .where(matching(filter))
    .orderBy('d.day', (order) => order.desc().nullsFirst())
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id')
    .limit(limit)
    .offset(offset)
    .execute()) as ListedDocument[];

export const countDocuments = async (db: CollegeDb, filter: DocumentFilter): Promise<number> => {
  const { total } = await db
    .selectFrom('documents as d')
    .select((is) => is.fn.countAll<number>().as('total'))
    .where(matching(filter))
    .executeTakeFirstOrThrow();
  return total;
};

/** How many papers are in each state, of those the filter leaves. */
export const countByStatus = async (
  db: CollegeDb,
  filter: DocumentFilter,
): Promise<Readonly<Partial<Record<DocumentStatus, number>>>> => {
  const rows = await db
    .selectFrom('documents as d')
    .select((is) => ['d.status', is.fn.countAll<number>().as('total')])
    .where(matching(filter))
    .groupBy('d.status')
    .execute();
  return Object.fromEntries(rows.map(({ status, total }) => [status, total]));
};

const selectDocuments = (db: CollegeDb) =>
  db
    .selectFrom('documents as d')
    .leftJoin('persons as s', 's.id', 'd.signatory_id')
    .leftJoin('document_templates as t', 't.id', 'd.template_id')
    .select(listed)
    .select([
      'd.signatory_id as signatoryId',
      sql<string | null>`nullif(concat_ws(' ', s.last_name, s.first_name, s.patronymic), '')`.as('signatoryName'),
      'd.template_id as templateId',
      't.version as templateVersion',
      'd.data',
      'd.docx_file_id as docxFileId',
      'd.amends_id as amendsId',
      'd.amendment',
      'd.version',
      'd.created_at as createdAt',
      'd.signed_at as signedAt',
    ]);

export const documentById = async (db: CollegeDb, id: string): Promise<Document | undefined> =>
  (await selectDocuments(db).where('d.id', '=', id).executeTakeFirst()) as Document | undefined;

/** The same, held until the end of the transaction: nobody else changes it meanwhile. */
export const holdDocument = async (db: CollegeDb, id: string): Promise<Document | undefined> => {
  await db.selectFrom('documents').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return documentById(db, id);
};

/** Later papers that amend or cancel this one, oldest first. */
export const amendmentsOf = async (db: CollegeDb, id: string): Promise<Document[]> =>
  (await selectDocuments(db).where('d.amends_id', '=', id).orderBy('d.created_at').execute()) as Document[];

export interface NewDocument {
  readonly id: string;
  readonly kind: PaperKind;
  readonly series: string;
  readonly title: string;
  readonly origin: Origin;
  readonly status: DocumentStatus;
  readonly year: number;
  readonly number?: string | null;
  readonly day?: Day | null;
  readonly reviewBy?: Day | null;
  readonly signatoryId?: string | null;
  readonly templateId?: string | null;
  readonly data?: PaperData;
  readonly docxFileId?: string | null;
  readonly scanFileId?: string | null;
  readonly amendsId?: string | null;
  readonly amendment?: Amendment | null;
  readonly accountId: string;
}

export const insertDocument = async (db: CollegeDb, document: NewDocument): Promise<void> => {
  await db
    .insertInto('documents')
    .values({
      id: document.id,
      kind: document.kind,
      series: document.series,
      title: document.title,
      origin: document.origin,
      status: document.status,
      year: document.year,
      number: document.number ?? null,
      day: document.day ?? null,
      review_by: document.reviewBy ?? null,
      signatory_id: document.signatoryId ?? null,
      template_id: document.templateId ?? null,
      data: JSON.stringify(document.data ?? {}),
      docx_file_id: document.docxFileId ?? null,
      scan_file_id: document.scanFileId ?? null,
      amends_id: document.amendsId ?? null,
      amendment: document.amendment ?? null,
      account_id: document.accountId,
    })
    .execute();
};

export interface DocumentChange {
  readonly title?: string;
  readonly status?: DocumentStatus;
  readonly number?: string | null;
  readonly day?: Day | null;
  readonly templateId?: string | null;
  readonly data?: PaperData;
  readonly docxFileId?: string;
  readonly scanFileId?: string;
  readonly signedAt?: Date;
}

/** Writes what changed and moves the version on. The walls are `document_number_once` and `signed_paper_stays`. */
export const updateDocument = async (db: CollegeDb, id: string, change: DocumentChange): Promise<void> => {
  const { templateId, data, docxFileId, scanFileId, signedAt, ...plain } = change;
  await db
    .updateTable('documents')
    .set((is) => ({
      ...plain,
      ...(templateId === undefined ? {} : { template_id: templateId }),
      ...(data === undefined ? {} : { data: JSON.stringify(data) }),
      ...(docxFileId === undefined ? {} : { docx_file_id: docxFileId }),
      ...(scanFileId === undefined ? {} : { scan_file_id: scanFileId }),
      ...(signedAt === undefined ? {} : { signed_at: signedAt }),
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
};

export const deleteDocument = async (db: CollegeDb, id: string): Promise<void> => {
  await db.deleteFrom('documents').where('id', '=', id).execute();
};

/** Numbers given in a series in the calendar year of a day, with their days; the latest day first. */
export const numbersGiven = (
  db: CollegeDb,
  series: string,
  within: Day,
): Promise<{ number: string; day: Day; title: string; id: string }[]> =>
  db
    .selectFrom('documents')
    .select(['id', 'title', sql<string>`number`.as('number'), sql<Day>`day`.as('day')])
    .where('series', '=', series)
    .where('number', 'is not', null)
    .where(sql<boolean>`extract(year from day) = extract(year from ${within}::date)`)
    .orderBy('day', 'desc')
    .orderBy('created_at', 'desc')
    .limit(2000)
    .execute();

/** Newest paper in force of a kind, for references in other papers; undefined while there is none. */
export const newestInForce = async (
  db: CollegeDb,
  kind: PaperKind,
  { year, title }: { readonly year?: number; readonly title?: string } = {},
): Promise<ListedDocument | undefined> =>
  (await db
    .selectFrom('documents as d')
    .select(listed)
    .where('d.kind', '=', kind)
    .where('d.status', 'in', ['signed', 'amended'])
    .where(matching({ year }))
    .$if(title !== undefined, (rows) => rows.where('d.title', '=', title ?? ''))
    .orderBy('d.day', 'desc')
    .orderBy('d.created_at', 'desc')
    .executeTakeFirst()) as ListedDocument | undefined;
