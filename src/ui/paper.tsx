import type { Child } from 'hono/jsx';

/** The desk that sheets lie on. */
export const PaperDesk = ({ children, label }: { readonly children: Child; readonly label: string }) => (
  <section class="paper-desk" aria-label={label}>
    {children}
  </section>
);

/** A sheet of a document, white in every mode; `wide` lies on its side. On a phone it scrolls sideways, by the keyboard too. */
export const Paper = ({ children, wide }: { readonly children: Child; readonly wide?: boolean | undefined }) => (
  <article class={wide ? 'paper wide' : 'paper'} tabindex={0}>
    {children}
  </article>
);

/** An empty requisite of a draft: amber and dashed. */
export const PaperBlank = ({ children }: { readonly children: Child }) => <mark class="paper-blank">{children}</mark>;

/** A name put into another case by the system: tinted, so that it gets checked. */
export const PaperName = ({ children }: { readonly children: Child }) => <mark class="paper-name">{children}</mark>;
