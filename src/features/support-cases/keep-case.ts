import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepCases } from './access.ts';
import type { CaseOutcome, NoteKind, SupportCase, SupportNote } from './case.ts';
import { caseById, insertNote, notesOf, updateCase } from './rows.ts';

export type KeepRefusal = 'changed-meanwhile' | 'closed' | 'term-past';

const theCase = async (ctx: Ctx, caseId: string): Promise<SupportCase> => {
  demand(mayKeepCases(ctx.actor));
  return found(await caseById(ctx.db, caseId, ctx.today), 'support case');
};

export interface NoteInput {
  readonly caseId: string;
  readonly version: number;
  readonly kind: NoteKind;
  readonly body: string;
  /** By when the next step is owed now. */
  readonly dueOn: Day;
}

/** Writes what was tried or noticed, and by when the next step is owed. The words never go to the journal. */
export const addNote = async (ctx: Ctx, input: NoteInput): Promise<Outcome<undefined, KeepRefusal>> => {
  const one = await theCase(ctx, input.caseId);
  if (one.closedOn !== null) return refused('closed');
  if (input.dueOn < ctx.today) return refused('term-past');
  if (!(await updateCase(ctx.db, one.id, input.version, { dueOn: input.dueOn }))) return refused('changed-meanwhile');
  const { name: author, accountId } = ctx.actor;
  const { kind, body } = input;
  await insertNote(ctx.db, { caseId: one.id, day: ctx.today, kind, body, author, accountId });
  await record(ctx, 'support-case.noted', { kind: 'person', id: one.personId }, { kind, due: input.dueOn });
  return done();
};

/** Ends a case with what came of it. */
export const closeCase = async (
  ctx: Ctx,
  { caseId, version, outcome }: { readonly caseId: string; readonly version: number; readonly outcome: CaseOutcome },
): Promise<Outcome<undefined, KeepRefusal | 'no-pair'>> => {
  const one = await theCase(ctx, caseId);
  if (one.closedOn !== null) return refused('closed');
  if (outcome === 'matched' && !one.paired) return refused('no-pair');
  if (!(await updateCase(ctx.db, caseId, version, { outcome, closedOn: ctx.today })))
    return refused('changed-meanwhile');
  await record(ctx, 'support-case.closed', { kind: 'person', id: one.personId }, { outcome });
  return done();
};

/** Opens what was written in confidence. Every reading is journaled, before a word is shown. */
export const readNotes = async (ctx: Ctx, caseId: string): Promise<{ one: SupportCase; notes: SupportNote[] }> => {
  const one = await theCase(ctx, caseId);
  await record(ctx, 'support-case.read', { kind: 'person', id: one.personId });
  return { one, notes: await notesOf(ctx.db, caseId) };
};
