import type { Audience, Channel, EventAim, EventKind } from './event.ts';

export const kindNames: Readonly<Record<EventKind, string>> = {
  meeting: 'Встреча',
  'class-hour': 'Классный час',
  parents: 'Родительское собрание',
  council: 'Педсовет или совещание',
  seminar: 'Семинар',
  'open-day': 'День открытых дверей',
  visit: 'Выезд на предприятие',
  final: 'Итоговое событие',
  other: 'Другое',
};

export const aimNames: Readonly<Record<EventAim, string>> = {
  mentees: 'рассказать о программе тем, кому нужна помощь',
  mentors: 'пригласить стать наставником',
  other: 'другое',
};

export const audienceNames: Readonly<Record<Audience, string>> = {
  students: 'студенты',
  parents: 'родители',
  teachers: 'педагоги',
  graduates: 'выпускники',
  employers: 'работодатели',
  pupils: 'школьники',
  others: 'другие',
};

export const channelNames: Readonly<Record<Channel, string>> = {
  site: 'сайт колледжа',
  vk: 'ВКонтакте',
  max: 'MAX',
  ok: 'Одноклассники',
  press: 'газета, радио, телевидение',
  board: 'стенд в колледже',
  other: 'другое',
};
