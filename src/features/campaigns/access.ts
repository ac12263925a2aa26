import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';
import { registerReaders, visibleGroups } from '../registers/access.ts';
import type { Audience } from './campaign.ts';

/** Who opens and ends campaigns, reminds, and looks at answers whose person was not recognised. */
export const campaignKeepers: readonly Role[] = ['administrator', 'deputy', 'curator'];

/** Who sees how a campaign goes; a class teacher the own groups. */
export const campaignReaders: readonly Role[] = registerReaders;

/** Who prints links: keepers for all groups, a class teacher for the own ones. */
export const linkPrinters: readonly Role[] = [...campaignKeepers, 'class-teacher'];

/** Staff who tell of students without being their class teacher. */
export const tellers: readonly Role[] = ['psychologist', 'social-teacher'];

/** Students tell of themselves, whatever they are in the programme. */
export const selfTellers: readonly Role[] = ['mentee', 'mentor'];

export const mayKeepCampaigns = (actor: Actor): Verdict =>
  holds(actor, ...campaignKeepers) || because('campaigns.not-a-keeper');

interface OfGroup {
  readonly groupId: string | null;
}

const sees = (actor: Actor, { groupId }: OfGroup): boolean => {
  const groups = visibleGroups(actor);
  return groups === 'all' || (groupId !== null && groups.includes(groupId));
};

export const mayReadGroup = (actor: Actor, group: OfGroup): Verdict =>
  sees(actor, group) || because('campaigns.not-own-group');

/** A class teacher hands links to the own students and their parents, but does not make links for colleagues. */
export const mayPrintLinks = (
  actor: Actor,
  { groupId, audience }: OfGroup & { readonly audience: Audience },
): Verdict => {
  if (holds(actor, ...campaignKeepers)) return true;
  const own = holds(actor, 'class-teacher') && groupId !== null && actor.groupIds.includes(groupId);
  return (own && (audience === 'student' || audience === 'parent')) || because('campaigns.not-own-links');
};

export const mayTellOfOthers = (actor: Actor): Verdict => holds(actor, ...tellers) || because('campaigns.not-a-teller');

export const mayTellOfSelf = (actor: Actor): Verdict =>
  (holds(actor, ...selfTellers) && actor.personId !== null) || because('campaigns.no-person');
