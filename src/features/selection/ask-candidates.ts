import { yearLabel } from '../../kernel/academic-year.ts';
import { demand } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { eachPerson, record, recordEach } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { freshLink } from '../questionnaires/issue-links.ts';
import {
  type ApprovedQuestionnaire,
  approvedQuestionnaires,
  newestAsking,
  runningRound,
} from '../questionnaires/person-sheet-rows.ts';
import { type Round, roundState } from '../questionnaires/round.ts';
import { insertRound, invite } from '../questionnaires/round-rows.ts';
import { mayKeepSelection } from './access.ts';
import { candidatesOf } from './candidate-rows.ts';

/** How many days candidates have; whoever is asked later than that gets a round of their own. */
export const daysToAnswer = 21;

/** The questionnaire made for one of the candidate's forms goes before the one for every form. */
export const fittingQuestionnaire = (
  all: readonly ApprovedQuestionnaire[],
  forms: readonly string[],
): ApprovedQuestionnaire | undefined =>
  all.find(({ form }) => form !== null && forms.includes(form)) ?? all.find(({ form }) => form === null);

export type AskRefusal = 'no-questionnaire' | 'nobody-to-ask';

const roundFor = async (ctx: Ctx, questionnaire: ApprovedQuestionnaire, year: number): Promise<string> => {
  const running = await runningRound(ctx.db, questionnaire.id, ctx.today);
  if (running) return running.id;
  const title = `${questionnaire.title}, ${yearLabel(year)}`;
  const days = { opensOn: ctx.today, closesOn: addDays(ctx.today, daysToAnswer) };
  const round = { questionnaireId: questionnaire.id, versionId: questionnaire.versionId, title, year, ...days };
  const id = await insertRound(ctx.db, { ...round, anonymous: false });
  await record(ctx, 'round.opened', { kind: 'round', id }, { title });
  return id;
};

/** Asks candidates to fill in the selection questionnaire: it appears among «Мои анкеты». Answers how many were asked now. */
export const askCandidates = async (ctx: Ctx, personIds: readonly string[]): Promise<Outcome<number, AskRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const all = await approvedQuestionnaires(ctx.db, 'selection');
  const lines = (await candidatesOf(ctx.db, currentYear, personIds)).filter(({ track }) => !track.questioned);
  const asked = await newestAsking(ctx.db, { moment: 'selection', year: currentYear }, personIds);
  const waiting = lines.filter(({ id }) => {
    const round = asked.get(id);
    return !round || roundState(round, ctx.today) === 'over';
  });
  if (waiting.length === 0) return refused('nobody-to-ask');
  const fitting = waiting.flatMap(({ id, forms }) => {
    const questionnaire = fittingQuestionnaire(all, forms);
    return questionnaire ? [{ id, questionnaire }] : [];
  });
  if (fitting.length === 0) return refused('no-questionnaire');

  for (const questionnaire of new Set(fitting.map((one) => one.questionnaire))) {
    const roundId = await roundFor(ctx, questionnaire, currentYear);
    const ids = fitting.filter((one) => one.questionnaire === questionnaire).map(({ id }) => id);
    await invite(ctx.db, roundId, { groupIds: [], circles: [], personIds: ids });
    await recordEach(ctx, 'candidate.asked', eachPerson(ids, { roundId }));
  }
  return done(fitting.length);
};

export type CandidateLinkRefusal = AskRefusal | 'already-answered';

/** A personal link for a candidate without an account; asks them first where nobody has. */
export const linkForCandidate = async (
  ctx: Ctx,
  personId: string,
): Promise<Outcome<{ readonly token: string; readonly round: Round }, CandidateLinkRefusal>> => {
  demand(mayKeepSelection(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const asking = async () =>
    (await newestAsking(ctx.db, { moment: 'selection', year: currentYear }, [personId])).get(personId);
  const known = await asking();
  if (known?.answered) return refused('already-answered');
  if (!known || roundState(known, ctx.today) === 'over') {
    const asked = await askCandidates(ctx, [personId]);
    if (!asked.ok) return asked;
  }
  const round = await asking();
  if (!round) return refused('nobody-to-ask');

  const token = await freshLink(ctx.db, round, personId);
  await record(ctx, 'candidate.link-issued', { kind: 'person', id: personId });
  return done({ token, round });
};
