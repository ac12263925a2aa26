import type { AboutKind, Place } from './place.ts';

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
const staff = 'Кураторы';
const overseers = 'Сотрудники программы';

/** Who is meant by the two words above. */
export const circleWords = {
  curators: 'куратор, заместитель руководителя и администратор системы',
  staff: 'кураторы, руководитель, рабочая группа, методист, психолог и соцпедагог',
} as const;

/** Every kind of data that the system keeps on a person, who sees it, on what ground and how long. */
export const aboutKinds: readonly AboutKind[] = [
  {
    code: 'card',
    title: 'Карточка и контакты',
    contents: 'Имя, дата рождения, группа или должность, телефон, почта, представитель',
    seenBy: `${overseers}; классный руководитель — только свою группу; вторая сторона вашей пары — имя и контакты`,
    ground: consent,
    kept: whileMember,
    places: [{ table: 'persons', by: [{ column: 'id' }] }],
  },
  {
    code: 'account',
    title: 'Учётная запись',
    contents: 'Логин, напоминания, календарь, код подписи. Пароль хранится так, что прочитать его нельзя',
    seenBy: 'Администратор, куратор',
    ground: 'Ваша работа в системе',
    kept: 'Пока учётная запись нужна',
    places: [
      person('accounts'),
      person('reminder_wishes'),
      person('calendar_links'),
      person('signing_keys', { sealed: true }),
    ],
  },
  {
    code: 'bases',
    title: 'Базы наставников и наставляемых',
    contents: 'Когда вошли, свободное время, умения и интересы, желаемые формы',
    seenBy: `${overseers}; классный руководитель — свою группу`,
    ground: consent,
    kept: whileMember,
    places: [person('mentors'), person('mentees')],
  },
  {
    code: 'needs',
    title: 'Запросы',
    contents: 'С чем нужна помощь и кто об этом сообщил. Закрытая часть хранится отдельно',
    seenBy: `${staff}, методист; закрытую часть — только психолог и соцпедагог, каждое чтение записывается`,
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
    seenBy: `${staff}, психолог; тексты ответов — куратор и психолог`,
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
    seenBy: `${staff}; классный руководитель — есть ли согласие`,
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
    seenBy: `${staff}, рабочая группа`,
    ground: 'Требования к наставникам и согласие',
    kept: whileMember,
    places: [person('clearances'), person('legal_bases'), person('interviews'), person('selection_decisions')],
  },
  {
    code: 'training',
    title: 'Обучение',
    contents: 'Программы, посещение занятий, удостоверения и курсы',
    seenBy: overseers,
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
    seenBy: `${staff}; кого вы выбрали — только подбор пар`,
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
    seenBy: `${overseers}; классный руководитель — свою группу; вторая сторона пары`,
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
    seenBy: `${overseers}; классный руководитель — свою группу; обе стороны пары`,
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
    seenBy: 'Обе стороны пары, куратор; заметку для куратора — только куратор',
    ground: 'Работа пары, согласие на обработку',
    kept: whileMember,
    places: [
      through('meetings', 'pair'),
      through('meeting_files', 'meeting'),
      { table: 'meeting_secrets', by: [{ through: 'meeting' }], sealed: true },
      person('meeting_letters'),
    ],
  },
  {
    code: 'rewards',
    title: 'Поощрения и практики',
    contents: 'Доска почёта, номинации, благодарности, описания практик',
    seenBy: 'Куратор, методист; на доске почёта — все, но только с вашим согласием на публикацию',
    ground: 'Согласие на публикацию',
    kept: 'До отзыва согласия на публикацию',
    places: [person('honour_entries'), person('nominees'), person('thanks'), through('practice_cases', 'pair')],
  },
  {
    code: 'questions',
    title: 'Вопросы куратору',
    contents: 'Ваши вопросы и ответы на них',
    seenBy: `${staff}, методист`,
    ground: 'Вы написали сами',
    kept: whileMember,
    personal: true,
    places: [person('curator_questions'), through('question_words', 'question')],
  },
  {
    code: 'support',
    title: 'Поддержка тех, кто пока без пары',
    contents: 'Открыто ли сопровождение; записи о нём ведёт психолог',
    seenBy: 'Психолог, соцпедагог; куратор — что сопровождение есть и до какого дня',
    ground: consent,
    kept: whileMember,
    places: [person('support_cases', { sealed: true })],
  },
  {
    code: 'work',
    title: 'Роли в программе',
    contents: 'Рабочая группа, кураторство, экспертиза, собеседования',
    seenBy: overseers,
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
  seenBy: overseers,
  ground: consent,
  kept: whileMember,
};

/** «Что обо мне хранится»: names of columns as people read them. A column without a name stands in the JSON only. */
export const columnNames: Readonly<Record<string, string>> = {
  ...{ last_name: 'Фамилия', first_name: 'Имя', patronymic: 'Отчество', birth_day: 'Дата рождения', gender: 'Пол' },
  ...{ phone: 'Телефон', email: 'Почта', post: 'Должность', representative_name: 'Представитель' },
  ...{ representative_phone: 'Телефон представителя', login: 'Логин', name: 'Имя', letters: 'Письма' },
  ...{ entered_on: 'Вошли', left_on: 'Вышли', left_reason: 'Почему вышли', free_times: 'Свободное время' },
  ...{ forms: 'Формы', wanted_forms: 'Желаемые формы', competences: 'Умения', motivation: 'Почему наставник' },
  ...{ achievements: 'Достижения', interests: 'Интересы', capacity: 'Мест', status: 'Статус' },
  ...{ topic: 'Тема', topics: 'Темы', note: 'Запись', source: 'От кого', stated_on: 'Когда', withdrawn_on: 'Отозвано' },
  ...{ answered_on: 'Ответ дан', answered: 'Отвечено', finished_on: 'Сдано', question: 'Вопрос', value: 'Ответ' },
  ...{ purpose: 'На что', signed_by: 'Кто подписал', signed_on: 'Подписано', valid_till: 'Действует до' },
  ...{ withdrawn_reason: 'Почему отозвано', categories: 'Что можно публиковать', places: 'Где', conditions: 'Условия' },
  ...{ kind: 'Вид', number: 'Номер', issued_on: 'Выдано', day: 'День', starts: 'Начало', place: 'Место' },
  ...{ outcome: 'Итог', summary: 'Вывод', decision: 'Решение', decided_on: 'Решено', way: 'Как', hours: 'Часов' },
  ...{ title: 'Название', organisation: 'Организация', from_day: 'С', till_day: 'По', certificate: 'Удостоверение' },
  ...{ form: 'Форма', variant: 'Вариант ролей', end_reason: 'Почему завершена', made_on: 'Начат', year: 'Учебный год' },
  ...{ state: 'Состояние', strengths: 'Сильные стороны', weaknesses: 'Что даётся трудно', goals: 'Цели' },
  ...{ reason: 'Причина', remark: 'Замечание', proposed_on: 'Отправлен', agreed_on: 'Согласован', side: 'Сторона' },
  ...{ expected: 'Что получится', due: 'Срок', mark: 'Отметка', result: 'Результат', moved_to: 'Перенесено на' },
  ...{
    marked_on: 'Отмечено',
    minutes: 'Минут',
    mood: 'Настроение',
    task: 'Задание',
    mentee_note: 'Слова наставляемого',
  },
  ...{ needs_help: 'Нужна помощь', logged_on: 'Записана', words: 'Слова', put_on: 'Размещено', named_on: 'Названо' },
  ...{ asked_on: 'Спрошено', closed_on: 'Закрыто', said_at: 'Когда сказано', came: 'Пришли', invited: 'Приглашены' },
  ...{ audience: 'Кто', part: 'Роль', duty: 'Обязанность', speciality: 'Специальность', sent_on: 'Отправлено' },
};

/** Codes that rows hold, as people read them; forms, variants and topics come from the college's lists. */
export const valueNames: Readonly<Record<string, string>> = {
  ...{
    true: 'да',
    false: 'нет',
    male: 'мужской',
    female: 'женский',
    self: 'сам участник',
    both: 'участник и представитель',
  },
  ...{ representative: 'представитель', processing: 'обработка данных', publication: 'публикация', photo: 'фото' },
  ...{ mentor: 'наставник', mentee: 'наставляемый', approved: 'утверждён', candidate: 'кандидат' },
  ...{ draft: 'черновик', proposed: 'ждёт согласия', agreed: 'согласован', superseded: 'заменён' },
  ...{ done: 'выполнено', partly: 'частично', 'not-done': 'не выполнено', moved: 'перенесено' },
  ...{ planned: 'назначена', held: 'состоялась', missed: 'не состоялась', cancelled: 'отменена' },
  ...{ acquaintance: 'знакомство', trial: 'пробная', planning: 'планирование', working: 'рабочая', final: 'итоговая' },
  ...{ account: 'в системе', paper: 'на бумаге', link: 'по ссылке', list: 'по списку', qr: 'по QR-коду' },
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
