import { type RawForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { Input, Reply } from '../../../platform/http/route.ts';
import { missingAnswers, shownQuestions } from '../answer.ts';
import { stepsOf } from '../definition.ts';
import { type Filling, finishFilling, giveAnswers, type OpenSheet, openSheet } from '../give-answers.ts';
import { answersOf, type KeptAnswers } from '../sheet-rows.ts';
import { answerRefusals, fillRefusals, missingAnswer } from '../texts.ts';
import { fillMessage, fillScreen, shownSteps } from './fill-view.tsx';

/** How a filling is reached: the same steps stand behind an account, a personal link and a common one. */
export interface FillDoor {
  readonly ctx: { shell(): Promise<unknown> };
  readonly path: string;
  readonly back: string;
  readonly hidden: Readonly<Record<string, string>>;
}

type Errors = Readonly<Record<string, string>>;

interface Kept extends KeptAnswers {
  readonly sheet: OpenSheet;
}

const kept = async (filling: Filling, seenVersion?: string): Promise<Kept> => {
  const sheet = await openSheet(filling, seenVersion);
  const stored = sheet.sheetId ? await answersOf(filling.db, sheet.sheetId) : { answers: new Map(), clock: 0 };
  return { sheet, ...stored };
};

const pageAt = (
  filling: Filling,
  { ctx, path, back, hidden }: FillDoor,
  { sheet, answers, clock }: Kept,
  step: number,
  errors?: Errors,
) => {
  const { definition, versionId } = sheet;
  return fillScreen(ctx, {
    title: filling.round.title,
    definition,
    answers,
    clock,
    action: path,
    back,
    hidden: { ...hidden, version: versionId },
    name: `${filling.round.id}:${filling.owner.personId ?? filling.owner.keyHash?.slice(0, 12) ?? ''}`,
    step,
    errors,
  });
};

/** The step where somebody goes on: the first that still waits for an answer. */
const firstOpen = ({ sheet, answers }: Kept): number => {
  const steps = stepsOf(sheet.definition);
  return (
    shownSteps(sheet.definition, answers).find((index) => steps[index]?.questions.some(({ id }) => !answers.has(id))) ??
    0
  );
};

const missingPage = (filling: Filling, door: FillDoor, before: Kept) => {
  const { sheet, answers } = before;
  const missing = missingAnswers(sheet.definition, answers);
  const at = stepsOf(sheet.definition).findIndex(({ questions }) => questions.some(({ id }) => id === missing[0]?.id));
  const errors = Object.fromEntries(missing.map(({ id }) => [id, missingAnswer]));
  return pageAt(filling, door, before, Math.max(0, at), errors);
};

/** GET: thanks when it is handed in, else where the person stopped. */
export const showFilling = async (filling: Filling, door: FillDoor, { query }: Input): Promise<Reply> => {
  const before = await kept(filling);
  if (query.get('missing')) return missingPage(filling, door, before);
  const step = query.get('step');
  if (before.sheet.finishedOn !== null && step === null) {
    const text = 'Ответы приняты. До конца сбора их можно изменить.';
    return fillMessage(door.ctx, { title: 'Спасибо!', text, again: door.path });
  }
  return pageAt(filling, door, before, step === null ? firstOpen(before) : Number(step) || 0);
};

const sentIn = (form: RawForm) => (name: string) => form.values[name] ?? [];

/** POST of a step, without scripts or at the end: saves it, then goes back, on, or hands in. */
export const takeStep = async (filling: Filling, door: FillDoor, { form }: Input): Promise<Reply> => {
  const versionId = sentValue(form, 'version');
  const at = Number(sentValue(form, 'step')) || 0;
  const go = sentValue(form, 'go');
  const before = await kept(filling, versionId);
  const asked = new Set(shownQuestions(before.sheet.definition, before.answers).map(({ id }) => id));
  const step = stepsOf(before.sheet.definition)[at];
  const questions = (step?.questions ?? []).map(({ id }) => id).filter((id) => asked.has(id));
  const given = await giveAnswers(filling, { versionId, questions, sent: sentIn(form) });
  if (!given.ok)
    return again(await fillMessage(door.ctx, { title: 'Ответы не приняты', text: fillRefusals[given.reason] }));
  const errors: Record<string, string> = {};
  for (const [question, reason] of Object.entries(given.value)) errors[question] = answerRefusals[reason];

  const after = await kept(filling, versionId);
  const { sheet, answers } = after;
  if (go !== 'back') {
    for (const { id } of missingAnswers(sheet.definition, answers))
      if (questions.includes(id)) errors[id] ??= missingAnswer;
    if (Object.keys(errors).length > 0) return again(await pageAt(filling, door, after, at, errors));
  }
  if (go === 'finish') {
    const outcome = await finishFilling(filling);
    if (!outcome.ok) return again(await missingPage(filling, door, after));
    return goTo(withKey(door, door.path));
  }
  const shown = shownSteps(sheet.definition, answers);
  const next = go === 'back' ? shown.findLast((index) => index < at) : shown.find((index) => index > at);
  return goTo(withKey(door, `${door.path}?step=${next ?? at}`));
};

/** A browser that takes no cookies carries its key along. */
const withKey = ({ hidden }: FillDoor, path: string): string =>
  hidden.key ? `${path}${path.includes('?') ? '&' : '?'}key=${encodeURIComponent(hidden.key)}` : path;

const plain = (status: number, text = ''): Response =>
  new Response(status === 204 ? null : text, {
    status,
    headers: { 'content-type': 'text/plain; charset=UTF-8', 'cache-control': 'no-store' },
  });

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** POST of one answer: 204 stored (also when it came before), 422 with words, 410 when the round is over. */
export const takeAnswer = async (filling: Filling, { form }: Input): Promise<Response> => {
  const id = sentValue(form, 'id');
  const at = Number(sentValue(form, 'at'));
  if (!uuid.test(id) || !Number.isFinite(at) || at <= 0 || at > 8.64e15) return plain(400);
  const question = sentValue(form, 'question');
  const given = await giveAnswers(filling, {
    versionId: sentValue(form, 'version'),
    questions: [question],
    sent: sentIn(form),
    id,
    at: new Date(at),
  });
  if (!given.ok) return plain(given.reason === 'round-over' ? 410 : 404);
  const mistake = given.value[question];
  return mistake ? plain(422, answerRefusals[mistake]) : plain(204);
};
