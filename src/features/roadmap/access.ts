import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';
import { accountKeepers } from '../accounts/access.ts';
import { actReaders } from '../acts/access.ts';
import { campaignReaders } from '../campaigns/access.ts';
import { consentReaders } from '../consents/access.ts';
import { documentReaders, documentRegistrars, mayRegister } from '../documents/access.ts';
import { isPaperKind } from '../documents/document.ts';
import { eventKeepers, eventReaders } from '../events/access.ts';
import { expertKeepers, expertReaders } from '../experts/access.ts';
import { meetingReaders as hallReaders } from '../general-meeting/access.ts';
import { libraryReaders } from '../library/access.ts';
import { meetingReaders } from '../meetings/access.ts';
import { pairKeepers, pairReaders } from '../pairs/access.ts';
import { planOverseers } from '../plans/access.ts';
import { preparationReaders } from '../preparation/access.ts';
import { resultReaders } from '../questionnaires/access.ts';
import { registerReaders } from '../registers/access.ts';
import { caseVisitors, rewardKeepers } from '../rewards/access.ts';
import { selectionDeciders, selectionReaders } from '../selection/access.ts';
import { caseKeepers } from '../support-cases/access.ts';
import { trainingReaders } from '../training/access.ts';
import { rolesOf } from './responsible-roles.ts';

/** Who edits the roadmap. */
export const roadmapKeepers: readonly Role[] = ['administrator', 'curator', 'deputy', 'methodist'];

/** Who reads the roadmap: all staff. */
export const roadmapReaders: readonly Role[] = [
  ...roadmapKeepers,
  'director',
  'working-group',
  'class-teacher',
  'psychologist',
  'social-teacher',
  'editor',
];

export const mayKeepRoadmap = (actor: Actor): Verdict =>
  holds(actor, ...roadmapKeepers) || because('roadmap.not-a-keeper');

export const mayReadRoadmap = (actor: Actor): Verdict =>
  holds(actor, ...roadmapReaders) || because('roadmap.not-a-reader');

interface Answered {
  readonly responsible: readonly string[];
}

/** Is it the actor who answers for the row, by the words of its column «Ответственные»? */
export const isOwn = (actor: Actor, row: Answered): boolean => holds(actor, ...rolesOf(row.responsible));

/** Keepers, and those staff who answer for the row. */
export const mayAddEvidence = (actor: Actor, row: Answered): Verdict =>
  holds(actor, ...roadmapKeepers) ||
  (holds(actor, ...roadmapReaders) && isOwn(actor, row)) ||
  because('roadmap.not-responsible');

/** Doors that facts lead to; the first that fits decides. */
const doors: readonly (readonly [path: string, who: readonly Role[]])[] = [
  ['/documents/register', documentRegistrars],
  ['/documents', documentReaders],
  ['/accounts', accountKeepers],
  ['/consents', consentReaders],
  ['/mentees', registerReaders],
  ['/mentors', registerReaders],
  ['/needs', registerReaders],
  ['/preparation', preparationReaders],
  ['/acts', actReaders],
  ['/experts/new', expertKeepers],
  ['/experts', expertReaders],
  ['/events/new', eventKeepers],
  ['/events', eventReaders],
  ['/publications', eventReaders],
  ['/campaigns', campaignReaders],
  ['/questionnaires', resultReaders],
  ['/selection/decision', selectionDeciders],
  ['/selection', selectionReaders],
  ['/training', trainingReaders],
  ['/pairs/order', pairKeepers],
  ['/pairs', pairReaders],
  ['/matching', pairKeepers],
  ['/meetings', meetingReaders],
  ['/general-meetings', hallReaders],
  ['/support-cases', caseKeepers],
  ['/plans', planOverseers],
  ['/library', libraryReaders],
  ['/rewards/board', rewardKeepers],
  ['/rewards/cases', caseVisitors],
];

/** Is the action of a fact open to the actor? A link that ends at a closed door is not shown. */
export const mayFollow = (actor: Actor, href: string): boolean => {
  const { pathname, searchParams } = new URL(href, 'http://here');
  const door = doors.find(([path]) => pathname === path || pathname.startsWith(`${path}/`));
  if (!door || !holds(actor, ...door[1])) return false;
  const kind = searchParams.get('kind') ?? '';
  return pathname !== '/documents/register' || (isPaperKind(kind) && mayRegister(actor, kind) === true);
};
