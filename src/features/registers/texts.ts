import type { NeedRefusal } from './add-need.ts';
import type { MentorRefusal } from './change-mentor.ts';
import type { Base, FreeTime } from './member.ts';
import type { MentorProfile, MentorStatus } from './mentor.ts';
import type { NeedSource } from './need.ts';
import type { ReleaseRefusal } from './release-member.ts';

export const baseTitles: Readonly<Record<Base, string>> = { mentees: 'Наставляемые', mentors: 'Наставники' };

export const sourceNames: Readonly<Record<NeedSource, string>> = {
  self: 'сам студент',
  'class-teacher': 'классный руководитель',
  parent: 'родитель',
  psychologist: 'психолог или соцпедагог',
  curator: 'куратор',
  import: 'из файла',
};

export const statusNames: Readonly<Record<MentorStatus, string>> = { candidate: 'кандидат', approved: 'утверждён' };

export const weekdayNames: Readonly<Record<string, string>> = {
  mon: 'Понедельник',
  tue: 'Вторник',
  wed: 'Среда',
  thu: 'Четверг',
  fri: 'Пятница',
  sat: 'Суббота',
};

export const dayPartNames: Readonly<Record<string, string>> = { morning: 'утро', day: 'день', evening: 'вечер' };

/** «среда, вечер» */
export const freeTimeName = (time: FreeTime): string => {
  const [weekday = '', part = ''] = time.split('-');
  return `${weekdayNames[weekday]?.toLowerCase() ?? ''}, ${dayPartNames[part] ?? ''}`;
};

export const profilePartNames: Readonly<Record<keyof MentorProfile, string>> = {
  status: 'Состояние',
  capacity: 'Сколько наставляемых сразу',
  forms: 'Формы наставничества',
  competences: 'С чем может помочь',
  freeTimes: 'Когда свободен',
  motivation: 'Мотивация',
  achievements: 'Достижения',
  interests: 'Интересы',
};

export const releaseRefusals: Readonly<Record<ReleaseRefusal, string>> = {
  'not-in-base': 'Этого человека в базе уже нет.',
  'running-pair': 'У этого человека идёт пара. Сначала завершите её, потом исключите его из базы.',
};

export const needRefusals: Readonly<Record<NeedRefusal, string>> = {
  'unknown-topic': 'Такой темы нет в списке колледжа. Выберите тему из списка.',
  'already-stated': 'Этот запрос у человека уже записан.',
  'cannot-be-mentee': 'Запросы записывают студентам и сотрудникам, которые сейчас в колледже.',
};

export const mentorRefusals: Readonly<Record<MentorRefusal, string>> = {
  'changed-meanwhile':
    'Пока вы правили, карточку изменил другой сотрудник. Ниже показано, что теперь записано. Ваши правки на месте: проверьте их и сохраните ещё раз.',
  'capacity-below-pairs':
    'Столько мест мало: в парах сейчас занято больше. Завершите лишние пары или оставьте прежнее число мест.',
};

export const wishesRefusals = {
  'changed-meanwhile':
    'Пока вы правили, карточку изменил другой сотрудник. Ваши отметки на месте: проверьте их и сохраните ещё раз.',
} as const;

export const addRefusals = {
  nobody: 'Добавить некого: никто не выбран, или все выбранные уже в базе.',
} as const;

export const withdrawNeedRefusals = { 'already-withdrawn': 'Этот запрос уже снят.' } as const;

/** What a reader without the right to secrets sees instead of a confidential need. */
export const countedNeed = 'запрос учтён';

export const registersJournal: Readonly<Record<string, string>> = {
  'mentees.entered': 'Включение в базу наставляемых',
  'mentees.changed': 'Пожелания наставляемого изменены',
  'mentees.left': 'Исключение из базы наставляемых',
  'mentors.entered': 'Включение в базу наставников',
  'mentors.changed': 'Карточка наставника изменена',
  'mentors.left': 'Исключение из базы наставников',
  'need.imported': 'Запросы взяты из загруженного списка',
  'need.stated': 'Запрос записан',
  'need.withdrawn': 'Запрос снят',
  'need-secret.read': 'Закрытая запись прочитана',
  'need-sheet.answered': 'Лист запросов группы сдан',
};

export const circleNames = { members: 'участники', mentees: 'наставляемые', mentors: 'наставники' } as const;
