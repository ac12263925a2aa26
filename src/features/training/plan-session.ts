import { randomBytes, randomInt } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { allExperts } from '../experts/rows.ts';
import { addExpert } from '../experts/save-expert.ts';
import { plain } from '../people/person.ts';
import { invite } from '../questionnaires/round-rows.ts';
import { mayKeepTraining } from './access.ts';
import { enrol, modulesOf, participantsOf, programmeById, trainerNames } from './programme-rows.ts';
import { testsOf } from './programme-test-rows.ts';
import type { Session } from './session.ts';
import { cancelSessionRow, insertSession, sessionById, setExpert } from './session-rows.ts';

export type EnrolRefusal = 'not-approved' | 'nobody';

/** Six digits that nobody of the programme has yet. */
const freshCode = (taken: Set<string>): string => {
  for (;;) {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
};

/** Enrols mentors in an approved programme, each with a code for the desk. Answers how many are new. */
export const enrolMentors = async (
  ctx: Ctx,
  programmeId: string,
  personIds: readonly string[],
): Promise<Outcome<number, EnrolRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const programme = found(await programmeById(ctx.db, programmeId), 'programme');
  if (programme.state !== 'approved') return refused('not-approved');
  const known = await participantsOf(ctx.db, programmeId);
  const taken = new Set(known.map(({ code }) => code));
  const people = [...new Set(personIds)]
    .filter((id) => known.every(({ personId }) => personId !== id))
    .map((personId) => ({ personId, code: freshCode(taken) }));
  const entered = people.length === 0 ? 0 : await enrol(ctx.db, programmeId, people, ctx.today);
  if (entered === 0) return refused('nobody');
  for (const { roundId } of await testsOf(ctx.db, programmeId))
    if (roundId !== null) await invite(ctx.db, roundId, { groupIds: [], circles: [], personIds });
  await record(ctx, 'programme.enrolled', { kind: 'programme', id: programmeId }, { people: entered });
  return done(entered);
};

export type SessionInput = Pick<
  Session,
  'moduleId' | 'topic' | 'hours' | 'day' | 'starts' | 'ends' | 'place' | 'trainerId' | 'trainer' | 'contract'
> & { readonly expertId?: string | null };

export type SessionRefusal =
  | 'not-approved'
  | 'ends-before-start'
  | 'unknown-module'
  | 'no-trainer'
  | 'not-a-trainer'
  | 'in-the-bank';

/** Staff or the bank; a typed name is for those whom neither knows. */
const trainerRefusal = async (ctx: Ctx, input: SessionInput): Promise<SessionRefusal | undefined> => {
  const { trainerId, expertId = null, trainer } = input;
  const experts = (await allExperts(ctx.db)).filter(({ leftOn }) => leftOn === null);
  if (expertId !== null) return experts.some(({ id }) => id === expertId) ? undefined : 'not-a-trainer';
  if (trainerId !== null)
    return (await trainerNames(ctx.db)).some(({ id }) => id === trainerId) ? undefined : 'not-a-trainer';
  if (trainer === '') return 'no-trainer';
  const typed = plain(trainer.split(',')[0] ?? '').trim();
  return experts.some(({ shownName }) => plain(shownName).trim() === typed) ? 'in-the-bank' : undefined;
};

/** Plans a session of an approved programme. Answers its id. */
export const planSession = async (
  ctx: Ctx,
  programmeId: string,
  input: SessionInput,
): Promise<Outcome<string, SessionRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const programme = found(await programmeById(ctx.db, programmeId), 'programme');
  if (programme.state !== 'approved') return refused('not-approved');
  if (input.ends <= input.starts) return refused('ends-before-start');
  const unfit = await trainerRefusal(ctx, input);
  if (unfit) return refused(unfit);
  const known = await modulesOf(ctx.db, programmeId);
  if (input.moduleId !== null && !known.some(({ id }) => id === input.moduleId)) return refused('unknown-module');

  const { trainerId, expertId = null } = input;
  const typed = trainerId === null && expertId === null;
  const trainer = typed
    ? { trainerId: null, expertId: null, trainer: input.trainer }
    : { trainerId: expertId === null ? trainerId : null, expertId, trainer: '' };
  const doorCode = randomBytes(15).toString('base64url');
  const contract = typed ? input.contract : '';
  const id = await insertSession(ctx.db, { ...input, ...trainer, contract, programmeId, doorCode });
  await record(ctx, 'session.planned', { kind: 'session', id }, { day: input.day, starts: input.starts });
  return done(id);
};

export type CancelRefusal = 'already-cancelled' | 'somebody-came';

/** Calls a session off; it stays in the schedule as cancelled, and in everybody's calendar too. */
export const cancelSession = async (ctx: Ctx, sessionId: string): Promise<Outcome<Session, CancelRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const session = found(await sessionById(ctx.db, sessionId), 'session');
  if (session.cancelledOn !== null) return refused('already-cancelled');
  if (session.present > 0) return refused('somebody-came');
  await cancelSessionRow(ctx.db, sessionId, ctx.today);
  await record(ctx, 'session.cancelled', { kind: 'session', id: sessionId }, { day: session.day });
  return done(session);
};

/**
 * Takes a trainer whose name was typed into the bank of experts; the session is theirs from there on. What stands after the
 * first comma is the organisation. Answers the expert's id.
 */
export const bankTrainer = async (ctx: Ctx, sessionId: string): Promise<Outcome<string, 'nobody-typed'>> => {
  demand(mayKeepTraining(ctx.actor));
  const session = found(await sessionById(ctx.db, sessionId), 'session');
  if (session.trainerId !== null || session.expertId !== null || session.trainer === '') return refused('nobody-typed');
  const [name = '', ...organisation] = session.trainer.split(',').map((part) => part.trim());
  const made = await addExpert(ctx, {
    ...{ personId: null, name, organisation: organisation.join(', '), post: '', contacts: '', areas: ['other'] },
    ...{ availability: '', note: '' },
  });
  if (!made.ok) return refused('nobody-typed');
  await setExpert(ctx.db, sessionId, made.value);
  await record(ctx, 'session.trainer-banked', { kind: 'session', id: sessionId }, { expertId: made.value });
  return made;
};
