import { type RawForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { peopleKeepers } from '../access.ts';
import { cancelImport, confirmImport, startUndo } from '../confirm-import.ts';
import { type Correcting, correctRow, forgetGroup, replaceGroup, settleTwin } from '../correct-row.ts';
import type { Import, ImportRow } from '../import.ts';
import { importById, importRow } from '../import-rows.ts';
import type { PersonField } from '../person-values.ts';
import type { Corrections } from '../read-person-row.ts';
import { importRefusals } from '../texts.ts';
import { donePage } from './import-done.tsx';
import { fixesOf } from './import-problems.tsx';
import { reviewPage } from './import-review.tsx';
import { refusedPage, waitingPage } from './import-waiting.tsx';

const theImport = async (ctx: PageCtx, input: Input): Promise<Import> =>
  found(await importById(ctx.db, param(input, 'importId')), 'import');

export const importPage: Route = {
  method: 'GET',
  path: '/people/import/:importId',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = await theImport(ctx, input);
    if (one.state === 'review') {
      const page = Math.max(1, Math.trunc(Number(input.query.get('page'))) || 1);
      return reviewPage(ctx, one, { page });
    }
    if (one.state === 'refused') return refusedPage(ctx, one);
    if (one.state === 'reading' || one.state === 'writing') return waitingPage(ctx, one);
    return donePage(ctx, one);
  },
};

const sentCorrections = (row: ImportRow, form: RawForm): Corrections => {
  const corrections: Partial<Record<PersonField, string>> = {};
  for (const { field } of fixesOf(row))
    if (form.values[`fix-${field}`] !== undefined) corrections[field] = sentValue(form, `fix-${field}`);
  return corrections;
};

const actOf = (row: ImportRow, form: RawForm): Omit<Correcting, 'importId' | 'row'> => {
  const act = sentValue(form, 'act');
  if (act === 'skip') return { skip: true };
  if (act === 'back') return { skip: false };
  if (act === 'accept')
    return { accept: row.understood.left.filter(({ level }) => level === 'ask').map(({ kind }) => kind) };
  return { corrections: sentCorrections(row, form) };
};

/** Another group for a known other notation holds for the whole file; the rest of the corrections for this row. */
const save = async (ctx: PageCtx, one: Import, row: ImportRow, form: RawForm) => {
  const act = actOf(row, form);
  const similar = row.problems.find(({ kind }) => kind === 'group-similar');
  const group = act.corrections?.group;
  if (!act.corrections || !similar || group === undefined)
    return correctRow(ctx, { importId: one.id, row: row.row, ...act });
  const { group: _, ...corrections } = act.corrections;
  if (group !== '' && group !== row.understood.values.group) {
    const replaced = await replaceGroup(ctx, { importId: one.id, typed: similar.value, code: group });
    if (!replaced.ok) return replaced;
  }
  return correctRow(ctx, { importId: one.id, row: row.row, corrections: group === '' ? act.corrections : corrections });
};

export const saveImportRow: Route = {
  method: 'POST',
  path: '/people/import/:importId/rows/:row',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = await theImport(ctx, input);
    const number = Math.trunc(Number(param(input, 'row')));
    const row = found(Number.isSafeInteger(number) ? await importRow(ctx.db, one.id, number) : undefined, 'import row');
    const outcome = await save(ctx, one, row, input.form);
    if (!outcome.ok) return again(await reviewPage(ctx, one, { refusal: importRefusals[outcome.reason] }));
    const page = Math.max(1, Math.trunc(Number(sentValue(input.form, 'page'))) || 1);
    return goTo(`/people/import/${one.id}?page=${page}#row-${number}`);
  },
};

export const forgetReplacement: Route = {
  method: 'POST',
  path: '/people/import/:importId/groups/forget',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = await theImport(ctx, input);
    const outcome = await forgetGroup(ctx, { importId: one.id, typed: sentValue(input.form, 'typed') });
    if (!outcome.ok) return again(await reviewPage(ctx, one, { refusal: importRefusals[outcome.reason] }));
    return goTo(`/people/import/${one.id}#problems`, { toast: { text: 'Замена отменена' } });
  },
};

export const answerTwin: Route = {
  method: 'POST',
  path: '/people/import/:importId/twins/:row',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = await theImport(ctx, input);
    const row = Math.trunc(Number(param(input, 'row')));
    const answer = sentValue(input.form, 'answer') === 'merge' ? 'merge' : 'different';
    const outcome = await settleTwin(ctx, { importId: one.id, row: Number.isSafeInteger(row) ? row : -1, answer });
    if (!outcome.ok) return again(await reviewPage(ctx, one, { refusal: importRefusals[outcome.reason] }));
    return goTo(`/people/import/${one.id}#twins`);
  },
};

export const confirmPeople: Route = {
  method: 'POST',
  path: '/people/import/:importId/confirm',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = await theImport(ctx, input);
    const wanted = new Set(input.form.values.wanted ?? []);
    const unwantedGroups = (input.form.values.groups ?? []).filter((code) => !wanted.has(code));
    const outcome = await confirmImport(ctx, { importId: one.id, unwantedGroups });
    if (!outcome.ok) return again(await reviewPage(ctx, one, { refusal: importRefusals[outcome.reason] }));
    ctx.afterCommit(() => ctx.tasks.enqueue(ctx.actor.college, outcome.value));
    return goTo(`/tasks/${outcome.value}`);
  },
};

export const cancelPeople: Route = {
  method: 'POST',
  path: '/people/import/:importId/cancel',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = await theImport(ctx, input);
    const outcome = await cancelImport(ctx, one.id);
    const text = outcome.ok ? 'Файл отменён, ничего не записано' : importRefusals[outcome.reason];
    return goTo('/people/import', { toast: { text } });
  },
};

export const undoPeople: Route = {
  method: 'POST',
  path: '/people/import/:importId/undo',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = await theImport(ctx, input);
    const outcome = await startUndo(ctx, one.id);
    if (!outcome.ok) return again(await donePage(ctx, one, importRefusals[outcome.reason]));
    ctx.afterCommit(() => ctx.tasks.enqueue(ctx.actor.college, outcome.value));
    return goTo(`/tasks/${outcome.value}`);
  },
};
