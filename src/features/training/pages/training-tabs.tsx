import { Tabs } from '../../../ui/tabs.tsx';

export const trainingCrumb = { label: 'Обучение', href: '/training' };

const tabs = [
  { href: '/training', label: 'Программы и занятия' },
  { href: '/training/people', label: 'Кто обучен' },
  { href: '/training/courses', label: 'Курсы на стороне' },
  { href: '/training/certificates', label: 'Удостоверения' },
];

/** The four parts of training. */
export const TrainingTabs = ({ current }: { readonly current: string }) => (
  <Tabs label="Обучение" tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
);
