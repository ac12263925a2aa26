/** The little of Turbo that we call: the package brings no types. */
declare module '@hotwired/turbo' {
  export const config: { readonly drive: { progressBarDelay: number } };
  export function start(): void;
}
