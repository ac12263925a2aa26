/** Lists that a college may edit. What stands here is only where a new college starts from. */
export type NormKind = 'form' | 'variant' | 'topic';

export interface Norm {
  readonly kind: NormKind;
  readonly code: string;
  readonly label: string;
  /** For a variant: the form it belongs to. */
  readonly parent: string | null;
  /** For a topic: whom it is offered to; everybody when it does not say. */
  readonly audience?: readonly NormAudience[];
}

/** student: about oneself, and by those who teach them · parent: about a child · staff: about a colleague's own work. */
export type NormAudience = 'student' | 'parent' | 'staff';

/** Those of a list that are offered to somebody. */
export const offeredTo = (norms: readonly Norm[], audience: NormAudience): Norm[] =>
  norms.filter((norm) => norm.audience?.includes(audience) ?? true);

const form = (code: string, label: string): Norm => ({ kind: 'form', code, label, parent: null });
const variant = (parent: string, code: string, label: string): Norm => ({ kind: 'variant', code, label, parent });
const everybody: readonly NormAudience[] = ['student', 'parent', 'staff'];

const topic = (code: string, label: string, audience = everybody): Norm => ({
  ...{ kind: 'topic', code, label, parent: null },
  audience,
});

/** Forms and role variants of the target model (Р-145); «педагог — студент» is what colleges add by their own rules. */
export const firstNorms: readonly Norm[] = [
  form('student-student', 'студент — студент'),
  form('teacher-teacher', 'педагог — педагог'),
  form('student-pupil', 'студент — ученик'),
  form('employer-student', 'работодатель — студент'),
  form('employer-pupil', 'работодатель — ученик'),
  form('teacher-student', 'педагог — студент'),
  variant('student-student', 'strong-weak', 'успевающий — неуспевающий'),
  variant('student-student', 'leader-passive', 'лидер — пассивный'),
  variant('student-student', 'equal-equal', 'равный — равному'),
  variant('student-student', 'settled-newcomer', 'адаптированный — неадаптированный'),
  variant('teacher-teacher', 'expert-beginner', 'опытный педагог — молодой специалист'),
  variant('teacher-teacher', 'leader-troubled', 'лидер сообщества — педагог с затруднениями'),
  variant('teacher-teacher', 'innovator-conservative', 'новатор — консерватор'),
  variant('teacher-teacher', 'subject-subject', 'опытный предметник — неопытный предметник'),
  variant('student-pupil', 'achiever-struggling', 'успевающий — неуспевающий'),
  variant('student-pupil', 'leader-indifferent', 'лидер — равнодушный'),
  variant('student-pupil', 'equal-other', 'равный — другому'),
  variant('student-pupil', 'curator-author', 'куратор — автор проекта'),
  variant('employer-student', 'professional-consumer', 'активный профессионал — равнодушный потребитель'),
  variant('employer-student', 'professional-choosing', 'успешный профессионал — студент, выбирающий профессию'),
  variant('employer-student', 'colleague-future', 'коллега — будущий коллега'),
  variant('employer-student', 'employer-future', 'работодатель — будущий сотрудник'),
  variant('employer-pupil', 'active-indifferent', 'активный профессионал — равнодушный потребитель'),
  variant('employer-pupil', 'colleague-junior', 'коллега — молодой коллега'),
  variant('employer-pupil', 'employer-junior', 'работодатель — будущий сотрудник'),
  topic('settle', 'Освоиться в колледже'),
  topic('study', 'Подтянуть учёбу'),
  topic('contest', 'Подготовиться к конкурсу'),
  topic('workplace', 'Освоить рабочее место'),
  topic('profession', 'Понять профессию'),
  topic('confidence', 'Стать увереннее'),
  topic('project', 'Сделать проект'),
  topic('job', 'Найти работу', ['student']),
  topic('teaching', 'Войти в должность педагога', ['staff']),
  topic('methods', 'Освоить методику и цифровые средства', ['staff']),
  topic('other', 'Другое'),
];
