import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

const readers: readonly Role[] = [
  'administrator',
  'director',
  'deputy',
  'working-group',
  'curator',
  'methodist',
  'psychologist',
  'social-teacher',
];

const keepers: readonly Role[] = ['administrator', 'deputy', 'curator'];

/** Who enters the screens of consents at all. */
export const consentReaders: readonly Role[] = [...readers, 'class-teacher'];

/** Who enters the forms that record consents. */
export const consentRecorders: readonly Role[] = [...keepers, 'class-teacher'];

/** Who enters the forms that withdraw consents and publish texts. */
export const consentKeepers = keepers;

/** Groups whose people the actor sees: all, or those that a class teacher leads. */
export const visibleGroups = (actor: Actor): 'all' | readonly string[] =>
  holds(actor, ...readers) ? 'all' : holds(actor, 'class-teacher') ? actor.groupIds : [];

interface OfGroup {
  readonly groupId: string | null;
}

const leads = (actor: Actor, { groupId }: OfGroup): boolean =>
  holds(actor, 'class-teacher') && groupId !== null && actor.groupIds.includes(groupId);

export const mayReadConsents = (actor: Actor, person: OfGroup): Verdict =>
  holds(actor, ...readers) || leads(actor, person) || because('consents.not-own-group');

/** A class teacher brings the papers of the own group. */
export const mayRecordConsent = (actor: Actor, person: OfGroup): Verdict =>
  holds(actor, ...keepers) || leads(actor, person) || because('consents.not-own-group');

/** A withdrawal ends pairs at once, so a class teacher hands it on to the curator. */
export const mayWithdrawConsent = (actor: Actor): Verdict =>
  holds(actor, ...keepers) || because('consents.not-a-keeper');

export const mayWriteConsentTexts = (actor: Actor): Verdict =>
  holds(actor, ...keepers) || because('consents.not-a-keeper');

/** Scans hold papers of many people; whoever brings some reads only what a code names, and files the rest. */
export const mayBringScans = (actor: Actor): Verdict =>
  holds(actor, ...consentRecorders) || because('consents.not-a-recorder');

/** A pile of papers belongs to whoever printed or scanned it, and to the keepers. */
export const mayOpenPile = (actor: Actor, accountId: string | null): Verdict =>
  holds(actor, ...keepers) || accountId === actor.accountId || because('consents.not-own-pile');

/** The college's own words on forms, electronic signing, terms of keeping, acts of destruction. */
export const maySetConsents = (actor: Actor): Verdict => holds(actor, ...keepers) || because('consents.not-a-keeper');
