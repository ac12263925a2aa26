import type { Child } from 'hono/jsx';
import { Button } from './button.tsx';
import { HiddenField } from './text-fields.tsx';
import { texts } from './texts.ts';

export interface DialogProps {
  readonly id: string;
  /** A question: «Удалить три записи?» */
  readonly title: string;
  readonly children?: Child;
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string | number>> | undefined;
  /** Repeats the verb: «Удалить три записи». */
  readonly verb: string;
  readonly danger?: boolean | undefined;
}

/**
 * Only for what cannot be undone. A `LinkButton` with `opens={id}` opens it; without scripts its link leads to a
 * page of its own, which shows `Confirm`.
 */
export const Dialog = ({ id, title, children, action, hidden, verb, danger = true }: DialogProps) => (
  <dialog class="dialog" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {children ? <div class="dialog-text">{children}</div> : null}
    <div class="actions">
      <form method="post" action={action}>
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        <Button kind={danger ? 'danger' : 'primary'}>{verb}</Button>
      </form>
      <form method="dialog">
        <button type="submit" class="button quiet size-m">
          <span class="button-text">{texts.undo}</span>
        </button>
      </form>
    </div>
  </dialog>
);

/** The same question as a page, for browsers without scripts. */
export const Confirm = ({
  children,
  action,
  hidden,
  verb,
  danger = true,
  back,
}: Omit<DialogProps, 'id' | 'title'> & { readonly back: string }) => (
  <form class="form" method="post" action={action}>
    {children}
    {Object.entries(hidden ?? {}).map(([name, value]) => (
      <HiddenField name={name} value={value} />
    ))}
    <div class="form-actions">
      <Button kind={danger ? 'danger' : 'primary'}>{verb}</Button>
      <a class="button quiet size-m" href={back}>
        <span class="button-text">{texts.undo}</span>
      </a>
    </div>
  </form>
);
