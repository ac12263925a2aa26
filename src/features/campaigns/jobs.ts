import { today } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { inCollege } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import type { Post, Posting } from '../../platform/mail.ts';
import type { TaskRun, TaskWorker } from '../../platform/tasks.ts';
import { theCollege } from '../college/rows.ts';
import { starterOf } from '../people/starter-rows.ts';
import { type Campaign, stateOf } from './campaign.ts';
import { campaignById } from './campaign-rows.ts';
import { hashOf, newToken } from './issue-links.ts';
import { claimLetter, noteReminders, type Recipient, recipientsOf, setLetter } from './letter-rows.ts';
import { insertLinks } from './link-rows.ts';
import { campaignTaskKinds, letterOf, lettersEnd, noMailEnd } from './task-texts.ts';

export interface MailDoors {
  /** undefined: no mail server is named in the settings. */
  readonly post: Post | undefined;
  readonly baseUrl: string;
}

/** One short transaction as the person who ordered the letters: a letter on its way holds none. */
const asStarter = <T>(run: TaskRun, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inCollege(run.db, run.college, async (db) => {
    const { actor, timeZone } = await starterOf(db, run.college, run.accountId);
    return work({ db, actor, today: today(timeZone) });
  });

interface Order {
  readonly campaign: Campaign;
  readonly recipients: readonly Recipient[];
  readonly collegeName: string;
}

const orderOf = (run: TaskRun, campaignId: string): Promise<Order> =>
  asStarter(run, async ({ db, today: day }) => {
    const campaign = found(await campaignById(db, campaignId), 'campaign');
    const going = stateOf(campaign, day) === 'running';
    const recipients = going ? await recipientsOf(db, campaign, day) : [];
    return { campaign, recipients, collegeName: (await theCollege(db)).shortName };
  });

/** Writes the letter down with a fresh link, sends it, writes down how it went. Nobody gets two, whatever stops between. */
const sendOne = async (
  run: TaskRun,
  { post, baseUrl }: MailDoors & { readonly post: Post },
  { campaign, collegeName }: Order,
  recipient: Recipient,
): Promise<Posting | 'passed'> => {
  const { audience, personId, groupId, email } = recipient;
  const claimed = await asStarter(run, async ({ db, actor, today: day }) => {
    const letterId = await claimLetter(db, campaign.id, recipient, day);
    if (letterId === undefined) return undefined;
    const token = newToken();
    const made = { campaignId: campaign.id, madeOn: day, accountId: actor.accountId };
    await insertLinks(db, made, [{ audience, personId, groupId, tokenHash: hashOf(token) }]);
    return { letterId, token };
  });
  if (!claimed) return 'passed';
  const link = `${baseUrl}/ask/${claimed.token}`;
  const posting = await post.send({
    to: email,
    ...letterOf({ ...recipient, collegeName, tillDay: campaign.tillDay, link }),
  });
  await asStarter(run, async ({ db, actor, today: on }) => {
    // An uncertain letter stays as it is written down: it may have come, so there is no second one this week.
    if (posting !== 'uncertain') await setLetter(db, claimed.letterId, posting === 'sent' ? 'sent' : 'failed');
    if (posting !== 'sent' || audience !== 'class-teacher' || groupId === null) return;
    await noteReminders(db, { campaignId: campaign.id, on, way: 'mail', accountId: actor.accountId }, [groupId]);
  });
  return posting;
};

/** Long work of campaigns: letters to those who have not answered. */
export const campaignWorkers = (doors: MailDoors): readonly TaskWorker[] => [
  {
    kind: campaignTaskKinds.letters,
    async run(run) {
      const campaignId = String(run.input.campaignId);
      const nextPath = `/campaigns/${campaignId}/remind`;
      const { post } = doors;
      if (!post) return { message: noMailEnd, nextPath, failed: true };
      const order = await orderOf(run, campaignId);
      const count = { sent: 0, failed: 0, unreachable: false };
      for (const [index, recipient] of order.recipients.entries()) {
        await run.progress(index, order.recipients.length);
        const posting = await sendOne(run, { ...doors, post }, order, recipient);
        if (posting === 'sent') count.sent += 1;
        if (posting === 'refused' || posting === 'uncertain') count.failed += 1;
        if (posting === 'unreachable') {
          count.unreachable = true;
          break;
        }
      }
      return { message: lettersEnd(count), nextPath, failed: count.unreachable };
    },
  },
];
