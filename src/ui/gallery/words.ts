import type { FilterMenuProps } from '../filter-bar.tsx';
import type { Shell } from '../shell.ts';

/** Invented data of the gallery. */
export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly wish: string | null;
  readonly paper: 'ok' | 'late' | 'none';
  readonly picked?: boolean;
}

export const things: readonly Thing[] = [
  { id: '1', name: 'Берёзкин Пётр Ильич', group: 'Первая', wish: 'Освоиться', paper: 'ok' },
  { id: '2', name: 'Вершинина Алла Юрьевна', group: 'Вторая', wish: 'Подтянуть', paper: 'late' },
  { id: '3', name: 'Гусев Олег Павлович', group: 'Вторая', wish: null, paper: 'none', picked: true },
  { id: '4', name: 'Долгих Анна Сергеевна', group: 'Третья', wish: 'Конкурс', paper: 'ok' },
  { id: '5', name: 'Ежов Матвей Романович', group: 'Первая', wish: 'Освоиться', paper: 'none', picked: true },
];

export const groupFilter: FilterMenuProps = {
  label: 'Группа',
  clear: '?',
  options: [
    { label: 'Первая', href: '?group=1' },
    { label: 'Вторая', href: '?group=2' },
  ],
};

/** A shell for the living page and for screenshots. */
export const exampleShell = (change: Partial<Shell> = {}): Shell => ({
  collegeName: 'Колледж на Заречной',
  year: {
    label: '2026/27 уч. год',
    options: [
      { label: '2026/27', href: '#', current: true },
      { label: '2025/26, архив', href: '#' },
    ],
  },
  user: {
    name: 'Тихонова А. В.',
    initials: 'ТА',
    role: 'ведёт программу',
    signOut: '/sign-out',
    links: [{ label: 'Моя запись', href: '#' }],
  },
  nav: [
    {
      items: [
        { href: '#a', label: 'Сегодня', icon: 'sun', count: 9 },
        { href: '#b', label: 'План года', icon: 'map', count: '5/27' },
        { href: '#c', label: 'Документы', icon: 'files' },
      ],
    },
    {
      title: 'Люди',
      items: [
        { href: '#d', label: 'Участники', icon: 'graduation-cap', count: 409, current: true },
        { href: '#e', label: 'Помощники', icon: 'award', count: 146 },
      ],
    },
    { items: [{ href: '#f', label: 'Настройки', icon: 'settings' }] },
  ],
  bottom: [
    { href: '#a', label: 'Сегодня', icon: 'sun' },
    { href: '#d', label: 'Участники', icon: 'users', current: true },
    { href: '#c', label: 'Документы', icon: 'files' },
    { href: '#f', label: 'Вопрос', icon: 'message-circle' },
  ],
  mode: { theme: 'auto', lowVision: null },
  path: '/ui',
  assets: { css: '/assets/styles.css', js: '/assets/main.js' },
  search: { action: '/search' },
  printed: '12 октября 2026 г.',
  ...change,
});
