import { type Day, day } from '../../kernel/day.ts';
import type { ActInput } from './act.ts';

/** An act that a new college starts with; `supersededBy` and `cites` are codes of this list. */
export interface BuiltInAct extends ActInput {
  readonly code: string;
  readonly cites: readonly string[];
}

interface Told {
  readonly day?: string;
  readonly from?: string;
  readonly till?: string;
  readonly by?: string;
  readonly check?: true;
  readonly note?: string;
  readonly cites?: readonly string[];
}

const on = (text: string | undefined): Day | null => (text === undefined ? null : day(text));

const federal = (code: string, title: string, issuer: string, number: string, told: Told): BuiltInAct => ({
  ...{ code, level: 'federal', title, issuer, number, day: on(told.day), revisedOn: null },
  inForceFrom: on(told.from),
  lapsesOn: on(told.till),
  supersededBy: told.by ?? null,
  reviewBy: null,
  unconfirmed: told.check === true,
  note: told.note ?? '',
  cites: told.cites ?? [],
});

const ministry = 'Минпросвещения России';
const government = 'Правительство Российской Федерации';
const law = 'Федеральный закон';

/**
 * Acts of the programme with the days that are known for certain; a day that is not known is left out. `check`: the
 * number or its meaning was not compared with the source.
 */
export const builtInActs: readonly BuiltInAct[] = [
  federal('target-model', 'Методология (целевая модель) наставничества обучающихся', ministry, 'Р-145', {
    day: '2019-12-25',
    note: 'Основа программы: семь этапов, формы, базы, мониторинг. Отмена неизвестна; на неё ссылаются и после Концепции.',
  }),
  federal('target-model-advice', 'Методические рекомендации к целевой модели наставничества', ministry, 'МР-42/02', {
    check: true,
    note: 'Образцы баз, анкет и планов. Дату и номер сверьте с текстом.',
    cites: ['target-model'],
  }),
  federal('teachers-model', 'Модель наставничества педагогических работников', ministry, 'АЗ-1128/08', {
    day: '2021-12-21',
    note: 'Письмо, второй номер 657. Отдельный контур «педагог — педагог» с персонализированными программами.',
  }),
  federal('concept-2030', 'Концепция развития наставничества до 2030 года', government, '1264-р', {
    day: '2025-05-21',
    note: 'Федеральная рамка: методические рекомендации, региональные меры, портал «Наставник.рф».',
  }),
  federal('labour-mentoring', `${law} о наставничестве в сфере труда (статья 351.8 ТК РФ)`, '', '381-ФЗ', {
    day: '2024-11-09',
    from: '2025-03-01',
    note: 'Согласие работника, содержание, срок и выплата в договоре или соглашении, отказ за 3 рабочих дня.',
  }),
  federal('mentor-day', 'Указ о Дне наставника 2 марта', 'Президент Российской Федерации', '197', {
    day: '2025-04-01',
  }),
  federal('minors-mentors', `${law} о наставничестве для несовершеннолетних на учёте`, '', '322-ФЗ', {
    day: '2024-08-08',
    note: 'Иной контур, чем программа колледжа: реестр ведёт федеральный орган.',
  }),
  federal('personal-data', `${law} «О персональных данных»`, '', '152-ФЗ', {
    check: true,
    note: 'Статья 9 — согласие, статья 10.1 — распространение. Дату закона и редакцию сверьте.',
  }),
  federal('separate-consent', `${law} о согласии отдельным документом`, '', '156-ФЗ', {
    day: '2025-06-24',
    from: '2025-09-01',
    note: 'Согласие нельзя вшивать в анкету, договор и заявление.',
    cites: ['personal-data'],
  }),
  federal('publication-consent', 'Требования к согласию на распространение персональных данных', 'Роскомнадзор', '18', {
    till: '2027-09-01',
    check: true,
    note: 'Действует до 01.09.2027. Дату приказа сверьте.',
    cites: ['personal-data'],
  }),
  federal('destruction', 'Подтверждение уничтожения персональных данных', 'Роскомнадзор', '179', {
    check: true,
    note: 'Акт об уничтожении и выгрузка из журнала. Дату и содержание сверьте.',
    cites: ['personal-data'],
  }),
  federal('leaks', `${law} об уведомлении об утечках персональных данных`, '', '266-ФЗ', {
    check: true,
    note: 'Уведомление за 24 часа, расследование за 72 часа. Сверьте.',
    cites: ['personal-data'],
  }),
  federal('localisation', `${law} о запрете сбора данных через зарубежные базы`, '', '23-ФЗ', {
    from: '2025-07-01',
    note: 'Зарубежные формы, счётчики и капчи для сбора данных не годятся.',
    cites: ['personal-data'],
  }),
  federal('messengers', `${law} о запрете иностранных мессенджеров для госучреждений`, '', '41-ФЗ', {
    from: '2025-06-01',
  }),
  federal('national-messenger', 'О национальном мессенджере в образовании', government, '1880-р', {
    check: true,
    note: 'Предписан школам. Касается ли колледжа, сверьте.',
  }),
  federal('security-17', 'Требования о защите информации в государственных системах (прежние)', 'ФСТЭК России', '17', {
    by: 'security-117',
  }),
  federal(
    'security-117',
    'Требования о защите информации в системах государственных учреждений',
    'ФСТЭК России',
    '117',
    {
      from: '2026-03-01',
      note: 'Охватывает и иные системы государственных учреждений, оценка защищённости раз в полгода.',
    },
  ),
  federal('site-structure', 'Требования к структуре официального сайта', 'Рособрнадзор', '1493', {
    day: '2023-08-04',
    check: true,
    note: 'Раздел «Сведения об образовательной организации». Номер и дату сверьте.',
  }),
  federal('practice', 'О практической подготовке обучающихся', 'Минобрнауки и Минпросвещения России', '885/390', {
    check: true,
    note: 'Договор с предприятием о практике. Действие в этом году сверьте.',
  }),
  federal('practice-letter', 'Письмо о практической подготовке', ministry, '05-3071', {
    day: '2025-11-06',
    cites: ['practice'],
  }),
  federal('statistics', 'Форма федерального статистического наблюдения СПО-1', 'Росстат', '645', {
    day: '2022-09-19',
  }),
  federal('paperwork-2016', 'ГОСТ Р 7.0.97-2016. Оформление документов', 'Росстандарт', '7.0.97-2016', {
    by: 'paperwork-2025',
  }),
  federal('paperwork-2025', 'ГОСТ Р 7.0.97-2025. Оформление документов', 'Росстандарт', '7.0.97-2025', {
    from: '2025-08-18',
  }),
  federal('accessibility', 'ГОСТ Р 52872-2019. Доступность сайтов', 'Росстандарт', '52872-2019', {
    from: '2020-04-01',
  }),
];
