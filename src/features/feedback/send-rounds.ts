import { yearOf } from '../../kernel/academic-year.ts';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { theCollege } from '../college/rows.ts';
import { openRound } from '../questionnaires/open-round.ts';
import { approvedSets, roundProgress } from '../questionnaires/progress-rows.ts';
import { mayKeepRisks } from './access.ts';
import { workingSide } from './circle-rows.ts';
import { riskNorms } from './norm-rows.ts';
import { quarterToAsk } from './quarter.ts';
import { roundTitle } from './texts.ts';

/**
 * Opens the rounds of a quarter by itself: the approved questionnaire of the quarter for each side, once, to those whose pairs
 * work. Whatever a person has opened in that time counts as sent. Answers how many were opened.
 */
export const sendQuarterRounds = async (ctx: Ctx): Promise<Outcome<number>> => {
  demand(mayKeepRisks(ctx.actor));
  const norms = await riskNorms(ctx.db);
  const { currentYear } = await theCollege(ctx.db);
  const quarter = quarterToAsk(currentYear, norms, ctx.today);
  if (!norms.sendsItself || !quarter || yearOf(ctx.today) !== currentYear) return done(0);
  const rounds = await roundProgress(ctx.db, currentYear, ctx.today);
  const sets = (await approvedSets(ctx.db)).filter(({ moment }) => moment === 'during');
  let opened = 0;
  for (const side of ['mentor', 'mentee'] as const) {
    const set = sets.find(({ role }) => role === side);
    const known = rounds.some(
      ({ moment, role, opensOn }) => moment === 'during' && role === side && opensOn >= quarter.window.from,
    );
    if (!set || known) continue;
    const outcome = await openRound(ctx, set.questionnaireId, {
      title: roundTitle(side, quarter.number),
      opensOn: ctx.today,
      closesOn: quarter.window.till,
      anonymous: false,
      groupIds: [],
      circles: [workingSide(side, ctx.today)],
    });
    if (outcome.ok) opened += 1;
  }
  return done(opened);
};
