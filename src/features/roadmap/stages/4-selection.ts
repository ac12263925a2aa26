import type { Fact, Gathered, StageRules } from '../stage.ts';
import { countFact, paperFact, people } from './fact-makers.ts';

const programme = (data: Gathered): Fact =>
  paperFact(data, {
    kinds: ['training-programme'],
    title: 'Программа обучения утверждена',
    short: 'Программа',
    missing: 'Программы обучения в реестре нет',
  });

const certificate = (data: Gathered): Fact =>
  paperFact(data, {
    kinds: ['training-certificate'],
    title: 'Обучение подтверждено',
    short: 'Удостоверения',
    missing: 'Удостоверений и сертификатов в реестре нет',
  });

const approved = ({ mentors: { total, ready } }: Gathered): Fact =>
  countFact({
    title: 'Состав наставников утверждён',
    short: 'Утверждены',
    have: ready.approval,
    need: total,
    missing: `Ждут решения: ${people(total - ready.approval)}`,
    action: { label: 'Открыть базу наставников', href: '/mentors' },
    none: 'База наставников пуста',
  });

/** Stage 4: who is taken, and how they are taught. */
export const selection: StageRules = {
  '4.1': (data) => ({
    facts: [
      paperFact(data, {
        kinds: ['mentor-questionnaires'],
        title: 'Анкетирование проведено',
        short: 'Анкеты',
        missing: 'Анкет кандидатов в реестре нет',
      }),
    ],
  }),
  '4.2': (data) => ({
    facts: [
      paperFact(data, {
        kinds: ['mentors-minutes'],
        about: /состав|отбор|собеседован/iu,
        title: 'Состав наставников закреплён протоколом',
        short: 'Протокол о составе',
        missing: 'Протокола о составе наставников в реестре нет',
      }),
      approved(data),
    ],
  }),
  '4.3': (data) => ({ facts: [programme(data), certificate(data)] }),
  '4.3.1': (data) => ({ facts: [programme(data)] }),
  '4.3.2': (data) => ({
    facts: [
      paperFact(data, {
        kinds: ['training-contract'],
        title: 'Ведущие занятий привлечены',
        short: 'Договор',
        missing: 'Договоров об обучении в реестре нет',
      }),
    ],
  }),
  '4.3.3': (data) => ({ facts: [certificate(data)] }),
};
