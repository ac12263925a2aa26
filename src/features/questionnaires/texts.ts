import type { AnswerRefusal } from './answer.ts';
import type { ApproveRefusal } from './approve-questionnaire.ts';
import type { DoorRefusal } from './enter-door.ts';
import type { PaperRefusal } from './enter-paper.ts';
import type { FinishRefusal, GiveRefusal } from './give-answers.ts';
import type { LinkRefusal, OwnLinkRefusal } from './issue-links.ts';
import type { ChangeRoundRefusal, RoundRefusal } from './open-round.ts';
import type { Moment, Side } from './questionnaire.ts';
import type { RoundState } from './round.ts';
import type { SaveRefusal } from './save-questionnaire.ts';

export const momentNames: Readonly<Record<Moment, string>> = {
  before: 'до начала',
  during: 'каждый квартал',
  after: 'по итогам',
  selection: 'отбор наставников',
  other: 'другое',
};

export const sideNames: Readonly<Record<Side, string>> = { mentor: 'наставник', mentee: 'наставляемый' };

export const stateNames: Readonly<Record<RoundState, string>> = {
  ahead: 'впереди',
  running: 'идёт',
  over: 'закончен',
};

export const saveRefusals: Readonly<Record<SaveRefusal, string>> = {
  'changed-meanwhile':
    'Пока вы правили, анкету изменил другой сотрудник. Ваши правки на месте: проверьте, что теперь в анкете, и сохраните ещё раз.',
};

export const approveRefusals: Readonly<Record<ApproveRefusal, string>> = {
  'no-questions': 'В анкете нет вопросов. Добавьте хотя бы один.',
  'nothing-new': 'Анкета не изменилась с прошлого утверждения: новая редакция не нужна.',
  'act-in-future': 'Дата акта ещё не наступила. Проверьте её.',
  'changed-meanwhile': 'Пока вы утверждали, анкету изменили. Посмотрите её ещё раз и утвердите.',
};

export const roundRefusals: Readonly<Record<RoundRefusal | ChangeRoundRefusal, string>> = {
  'not-approved': 'Анкета не утверждена. Сначала утвердите её, потом рассылайте.',
  archived: 'Анкета в архиве. Верните её, потом рассылайте.',
  'ends-before-it-begins': 'Последний день раньше первого. Поправьте даты.',
  'already-over': 'Последний день уже прошёл. Поставьте другой.',
  'nothing-newer': 'Раунд уже идёт по последней редакции.',
};

export const linkRefusals: Readonly<Record<LinkRefusal | OwnLinkRefusal, string>> = {
  'round-over': 'Раунд не идёт: ссылки и ответы не принимаются.',
  'nobody-left': 'Все ответили, или никто не приглашён: печатать некому.',
  'not-asked': 'Вас нет в списке этого раунда.',
  'already-answered': 'Вы уже ответили. Ответы безымянные, поэтому исправить их отсюда нельзя.',
};

export const doorRefusals: Readonly<Record<DoorRefusal, string>> = {
  'no-such-link': 'Такой ссылки нет, или вместо неё выдали новую. Попросите её у куратора.',
  'link-expired': 'Срок ссылки вышел. Попросите у куратора новую.',
  'round-over': 'Сбор ответов закончен. То, что вы успели отправить, принято.',
  'round-ahead': 'Сбор ответов ещё не начался. Зайдите позже по этой же ссылке.',
};

export const answerRefusals: Readonly<Record<AnswerRefusal, string>> = {
  'not-an-option': 'Выберите ответ из предложенных',
  'not-a-number': 'Впишите число, например 12',
  'out-of-bounds': 'Число выходит за границы вопроса. Проверьте его',
  'too-long': 'Слишком длинно: сократите ответ',
  'same-place': 'Два варианта стоят на одном месте. Дайте каждому своё',
};

export const fillRefusals: Readonly<Record<GiveRefusal | FinishRefusal, string>> = {
  'round-over': doorRefusals['round-over'],
  'unknown-question': 'Такого вопроса в анкете нет. Откройте её заново.',
  'not-begun': 'Вы ещё ни на что не ответили.',
  'answers-missing': 'Остались вопросы без ответа. Ответьте на них и отправьте ещё раз.',
};

export const paperRefusals: Readonly<Record<PaperRefusal, string>> = {
  'round-over': 'Раунд не идёт: листы больше не вносят.',
  mistakes: 'Проверьте отмеченные ответы.',
  'blank-paper': 'Лист пустой: отметьте хотя бы один ответ.',
};

export const missingAnswer = 'Ответьте на этот вопрос';

export const questionnaireJournal: Readonly<Record<string, string>> = {
  'questionnaire.added': 'Анкета заведена',
  'questionnaire.approved': 'Анкета утверждена',
  'questionnaire.archived': 'Анкета убрана в архив',
  'questionnaire.changed': 'Анкета изменена',
  'questionnaire.restored': 'Анкета возвращена из архива',
  'questionnaire.sets-installed': 'Взяты готовые анкеты',
  'round.answer-tagged': 'Открытый ответ отмечен темой',
  'round.closed': 'Сбор ответов закончен',
  'round.common-link-issued': 'Выдана общая ссылка на анкету',
  'round.exported': 'Ответы на анкету выгружены',
  'round.invited': 'Приглашены ещё люди',
  'round.moved-to-version': 'Раунд переведён на новую редакцию',
  'round.opened': 'Анкета разослана',
  'round.paper-entered': 'Внесён бумажный лист',
  'round.personal-links-issued': 'Выданы личные ссылки на анкету',
  'round.prolonged': 'Изменён последний день сбора ответов',
  'round.reopened': 'Сбор ответов открыт снова',
};
