/** Lists that a college may edit. What stands here is only where a new college starts from. */
export type NormKind = 'form' | 'variant' | 'topic';

export interface Norm {
  readonly kind: NormKind;
  readonly code: string;
  readonly label: string;
  /** For a variant: the form it belongs to. */
  readonly parent: string | null;
}

const form = (code: string, label: string): Norm => ({ kind: 'form', code, label, parent: null });
const variant = (parent: string, code: string, label: string): Norm => ({ kind: 'variant', code, label, parent });
const topic = (code: string, label: string): Norm => ({ kind: 'topic', code, label, parent: null });

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
  topic('job', 'Найти работу'),
  topic('teaching', 'Войти в должность педагога'),
  topic('methods', 'Освоить методику и цифровые средства'),
  topic('other', 'Другое'),
];
