/** The sign of the product: two posts joined by a bar. */
export const Logo = () => (
  <svg class="logo" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M3 3h6v6h6V3h6v18h-6v-6H9v6H3z" class="logo-post" />
  </svg>
);
