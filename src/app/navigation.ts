import type { Actor } from '../kernel/actor.ts';
import { mayEnter, type Route } from '../platform/http/route.ts';
import type { NavGroup, NavItem } from '../ui/shell.ts';

type Place = Omit<NavItem, 'current'>;

const places: readonly { readonly title?: string; readonly items: readonly Place[] }[] = [
  {
    items: [
      { href: '/', label: 'Сегодня', icon: 'sun' },
      { href: '/week', label: 'Неделя', icon: 'calendar-clock' },
      { href: '/roadmap', label: 'Дорожная карта', icon: 'map' },
      { href: '/preparation', label: 'Подготовка', icon: 'clipboard-list' },
      { href: '/documents', label: 'Документы', icon: 'files' },
      { href: '/acts', label: 'Акты', icon: 'scale' },
      { href: '/events', label: 'События', icon: 'calendar-days' },
    ],
  },
  {
    title: 'Люди',
    items: [
      { href: '/mentees', label: 'Наставляемые', icon: 'graduation-cap' },
      { href: '/mentors', label: 'Наставники', icon: 'award' },
      { href: '/needs', label: 'Запросы', icon: 'message-circle' },
      { href: '/my-need', label: 'Мой запрос', icon: 'message-circle' },
      { href: '/consents', label: 'Согласия', icon: 'file-check' },
      { href: '/people', label: 'Все люди', icon: 'users' },
      { href: '/groups', label: 'Учебные группы', icon: 'book-open' },
      { href: '/experts', label: 'Эксперты', icon: 'contact' },
    ],
  },
  {
    title: 'Работа',
    items: [
      { href: '/selection', label: 'Отбор', icon: 'list-checks' },
      { href: '/training', label: 'Обучение', icon: 'graduation-cap' },
      { href: '/my-training', label: 'Моё обучение', icon: 'book-open' },
      { href: '/general-meetings', label: 'Общая встреча', icon: 'users-round' },
      { href: '/matching', label: 'Подбор пар', icon: 'network' },
      { href: '/support-cases', label: 'Пока без пары', icon: 'hand-heart' },
      { href: '/pairs', label: 'Пары и группы', icon: 'handshake' },
      { href: '/my/pair-asks', label: 'Согласие на пару', icon: 'handshake' },
      { href: '/meetings', label: 'Встречи', icon: 'calendar-check' },
      { href: '/my-meetings', label: 'Мои встречи', icon: 'calendar-check' },
      { href: '/plans', label: 'Планы пар', icon: 'target' },
      { href: '/my-plans', label: 'Мой план', icon: 'target' },
      { href: '/risks', label: 'Пары под вопросом', icon: 'circle-alert' },
      { href: '/library', label: 'Библиотека', icon: 'book-open' },
      { href: '/questions', label: 'Вопросы куратору', icon: 'message-circle' },
    ],
  },
  {
    title: 'Итоги',
    items: [
      { href: '/questionnaires', label: 'Анкеты', icon: 'clipboard-list' },
      { href: '/my-questionnaires', label: 'Мои анкеты', icon: 'list-checks' },
      { href: '/rewards', label: 'Мотивация', icon: 'award' },
      { href: '/my-achievements', label: 'Мои достижения', icon: 'award' },
      { href: '/honour-board', label: 'Доска почёта', icon: 'award' },
    ],
  },
  {
    title: 'Настройки',
    items: [
      { href: '/my/consents', label: 'Мои согласия', icon: 'signature' },
      { href: '/about-me', label: 'Что обо мне хранится', icon: 'shield-check' },
      { href: '/college', label: 'Колледж', icon: 'building' },
      { href: '/accounts', label: 'Учётные записи', icon: 'key-round' },
      { href: '/journal', label: 'Журнал', icon: 'history' },
    ],
  },
];

const bottomPlaces = ['/', '/roadmap', '/people', '/pairs'];

/** What a mentor or a mentee reaches for on a phone. */
const partnerPlaces = ['/', '/my-meetings', '/my-plans', '/questions'];
const thumbLabels: Readonly<Record<string, string>> = {
  '/my-meetings': 'Встречи',
  '/my-plans': 'План',
  '/questions': 'Вопросы',
};

/** Is this path, or one under it, where the place leads? */
const isCurrent = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** The menu of a person: places whose route lets the person in, and nothing else. */
export const navigationFor = (
  actor: Actor,
  routes: readonly Route[],
  fullPath: string,
  counts: Readonly<Record<string, string | number>>,
): { nav: NavGroup[]; bottom: NavItem[] } => {
  const path = fullPath.split('?')[0] ?? '/';
  const open = new Set(
    routes
      .filter((route) => route.method === 'GET' && route.who !== 'public' && mayEnter(actor, route))
      .map((route) => route.path),
  );
  const item = (place: Place): NavItem => ({
    ...place,
    count: counts[place.href],
    current: isCurrent(place.href, path),
  });
  const nav = places
    .map(({ title, items }) => ({ title, items: items.filter(({ href }) => open.has(href)).map(item) }))
    .filter(({ items }) => items.length > 0);
  const all = nav.flatMap(({ items }) => items);
  const thumb = all.some(({ href }) => href === '/roadmap') ? bottomPlaces : partnerPlaces;
  const reached = thumb
    .flatMap((href) => all.find((one) => one.href === href) ?? [])
    .map((one) => ({ ...one, label: thumbLabels[one.href] ?? one.label }));
  const own = item({ href: '/my-account', label: 'Мой вход', icon: 'circle-user' });
  return { nav, bottom: reached.length < thumb.length ? [...reached, own] : reached };
};
