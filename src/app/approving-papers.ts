import { isInForce, type PaperKind } from '../features/documents/document.ts';
import { documentsBy } from '../features/documents/rows.ts';
import type { PaperChoice } from '../features/questionnaires/questionnaire.ts';
import { formatDay } from '../kernel/day.ts';
import type { Ctx } from '../platform/context.ts';

/** Kinds by which a college approves its questionnaires. */
const kinds: readonly PaperKind[] = ['questionnaire-method', 'mentor-questionnaires', 'regulation', 'minutes', 'other'];

/** Signed papers that a questionnaire may lean on, as its feature, which stands below documents, asks for them. */
export const approvingPapers = async ({ db, today }: Pick<Ctx, 'db' | 'today'>): Promise<PaperChoice[]> => {
  const papers = await documentsBy(db, { kinds }, { limit: 200 });
  return papers.flatMap(({ id, title, number, day, status }) =>
    day === null || day > today || !isInForce(status)
      ? []
      : [{ id, day, label: `${title}${number ? ` №\u00A0${number}` : ''} от\u00A0${formatDay(day)}` }],
  );
};
