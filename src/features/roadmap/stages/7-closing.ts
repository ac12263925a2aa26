import type { StageRules } from '../stage.ts';
import { paperFact } from './fact-makers.ts';

/** Stage 7: what came of it. */
export const closing: StageRules = {
  '7.1': (data) => ({
    facts: [
      paperFact(data, {
        kinds: ['monitoring-note'],
        title: 'Справка по мониторингу подписана',
        short: 'Справка',
        missing: 'Справки по мониторингу в реестре нет',
      }),
      paperFact(data, {
        kinds: ['results-minutes'],
        about: /итог|мониторинг/iu,
        title: 'Итоги рассмотрены, решения приняты',
        short: 'Протокол',
        missing: 'Протокола об итогах в реестре нет',
      }),
    ],
  }),
  '7.2': (data) => ({
    facts: [
      paperFact(data, {
        kinds: ['final-press-release'],
        title: 'Итоговое событие проведено',
        short: 'Пресс-релиз',
        missing: 'Пресс-релиза итогового события в реестре нет',
      }),
    ],
  }),
  '7.3': (data) => ({
    facts: [
      paperFact(data, {
        kinds: ['next-year-base'],
        title: 'База следующего года открыта',
        short: 'База',
        missing: 'Базы на следующий год в реестре нет',
      }),
    ],
  }),
};
