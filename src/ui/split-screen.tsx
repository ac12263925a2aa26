import type { Child } from 'hono/jsx';

/** The two halves of an entrance: the house on the left, the form on the right. Stands in a blank frame. */
export const SplitScreen = ({ side, children }: { readonly side: Child; readonly children: Child }) => (
  <div class="split">
    <div class="split-side">{side}</div>
    <div class="split-main">{children}</div>
  </div>
);
