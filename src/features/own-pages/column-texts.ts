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
