import type { Child } from 'hono/jsx';
import { colourings, type LowVision, type ModeChange, modeHref, pictures, sizes, spacings } from './mode.ts';
import { texts } from './texts.ts';

const Switch = ({
  path,
  change,
  on,
  name,
  class: look,
  children,
}: {
  readonly path: string;
  readonly change: ModeChange;
  readonly on: boolean;
  readonly name: string;
  readonly class?: string;
  readonly children: Child;
}) => (
  <a
    class={look ? `lv-switch ${look}` : 'lv-switch'}
    href={modeHref(path, change)}
    aria-label={name}
    aria-current={on ? 'true' : undefined}
    data-turbo="false"
  >
    {children}
  </a>
);

const Group = ({ title, children }: { readonly title: string; readonly children: Child }) => (
  <div class="lv-group">
    <span class="lv-title">{title}</span>
    {children}
  </div>
);

/** Size, colours, spacing, pictures: on top of every page in the low-vision version. */
export const LowVisionBar = ({ now, path }: { readonly now: LowVision; readonly path: string }) => (
  <nav class="lv-bar" aria-label={texts.lowVisionBar}>
    <Group title={texts.size}>
      {sizes.map((size) => (
        <Switch
          path={path}
          change={{ size: String(size) }}
          on={now.size === size}
          name={`${texts.size}: ${texts.sizes[size]}`}
          class={`lv-size-${size}`}
        >
          А
        </Switch>
      ))}
    </Group>
    <Group title={texts.colours}>
      {colourings.map((colours) => (
        <Switch
          path={path}
          change={{ colours }}
          on={now.colours === colours}
          name={`${texts.coloursShort[colours]}: ${texts.coloursLong[colours]}`}
          class={`lv-${colours}`}
        >
          {texts.coloursShort[colours]}
        </Switch>
      ))}
    </Group>
    <Group title={texts.spacing}>
      {spacings.map((spacing) => (
        <Switch
          path={path}
          change={{ spacing }}
          on={now.spacing === spacing}
          name={`${texts.spacing}: ${texts.spacings[spacing]}`}
        >
          {texts.spacings[spacing]}
        </Switch>
      ))}
    </Group>
    <Group title={texts.images}>
      {pictures.map((images) => (
        <Switch
          path={path}
          change={{ images }}
          on={now.images === images}
          name={`${texts.images}: ${texts.imagesSwitch[images]}`}
        >
          {texts.imagesSwitch[images]}
        </Switch>
      ))}
    </Group>
    <a class="lv-off" href={modeHref(path, { lv: 'off' })} data-turbo="false">
      {texts.ordinary}
    </a>
  </nav>
);
