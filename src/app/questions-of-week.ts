import type { WeekSource } from '../features/feedback/read-week.ts';
import { mayAnswer } from '../features/library/access.ts';
import { questionsOf } from '../features/library/question-rows.ts';
import { formatDayMonth } from '../kernel/day.ts';

/** Questions that wait for the curator's word, for the list of the week. */
export const questionsOfWeek: WeekSource = async ({ db, actor }) => {
  if (mayAnswer(actor) !== true) return [];
  return (await questionsOf(db))
    .filter(({ waits }) => waits)
    .map(({ id, title, asker, askedOn }) => ({
      kind: 'question',
      title,
      reason: `Спросили ${formatDayMonth(askedOn)}`,
      who: asker,
      href: `/questions/${id}`,
      mine: false,
    }));
};
