import { addDays, formatDayMonth } from '../../kernel/day.ts';
import { dangerouslyScope, inCollege } from '../../platform/db.ts';
import type { DailyWork, DailyWorker } from '../../platform/tasks.ts';
import { sendWord, type WaysOut } from '../accounts/send-word.ts';
import { theCollege } from '../college/rows.ts';
import { claimReminder, type ReminderRecipient, reminderRecipients, setReminder } from './letter-rows.ts';
import { reminderLines } from './name-texts.ts';
import { ownMeetings } from './own-rows.ts';
import { reminderLetter } from './texts.ts';

export interface ReminderDoors extends WaysOut {
  readonly baseUrl: string;
}

const inside = <T>(work: DailyWork, run: Parameters<typeof inCollege<T>>[2]): Promise<T> =>
  inCollege(work.db, dangerouslyScope(work.college), run);

/** Writes the letter down, sends it, writes down how it went. Nobody gets two, whatever stops between. */
const remindOne = async (work: DailyWork, doors: ReminderDoors, recipient: ReminderRecipient): Promise<void> => {
  const aboutDay = addDays(work.today, 1);
  const letter = await inside(work, async (db) => {
    const id = await claimReminder(db, recipient, { aboutDay, today: work.today });
    if (id === undefined) return undefined;
    const meetings = (await ownMeetings(db, recipient.personId, aboutDay)).filter(
      ({ day, state }) => day === aboutDay && state === 'planned',
    );
    const words = reminderLetter({
      firstName: recipient.firstName,
      day: formatDayMonth(aboutDay),
      lines: meetings.map(reminderLines),
      link: `${doors.baseUrl}/my-meetings`,
      collegeName: (await theCollege(db)).shortName,
    });
    return { id, words };
  });
  if (!letter) return;
  const posting = await sendWord(doors, recipient, letter.words, letter.id);
  // An uncertain letter stays as it is written down: it may have come.
  if (posting === 'uncertain') return;
  await inside(work, (db) => setReminder(db, letter.id, posting === 'sent' ? 'sent' : 'failed'));
};

/** The day before a meeting both sides are reminded, as often as each wants it. */
export const remindersOf = (doors: ReminderDoors): DailyWorker => ({
  kind: 'meeting-reminders',
  async run(work) {
    if (!doors.send && doors.messengers.length === 0) return;
    const recipients = await inside(work, (db) => reminderRecipients(db, addDays(work.today, 1), doors));
    for (const recipient of recipients) await remindOne(work, doors, recipient);
  },
});
