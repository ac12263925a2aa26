import { demand } from '../../../kernel/actor.ts';
import { readForm } from '../../../platform/fields.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { theCollege } from '../../college/rows.ts';
import { sentScan } from '../../documents/pages/registering.tsx';
import { mayKeepSelection, selectionKeepers } from '../access.ts';
import { answerRule } from '../answer-rule.ts';
import { basisFields, clearanceFields, ruleAnswerFields, scoreFields } from '../fields.ts';
import { keepBasis } from '../keep-basis.ts';
import { addClearance, dropClearance } from '../keep-clearance.ts';
import { relations } from '../legal-basis.ts';
import { basesOf, clearanceById } from '../paper-rows.ts';
import { writeScore } from '../save-score.ts';
import { answerRefusals, basisRefusals, clearanceRefusals, scoreRefusals } from '../texts.ts';
import { cardScreen } from './card.tsx';
import { theCandidate } from './the-candidate.ts';

export const saveScoreForm: MemberRoute = {
  method: 'POST',
  path: '/selection/:personId/score',
  who: selectionKeepers,
  async handle(ctx, input) {
    const line = await theCandidate(ctx, input);
    const { form } = input;
    const read = readForm(scoreFields, form);
    if (!read.ok) return again(await cardScreen(ctx, line, { part: 'score', form, errors: read.errors }));
    const outcome = await writeScore(ctx, line.id, read.value);
    if (!outcome.ok)
      return again(await cardScreen(ctx, line, { part: 'score', form, refusal: scoreRefusals[outcome.reason] }));
    return goTo(`/selection/${line.id}`, { toast: { text: 'Результат анкеты записан' } });
  },
};

export const answerRuleForm: MemberRoute = {
  method: 'POST',
  path: '/selection/:personId/rules/:ruleId',
  who: selectionKeepers,
  async handle(ctx, input) {
    const line = await theCandidate(ctx, input);
    const ruleId = param(input, 'ruleId');
    const { form } = input;
    const part = `rule-${ruleId}`;
    const read = readForm(ruleAnswerFields, form);
    if (!read.ok) return again(await cardScreen(ctx, line, { part, form, errors: read.errors }));
    const outcome = await answerRule(ctx, line.id, { ruleId, ...read.value });
    if (!outcome.ok) return again(await cardScreen(ctx, line, { part, form, refusal: answerRefusals[outcome.reason] }));
    return goTo(`/selection/${line.id}`, { toast: { text: 'Отметка записана' } });
  },
};

export const addClearanceForm: MemberRoute = {
  method: 'POST',
  path: '/selection/:personId/clearances',
  who: selectionKeepers,
  async handle(ctx, input) {
    const line = await theCandidate(ctx, input);
    const { form } = input;
    const read = readForm(clearanceFields, form);
    const scan = await sentScan(form);
    if (!read.ok || 'error' in scan) {
      const errors = { ...(read.ok ? {} : read.errors), ...('error' in scan ? { scan: scan.error } : {}) };
      return again(await cardScreen(ctx, line, { part: 'clearance', form, errors }));
    }
    const outcome = await addClearance(ctx, line.id, { ...read.value, scan: scan.scan });
    if (!outcome.ok)
      return again(
        await cardScreen(ctx, line, { part: 'clearance', form, refusal: clearanceRefusals[outcome.reason] }),
      );
    return goTo(`/selection/${line.id}`, { toast: { text: 'Справка записана' } });
  },
};

export const withdrawClearanceForm: MemberRoute = {
  method: 'POST',
  path: '/selection/clearances/:clearanceId/withdraw',
  who: selectionKeepers,
  async handle(ctx, input) {
    const id = param(input, 'clearanceId');
    const { personId } = found(await clearanceById(ctx.db, id), 'clearance');
    const outcome = await dropClearance(ctx, id);
    const text = outcome.ok ? 'Справка снята' : 'Эта справка уже снята';
    return goTo(`/selection/${personId}`, { toast: { text } });
  },
};

export const clearanceScan: MemberRoute = {
  method: 'GET',
  path: '/selection/clearances/:clearanceId/scan',
  who: selectionKeepers,
  async handle(ctx, input) {
    demand(mayKeepSelection(ctx.actor));
    const { scanFileId } = found(await clearanceById(ctx.db, param(input, 'clearanceId')), 'clearance');
    const file = await fileById(ctx.db, found(scanFileId, 'scan of this clearance'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};

export const saveBasisForm: MemberRoute = {
  method: 'POST',
  path: '/selection/:personId/basis/:relation',
  who: selectionKeepers,
  async handle(ctx, input) {
    const line = await theCandidate(ctx, input);
    const relation = found(
      relations.find((one) => one === param(input, 'relation')),
      'relation',
    );
    const { form } = input;
    const part = `basis-${relation}`;
    const read = readForm(basisFields(), form);
    const scan = await sentScan(form);
    if (!read.ok || 'error' in scan) {
      const errors = { ...(read.ok ? {} : read.errors), ...('error' in scan ? { scan: scan.error } : {}) };
      return again(await cardScreen(ctx, line, { part, form, errors }));
    }
    const outcome = await keepBasis(ctx, line.id, { ...read.value, relation, scan: scan.scan });
    if (!outcome.ok) return again(await cardScreen(ctx, line, { part, form, refusal: basisRefusals[outcome.reason] }));
    const text = outcome.value > 1 ? `Основание записано для ${outcome.value} человек` : 'Основание записано';
    return goTo(`/selection/${line.id}`, { toast: { text } });
  },
};

/** The scan of a package, or of the employer's agreement that the basis refers to. */
export const basisScan: MemberRoute = {
  method: 'GET',
  path: '/selection/:personId/basis/:relation/scan',
  who: selectionKeepers,
  async handle(ctx, input) {
    demand(mayKeepSelection(ctx.actor));
    const line = await theCandidate(ctx, input);
    const { currentYear } = await theCollege(ctx.db);
    const basis = (await basesOf(ctx.db, line.id, currentYear)).find(
      ({ relation }) => relation === input.params.relation,
    );
    const file = await fileById(ctx.db, found(basis?.scanFileId, 'scan of this basis'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};
