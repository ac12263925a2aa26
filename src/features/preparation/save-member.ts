import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import { personById } from '../people/rows.ts';
import { mayKeepPreparation } from './access.ts';
import { deleteCurator, deleteMember, insertCurator, insertMember } from './rows.ts';
import type { MemberPart } from './working-group.ts';

export type MemberRefusal = 'already-there' | 'chair-taken' | 'secretary-taken' | 'no-such-person';

const walls: Readonly<Record<string, MemberRefusal>> = {
  in_group_once: 'already-there',
  one_chair: 'chair-taken',
  one_secretary: 'secretary-taken',
};

/** Takes somebody into the working group of the current year. */
export const addMember = async (
  ctx: Ctx,
  member: { readonly personId: string; readonly part: MemberPart; readonly duty: string },
): Promise<Outcome<undefined, MemberRefusal>> => {
  demand(mayKeepPreparation(ctx.actor));
  const person = await personById(ctx.db, member.personId);
  if (!person || person.leftOn !== null || person.kind === 'student') return refused('no-such-person');
  const { currentYear } = await theCollege(ctx.db);
  const wall = await refusedBy(ctx.db, () => insertMember(ctx.db, { ...member, year: currentYear }));
  if (wall) return refused(walls[wall] ?? 'already-there');
  await record(ctx, 'working-group.joined', { kind: 'person', id: person.id }, { part: member.part });
  return done();
};

export const removeMember = async (ctx: Ctx, memberId: string): Promise<Outcome<undefined>> => {
  demand(mayKeepPreparation(ctx.actor));
  const personId = found(await deleteMember(ctx.db, memberId), 'member of the working group');
  await record(ctx, 'working-group.left', { kind: 'person', id: personId });
  return done();
};

export type CuratorRefusal = 'already-curator' | 'no-such-person' | 'no-such-form';

/** Names a curator of one form; a form may have several, a person several forms. */
export const nameCurator = async (
  ctx: Ctx,
  { form, personId }: { readonly form: string; readonly personId: string },
): Promise<Outcome<undefined, CuratorRefusal>> => {
  demand(mayKeepPreparation(ctx.actor));
  const person = await personById(ctx.db, personId);
  if (!person || person.leftOn !== null || person.kind !== 'staff') return refused('no-such-person');
  if (!(await normsOf(ctx.db, 'form')).some(({ code }) => code === form)) return refused('no-such-form');
  const { currentYear } = await theCollege(ctx.db);
  if (await refusedBy(ctx.db, () => insertCurator(ctx.db, currentYear, form, personId)))
    return refused('already-curator');
  await record(ctx, 'form-curator.named', { kind: 'person', id: personId }, { form });
  return done();
};

export const dismissCurator = async (
  ctx: Ctx,
  { form, personId }: { readonly form: string; readonly personId: string },
): Promise<Outcome<undefined>> => {
  demand(mayKeepPreparation(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  if (await deleteCurator(ctx.db, currentYear, form, personId))
    await record(ctx, 'form-curator.dismissed', { kind: 'person', id: personId }, { form });
  return done();
};
