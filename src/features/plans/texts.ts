import type { AgreeRefusal, PaperRefusal, ProposeRefusal } from './agree-plan.ts';
import type { CopyRefusal } from './copy-plan.ts';
import type { CorrectRefusal } from './correct-plan.ts';
import type { TaskField, WordField } from './difference.ts';
import type { MarkRefusal } from './mark-task.ts';
import type { PlanSide, PlanState, TaskMark, VersionState } from './plan.ts';
import type { RegisterState } from './register-rows.ts';
import type { StartRefusal } from './start-plan.ts';
import type { TaskRefusal, WriteRefusal } from './write-plan.ts';

/** Формы работы: codes are stored, words are shown. */
export const formatNames: Readonly<Record<string, string>> = {
  personal: 'личные встречи',
  online: 'встречи по видеосвязи и переписка',
  'joint-work': 'совместная работа над заданием',
  consultation: 'консультации',
  'lesson-visit': 'посещение занятий друг друга',
  event: 'участие в мероприятиях',
  excursion: 'экскурсии на предприятие',
  workplace: 'работа на рабочем месте',
};

export const formatWords = (codes: readonly string[], other = ''): string =>
  [...codes.map((code) => formatNames[code] ?? code), other].filter(Boolean).join(', ');

export const planStates: Readonly<Record<PlanState, string>> = {
  none: 'плана нет',
  draft: 'черновик',
  waiting: 'ждёт согласия',
  agreed: 'согласован',
};

export const registerStateNames: Readonly<Record<RegisterState, string>> = {
  none: 'Нет плана',
  draft: 'Черновик',
  waiting: 'Ждут согласия',
  agreed: 'Согласованы',
  late: 'Есть просроченные задачи',
  correcting: 'Правятся',
};

export const versionStates: Readonly<Record<VersionState, string>> = {
  draft: 'черновик',
  proposed: 'ждёт согласия',
  agreed: 'действует',
  superseded: 'заменена',
};

export const sideNames: Readonly<Record<PlanSide, string>> = { mentor: 'наставник', mentee: 'наставляемый' };

export const markNames: Readonly<Record<TaskMark, string>> = {
  done: 'Выполнено',
  partly: 'Частично',
  'not-done': 'Не выполнено',
  moved: 'Перенесено',
};

export const wordFieldNames: Readonly<Record<WordField, string>> = {
  strengths: 'Сильные стороны',
  weaknesses: 'Что даётся трудно',
  goals: 'Цели',
  formats: 'Формы работы',
  otherFormat: 'Другая форма работы',
};

export const taskFieldNames: Readonly<Record<TaskField, string>> = {
  title: 'Задача',
  expected: 'Что получится',
  due: 'Срок',
};

const changedMeanwhile =
  'Пока вы писали, эту часть плана изменил другой человек. Ниже показано, чем отличается; ваш текст на месте. Решите, что оставить, и сохраните.';
const noDraft =
  'План уже отправлен на согласование или согласован. Чтобы изменить его, верните его себе или откройте правку.';
const notProposed =
  'Эта версия плана уже не ждёт согласия: её вернули на доработку или согласовали. Откройте план ещё раз.';
const otherVersion = 'Пока вы смотрели, план изменился. Прочитайте его ещё раз и согласуйте.';
const outside = 'Срок задачи должен лежать внутри периода пары.';

export const startRefusals: Readonly<Record<StartRefusal, string>> = {
  'already-there': 'План этой пары уже начат.',
  'pair-over': 'Пара завершена: новый план ей не нужен.',
};

export const writeRefusals: Readonly<Record<WriteRefusal, string>> = {
  'no-draft': noDraft,
  'changed-meanwhile': changedMeanwhile,
};

export const taskRefusals: Readonly<Record<TaskRefusal, string>> = { ...writeRefusals, 'outside-period': outside };

export const proposeRefusals: Readonly<Record<ProposeRefusal, string>> = {
  'no-draft': noDraft,
  'changed-meanwhile': 'Пока вы смотрели, план изменил другой человек. Прочитайте его ещё раз и отправьте.',
  'no-goals': 'Впишите хотя бы одну цель: без неё наставляемому не с чем соглашаться.',
  'no-tasks': 'Добавьте хотя бы одну задачу со сроком.',
};

export const agreeRefusals: Readonly<Record<AgreeRefusal, string>> = {
  'not-proposed': notProposed,
  'changed-meanwhile': otherVersion,
  'already-agreed': 'Вы уже согласовали эту версию. Ждём вторую сторону.',
};

export const paperRefusals: Readonly<Record<PaperRefusal, string>> = {
  ...agreeRefusals,
  'day-ahead': 'Дата подписи ещё не наступила. Исправьте её.',
  nobody: 'Отметьте, кто подписал план.',
};

export const correctRefusals: Readonly<Record<CorrectRefusal, string>> = {
  'no-plan': 'У пары ещё нет плана. Сначала составьте его.',
  'not-agreed': 'План ещё не согласован: его можно править без отдельной правки.',
  'waits-for-agreement': 'Новая версия уже отправлена на согласование. Верните её, чтобы дополнить.',
};

export const markRefusals: Readonly<Record<MarkRefusal, string>> = {
  'not-agreed': 'Отметки ставят в согласованном плане.',
  'day-missing': 'Впишите день, на который перенесена задача.',
  'outside-period': outside,
  'changed-meanwhile':
    'Пока вы писали, эту задачу отметил другой человек. Посмотрите его отметку и решите, что оставить.',
};

export const copyRefusals: Readonly<Record<CopyRefusal, string>> = {
  nobody: 'Отметьте хотя бы одну пару.',
  'changed-meanwhile': 'У кого-то из отмеченных план уже появился. Проверьте список и повторите.',
};

export const plansJournal: Readonly<Record<string, string>> = {
  'plan.started': 'План пары начат',
  'plan.written': 'Цели и стороны в плане изменены',
  'plan.task-added': 'В план добавлена задача',
  'plan.task-changed': 'Задача плана изменена',
  'plan.task-removed': 'Задача убрана из плана',
  'plan.proposed': 'План отправлен на согласование',
  'plan.side-agreed': 'Сторона согласовала план',
  'plan.agreed': 'План согласован обеими сторонами',
  'plan.returned': 'План возвращён на доработку',
  'plan.taken-back': 'План забран с согласования',
  'plan.correction-opened': 'Открыта правка плана',
  'plan.correction-dropped': 'Правка плана отменена',
  'plan.task-marked': 'Отмечен результат задачи',
  'plan.task-unmarked': 'Отметка задачи снята',
  'plan.copied': 'План скопирован другой паре',
  'plan-template.installed': 'Взяты типовые шаблоны планов',
  'plan-template.added': 'Добавлен шаблон плана',
  'plan-template.changed': 'Шаблон плана изменён',
  'plan-template.retired': 'Шаблон плана убран из выбора',
  'plan-template.restored': 'Шаблон плана возвращён',
};
