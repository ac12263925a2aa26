import { academicYear } from '../../kernel/academic-year.ts';
import { demand } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { theCollege } from '../college/rows.ts';
import { visibleGroups as consentGroups } from '../consents/access.ts';
import { renewals } from '../consents/register-rows.ts';
import { helpAsked } from '../meetings/fact-rows.ts';
import { type ListedMeeting, listMeetings } from '../meetings/register-rows.ts';
import { pairsByIds, type Side } from '../pairs/rows.ts';
import { plansBy } from '../plans/register-rows.ts';
import { mayReadResults, visibleGroups as questionnaireGroups } from '../questionnaires/access.ts';
import { roundProgress } from '../questionnaires/progress-rows.ts';
import { invitedOf } from '../questionnaires/round-rows.ts';
import { mayKeepCases } from '../support-cases/access.ts';
import { casesOf } from '../support-cases/rows.ts';
import { mayReadWeek, riskGroups } from './access.ts';
import { openFlags } from './flag-rows.ts';
import { flagWords, reasonNames } from './texts.ts';
import type { WeekLine } from './week.ts';
import * as words from './week-texts.ts';

/** Lines of features that this one does not know; `app` hands them in. */
export type WeekSource = (ctx: Ctx) => Promise<readonly WeekLine[]>;

/** Consents that end in so many days need a new paper now: it has to be printed, signed and brought back. */
const consentDays = 30;

const daysOfWeek = 7;

/** More lines than anybody does in a week. */
const most = 500;

const pairTitle = (mentor: string, mentee: string): string => `${mentor} — ${mentee}`;

const nameOf = ({ lastName, firstName }: Pick<Side, 'lastName' | 'firstName'>): string => `${lastName} ${firstName}`;

const sees = (groups: 'all' | readonly string[], sides: readonly Pick<Side, 'groupId'>[]): boolean =>
  groups === 'all' || sides.some(({ groupId }) => groupId !== null && groups.includes(groupId));

const flagsAndHelp = async ({ db, actor, today }: Ctx): Promise<WeekLine[]> => {
  const groups = riskGroups(actor);
  const flags = await openFlags(db, groups);
  const known = new Set(flags.filter(({ reason }) => reason === 'help-asked').map(({ pairId }) => pairId));
  const asked = new Map(
    (await helpAsked(db)).filter(({ pairId }) => !known.has(pairId)).map((one) => [one.pairId, one]),
  );
  const pairs = (await pairsByIds(db, [...asked.keys()])).filter(
    ({ from, till, mentor, mentee }) => from <= today && till >= today && sees(groups, [mentor, mentee]),
  );
  const mine = (ownerId: string | null) => ownerId !== null && ownerId === actor.personId;
  return [
    ...flags.map(
      ({ id, mentor, mentee, reason, details, owner, ownerId }): WeekLine => ({
        kind: 'risk',
        title: pairTitle(mentor, mentee),
        reason: `${reasonNames[reason]}. ${flagWords(reason, details)}`,
        who: mine(ownerId) ? words.you : (owner ?? words.nobody),
        href: `/risks/${id}`,
        mine: mine(ownerId),
      }),
    ),
    ...pairs.flatMap(({ id, mentor, mentee }): WeekLine[] => {
      const help = asked.get(id);
      if (!help) return [];
      const line = { title: pairTitle(nameOf(mentor), nameOf(mentee)), reason: words.helpReason(help.day) };
      return [{ ...line, kind: 'help', who: nameOf(mentor), href: `/meetings/${help.meetingId}`, mine: false }];
    }),
  ];
};

const unlogged = async ({ db, actor, today }: Ctx): Promise<WeekLine[]> => {
  const { from } = academicYear((await theCollege(db)).currentYear);
  const days = { from, till: addDays(today, -1) };
  const meetings = await listMeetings(
    db,
    { state: 'planned', visible: riskGroups(actor), days },
    { limit: most, offset: 0 },
  );
  const byPair = new Map<string, ListedMeeting[]>();
  for (const one of meetings.toReversed()) byPair.set(one.pairId, [...(byPair.get(one.pairId) ?? []), one]);
  return [...byPair].flatMap(([pairId, all]): WeekLine[] => {
    const [first] = all;
    if (!first) return [];
    const reason = words.unloggedReason(
      all.map(({ day }) => day),
      first.day,
    );
    const title = pairTitle(first.mentor, first.mentee);
    return [{ kind: 'meeting', title, reason, who: first.mentor, href: `/pairs/${pairId}/meetings`, mine: false }];
  });
};

const plans = async ({ db, actor, today }: Ctx): Promise<WeekLine[]> => {
  const groups = riskGroups(actor);
  const filter = groups === 'all' ? {} : { groupIds: groups };
  const lines: WeekLine[] = [];
  for (const state of ['none', 'draft', 'waiting'] as const)
    for (const plan of await plansBy(db, { ...filter, state }, today, { limit: most })) {
      if (plan.from > today) continue;
      lines.push({
        kind: 'plan',
        title: pairTitle(nameOf(plan.mentor), nameOf(plan.mentee)),
        reason: words.planReason(plan),
        who: plan.state === 'waiting' ? words.bothSides : nameOf(plan.mentor),
        href: plan.planId ? `/plans/${plan.planId}` : `/pairs/${plan.pairId}`,
        mine: false,
      });
    }
  return lines;
};

/** Rounds that run, with those who are silent; a class teacher sees neither anonymous rounds nor other groups. */
const rounds = async ({ db, actor, today }: Ctx): Promise<WeekLine[]> => {
  const { currentYear } = await theCollege(db);
  const lines: WeekLine[] = [];
  for (const round of await roundProgress(db, currentYear, today)) {
    if (round.state !== 'running' || mayReadResults(actor, round) !== true) continue;
    const invited = await invitedOf(db, round.roundId, questionnaireGroups(actor));
    const silent = invited.filter(({ answered }) => !answered);
    if (silent.length === 0) continue;
    lines.push({
      kind: 'round',
      title: round.title,
      reason: words.roundReason(silent.length, invited.length, round.closesOn),
      who: words.namesOf(silent.map(nameOf)),
      href: `/questionnaires/rounds/${round.roundId}`,
      mine: false,
    });
  }
  return lines;
};

const cases = async ({ db, actor, today }: Ctx): Promise<WeekLine[]> => {
  if (mayKeepCases(actor) !== true) return [];
  const { currentYear } = await theCollege(db);
  return (await casesOf(db, currentYear, today))
    .filter(({ closedOn, dueOn, paired }) => closedOn === null && (paired || dueOn < addDays(today, daysOfWeek)))
    .map(({ id, name, paired, dueOn }) => ({
      kind: 'case',
      title: name,
      reason: words.caseReason(paired, dueOn, today),
      who: words.psychologist,
      href: `/support-cases/${id}`,
      mine: false,
    }));
};

const consents = async ({ db, actor, today }: Ctx): Promise<WeekLine[]> =>
  (await renewals(db, { visible: consentGroups(actor), today }, 'processing', addDays(today, consentDays))).map(
    (one) => ({
      kind: 'consent',
      title: nameOf(one),
      reason: words.consentReason(one.till),
      who: one.groupCode ?? one.post,
      href: `/consents/people/${one.id}`,
      mine: false,
    }),
  );

/** All that needs a person this week, as far as the reader may see it. */
export const readWeek = async (ctx: Ctx, sources: readonly WeekSource[]): Promise<WeekLine[]> => {
  demand(mayReadWeek(ctx.actor));
  const lines: WeekLine[] = [];
  for (const source of [flagsAndHelp, unlogged, plans, rounds, cases, consents, ...sources])
    lines.push(...(await source(ctx)));
  return lines;
};
