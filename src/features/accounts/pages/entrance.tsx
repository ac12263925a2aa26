import type { Child } from 'hono/jsx';
import { Brand } from '../../../ui/layout-parts.tsx';
import { SplitScreen } from '../../../ui/split-screen.tsx';

const stages = [
  'Подготовка условий',
  'База наставляемых',
  'База наставников',
  'Отбор и обучение',
  'Пары и группы',
  'Работа пар',
  'Завершение',
];

/** The left half of every page before sign-in: what this is, in seven lines. */
export const Entrance = ({ children }: { readonly children: Child }) => (
  <SplitScreen
    side={
      <>
        <Brand />
        <p class="split-title">Программа наставничества колледжа</p>
        <ol class="split-stages">
          {stages.map((stage) => (
            <li>{stage}</li>
          ))}
        </ol>
        <p>Работает на сервере колледжа. Ничего не передаёт наружу.</p>
      </>
    }
  >
    {children}
  </SplitScreen>
);
