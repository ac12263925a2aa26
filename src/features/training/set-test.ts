import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { insertRound, invite, roundById, updateRound } from '../questionnaires/round-rows.ts';
import { versionById } from '../questionnaires/rows.ts';
import { mostOf } from '../questionnaires/scoring.ts';
import { mayKeepTraining } from './access.ts';
import { modulesOf, participantsOf, programmeById } from './programme-rows.ts';
import type { ProgrammeTest } from './programme-test.ts';
import { deleteTest, insertTest, type NewTest, setTestRound, testById } from './programme-test-rows.ts';

export type TestRefusal = 'superseded' | 'unknown-module' | 'unknown-test' | 'mark-over-most' | 'one-a-part';

/** Names a scale of an approved questionnaire as the test of a programme, or of one of its modules. */
export const addTest = async (ctx: Ctx, test: NewTest): Promise<Outcome<undefined, TestRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const programme = found(await programmeById(ctx.db, test.programmeId), 'programme');
  if (programme.state === 'superseded') return refused('superseded');
  const modules = await modulesOf(ctx.db, programme.id);
  if (test.moduleId !== null && !modules.some(({ id }) => id === test.moduleId)) return refused('unknown-module');
  const version = await versionById(ctx.db, test.versionId);
  const scale = version?.definition.scales.find(({ id }) => id === test.scale);
  if (!version || !scale) return refused('unknown-test');
  if (test.passMark > mostOf(version.definition, scale)) return refused('mark-over-most');

  if (await refusedBy(ctx.db, () => insertTest(ctx.db, test))) return refused('one-a-part');
  await record(ctx, 'programme.test-added', { kind: 'programme', id: programme.id }, { title: version.title });
  return done();
};

/** Takes a test out while nobody has been asked. Answers its programme. */
export const removeTest = async (ctx: Ctx, testId: string): Promise<Outcome<string, 'already-opened'>> => {
  demand(mayKeepTraining(ctx.actor));
  const { programmeId, roundId, title } = found(await testById(ctx.db, testId), 'test');
  if (roundId !== null) return refused('already-opened');
  await deleteTest(ctx.db, testId);
  await record(ctx, 'programme.test-removed', { kind: 'programme', id: programmeId }, { title });
  return done(programmeId);
};

export type OpenTestRefusal = 'not-approved' | 'nobody-to-ask' | 'day-past';

/**
 * Asks all participants until a day: the test appears among «Мои анкеты». Opened again, it goes on with the same answers, so
 * that whoever failed may correct them. Who is enrolled later is asked too.
 */
export const openTest = async (ctx: Ctx, testId: string, closesOn: Day): Promise<Outcome<number, OpenTestRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const test = found(await testById(ctx.db, testId), 'test');
  const programme = found(await programmeById(ctx.db, test.programmeId), 'programme');
  if (programme.state === 'draft') return refused('not-approved');
  if (closesOn < ctx.today) return refused('day-past');
  const personIds = (await participantsOf(ctx.db, programme.id)).map(({ personId }) => personId);
  if (personIds.length === 0) return refused('nobody-to-ask');

  const round = test.roundId === null ? undefined : await roundById(ctx.db, test.roundId);
  const roundId =
    round?.id ?? (await newRound(ctx, test, `${programme.title}: ${test.title}`, programme.year, closesOn));
  if (round) await updateRound(ctx.db, round.id, { closesOn, closedOn: null });
  else await setTestRound(ctx.db, testId, roundId);
  await invite(ctx.db, roundId, { groupIds: [], circles: [], personIds });
  await record(
    ctx,
    'programme.test-opened',
    { kind: 'programme', id: programme.id },
    { title: test.title, day: closesOn },
  );
  return done(personIds.length);
};

const newRound = (
  ctx: Ctx,
  { questionnaireId, versionId }: ProgrammeTest,
  title: string,
  year: number,
  closesOn: Day,
): Promise<string> =>
  insertRound(ctx.db, { questionnaireId, versionId, title, year, opensOn: ctx.today, closesOn, anonymous: false });
