import { askQuestion, closeQuestion, sayMore } from '../../features/library/ask-question.ts';
import { addMaterial, archiveMaterial, installMaterials } from '../../features/library/keep-material.ts';
import { materialsOf } from '../../features/library/rows.ts';
import { day } from '../../kernel/day.ts';
import { must } from './must.ts';
import type { FillingWithFiles } from './selection.ts';

/** The library as the methodist keeps it, and what mentors have asked. */
export const fillLibrary = async ({ as, actors, store }: FillingWithFiles): Promise<void> => {
  const methodist = { ...as(actors.methodist, day('2026-10-20')), store };
  must(await installMaterials(methodist));
  must(
    await addMaterial(methodist, {
      title: 'Куда идти студенту: кабинеты и телефоны',
      summary: 'Учебная часть, психолог, медпункт, общежитие',
      body: 'Учебная часть: кабинет 112, с 9 до 17.\n\nПсихолог: кабинет 214, можно без записи на большой перемене.\n\nКуратор наставничества: кабинет 208.',
      link: '',
      forms: [],
      moment: 'start',
      readers: ['mentor', 'mentee', 'staff'],
    }),
  );
  const pupil = (await materialsOf(methodist.db)).find(({ forms }) => forms.includes('student-pupil'));
  if (pupil) must(await archiveMaterial(methodist, { materialId: pupil.id, back: false }));

  const asked = must(
    await askQuestion(as(actors.mentor, day('2026-12-02')), {
      title: 'Можно ли встречаться в мастерской',
      words: 'В кабинете разговор не идёт. Мастер не против, если мы придём после пары.',
    }),
  );
  const curator = as(actors.curator, day('2026-12-03'));
  must(
    await sayMore(curator, {
      questionId: asked,
      words: 'Можно, если в мастерской остаётся мастер. Спасибо, что ищете способ.',
    }),
  );
  must(await closeQuestion(as(actors.mentor, day('2026-12-03')), { questionId: asked, back: false }));
  must(
    await askQuestion(as(actors.mentor, day('2027-02-05')), {
      title: 'Как быть с пропусками',
      words: 'Наставляемый две недели на больничном. Переносить встречи или закрыть месяц как есть?',
    }),
  );
  const mentees = must(
    await askQuestion(as(actors.mentee, day('2027-01-20')), {
      title: 'Хочу готовиться к конкурсу',
      words: 'Мы сдали всё, что было в плане. Можно поставить новую цель?',
    }),
  );
  must(
    await sayMore(as(actors.curator, day('2027-01-21')), {
      questionId: mentees,
      words: 'Конечно. Скажите наставнику, он исправит план, а вы согласуете.',
    }),
  );
};
