import type { Actor } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { today } from '../../platform/clock.ts';
import { type Database, inCollege } from '../../platform/db.ts';
import type { Person } from '../people/person.ts';
import { personById } from '../people/rows.ts';
import { type Asker, isStaff, parentsAnswerFor, stateOf } from './campaign.ts';
import { campaignById } from './campaign-rows.ts';
import type { AnswerCtx } from './give-answer.ts';
import { hashOf } from './issue-links.ts';
import { type Door, doorBehind } from './link-rows.ts';
import { visitorName } from './task-texts.ts';

export type DoorRefusal = 'no-such-link' | 'link-revoked' | 'campaign-over' | 'not-asked' | 'person-left' | 'grown-up';

/** Somebody behind a link, inside the college of that link. */
export interface Visit {
  readonly ctx: AnswerCtx;
  readonly door: Door;
  readonly asker: Asker;
  /** Whom a personal link is about: a student, or a parent's child. */
  readonly subject: Person | undefined;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Whoever holds a link: without a role, so that no use case of an account lets them in. */
const visitorOf = ({ college }: Door): Actor => ({
  college,
  accountId: nobody,
  personId: null,
  name: visitorName,
  roles: [],
  groupIds: [],
});

/** Goes through a link in one transaction of its college, or says why it does not lead in any more. */
export const throughLink = async <T>(
  db: Database,
  token: string,
  work: (visit: Visit) => Promise<T>,
): Promise<Outcome<T, DoorRefusal>> => {
  const door = await doorBehind(db, hashOf(token));
  if (!door) return refused('no-such-link');
  if (door.revokedOn !== null) return refused('link-revoked');
  return inCollege(db, door.college, async (tx) => {
    const day = today(door.timeZone);
    const campaign = await campaignById(tx, door.campaignId);
    if (!campaign) return refused('no-such-link');
    if (stateOf(campaign, day) !== 'running') return refused('campaign-over');
    if (!campaign.audiences.includes(door.audience)) return refused('not-asked');
    const person = door.personId === null ? undefined : await personById(tx, door.personId);
    if (door.personId !== null && (!person || person.leftOn !== null)) return refused('person-left');
    const staff = isStaff(door.audience);
    const subject = staff ? undefined : person;
    if (door.audience === 'parent' && subject && !parentsAnswerFor(subject, day)) return refused('grown-up');
    const asker: Asker = {
      campaign,
      audience: door.audience,
      subjectId: staff ? null : door.personId,
      tellerId: staff ? door.personId : null,
      groupId: door.groupId,
      accountId: null,
    };
    return done(await work({ ctx: { db: tx, actor: visitorOf(door), today: day }, door, asker, subject }));
  });
};
