import type { ScaleScore } from '../questionnaires/scoring.ts';
import type { AnswerRefusal } from './answer-rule.ts';
import type { CandidateLinkRefusal } from './ask-candidates.ts';
import type { CandidateStep, InterviewOutcome } from './candidate.ts';
import type { CandidateResult } from './candidate-rows.ts';
import type { SettingRefusal } from './change-settings.ts';
import type { DecideRefusal } from './decide-candidates.ts';
import type { Demand, DemandMode } from './demand.ts';
import type { HoldRefusal, MarksRefusal } from './hold-interview.ts';
import type { InterviewState } from './interview-rows.ts';
import type { BasisRefusal } from './keep-basis.ts';
import type { ClearanceRefusal } from './keep-clearance.ts';
import type { BasisPart, Relation } from './legal-basis.ts';
import type { FreeRefusal, InviteRefusal, SlotsRefusal } from './plan-interviews.ts';
import type { ClearanceKind, RuleKind, Verdict } from './requirement.ts';
import type { ScoreRefusal } from './save-score.ts';

export const stepNames: Readonly<Record<CandidateStep, string>> = {
  new: 'без анкеты',
  questioned: 'ждут собеседования',
  invited: 'приглашены',
  interviewed: 'ждут решения',
  earlier: 'утверждены раньше',
  approved: 'утверждены',
  refused: 'отклонены',
};

/** The same of one person. */
export const stepWords: Readonly<Record<CandidateStep, string>> = {
  new: 'нет анкеты',
  questioned: 'ждёт собеседования',
  invited: 'есть приглашение',
  interviewed: 'ждёт решения',
  earlier: 'утверждён раньше',
  approved: 'утверждён',
  refused: 'отклонён',
};

export const outcomeNames: Readonly<Record<InterviewOutcome, string>> = {
  recommend: 'рекомендовать',
  again: 'встретиться ещё раз',
  reject: 'не рекомендовать',
};

export const stateNames: Readonly<Record<InterviewState, string>> = {
  planned: 'назначено',
  held: 'проведено',
  missed: 'кандидат не пришёл',
  cancelled: 'отменено',
};

export const clearanceNames: Readonly<Record<ClearanceKind, string>> = {
  'no-record': 'Справка об отсутствии судимости',
  medical: 'Медицинская справка',
  other: 'Другая справка',
};

export const ruleKindNames: Readonly<Record<RuleKind, string>> = {
  confirmed: 'отмечает куратор',
  age: 'возраст из карточки, не меньше',
  course: 'курс из карточки, не меньше',
  clearance: 'справка с действующим сроком',
};

export const verdictNames: Readonly<Record<Verdict, string>> = {
  met: 'выполнено',
  unmet: 'не выполнено',
  unknown: 'не проверено',
};

export const demandNames: Readonly<Record<Demand, string>> = {
  clearance: 'Справки действуют',
  basis: 'Основание работы оформлено',
  training: 'Наставник обучен или освобождён от обучения',
};

export const modeNames: Readonly<Record<DemandMode, string>> = {
  off: 'не спрашивать',
  warn: 'предупреждать',
  block: 'не давать составить пару',
};

export const relationNames: Readonly<Record<Relation, string>> = {
  assignment: 'Наставничество по поручению (ст. 351.8 ТК РФ)',
  organisation: 'Соглашение с организацией',
};

export const partNames: Readonly<Record<BasisPart, string>> = {
  consentOn: 'письменное согласие работника',
  agreement: 'дополнительное соглашение: номер и дата',
  content: 'содержание работы',
  term: 'срок',
  pay: 'оплата',
};

/** «7,2 из 10 — есть на что опереться»: a line a scale, or the figure typed from paper. */
export const resultWords = (result: CandidateResult): readonly string[] => {
  if (result.by === 'paper') return [`${result.score} из ${result.most}`];
  const words = result.sheet.scales.map(scaleWords);
  return words.length > 0 ? words : ['заполнена'];
};

export const scaleWords = ({ score, most, band }: ScaleScore): string =>
  score === undefined
    ? 'не посчитана: ответов мало'
    : `${String(score).replace('.', ',')} из ${most}${band ? ` — ${band}` : ''}`;

export const askRefusals: Readonly<Record<CandidateLinkRefusal, string>> = {
  'no-questionnaire':
    'Утверждённой анкеты отбора нет. Откройте «Анкеты», утвердите анкету с назначением «отбор наставников» и вернитесь.',
  'nobody-to-ask': 'Просить некого: все уже ответили или приглашены.',
  'already-answered': 'Кандидат уже ответил: ссылка не нужна.',
};

export const scoreRefusals: Readonly<Record<ScoreRefusal, string>> = {
  'answered-here': 'Кандидат ответил на анкету в системе: баллы посчитаны по ключу, вписывать их не нужно.',
  'score-over-most': 'Баллов больше, чем можно набрать. Проверьте оба числа.',
  'day-ahead': 'Этот день ещё не наступил. Исправьте дату.',
  'changed-meanwhile': 'Пока вы писали, результат записал кто-то другой. Посмотрите на него и сохраните ещё раз.',
};

export const answerRefusals: Readonly<Record<AnswerRefusal, string>> = {
  'unknown-rule': 'Этого требования в списке больше нет.',
  'counted-by-itself': 'Это требование система проверяет сама по карточке и справкам.',
  'note-missing': 'Напишите, почему требование не выполнено: эти слова попадут в причину отказа.',
};

export const clearanceRefusals: Readonly<Record<ClearanceRefusal, string>> = {
  'day-ahead': 'Справка выдана позже сегодняшнего дня. Исправьте дату.',
  'ends-before-issue': 'Срок кончается раньше, чем справка выдана. Поменяйте дни местами.',
};

export const basisRefusals: Readonly<Record<BasisRefusal, string>> = {
  'ends-before-start': 'Последний день срока раньше первого. Поменяйте дни местами.',
  'no-organisation': 'В карточке человека не указана организация. Укажите её, потом запишите соглашение.',
  'not-their-agreement': 'Это соглашение с другой организацией. Выберите из списка ещё раз.',
  'half-an-agreement': 'Впишите и номер, и дату соглашения: по одному из них его не найти.',
  'consent-after-start': 'Согласие получено позже начала работы. По статье 351.8 сначала согласие, потом работа.',
  'changed-meanwhile':
    'Пока вы писали, основание изменил кто-то другой. Ваш текст на месте: сверьте и сохраните ещё раз.',
};

export const slotsRefusals: Readonly<Record<SlotsRefusal, string>> = {
  'no-interviewers': 'Выберите хотя бы одного собеседующего.',
  'day-past': 'Этот день уже прошёл. Выберите другой.',
  'place-taken': 'В это время там уже назначено собеседование. Выберите другое время или место.',
};

export const inviteRefusals: Readonly<Record<InviteRefusal, string>> = {
  'not-a-free-slot': 'Это время уже занято. Выберите другое.',
  'has-another-slot': 'Кандидат уже приглашён на другое время. Сначала снимите то приглашение.',
  'interviews-oneself': 'Кандидат сам проводит это собеседование. Выберите другое время.',
  'changed-meanwhile': 'Пока вы выбирали, это время изменил кто-то другой. Посмотрите список ещё раз.',
};

export const closeRefusals: Readonly<Record<FreeRefusal, string>> = {
  'already-held': 'Это собеседование уже проведено или отменено.',
  'changed-meanwhile': 'Пока вы выбирали, это время изменил кто-то другой. Посмотрите список ещё раз.',
};

export const marksRefusals: Readonly<Record<MarksRefusal, string>> = {
  'free-slot': 'На это время никто не приглашён: оценивать некого.',
  'unknown-question': 'Часть вопросов изменилась, пока форма была открыта. Проверьте список и отметьте ещё раз.',
  'no-marks': 'Поставьте хотя бы одну оценку или напишите заметку.',
};

export const holdRefusals: Readonly<Record<HoldRefusal, string>> = {
  'free-slot': 'На это время никто не приглашён.',
  'ahead-of-time': 'Собеседование ещё впереди. Итог пишут в его день или позже.',
  'nobody-marked': 'Никто не поставил оценок. Сначала отметьте ответы по списку, потом пишите итог.',
  'summary-missing': 'Напишите, почему не рекомендуете: рабочая группа спросит.',
  'changed-meanwhile': 'Пока вы писали, итог записал кто-то другой. Посмотрите на него и решите, нужен ли ваш.',
};

export const decideRefusals: Readonly<Record<DecideRefusal, string>> = {
  nobody: 'Отметьте хотя бы одного кандидата.',
  'reason-missing': 'Напишите причину отказа: её прочтёт кандидат.',
};

export const minutesRefusals = {
  'nothing-decided': 'Все решения этого года уже стоят в протоколах.',
  'not-made': 'Протокол не составлен. Попробуйте ещё раз.',
} as const;

export const settingRefusals: Readonly<Record<SettingRefusal, string>> = {
  'unknown-form': 'Такой формы в колледже нет. Выберите форму из списка.',
  'measure-missing':
    'Для возраста и курса впишите число, для справки выберите её вид, для остального оставьте их пустыми.',
  'already-there': 'Список уже есть: правьте его.',
};

export const selectionJournal: Readonly<Record<string, string>> = {
  'candidate.asked': 'Кандидата попросили заполнить анкету отбора',
  'candidate.link-issued': 'Кандидату выдана ссылка на анкету',
  'candidate.scored': 'Записан результат анкеты кандидата с бумаги',
  'candidate.checked': 'Проверено требование к наставнику',
  'candidate.approved': 'Кандидат утверждён наставником',
  'candidate.refused': 'Кандидатура отклонена',
  'clearance.kept': 'Записана справка',
  'clearance.withdrawn': 'Справка снята',
  'basis.kept': 'Записано правовое основание наставничества',
  'interview.slots-opened': 'Открыто время для собеседований',
  'interview.invited': 'Кандидат приглашён на собеседование',
  'interview.closed': 'Собеседование не состоялось',
  'interview.marked': 'Поставлены оценки собеседования',
  'interview.held': 'Записан итог собеседования',
  'selection.minuted': 'Составлен протокол о составе наставников',
  'selection-rule.added': 'Требование к наставникам внесено',
  'selection-rule.dropped': 'Требование к наставникам убрано',
  'selection-rules.started': 'Взяты готовые требования и вопросы собеседования',
  'selection-demands.chosen': 'Изменены условия допуска к парам',
  'interview-question.added': 'Вопрос собеседования внесён',
  'interview-question.dropped': 'Вопрос собеседования убран',
  'mentor.prepared': 'Подготовка наставника подтверждена',
  'mentor.unprepared': 'Подтверждение подготовки снято',
};
