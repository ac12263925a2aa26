import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayChangePeople } from './access.ts';
import type { OrganisationInput } from './organisation.ts';
import { insertOrganisations, organisationById, updateOrganisation } from './organisation-rows.ts';

export type OrganisationReason = 'name-taken';

/** Enters an employer whose specialists or graduates take part. */
export const addOrganisation = async (
  ctx: Ctx,
  organisation: OrganisationInput,
): Promise<Outcome<string, OrganisationReason>> => {
  demand(mayChangePeople(ctx.actor));
  let id = '';
  const wall = await refusedBy(ctx.db, async () => {
    [id = ''] = await insertOrganisations(ctx.db, [organisation]);
  });
  if (wall) return refused('name-taken');
  await record(ctx, 'organisation.added', { kind: 'organisation', id }, { name: organisation.name });
  return done(id);
};

export const changeOrganisation = async (
  ctx: Ctx,
  { id, organisation }: { id: string; organisation: OrganisationInput },
): Promise<Outcome<undefined, OrganisationReason>> => {
  demand(mayChangePeople(ctx.actor));
  found(await organisationById(ctx.db, id), 'organisation');
  const wall = await refusedBy(ctx.db, () => updateOrganisation(ctx.db, id, organisation));
  if (wall) return refused('name-taken');
  await record(ctx, 'organisation.changed', { kind: 'organisation', id }, { name: organisation.name });
  return done();
};
