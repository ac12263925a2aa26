import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';
import { BottomBar, Brand, Sidebar, TopBar } from './layout-parts.tsx';
import { LowVisionBar } from './low-vision-bar.tsx';
import { modeHref } from './mode.ts';
import type { Shell } from './shell.ts';
import { texts } from './texts.ts';
import { Toast } from './toast.tsx';

export interface LayoutProps {
  readonly shell: Shell;
  /** Title of the browser tab; the product's name is added. */
  readonly title: string;
  /** 64 px rail instead of the sidebar, for wide tools. */
  readonly wide?: boolean | undefined;
  /** bare: no navigation, only a thin head (setup, one question) · blank: nothing at all around (sign-in, printed sheets). */
  readonly frame?: 'bare' | 'blank' | undefined;
  /** A `SidePanel` beside the content. */
  readonly panel?: Child;
  /** Links on the right of a bare head. */
  readonly links?: Child;
  /** For search engines, on public pages. */
  readonly description?: string | undefined;
  /** Extra elements of `<head>` (feeds). */
  readonly head?: Child;
  /** The page's own script instead of the common one: pages for a slow phone carry nothing else. */
  readonly script?: string | undefined;
  readonly children?: Child;
}

const rootAttributes = ({ mode }: Shell) => ({
  'data-theme': mode.theme === 'auto' ? undefined : mode.theme,
  'data-lv': mode.lowVision ? '' : undefined,
  'data-lv-size': mode.lowVision?.size,
  'data-lv-colours': mode.lowVision?.colours,
  'data-lv-spacing': mode.lowVision?.spacing,
  'data-lv-images': mode.lowVision?.images,
});

const Head = ({ shell, title, description, script = shell.assets.js, head }: LayoutProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="light dark" />
    <title>{`${title} — ${texts.product}`}</title>
    <meta name="description" content={description ?? texts.description} />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href={shell.assets.css} data-turbo-track="reload" />
    {script ? <script type="module" src={script} data-turbo-track="reload" /> : null}
    {head ?? null}
  </head>
);

const BareHead = ({ shell, links }: LayoutProps) => (
  <header class="bare-head">
    <Brand home={shell.home} />
    <span class="push" />
    {shell.mode.lowVision ? null : (
      <a class="icon-link" href={modeHref(shell.path, { lv: 'on' })} data-turbo="false">
        <Icon name="eye" size={18} />
        <span>{texts.lowVision}</span>
      </a>
    )}
    {links ?? null}
  </header>
);

const Framed = (props: LayoutProps) => (
  <div class={['frame', props.wide ? 'wide' : '', props.panel ? 'with-panel' : ''].filter(Boolean).join(' ')}>
    <Sidebar shell={props.shell} rail={props.wide === true} />
    <TopBar shell={props.shell} />
    <main class="content" id="content" tabindex={-1}>
      {props.children}
    </main>
    {props.panel ?? null}
    <BottomBar items={props.shell.bottom} />
  </div>
);

const Bare = (props: LayoutProps) => (
  <div class={`frame-${props.frame}`}>
    {props.frame === 'bare' ? <BareHead {...props} /> : null}
    <main class={props.frame === 'bare' ? 'content narrow' : 'content-blank'} id="content" tabindex={-1}>
      {props.children}
    </main>
  </div>
);

/** A whole page. */
export const Layout = (props: LayoutProps) => (
  <>
    {raw('<!doctype html>')}
    <html lang="ru" {...rootAttributes(props.shell)}>
      <Head {...props} />
      <body>
        <a class="skip" href="#content">
          {texts.toContent}
        </a>
        {props.shell.mode.lowVision ? <LowVisionBar now={props.shell.mode.lowVision} path={props.shell.path} /> : null}
        {props.frame ? <Bare {...props} /> : <Framed {...props} />}
        <p class="print-foot">{[props.shell.collegeName, props.shell.printed].filter(Boolean).join(', ')}</p>
        {props.shell.toast ? <Toast {...props.shell.toast} /> : null}
      </body>
    </html>
  </>
);
