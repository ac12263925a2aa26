import { demand } from '../../kernel/actor.ts';
import { Failure } from '../../kernel/failure.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepRegisters } from './access.ts';
import { differences, type MentorProfile } from './mentor.ts';
import { mentorById, updateMentor } from './mentor-rows.ts';

export interface MentorInput extends MentorProfile {
  readonly version: number;
}

export type MentorRefusal = 'changed-meanwhile' | 'capacity-below-pairs';

/** Writes a mentor's profile. The capacity cannot go below the places that running pairs hold: the table itself refuses. */
export const changeMentor = async (
  ctx: Ctx,
  personId: string,
  { version, ...profile }: MentorInput,
): Promise<Outcome<undefined, MentorRefusal>> => {
  demand(mayKeepRegisters(ctx.actor));
  const before = found(await mentorById(ctx.db, personId), 'mentor');
  if (before.version !== version) return refused('changed-meanwhile');

  let written = false;
  const wall = await refusedBy(ctx.db, async () => {
    written = await updateMentor(ctx.db, personId, version, profile);
  });
  if (wall === 'within_capacity') return refused('capacity-below-pairs');
  if (wall) throw new Failure('broken', wall);
  if (!written) return refused('changed-meanwhile');

  const changed = differences(before, profile);
  if (changed.length > 0) await record(ctx, 'mentors.changed', { kind: 'person', id: personId }, { changed });
  return done();
};
