import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { maySetConsents } from './access.ts';
import { type ConsentSettings, saveSettings } from './setting-rows.ts';

/** What forms say of the college, and whether consents are signed inside the system. */
export const changeSettings = async (
  ctx: Ctx,
  settings: ConsentSettings,
): Promise<Outcome<undefined, 'changed-meanwhile'>> => {
  demand(maySetConsents(ctx.actor));
  if (!(await saveSettings(ctx.db, settings))) return refused('changed-meanwhile');
  const details = { electronic: settings.electronic };
  await record(ctx, 'consent-settings.changed', { kind: 'consent-settings', id: null }, details);
  return done();
};
