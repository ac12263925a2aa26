import { yearLabel } from '../../../kernel/academic-year.ts';
import { Tabs } from '../../../ui/tabs.tsx';

export type Tab = 'group' | 'means' | 'forms';

/** The three parts of the preparation. */
export const PreparationTabs = ({ now }: { readonly now: Tab }) => (
  <Tabs
    label="Подготовка программы"
    tabs={[
      { href: '/preparation', label: 'Рабочая группа и кураторы', current: now === 'group' },
      { href: '/preparation/means', label: 'Аудитории и ресурсы', current: now === 'means' },
      { href: '/preparation/forms', label: 'Выбор форм', current: now === 'forms' },
    ]}
  />
);

export const yearWords = (year: number): string => `${yearLabel(year)} учебный год`;
