import type { Child } from 'hono/jsx';
import { Layout, type LayoutProps } from './layout.tsx';
import type { Shell } from './shell.ts';

/** A page in its frame. The request's `shell()` is opaque to the platform; here, and only here, it is what `app` built. */
export const screen = async (
  ctx: { shell(): Promise<unknown> },
  props: Omit<LayoutProps, 'shell' | 'children'>,
  body: Child,
) => (
  <Layout shell={(await ctx.shell()) as Shell} {...props}>
    {body}
  </Layout>
);
