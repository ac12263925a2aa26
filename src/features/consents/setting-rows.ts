import type { CollegeDb } from '../../platform/db.ts';

/** What a college says once for all its forms, and whether consents are signed inside the system. */
export interface ConsentSettings {
  readonly electronic: boolean;
  readonly address: string;
  /** ИНН and ОГРН, which a consent to publication must name. */
  readonly requisites: string;
  /** Exact addresses of the pages that show people. */
  readonly pages: string;
  /** Who usually gets data: an employer. */
  readonly recipient: string;
  /** 0: nothing was saved yet. */
  readonly version: number;
}

const nothing: ConsentSettings = {
  electronic: false,
  address: '',
  requisites: '',
  pages: '',
  recipient: '',
  version: 0,
};

export const consentSettings = async (db: CollegeDb): Promise<ConsentSettings> =>
  (await db
    .selectFrom('consent_settings')
    .select(['electronic', 'address', 'requisites', 'pages', 'recipient', 'version'])
    .executeTakeFirst()) ?? nothing;

/** false when somebody saved them in the meantime. */
export const saveSettings = async (db: CollegeDb, { version, ...settings }: ConsentSettings): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('consent_settings')
    .values(settings)
    .onConflict((clash) =>
      clash
        .column('college_id')
        .doUpdateSet({ ...settings, version: version + 1 })
        .where('consent_settings.version', '=', version),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};
