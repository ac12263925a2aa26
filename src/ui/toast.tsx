import { texts } from './texts.ts';

export interface ToastProps {
  readonly text: string;
  readonly undo?: { readonly action: string; readonly label?: string | undefined } | undefined;
}

/** One line that says what was done, with «Отменить»; goes away after 8 s. Never for errors. */
export const Toast = ({ text, undo }: ToastProps) => (
  <div class="toast" data-toast>
    <p role="status">{text}</p>
    {undo ? (
      <form method="post" action={undo.action}>
        <button type="submit" class="toast-undo" data-busy={texts.busy}>
          {undo.label ?? texts.undo}
        </button>
      </form>
    ) : null}
  </div>
);
