import { formatDay } from '../../kernel/day.ts';
import type { Tone } from '../../ui/badge.tsx';
import type { Act, ActLevel, ActState } from './act.ts';
import type { ActRefusal } from './save-act.ts';

export const levelNames: Readonly<Record<ActLevel, string>> = {
  federal: 'Федеральный',
  regional: 'Региональный',
  local: 'Локальный',
};

export const stateNames: Readonly<Record<ActState, string>> = {
  'in-force': 'действует',
  ahead: 'ещё не вступил',
  replaced: 'заменён',
  lapsed: 'утратил силу',
};

export const stateTones: Readonly<Record<ActState, Tone>> = {
  'in-force': 'ok',
  ahead: 'mute',
  replaced: 'bad',
  lapsed: 'bad',
};

/** «от 25.12.2019 № Р-145»; '' when neither is known. */
export const requisitesOf = ({ number, day }: Pick<Act, 'number' | 'day'>): string =>
  [day ? `от\u00a0${formatDay(day)}` : '', number ? `№\u00a0${number}` : ''].filter(Boolean).join(' ');

/** An act in one line of a list. */
export const actWords = (act: Pick<Act, 'title' | 'number' | 'day'>): string =>
  [act.title, requisitesOf(act)].filter(Boolean).join(' ');

export const actRefusals: Readonly<Record<ActRefusal, string>> = {
  'changed-meanwhile':
    'Пока вы правили, акт изменил другой человек. Ниже ваши слова; откройте акт в соседней вкладке, сверьте и запишите ещё раз.',
  circle: 'Получился круг: акт заменил бы сам себя. Выберите другой акт в поле «Заменён актом».',
  'lapses-before-start': 'Последний день действия раньше первого. Исправьте одну из дат.',
  'already-there': 'Акт с этим номером и датой уже есть в реестре.',
  'cites-unknown': 'Один из выбранных актов уже убран из реестра. Выберите заново.',
};

export const actsJournal: Record<string, string> = {
  'act.added': 'Акт внесён в реестр',
  'act.changed': 'Акт в реестре исправлен',
  'act.replaced': 'Акт отмечен как заменённый',
  'act.linked': 'Акт связан с документом реестра',
  'act.lapsed': 'Акт утратил силу вместе с документом',
  'act.filed': 'Приложен текст акта',
  'act.installed': 'Добавлены акты из встроенного списка',
};
