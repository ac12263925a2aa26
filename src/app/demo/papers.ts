import type { PaperKind } from '../../features/documents/document.ts';
import { registerDocument } from '../../features/documents/register-document.ts';
import { orderPairs } from '../../features/pairs/order-pairs.ts';
import { pairsBy } from '../../features/pairs/rows.ts';
import { addEvidence } from '../../features/roadmap/add-evidence.ts';
import { installTemplate } from '../../features/roadmap/install-template.ts';
import { roadmapOf, rowsOf } from '../../features/roadmap/roadmap-rows.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { FileStore } from '../../platform/storage.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { Filling } from './registers.ts';

interface RegisteredPaper {
  readonly kind: PaperKind;
  readonly title: string;
  readonly number: string;
  readonly day: Day;
  readonly reviewBy?: Day;
}

const paper = (kind: PaperKind, title: string, number: string, on: string, reviewBy?: string): RegisteredPaper => ({
  ...{ kind, title, number, day: day(on) },
  ...(reviewBy ? { reviewBy: day(reviewBy) } : {}),
});

/** What lies in the folder by October. The regulation is old: its review was due on the first of September. */
const papers: readonly RegisteredPaper[] = [
  paper('regulation', 'Положение о наставничестве в техникуме', '142', '2020-10-19', '2026-09-01'),
  paper('working-group-order', 'О рабочей группе и кураторах программы наставничества', '118-од', '2026-09-01'),
  paper('roadmap-order', 'Об утверждении дорожной карты на 2026/27 учебный год', '119-од', '2026-09-01'),
  paper('mentee-information', 'Протокол собрания родителей первого курса', '1', '2026-09-07'),
  paper('forms-minutes', 'О формах наставничества в 2026/27 учебном году', '2', '2026-09-18'),
  paper('mentor-information', 'Пресс-релиз семинара для будущих наставников', '', '2026-09-24'),
  paper('publication', 'Наставники техникума начинают новый год', '', '2026-09-04'),
  paper('publication', 'Выпускник завода снова в мастерской: знакомимся с наставником', '', '2026-09-17'),
  paper('materials', 'Памятка наставнику: первая встреча', '', '2026-09-25'),
  paper('minutes', 'О ходе подготовки программы', '3', '2026-10-02'),
];

/** Papers made elsewhere and entered in the register, each on its own day. */
export const fillPapers = async (filling: Filling & { readonly store: FileStore }): Promise<void> => {
  for (const { reviewBy, ...input } of papers) {
    const on = input.day < '2026-08-25' ? day('2026-08-25') : input.day;
    const ctx = { ...filling.as(filling.actors.curator, on), store: filling.store };
    must(await registerDocument(ctx, { ...input, reviewBy: reviewBy ?? null }));
  }
};

/** The draft of the order on the pairs of students; it waits for its number and day. */
export const fillOrder = async ({
  as,
  actors,
  people,
  store,
}: Filling & { readonly store: FileStore }): Promise<void> => {
  const curator = { ...as(actors.curator, demoToday), store, baseUrl: 'http://localhost:3000' };
  const waiting = await pairsBy(curator.db, { state: 'no-order', form: 'student-student' }, demoToday, { limit: 200 });
  must(
    await orderPairs(curator, {
      pairIds: waiting.slice(0, 30).map(({ id }) => id),
      from: day('2026-10-15'),
      till: day('2027-06-30'),
      plansBy: day('2026-11-10'),
      curatorId: people.leaders.curator.id,
      psychologistId: people.leaders.psychologist.id,
    }),
  );
};

/** The built-in roadmap, with a note by hand beside the bank of experts, which closes its row. */
export const fillRoadmap = async ({ as, actors, store }: Filling & { readonly store: FileStore }, year: number) => {
  must(await installTemplate(as(actors.curator, day('2026-08-28')), year));
  const director = { ...as(actors.director, day('2026-10-08')), store };
  const roadmap = await roadmapOf(director.db, year);
  const rows = roadmap ? await rowsOf(director.db, roadmap.id) : [];
  const experts = rows.find(({ kind, number }) => kind === 'activity' && number === '1.9');
  if (!experts) throw new Error('no row for experts');
  const note = 'Список из семи экспертов согласован с институтом, бумажный лист лежит у методиста';
  must(await addEvidence(director, { rowId: experts.id, note, day: day('2026-10-08'), closes: true }));
};
