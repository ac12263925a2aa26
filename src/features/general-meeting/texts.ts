import { mostTicks } from './ballot.ts';
import type { PaperRefusal, VoteRefusal } from './cast-vote.ts';
import type { CloseRefusal } from './close-meeting.ts';
import type { ComeRefusal } from './come-in.ts';
import type { GuestRefusal } from './invite-guests.ts';
import type { SlipRefusal } from './issue-slips.ts';
import type { MakeRefusal } from './make-meeting.ts';
import type { MoveRefusal } from './move-meeting.ts';
import type { StateRefusal } from './state-preferences.ts';

export const makeRefusals: Readonly<Record<MakeRefusal, string>> = {
  'no-such-event': 'Такого события нет. Выберите другое или впишите новое.',
  'event-cancelled': 'Это событие отменено. Верните его в план или выберите другое.',
  'already-made': 'Для этого события общая встреча уже заведена. Откройте её в списке.',
  'ends-before-start': 'Конец раньше начала. Исправьте время.',
  'nobody-to-invite': 'В базах никого нет: звать некого. Сначала внесите наставников и наставляемых.',
};

export const moveRefusals: Readonly<Record<MoveRefusal, string>> = {
  'changed-meanwhile': 'Встречу уже перевели дальше. Посмотрите, где она сейчас, и решите снова.',
  'not-from-here': 'Отсюда туда не перейти: посмотрите, что идёт сейчас.',
  'one-side-missing': 'Для разговоров нужны обе стороны. Отметьте пришедших наставников и наставляемых.',
};

export const closeRefusals: Readonly<Record<CloseRefusal, string>> = {
  'changed-meanwhile': moveRefusals['changed-meanwhile'],
  'already-closed': 'Встреча уже закончена.',
  'no-votes': 'Ещё никто не выбрал. Дождитесь выбора или введите бумажные бланки.',
};

export const guestRefusals: Readonly<Record<GuestRefusal, string>> = {
  closed: 'Встреча закончена: список больше не меняется.',
  'has-come': 'Этот участник уже отмечен пришедшим.',
  'not-asked': 'Этого человека нет в списке встречи.',
};

export const slipRefusals: Readonly<Record<SlipRefusal, string>> = {
  closed: 'Встреча закончена: листки больше не нужны.',
  nobody: 'Печатать некому: все уже пришли.',
};

export const comeRefusals: Readonly<Record<ComeRefusal, string>> = {
  closed: 'Встреча закончена.',
  'not-asked': 'Вас нет в списке встречи. Подойдите к куратору.',
};

const ballotProblems = {
  'nobody-chosen': 'Выберите хотя бы одного человека.',
  'too-many-wishes': 'Выбрано больше, чем можно. Оставьте самых желанных.',
  'too-many-ticks': `Отмечено слишком много: не больше ${mostTicks} человек.`,
  'wanted-and-avoided': 'Один человек отмечен и среди желанных, и среди нежеланных. Оставьте что-то одно.',
  'not-a-guest': 'Кого-то из выбранных больше нет в списке встречи. Обновите страницу и выберите снова.',
} as const;

export const voteRefusals: Readonly<Record<VoteRefusal, string>> = {
  ...ballotProblems,
  'not-yet': 'Выбор ещё не начался. Дождитесь, когда ведущий его откроет.',
  closed: 'Встреча закончена, выбор больше не принимается. Скажите о нём куратору.',
};

export const paperRefusals: Readonly<Record<PaperRefusal, string>> = {
  ...ballotProblems,
  closed: 'Встреча закончена. Запишите слова человека на странице «Кто с кем хочет».',
  'no-such-number': 'На другой стороне нет участника с таким номером. Сверьте номера с бланком.',
};

export const stateRefusals: Readonly<Record<StateRefusal, string>> = {
  'wanted-and-avoided': ballotProblems['wanted-and-avoided'],
  oneself: 'Человек не может выбрать себя.',
  'too-many-wishes': 'Желанных не больше пяти.',
};

export const generalMeetingJournal: Readonly<Record<string, string>> = {
  'general-meeting.made': 'Общая встреча заведена',
  'general-meeting.invited': 'Список общей встречи пополнен',
  'general-meeting.uninvited': 'Приглашение на общую встречу снято',
  'general-meeting.came': 'Приход на общую встречу отмечен',
  'general-meeting.not-came': 'Отметка о приходе на общую встречу снята',
  'general-meeting.moved': 'Общая встреча переведена дальше',
  'general-meeting.slips-printed': 'Листки общей встречи напечатаны',
  'general-meeting.paper-entered': 'Бумажный бланк общей встречи введён',
  'general-meeting.closed': 'Общая встреча закончена, выбор записан',
  'preferences.stated': 'Предпочтения записаны со слов',
  'preferences.avoids-read': 'Прочитано, с кем человек не хотел бы работать',
};
