import type { Actor, CollegeScope } from '../../kernel/actor.ts';
import { addDays, type Day, weekday } from '../../kernel/day.ts';
import { type CollegeDb, inCollege } from '../../platform/db.ts';
import type { Letter } from '../../platform/mail.ts';
import { claimDay, type DailyWork, type DailyWorker } from '../../platform/tasks.ts';
import { sendWord, type WaysOut } from '../accounts/send-word.ts';
import { theCollege } from '../college/rows.ts';
import { starterOf } from '../people/starter-rows.ts';
import {
  claimDigest,
  type DigestReader,
  digestReaders,
  giveBackDigest,
  isDigestDay,
  moveDigestDay,
  setDigest,
} from './digest-rows.ts';
import { curatorDigest, isEmpty, ownDigest } from './digest-texts.ts';
import { lookThrough } from './look-through.ts';
import { readOwnWeek } from './read-own-week.ts';
import { readWeek, type WeekSource } from './read-week.ts';
import { sendQuarterRounds } from './send-rounds.ts';
import { partsOf } from './week.ts';

/** Once a day in every college: questionnaires of the quarter go out when their time has come, then pairs are looked through. */
export const nightOf = (systemActor: (college: CollegeScope) => Actor): DailyWorker => ({
  kind: 'feedback',
  run: ({ db, college, today }) =>
    inCollege(db, college, async (tx) => {
      if (!(await claimDay(tx, 'feedback', today))) return;
      const ctx = { db: tx, actor: systemActor(college), today };
      await sendQuarterRounds(ctx);
      await lookThrough(ctx);
    }),
});

export interface DigestDoors extends WaysOut {
  readonly baseUrl: string;
  readonly sources: readonly WeekSource[];
}

const wordsFor = async (
  db: CollegeDb,
  { college, today }: DailyWork,
  { baseUrl, sources }: DigestDoors,
  { personId, accountId }: DigestReader,
  monday: Day,
): Promise<Omit<Letter, 'to'> | undefined> => {
  const frame = { monday, baseUrl, collegeName: (await theCollege(db)).shortName };
  if (accountId === null) {
    const own = await readOwnWeek({ db, today }, personId, monday);
    return isEmpty(own) ? undefined : ownDigest(frame, own);
  }
  const { actor } = await starterOf(db, college, accountId);
  const parts = partsOf(await readWeek({ db, actor, today }, sources));
  return parts.length === 0 ? undefined : curatorDigest(frame, parts);
};

/** Writes the letter down, sends it, writes down how it went. Nobody gets two, whatever stops between. */
const sendOne = async (work: DailyWork, doors: DigestDoors, reader: DigestReader, monday: Day) => {
  const { db, college, today } = work;
  const claimed = await inCollege(db, college, async (tx) => {
    const words = await wordsFor(tx, work, doors, reader, monday);
    const id = words && (await claimDigest(tx, reader.personId, { monday, today }));
    return words && id !== undefined ? { id, words } : undefined;
  });
  if (!claimed) return 'passed';
  const posting = await sendWord(doors, reader, claimed.words, claimed.id);
  if (posting !== 'uncertain')
    await inCollege(db, college, (tx) =>
      posting === 'unreachable'
        ? giveBackDigest(tx, claimed.id)
        : setDigest(tx, claimed.id, posting === 'sent' ? 'sent' : 'failed'),
    );
  return posting;
};

/** The letter of the week: on Monday, or on the next day that the server works. Who has had any letter within a week gets none. */
export const digestOf = (doors: DigestDoors): DailyWorker => ({
  kind: 'digest',
  async run(work) {
    if (!doors.send && doors.messengers.length === 0) return;
    const { db, college, today } = work;
    const monday = addDays(today, 1 - weekday(today));
    const readers = await inCollege(db, college, async (tx) =>
      (await isDigestDay(tx, monday, today)) ? digestReaders(tx, { monday, today }, doors) : [],
    );
    // A way that does not answer is left alone; those who are reached another way still get theirs.
    const silent = new Set<string>();
    for (const reader of readers) {
      const way = reader.messenger ?? 'mail';
      if (!silent.has(way) && (await sendOne(work, doors, reader, monday)) === 'unreachable') silent.add(way);
    }
    if (silent.size > 0) await inCollege(db, college, (tx) => moveDigestDay(tx, today));
  },
});
