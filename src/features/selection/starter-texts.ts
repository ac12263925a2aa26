import type { Rule } from './requirement.ts';
import type { Question } from './setting-rows.ts';

type Start = Omit<Rule, 'id'>;

const confirmed = (form: string, words: string): Start => ({
  form,
  kind: 'confirmed',
  least: null,
  clearance: null,
  words,
});

/** Where a new college starts from; each college has its own regulation and edits the list by it. */
export const starterRules: readonly Start[] = [
  confirmed('', 'Согласен быть наставником добровольно'),
  { form: 'student-student', kind: 'course', least: 2, clearance: null, words: 'Учится не младше второго курса' },
  confirmed('student-student', 'Нет академических задолженностей'),
  confirmed('teacher-teacher', 'Стаж преподавания не меньше трёх лет'),
  confirmed('teacher-student', 'Стаж преподавания не меньше трёх лет'),
  confirmed('employer-student', 'Опыт в профессии не меньше пяти лет'),
  {
    form: 'employer-student',
    kind: 'clearance',
    least: null,
    clearance: 'no-record',
    words: 'Есть справка об отсутствии судимости',
  },
];

const ask = (form: string, question: string): Omit<Question, 'id'> => ({ form, question });

export const starterQuestions: readonly Omit<Question, 'id'>[] = [
  ask('', 'Понимает, чем наставник отличается от контролёра'),
  ask('', 'Умеет слушать и задавать вопросы'),
  ask('', 'Готов регулярно находить время на встречи'),
  ask('', 'Спокойно говорит об ошибках — своих и чужих'),
  ask('student-student', 'Может объяснить однокурснику трудную тему простыми словами'),
  ask('teacher-teacher', 'Готов открыть свои занятия и материалы коллеге'),
  ask('employer-student', 'Говорит со студентом как с будущим коллегой'),
];
