import type { Child } from 'hono/jsx';
import type { PublicCtx } from '../../../platform/http/route.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Brand } from '../../../ui/layout-parts.tsx';
import { modeHref } from '../../../ui/mode.ts';
import { SplitScreen } from '../../../ui/split-screen.tsx';
import { onlyCollegeName } from '../entrance-rows.ts';

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
export const Entrance = async ({ ctx, children }: { readonly ctx: PublicCtx; readonly children: Child }) => (
  <SplitScreen
    side={
      <>
        <Brand />
        <div>
          <p class="split-title">{(await onlyCollegeName(ctx.system)) ?? 'Наставничество в колледжах'}</p>
          <p>Программа наставничества</p>
        </div>
        <ol class="split-stages">
          {stages.map((stage) => (
            <li>{stage}</li>
          ))}
        </ol>
        <p class="split-foot">Работает на сервере колледжа. Ничего не передаёт наружу.</p>
      </>
    }
  >
    <p class="split-links">
      <a class="icon-link" href={modeHref('/sign-in', { lv: 'on' })} data-turbo="false">
        <Icon name="eye" size={18} />
        <span>Версия для слабовидящих</span>
      </a>
    </p>
    {children}
  </SplitScreen>
);
