import type { OrderRoadmapRefusal } from './order-roadmap.ts';
import type { RollRefusal } from './roll-roadmap.ts';

export const orderRefusals: Readonly<Record<OrderRoadmapRefusal, string>> = {
  'year-has-no-roadmap': 'В этом году ещё нет дорожной карты: утверждать нечего.',
  'not-made': 'Проект приказа не составлен. Повторите, а если не выйдет, сообщите администратору.',
};

export const rollRefusals: Readonly<Record<RollRefusal, string>> = {
  'year-has-no-roadmap': 'В этом году ещё нет дорожной карты: переносить нечего.',
  'next-year-has-roadmap': 'На следующий год дорожная карта уже есть.',
  'changed-meanwhile':
    'Пока вы смотрели, карту этого года изменили. Ниже перенос с учётом изменений: проверьте и запишите.',
};
