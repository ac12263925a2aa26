import type { AchievementCode } from './achievement.ts';
import type { Addressed } from './thanks.ts';

export const achievementNames: Readonly<Record<AchievementCode, string>> = {
  'twenty-five-meetings': 'Двадцать пять встреч',
  'ten-meetings': 'Десять встреч',
  'every-month': 'Встречи каждый месяц',
  'plan-done': 'План идёт без долгов',
  trained: 'Обученный наставник',
  'second-year': 'Наставник не первый год',
  'mentee-to-mentor': 'Из наставляемых в наставники',
  'never-missed': 'Ни одной пропущенной встречи',
};

/** How each is counted: said beside it, so that nobody has to guess. */
export const achievementRules: Readonly<Record<AchievementCode, string>> = {
  'twenty-five-meetings': 'записано 25 состоявшихся встреч за год',
  'ten-meetings': 'записано 10 состоявшихся встреч за год',
  'every-month': 'в каждом полном месяце работы пары есть встреча, прошло не меньше трёх месяцев',
  'plan-done': 'выполнены все задачи согласованного плана, срок которых прошёл, не меньше трёх',
  trained: 'есть действующее удостоверение об обучении этого года',
  'second-year': 'пара закреплена и в одном из прошлых учебных лет',
  'mentee-to-mentor': 'в прошлые годы был наставляемым',
  'never-missed': 'не меньше восьми встреч, и ни одна не сорвана этим человеком',
};

export const sideNames = { mentor: 'наставник', mentee: 'наставляемый' } as const;

export const addressedNames: Readonly<Record<Addressed, string>> = {
  person: 'самому человеку',
  parents: 'родителям',
  work: 'на место работы',
};
