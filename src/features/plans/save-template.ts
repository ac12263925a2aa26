import { demand } from '../../kernel/actor.ts';
import { type Done, done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepTemplates } from './access.ts';
import { builtInTemplates } from './set-texts.ts';
import type { TemplateInput } from './template.ts';
import { insertTemplate, retireTemplate, templateById, updateTemplate } from './template-rows.ts';

/** Puts in the built-in templates that the college does not have yet; what it edited or retired stays. Answers how many came. */
export const installTemplates = async (ctx: Ctx): Promise<Done<number>> => {
  demand(mayKeepTemplates(ctx.actor));
  let added = 0;
  for (const { code, ...template } of builtInTemplates) {
    if (await insertTemplate(ctx.db, template, code)) added += 1;
  }
  if (added > 0) await record(ctx, 'plan-template.installed', { kind: 'plan-template', id: null }, { added });
  return done(added);
};

export const addTemplate = async (ctx: Ctx, input: TemplateInput): Promise<Done<string>> => {
  demand(mayKeepTemplates(ctx.actor));
  const id = found(await insertTemplate(ctx.db, input), 'plan template');
  await record(ctx, 'plan-template.added', { kind: 'plan-template', id }, { title: input.title });
  return done(id);
};

/** Plans made from it before stay as they are. */
export const changeTemplate = async (
  ctx: Ctx,
  templateId: string,
  { version, ...input }: TemplateInput & { readonly version: number },
): Promise<Outcome<undefined, 'changed-meanwhile'>> => {
  demand(mayKeepTemplates(ctx.actor));
  found(await templateById(ctx.db, templateId), 'plan template');
  if (!(await updateTemplate(ctx.db, { id: templateId, version }, input))) return refused('changed-meanwhile');
  await record(ctx, 'plan-template.changed', { kind: 'plan-template', id: templateId }, { title: input.title });
  return done();
};

/** Takes a template out of the choice, or back into it. */
export const switchTemplate = async (ctx: Ctx, templateId: string): Promise<Done<'retired' | 'back'>> => {
  demand(mayKeepTemplates(ctx.actor));
  const template = found(await templateById(ctx.db, templateId), 'plan template');
  const retire = template.retiredOn === null;
  await retireTemplate(ctx.db, templateId, retire ? ctx.today : null);
  const action = retire ? 'plan-template.retired' : 'plan-template.restored';
  await record(ctx, action, { kind: 'plan-template', id: templateId });
  return done(retire ? 'retired' : 'back');
};
