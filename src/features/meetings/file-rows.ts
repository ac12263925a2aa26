import type { CollegeDb } from '../../platform/db.ts';

export const filesOf = (db: CollegeDb, meetingId: string): Promise<{ fileId: string; name: string }[]> =>
  db
    .selectFrom('meeting_files as m')
    .innerJoin('files as f', 'f.id', 'm.file_id')
    .select(['m.file_id as fileId', 'f.name'])
    .where('m.meeting_id', '=', meetingId)
    .orderBy('m.position')
    .execute();

export const insertFile = async (
  db: CollegeDb,
  file: { meetingId: string; fileId: string; position: number; accountId: string },
): Promise<void> => {
  const { meetingId, fileId, position, accountId } = file;
  await db
    .insertInto('meeting_files')
    .values({ meeting_id: meetingId, file_id: fileId, position, account_id: accountId })
    .onConflict((clash) => clash.doNothing())
    .execute();
};

export const deleteFile = async (db: CollegeDb, meetingId: string, fileId: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('meeting_files')
    .where('meeting_id', '=', meetingId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};
