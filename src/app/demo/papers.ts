import type { PaperKind } from '../../features/documents/document.ts';
import { registerDocument } from '../../features/documents/register-document.ts';
import { documentById } from '../../features/documents/rows.ts';
import { signDocument } from '../../features/documents/sign-document.ts';
import { orderPairs } from '../../features/pairs/order-pairs.ts';
import { pairsBy } from '../../features/pairs/rows.ts';
import { addEvidence } from '../../features/roadmap/add-evidence.ts';
import { installTemplate } from '../../features/roadmap/install-template.ts';
import { roadmapOf, rowsOf } from '../../features/roadmap/roadmap-rows.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { FileStore } from '../../platform/storage.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import { term, winterTerm } from './pairs.ts';
import type { Filling } from './registers.ts';
import type { FillingWithFiles } from './selection.ts';

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

/** What lies in the folder by February; the regulation of 2020 gave way to a new one in September. */
const papers: readonly RegisteredPaper[] = [
  paper('regulation', 'Положение о наставничестве в техникуме', '97', '2026-08-31', '2027-09-01'),
  paper('working-group-order', 'О рабочей группе и кураторах программы наставничества', '118-од', '2026-09-01'),
  paper('roadmap-order', 'Об утверждении дорожной карты на 2026/27 учебный год', '119-од', '2026-09-01'),
  paper('publication', 'Наставники техникума начинают новый год', '', '2026-09-04'),
  paper('minutes', 'Об анкетах и сроках отбора наставников', '2', '2026-09-18'),
  paper('publication', 'Выпускник завода снова в мастерской: знакомимся с наставником', '', '2026-09-17'),
  paper('materials', 'Памятка наставнику: первая встреча', '', '2026-09-25'),
  paper('minutes', 'О ходе подготовки программы', '5', '2026-10-02'),
  paper('needs-minutes', 'О запросах групп и темах наставничества', '8', '2026-10-14'),
  paper('publication', 'Познакомились: общая встреча наставников и первокурсников', '', '2026-10-21'),
  paper('publication', 'Школа наставника: первый выпуск', '', '2026-11-30'),
  paper('publication', 'Как мастер завода и студент собрали стенд', '', '2026-12-18'),
  paper('publication', 'С чем пары вошли в новый год', '', '2027-01-20'),
  paper('meeting-minutes', 'Протокол общей встречи наставников и наставляемых', '1', '2026-10-20'),
  paper('plan', 'Индивидуальные планы пар, папка 06-02', '', '2026-11-20'),
  paper('materials', 'Разбор трудных случаев: конспект семинара', '', '2026-12-09'),
  paper('feedback-summary', 'Сводка обратной связи за осень', '', '2026-12-22'),
  paper('minutes', 'О работе пар в первом полугодии', '1', '2027-01-19'),
];

/** Papers made elsewhere and entered in the register, each on its own day. */
export const fillPapers = async (filling: Filling & { readonly store: FileStore }): Promise<void> => {
  for (const { reviewBy, ...input } of papers) {
    const on = input.day < '2026-08-25' ? day('2026-08-25') : input.day;
    const ctx = { ...filling.as(filling.actors.curator, on), store: filling.store };
    must(await registerDocument(ctx, { ...input, reviewBy: reviewBy ?? null }));
  }
};

type Order = {
  readonly on: Day;
  readonly form?: string;
  readonly number?: string;
  readonly plansBy: Day;
  readonly from: Day;
};

/** Orders of October are signed; the one on the pairs of February waits for its number and day. */
const orders: readonly Order[] = [
  { on: day('2026-10-23'), form: 'student-student', number: '131-од', plansBy: day('2026-11-20'), from: term.from },
  { on: day('2026-10-23'), number: '132-од', plansBy: day('2026-11-20'), from: term.from },
];

const order = async (filling: FillingWithFiles, { on, form, number, plansBy, from }: Order): Promise<void> => {
  const { as, actors, people, store } = filling;
  const curator = { ...as(actors.curator, on), store, baseUrl: 'http://localhost:3000' };
  const waiting = await pairsBy(curator.db, { state: 'no-order', ...(form ? { form } : {}) }, on, { limit: 200 });
  const documentId = must(
    await orderPairs(curator, {
      ...{ pairIds: waiting.map(({ id }) => id), from, till: term.till, plansBy },
      curatorId: people.leaders.curator.id,
      psychologistId: people.leaders.psychologist.id,
    }),
  );
  if (!number) return;
  const version = (await documentById(curator.db, documentId))?.version ?? 0;
  must(await signDocument(curator, { documentId, version, number, day: on }));
};

export const fillOrders = async (filling: FillingWithFiles): Promise<void> => {
  for (const one of orders) await order(filling, one);
};

export const fillWinterOrder = (filling: FillingWithFiles): Promise<void> =>
  order(filling, { on: demoToday, plansBy: day('2027-02-26'), from: winterTerm.from });

/** The built-in roadmap, with a note by hand beside the board of honour, which closes its row. */
export const fillRoadmap = async ({ as, actors, store }: Filling & { readonly store: FileStore }, year: number) => {
  must(await installTemplate(as(actors.curator, day('2026-08-28')), year));
  const director = { ...as(actors.director, day('2027-01-29')), store };
  const roadmap = await roadmapOf(director.db, year);
  const rows = roadmap ? await rowsOf(director.db, roadmap.id) : [];
  const honour = rows.find(({ kind, number }) => kind === 'activity' && number === '6.3');
  if (!honour) throw new Error('no row for the board of honour');
  const note = 'Стенд «Лучшие наставники» в холле обновлён к Дню студента';
  must(await addEvidence(director, { rowId: honour.id, note, day: day('2027-01-25'), closes: true }));
};
