import { addDays, type Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Purpose } from './consent.ts';

export interface ConsentText {
  readonly id: string;
  readonly purpose: Purpose;
  readonly version: number;
  readonly body: string;
  readonly validFrom: Day;
  readonly validTill: Day | null;
  /** Last day before which the law behind the text asks for another; null when no such day is known. */
  readonly basisTill: Day | null;
}

const selectTexts = (db: CollegeDb) =>
  db
    .selectFrom('consent_texts')
    .select([
      'id',
      'purpose',
      'version',
      'body',
      'valid_from as validFrom',
      'valid_till as validTill',
      'basis_till as basisTill',
    ]);

/** All versions of one purpose, or of all purposes; newest first. */
export const textsOf = (db: CollegeDb, purpose?: Purpose): Promise<ConsentText[]> => {
  const query = selectTexts(db).orderBy('purpose').orderBy('version', 'desc');
  return (purpose ? query.where('purpose', '=', purpose) : query).execute();
};

/** The version in force on a day. */
export const textOn = (db: CollegeDb, purpose: Purpose, on: Day): Promise<ConsentText | undefined> =>
  selectTexts(db)
    .where('purpose', '=', purpose)
    .where('valid_from', '<=', on)
    .orderBy('version', 'desc')
    .executeTakeFirst();

export const insertText = async (
  db: CollegeDb,
  text: Pick<ConsentText, 'purpose' | 'version' | 'body' | 'validFrom' | 'basisTill'>,
): Promise<void> => {
  await db
    .insertInto('consent_texts')
    .values({
      purpose: text.purpose,
      version: text.version,
      body: text.body,
      valid_from: text.validFrom,
      basis_till: text.basisTill,
    })
    .execute();
};

/** The day before the next version begins is the last of the former one. */
export const endText = async (db: CollegeDb, purpose: Purpose, version: number, nextFrom: Day): Promise<void> => {
  await db
    .updateTable('consent_texts')
    .set({ valid_till: addDays(nextFrom, -1) })
    .where('purpose', '=', purpose)
    .where('version', '=', version)
    .execute();
};

/** How many consents that still run were given under an older version than this. */
export const countOlder = async (db: CollegeDb, purpose: Purpose, version: number, on: Day): Promise<number> => {
  const row = await db
    .selectFrom('consents as c')
    .innerJoin('consent_texts as t', 't.id', 'c.text_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('c.purpose', '=', purpose)
    .where('t.version', '<', version)
    .where('c.withdrawn_on', 'is', null)
    .where('c.valid_till', '>=', on)
    .executeTakeFirstOrThrow();
  return row.count;
};

export const hasTexts = async (db: CollegeDb): Promise<boolean> =>
  (await db.selectFrom('consent_texts').select('id').limit(1).executeTakeFirst()) !== undefined;

export const textById = (db: CollegeDb, id: string): Promise<ConsentText | undefined> =>
  selectTexts(db).where('id', '=', id).executeTakeFirst();
