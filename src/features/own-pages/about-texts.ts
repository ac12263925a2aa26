import type { Role } from '../../kernel/actor.ts';
import { accountKeepers } from '../accounts/access.ts';
import { roleNames } from '../accounts/texts.ts';
import { consentReaders } from '../consents/access.ts';
import { eventReaders } from '../events/access.ts';
import { avoidReaders, preferenceReaders } from '../general-meeting/access.ts';
import { libraryKeepers } from '../library/access.ts';
import { meetingReaders } from '../meetings/access.ts';
import { pairReaders } from '../pairs/access.ts';
import { peopleReaders } from '../people/access.ts';
import { preparationReaders } from '../preparation/access.ts';
import { resultReaders } from '../questionnaires/access.ts';
import { registerReaders, secretReaders } from '../registers/access.ts';
import { rewardReaders } from '../rewards/access.ts';
import { selectionReaders } from '../selection/access.ts';
import { caseKeepers } from '../support-cases/access.ts';
import { trainingReaders } from '../training/access.ts';
import type { AboutKind, Place } from './place.ts';

/** Roles as people call them, in the order of the rule. */
const named = (roles: readonly Role[]): string => roles.map((role) => roleNames[role]).join(', ');

/** Who sees a kind of data: the very roles that its feature lets in, and what it shows to others besides. */
export const seenWords = ({ seenBy, also }: Pick<AboutKind, 'seenBy' | 'also'>): string =>
  [named(seenBy), also].filter(Boolean).join('; ');

const person = (table: string, more: Partial<Place> = {}): Place => ({
  table,
  by: [{ column: 'person_id' }],
  ...more,
});
const through = (table: string, way: 'pair' | 'plan' | 'version' | 'meeting' | 'sheet' | 'question'): Place => ({
  table,
  by: [{ through: way }],
});
const bothSides = [{ column: 'mentor_id' }, { column: 'mentee_id' }] as const;

const consent = 'Согласие на обработку персональных данных';
const whileMember = 'Пока вы в программе; после отзыва согласия то, что держалось только на нём, уничтожают за 30 дней';
/** Every kind of data that the system keeps on a person, who sees it, on what ground and how long. */
export const aboutKinds: readonly AboutKind[] = [
  {
    code: 'card',
    title: 'Карточка и контакты',
    contents: 'Имя, дата рождения, группа или должность, телефон, почта, представитель',
    seenBy: peopleReaders,
    also: 'классный руководитель — только свою группу; вторая сторона пары — имя и контакты',
    ground: consent,
    kept: whileMember,
    places: [{ table: 'persons', by: [{ column: 'id' }] }],
  },
  {
    code: 'account',
    title: 'Учётная запись',
    contents: 'Логин, напоминания, мессенджер, календарь, код подписи. Пароль хранится так, что прочитать его нельзя',
    seenBy: accountKeepers,
    also: '',
    ground: 'Ваша работа в системе',
    kept: 'Пока учётная запись нужна',
    places: [
      ...['accounts', 'reminder_wishes', 'messenger_links', 'calendar_links'].map((table) => person(table)),
      person('signing_keys', { sealed: true }),
    ],
  },
  {
    code: 'bases',
    title: 'Базы наставников и наставляемых',
    contents: 'Когда вошли, свободное время, умения и интересы, желаемые формы',
    seenBy: registerReaders,
    also: 'классный руководитель — только свою группу',
    ground: consent,
    kept: whileMember,
    places: [person('mentors'), person('mentees')],
  },
  {
    code: 'needs',
    title: 'Запросы',
    contents: 'С чем нужна помощь и кто об этом сообщил. Закрытая часть хранится отдельно',
    seenBy: registerReaders,
    also: `закрытую часть — только те, кому её доверили: ${named(secretReaders)}; каждое чтение записывается`,
    ground: consent,
    kept: whileMember,
    places: [
      person('needs', { only: 'not t.confidential' }),
      person('needs', { only: 't.confidential', sealed: true }),
      person('campaign_answers', { only: 'not t.confidential' }),
      person('campaign_answers', { only: 't.confidential', sealed: true }),
      { table: 'campaign_answers', by: [{ column: 'teller_id' }], sealed: true },
      person('campaign_letters'),
      person('campaign_links'),
    ],
  },
  {
    code: 'questionnaires',
    title: 'Анкеты',
    contents: 'На какие анкеты вас просили ответить и ваши ответы. Ответы без имён с вами не связаны',
    seenBy: resultReaders,
    also: 'классный руководитель — только свою группу',
    ground: consent,
    kept: whileMember,
    personal: true,
    places: [
      person('questionnaire_invitations'),
      person('questionnaire_links'),
      person('questionnaire_sheets'),
      through('questionnaire_answers', 'sheet'),
      person('candidacies'),
      person('rule_answers'),
    ],
  },
  {
    code: 'consents',
    title: 'Согласия',
    contents: 'На что согласились, когда, кто подписал; бланки и сканы',
    seenBy: consentReaders,
    also: 'классный руководитель — только свою группу',
    ground: 'Закон «О персональных данных»: согласие нужно уметь доказать',
    kept: 'Три года после окончания согласия, если колледж не решил иначе',
    places: [
      person('consents'),
      person('consent_forms'),
      person('consent_representatives'),
      { table: 'consent_representatives', by: [{ column: 'representative_id' }] },
      person('destruction_acts'),
    ],
  },
  {
    code: 'selection',
    title: 'Отбор наставников',
    contents: 'Справки, основания работы, собеседования, решения',
    seenBy: selectionReaders,
    also: 'кто ведёт собеседование — своё собеседование',
    ground: 'Требования к наставникам и согласие',
    kept: whileMember,
    places: [person('clearances'), person('legal_bases'), person('interviews'), person('selection_decisions')],
  },
  {
    code: 'training',
    title: 'Обучение',
    contents: 'Программы, посещение занятий, удостоверения и курсы',
    seenBy: trainingReaders,
    also: '',
    ground: consent,
    kept: 'Удостоверения — в реестре колледжа, остальное пока вы в программе',
    places: [
      person('training_participants'),
      person('training_attendance'),
      person('training_certificates'),
      person('preparations'),
      person('outside_courses'),
    ],
  },
  {
    code: 'events',
    title: 'События и общая встреча',
    contents: 'Куда вас звали, были ли вы; ваш выбор на общей встрече',
    seenBy: eventReaders,
    also: `с кем вы хотели бы работать — ${named(preferenceReaders)}; с кем не хотели бы — ${named(avoidReaders)}`,
    ground: consent,
    kept: whileMember,
    personal: true,
    places: [
      person('event_guests'),
      person('general_meeting_guests'),
      person('general_meeting_ballots'),
      { table: 'general_meeting_seats', by: bothSides },
      { table: 'preferences', by: [{ column: 'from_id' }] },
      { table: 'preferences', by: [{ column: 'to_id' }], sealed: true },
    ],
  },
  {
    code: 'pairs',
    title: 'Пары',
    contents: 'С кем, в какой форме, с какого по какой день; что предлагал подбор',
    seenBy: pairReaders,
    also: 'классный руководитель — только свою группу; вторая сторона пары',
    ground: 'Приказ о закреплении пар и согласия обеих сторон',
    kept: 'Пары стоят в приказах колледжа; приказы хранятся по его номенклатуре',
    places: [
      { table: 'pairs', by: bothSides },
      { table: 'proposal_pairs', by: bothSides, sealed: true },
      { table: 'pair_wishes', by: bothSides, sealed: true },
    ],
  },
  {
    code: 'plans',
    title: 'Индивидуальные планы',
    contents: 'Сильные стороны, цели, задачи, результаты, кто и когда согласовал',
    seenBy: pairReaders,
    also: 'классный руководитель — только свою группу; обе стороны пары',
    ground: 'Работа пары, согласие на обработку',
    kept: whileMember,
    places: [
      through('plans', 'pair'),
      through('plan_versions', 'plan'),
      through('plan_tasks', 'version'),
      through('plan_agreements', 'version'),
      through('plan_marks', 'plan'),
    ],
  },
  {
    code: 'meetings',
    title: 'Встречи',
    contents: 'Дни, темы, записи и файлы. Заметка наставника для куратора хранится отдельно',
    seenBy: meetingReaders,
    also: 'слова о встрече — только пара и куратор; заметку наставника — только наставник и куратор',
    ground: 'Работа пары, согласие на обработку',
    kept: whileMember,
    places: [
      through('meetings', 'pair'),
      through('meeting_files', 'meeting'),
      { table: 'meeting_secrets', by: [{ through: 'meeting' }], sealed: true },
      person('meeting_letters'),
      person('digest_letters'),
    ],
  },
  {
    code: 'rewards',
    title: 'Поощрения и практики',
    contents: 'Доска почёта, номинации, благодарности, описания практик',
    seenBy: rewardReaders,
    also: 'доску почёта — весь колледж, но только с вашим согласием на публикацию',
    ground: 'Согласие на публикацию',
    kept: 'До отзыва согласия на публикацию',
    places: [person('honour_entries'), person('nominees'), person('thanks'), through('practice_cases', 'pair')],
  },
  {
    code: 'questions',
    title: 'Вопросы куратору',
    contents: 'Ваши вопросы и ответы на них',
    seenBy: libraryKeepers,
    also: '',
    ground: 'Вы написали сами',
    kept: whileMember,
    personal: true,
    places: [person('curator_questions'), through('question_words', 'question')],
  },
  {
    code: 'support',
    title: 'Поддержка тех, кто пока без пары',
    contents: 'Открыто ли сопровождение; записи о нём ведёт психолог',
    seenBy: caseKeepers,
    also: '',
    ground: consent,
    kept: whileMember,
    places: [person('support_cases', { sealed: true })],
  },
  {
    code: 'work',
    title: 'Роли в программе',
    contents: 'Рабочая группа, кураторство, экспертиза, собеседования',
    seenBy: preparationReaders,
    also: '',
    ground: 'Приказы колледжа',
    kept: 'По номенклатуре дел колледжа',
    places: [
      person('working_group'),
      person('form_curators'),
      person('experts'),
      person('partner_specialists'),
      person('interviewers'),
      { table: 'study_groups', by: [{ column: 'class_teacher_id' }] },
      { table: 'training_sessions', by: [{ column: 'trainer_id' }] },
      { table: 'documents', by: [{ column: 'signatory_id' }], sealed: true },
      { table: 'colleges', by: [{ column: 'director_id' }, { column: 'controller_id' }], sealed: true },
    ],
  },
];

/** Where a table lands that nobody has described here yet: it is counted, so that nothing is kept in silence. */
export const otherKind: Omit<AboutKind, 'places'> = {
  code: 'other',
  title: 'Прочие записи',
  contents: 'Служебные записи, где вы упомянуты',
  seenBy: pairReaders,
  also: '',
  ground: consent,
  kept: whileMember,
};

export const exportTexts = {
  file: (name: string): string => `Мои данные: ${name}.zip`,
  title: (name: string): string => `Что хранится: ${name}`,
  made: (day: string): string => `Выгружено ${day} из системы «Наставник». Личные данные: храните как документ.`,
  sealed: (count: number): string =>
    `Закрытых записей: ${count}. Их содержание защищено: спросите куратора или психолога.`,
  nothing: 'Записей нет',
  seenBy: 'Кто видит',
  ground: 'Основание',
  kept: 'Сколько хранится',
  readings: 'Кто смотрел закрытую часть',
  files: 'Файлы в папке files',
  tooBig: 'Файлы больше 30 МБ вместе: попросите их у куратора.',
} as const;

export const ownPagesJournal: Readonly<Record<string, string>> = {
  'person.exported-own': 'Выгружены собственные данные',
};
