import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import { type Done, done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { keepScan } from '../documents/attach-scan.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { registerDocument } from '../documents/register-document.ts';
import { mayKeepTraining } from './access.ts';
import type { Module, Programme } from './programme.ts';
import {
  approve,
  deleteModule,
  insertMaterial,
  insertModule,
  insertProgramme,
  modulesOf,
  programmeById,
  programmeOfModule,
  programmesOf,
} from './programme-rows.ts';
import { copyTests } from './programme-test-rows.ts';

/** Starts a programme of the current year as a draft. Answers its id. */
export const makeProgramme = async (
  ctx: Ctx,
  input: Pick<Programme, 'title' | 'goal' | 'leastShare'>,
): Promise<Done<string>> => {
  demand(mayKeepTraining(ctx.actor));
  const { currentYear: year } = await theCollege(ctx.db);
  const id = await insertProgramme(ctx.db, { ...input, year });
  await record(ctx, 'programme.made', { kind: 'programme', id }, { title: input.title });
  return done(id);
};

export type ModuleRefusal = 'programme-approved' | 'module-in-use';

const refusalOf = (wall: string): ModuleRefusal =>
  wall === 'approved_programme_stays' ? 'programme-approved' : 'module-in-use';

export const addModule = async (
  ctx: Ctx,
  programmeId: string,
  module: Omit<Module, 'id'>,
): Promise<Outcome<undefined, ModuleRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  found(await programmeById(ctx.db, programmeId), 'programme');
  const wall = await refusedBy(ctx.db, () => insertModule(ctx.db, programmeId, module));
  if (wall) return refused(refusalOf(wall));
  await record(ctx, 'programme.module-added', { kind: 'programme', id: programmeId }, { title: module.title });
  return done();
};

/** Answers the programme it stood in. */
export const removeModule = async (ctx: Ctx, moduleId: string): Promise<Outcome<string, ModuleRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const programmeId = found(await programmeOfModule(ctx.db, moduleId), 'module');
  const wall = await refusedBy(ctx.db, () => deleteModule(ctx.db, moduleId));
  if (wall) return refused(refusalOf(wall));
  await record(ctx, 'programme.module-removed', { kind: 'programme', id: programmeId });
  return done(programmeId);
};

export interface ApproveInput {
  readonly version: number;
  /** Of the act that approves it. */
  readonly number: string;
  readonly day: Day;
  readonly scan?: CheckedUpload | undefined;
}

export type ApproveRefusal = 'not-a-draft' | 'no-modules' | 'day-ahead' | 'number-taken' | 'changed-meanwhile';

/** Approves a draft by an act, which goes into the register of papers; the earlier version steps back. */
export const approveProgramme = async (
  ctx: PaperCtx,
  programmeId: string,
  input: ApproveInput,
): Promise<Outcome<string, ApproveRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const programme = found(await programmeById(ctx.db, programmeId), 'programme');
  if (programme.state !== 'draft') return refused('not-a-draft');
  if (programme.version !== input.version) return refused('changed-meanwhile');
  if (programme.hours === 0) return refused('no-modules');

  const { number, day, scan } = input;
  const paper = { kind: 'training-programme', title: programme.title, number, day, reviewBy: null, scan } as const;
  const registered = await registerDocument(ctx, paper);
  if (!registered.ok) return refused(registered.reason === 'day-ahead' ? 'day-ahead' : 'number-taken');
  if (!(await approve(ctx.db, programme, { on: day, documentId: registered.value })))
    throw new Failure('conflict', 'the programme was approved at the same moment');
  await record(ctx, 'programme.approved', { kind: 'programme', id: programmeId }, { number, day });
  return done(registered.value);
};

export type VersionRefusal = 'not-approved' | 'draft-there';

/** The next version of an approved programme: a draft with the same modules. Answers its id. */
export const newVersion = async (ctx: Ctx, programmeId: string): Promise<Outcome<string, VersionRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const old = found(await programmeById(ctx.db, programmeId), 'programme');
  if (old.state !== 'approved') return refused('not-approved');
  const { currentYear: year } = await theCollege(ctx.db);
  const wall = await refusedBy(ctx.db, async () => {
    const id = await insertProgramme(ctx.db, { ...old, year, number: old.number + 1 });
    for (const module of await modulesOf(ctx.db, programmeId)) await insertModule(ctx.db, id, module);
    await copyTests(ctx.db, programmeId, id);
  });
  if (wall) return refused('draft-there');
  const made = (await programmesOf(ctx.db, year)).find(
    ({ seriesId, number }) => seriesId === old.seriesId && number === old.number + 1,
  );
  const { id } = found(made, 'programme');
  await record(ctx, 'programme.version-made', { kind: 'programme', id }, { number: old.number + 1 });
  return done(id);
};

/** Puts a file beside a programme: slides, a handout. */
export const addMaterial = async (
  ctx: PaperCtx,
  programmeId: string,
  { title, file }: { readonly title: string; readonly file: CheckedUpload },
): Promise<Outcome<undefined>> => {
  demand(mayKeepTraining(ctx.actor));
  found(await programmeById(ctx.db, programmeId), 'programme');
  const fileId = await keepScan(ctx, file);
  await insertMaterial(ctx.db, { programmeId, title: title || file.name, fileId }, ctx.today);
  await record(ctx, 'programme.material-added', { kind: 'programme', id: programmeId });
  return done();
};
