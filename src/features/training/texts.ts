import type { AttendRefusal } from './attend-session.ts';
import type { IssueRefusal, RevokeRefusal } from './issue-certificates.ts';
import type { ApproveRefusal, ModuleRefusal, VersionRefusal } from './make-programme.ts';
import type { CancelRefusal, EnrolRefusal, SessionRefusal } from './plan-session.ts';
import type { ProgrammeState } from './programme.ts';
import type { TestResult } from './programme-test.ts';
import type { CourseRefusal, FinishRefusal } from './send-to-course.ts';
import type { AttendanceWay } from './session-rows.ts';
import type { OpenTestRefusal, TestRefusal } from './set-test.ts';

export const programmeStates: Readonly<Record<ProgrammeState, string>> = {
  draft: 'проект',
  approved: 'утверждена',
  superseded: 'заменена новой',
};

export const wayNames: Readonly<Record<AttendanceWay, string>> = {
  list: 'по списку',
  qr: 'по QR-коду',
  code: 'по коду у входа',
};

export const moduleRefusals: Readonly<Record<ModuleRefusal, string>> = {
  'programme-approved': 'Утверждённую программу не меняют. Создайте новую версию и правьте её.',
  'module-in-use': 'По этому модулю уже назначены занятия.',
};

export const approveRefusals: Readonly<Record<ApproveRefusal, string>> = {
  'not-a-draft': 'Эта версия уже утверждена или заменена.',
  'no-modules': 'В программе нет ни одного модуля. Внесите модули с часами, потом утверждайте.',
  'day-ahead': 'Документ подписан позже сегодняшнего дня. Исправьте дату.',
  'number-taken': 'Документ с таким номером в этом году уже есть в реестре.',
  'changed-meanwhile': 'Пока вы смотрели, программу изменил кто-то другой. Проверьте её и утвердите ещё раз.',
};

export const versionRefusals: Readonly<Record<VersionRefusal, string>> = {
  'not-approved': 'Новую версию делают из утверждённой программы. Проект можно править прямо сейчас.',
  'draft-there': 'Проект новой версии уже есть. Откройте его.',
};

export const enrolRefusals: Readonly<Record<EnrolRefusal, string>> = {
  'not-approved': 'Записывают на утверждённую программу. Сначала утвердите её.',
  nobody: 'Никто не выбран, или все выбранные уже записаны.',
};

export const sessionRefusals: Readonly<Record<SessionRefusal, string>> = {
  'not-approved': 'Занятия назначают по утверждённой программе. Сначала утвердите её.',
  'ends-before-start': 'Занятие кончается раньше, чем начинается. Исправьте время.',
  'unknown-module': 'Такого модуля в программе нет.',
  'no-trainer': 'Выберите ведущего из списка или впишите его.',
  'not-a-trainer': 'Этого человека нет ни среди сотрудников, ни в банке экспертов. Выберите из списка ещё раз.',
  'in-the-bank': 'Этот человек есть в банке экспертов: выберите его в списке, договор найдётся сам.',
};

export const testRefusals: Readonly<Record<TestRefusal | OpenTestRefusal | 'already-opened', string>> = {
  superseded: 'Эта версия программы заменена новой. Откройте действующую.',
  'unknown-module': 'Такого модуля в программе нет.',
  'unknown-test': 'Такой утверждённой анкеты со шкалой нет. Выберите из списка ещё раз.',
  'mark-over-most': 'Проходной балл больше, чем можно набрать по этой шкале. Уменьшите его.',
  'one-a-part': 'Здесь уже есть тест. Уберите его, потом назначьте другой.',
  'already-opened': 'Тест уже открыт участникам: убрать его нельзя.',
  'not-approved': 'Тест открывают участникам утверждённой программы. Сначала утвердите её.',
  'nobody-to-ask': 'На программу никто не записан: открывать тест некому.',
  'day-past': 'Этот день уже прошёл. Выберите другой.',
};

/** «10 из 12, сдан» */
export const resultWords = ({ score, most, passed }: TestResult): string =>
  score === undefined
    ? 'не посчитан: ответов мало'
    : `${String(score).replace('.', ',')} из ${most}, ${passed ? 'сдан' : 'не сдан'}`;

export const cancelRefusals: Readonly<Record<CancelRefusal, string>> = {
  'already-cancelled': 'Это занятие уже отменено.',
  'somebody-came': 'На занятии отмечены люди: оно состоялось. Снимите отметки, если это ошибка.',
};

export const attendRefusals: Readonly<Record<AttendRefusal, string>> = {
  'wrong-code': 'Код не подходит к этому занятию. Отсканируйте QR-код на экране ещё раз.',
  'wrong-day': 'Отметиться можно только в день занятия.',
  'session-cancelled': 'Это занятие отменено.',
  'day-ahead': 'Занятие ещё впереди. Отмечают в день занятия или позже.',
  'no-person': 'К вашей учётной записи не привязана карточка человека. Попросите куратора отметить вас по списку.',
  'not-a-participant': 'Вас нет в списке участников. Попросите куратора записать вас на программу.',
  'unknown-code': 'Участника с таким кодом на этой программе нет. Проверьте шесть цифр.',
};

export const issueRefusals: Readonly<Record<IssueRefusal, string>> = {
  nobody: 'Отметьте хотя бы одного участника.',
  'not-approved': 'Удостоверения выдают по утверждённой программе.',
};

export const revokeRefusals: Readonly<Record<RevokeRefusal, string>> = {
  'already-revoked': 'Это удостоверение уже аннулировано.',
  'reason-missing': 'Напишите причину: её увидят в реестре.',
};

export const courseRefusals: Readonly<Record<CourseRefusal, string>> = {
  'ends-before-start': 'Последний день раньше первого. Поменяйте дни местами.',
};

export const finishRefusals: Readonly<Record<FinishRefusal, string>> = {
  'day-ahead': 'Удостоверение выдано позже сегодняшнего дня. Исправьте дату.',
  'before-start': 'Удостоверение выдано раньше начала курса. Исправьте дату.',
  'changed-meanwhile': 'Пока вы писали, курс изменил кто-то другой. Посмотрите список ещё раз.',
};

export const trainingJournal: Readonly<Record<string, string>> = {
  'programme.made': 'Создана программа обучения',
  'programme.module-added': 'Модуль внесён в программу',
  'programme.module-removed': 'Модуль убран из программы',
  'programme.approved': 'Программа обучения утверждена',
  'programme.version-made': 'Создана новая версия программы',
  'programme.test-added': 'Тест назначен программе обучения',
  'programme.test-removed': 'Тест убран из программы обучения',
  'programme.test-opened': 'Тест открыт участникам',
  'programme.enrolled': 'Участники записаны на обучение',
  'programme.material-added': 'Материал программы загружен',
  'session.planned': 'Занятие назначено',
  'session.trainer-banked': 'Ведущий занятия внесён в банк экспертов',
  'session.cancelled': 'Занятие отменено',
  'session.attended': 'Отмечено присутствие на занятии',
  'session.list-marked': 'Список присутствующих сохранён',
  'certificate.issued': 'Выдано удостоверение',
  'certificate.revoked': 'Удостоверение аннулировано',
  'course.sent': 'Наставник направлен на курсы',
  'course.finished': 'Записано удостоверение с курсов',
};
