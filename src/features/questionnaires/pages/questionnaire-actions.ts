import { sentValue } from '../../../platform/fields.ts';
import { download, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { questionnaireKeepers } from '../access.ts';
import { moveQuestion, moveSection, removeQuestion, removeSection } from '../edit-definition.ts';
import { fileOf } from '../read-file.ts';
import { archiveQuestionnaire, saveDraft } from '../save-questionnaire.ts';
import { saveRefusals } from '../texts.ts';
import { questionnaireIn, questionnaireReaders } from './questionnaire.tsx';

export const arrange: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/:questionnaireId/arrange',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const [what, id, move] = ['what', 'id', 'move'].map((name) => sentValue(input.form, name));
    const by = move === 'up' ? -1 : 1;
    const section = what === 'section';
    const moved = section ? moveSection(one.draft, id ?? '', by) : moveQuestion(one.draft, id ?? '', by);
    const removed = section ? removeSection(one.draft, id ?? '') : removeQuestion(one.draft, id ?? '');
    const draft = move === 'remove' ? removed : moved;
    const kept = section && move === 'remove' && draft.sections.length === one.draft.sections.length;
    if (kept)
      return goTo(`/questionnaires/${one.id}`, { toast: { text: 'В разделе есть вопросы: сначала перенесите их' } });
    const outcome = await saveDraft(ctx, one.id, Number(sentValue(input.form, 'version')) || 0, { draft });
    const text = outcome.ok ? 'Порядок изменён' : saveRefusals[outcome.reason];
    return goTo(`/questionnaires/${one.id}`, { toast: { text } });
  },
};

export const archive: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/:questionnaireId/archive',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const away = sentValue(input.form, 'away') !== '';
    const outcome = await archiveQuestionnaire(ctx, one.id, Number(sentValue(input.form, 'version')) || 0, away);
    const text = outcome.ok ? (away ? 'Анкета в архиве' : 'Анкета возвращена') : saveRefusals[outcome.reason];
    return goTo(`/questionnaires/${one.id}`, { toast: { text } });
  },
};

export const exportJson: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/:questionnaireId/export.json',
  who: questionnaireReaders,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const name = `${one.title.replace(/[\\/:*?"<>|]/g, ' ')}.json`;
    return download(new TextEncoder().encode(fileOf(one, one.draft)), name, 'application/json');
  },
};
