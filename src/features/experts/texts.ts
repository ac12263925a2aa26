import type { Tone } from '../../ui/badge.tsx';
import type { ContractRefusal } from './add-contract.ts';
import type { InvitationOutcome, TermState } from './expert.ts';
import type { InviteRefusal } from './invite-expert.ts';
import type { AgreementRefusal } from './save-agreement.ts';
import type { ExpertRefusal } from './save-expert.ts';

export const outcomeNames: Readonly<Record<InvitationOutcome, string>> = {
  invited: 'ждём ответа',
  agreed: 'согласие получено',
  came: 'участие состоялось',
  declined: 'отказ',
};

export const outcomeTones: Readonly<Record<InvitationOutcome, Tone>> = {
  invited: 'run',
  agreed: 'warn',
  came: 'ok',
  declined: 'mute',
};

export const termNames: Readonly<Record<TermState, string>> = {
  running: 'действует',
  'ends-soon': 'скоро кончится',
  over: 'срок кончился',
  ahead: 'ещё не начался',
};

export const termTones: Readonly<Record<TermState, Tone>> = {
  running: 'ok',
  'ends-soon': 'warn',
  over: 'bad',
  ahead: 'mute',
};

export const expertRefusals: Readonly<Record<ExpertRefusal, string>> = {
  'nobody-named': 'Выберите человека из списка или впишите фамилию, имя и отчество.',
  'two-named': 'Назван и человек из списка, и имя от руки. Оставьте одно.',
  'already-there': 'Этот человек уже есть в банке экспертов.',
  'no-areas': 'Отметьте хотя бы одну тему: по ней эксперта найдут.',
  'changed-meanwhile':
    'Пока вы правили, карточку эксперта изменил другой человек. Ниже ваши слова; сверьте с карточкой и запишите ещё раз.',
};

export const contractRefusals: Readonly<Record<ContractRefusal, string>> = {
  'ends-before-start': 'Срок договора кончается раньше его даты. Исправьте одну из дат.',
  'number-taken': 'Договор с этим номером и датой у эксперта уже записан.',
};

export const inviteRefusals: Readonly<Record<InviteRefusal, string>> = {
  'left-the-bank': 'Эксперт выведен из банка. Сначала верните его.',
};

export const agreementRefusals: Readonly<Record<AgreementRefusal | 'already-over' | 'not-theirs', string>> = {
  'ends-before-start': 'Срок соглашения кончается раньше его даты. Исправьте одну из дат.',
  'number-taken': 'Соглашение с этим номером и датой у партнёра уже записано.',
  'no-such-partner': 'Выберите организацию из списка. Новую вносят в разделе «Организации».',
  'already-over': 'Соглашение ещё не началось или уже прекращено.',
  'not-theirs': 'Один из отмеченных людей больше не работает в этой организации. Отметьте заново.',
};

export const expertsJournal: Record<string, string> = {
  'expert.added': 'Эксперт внесён в банк',
  'expert.changed': 'Карточка эксперта изменена',
  'expert.released': 'Эксперт выведен из банка',
  'expert.returned': 'Эксперт возвращён в банк',
  'expert.contracted': 'Записан договор с экспертом',
  'expert.invited': 'Эксперту отправлено приглашение',
  'expert.answered': 'Отмечен ответ эксперта',
  'partner.scanned': 'Загружен скан соглашения с партнёром',
  'partner.agreed': 'Записано соглашение с партнёром',
  'partner.ended': 'Соглашение с партнёром прекращено',
  'partner.gave': 'Изменён список специалистов партнёра',
};
