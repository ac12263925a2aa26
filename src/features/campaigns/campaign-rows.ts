import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Audience, Campaign } from './campaign.ts';

const select = (db: CollegeDb) =>
  db
    .selectFrom('campaigns')
    .select([
      'id',
      'year',
      'title',
      'audiences',
      'opened_on as openedOn',
      'till_day as tillDay',
      'closed_on as closedOn',
      'version',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const toCampaign = (row: Row): Campaign => ({ ...row, audiences: row.audiences as Audience[] });

export const campaignById = async (db: CollegeDb, id: string): Promise<Campaign | undefined> => {
  const row = await select(db).where('id', '=', id).executeTakeFirst();
  return row && toCampaign(row);
};

/** The newest first. */
export const campaignsOf = async (db: CollegeDb): Promise<Campaign[]> =>
  (await select(db).orderBy('year', 'desc').orderBy('opened_on', 'desc').orderBy('id').execute()).map(toCampaign);

/** The one that was not ended by hand; its last day may have passed. */
export const openCampaign = async (db: CollegeDb, year: number): Promise<Campaign | undefined> => {
  const row = await select(db).where('year', '=', year).where('closed_on', 'is', null).executeTakeFirst();
  return row && toCampaign(row);
};

export type CampaignInput = Pick<Campaign, 'title' | 'tillDay' | 'audiences'>;

export const insertCampaign = async (
  db: CollegeDb,
  { year, openedOn, ...input }: CampaignInput & { year: number; openedOn: Day },
): Promise<string> => {
  const row = await db
    .insertInto('campaigns')
    .values({
      year,
      title: input.title,
      audiences: [...input.audiences],
      opened_on: openedOn,
      till_day: input.tillDay,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** False when somebody changed it since this version was shown. */
export const updateCampaign = async (
  db: CollegeDb,
  id: string,
  version: number,
  { title, audiences, tillDay }: CampaignInput,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('campaigns')
    .set({ title, audiences: [...audiences], till_day: tillDay, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

export const setClosed = async (db: CollegeDb, id: string, closedOn: Day | null): Promise<void> => {
  await db.updateTable('campaigns').set({ closed_on: closedOn }).where('id', '=', id).execute();
};
