import { Tabs } from '../../../ui/tabs.tsx';

const places = [
  { href: '/rewards', label: 'Достижения' },
  { href: '/rewards/thanks', label: 'Благодарности' },
  { href: '/rewards/nominations', label: 'Номинации' },
  { href: '/rewards/board', label: 'Доска почёта' },
  { href: '/rewards/cases', label: 'Кейсы' },
] as const;

export const RewardTabs = ({ now }: { readonly now: (typeof places)[number]['href'] }) => (
  <Tabs label="Мотивация" tabs={places.map(({ href, label }) => ({ href, label, current: href === now }))} />
);
