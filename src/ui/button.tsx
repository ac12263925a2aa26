import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';
import { texts } from './texts.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
/** `m` 40 px, `s` 32 px in rows, `l` 56 px on phones and in questionnaires. */
export type ButtonSize = 's' | 'm' | 'l';

interface Look {
  readonly kind?: ButtonKind | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: IconName | undefined;
  /** An icon after the words, for menus and «дальше». */
  readonly iconAfter?: IconName | undefined;
  /** Full width of the column. */
  readonly wide?: boolean | undefined;
  /** The accessible name when the button shows an icon only. */
  readonly name?: string | undefined;
  readonly children?: Child;
}

export interface ButtonProps extends Look {
  readonly type?: 'submit' | 'button' | undefined;
  readonly id?: string | undefined;
  /** Name and value that the form sends when this button was pressed. */
  readonly field?: string | undefined;
  readonly value?: string | undefined;
  readonly form?: string | undefined;
  readonly formaction?: string | undefined;
  /** What the button says while the form is being sent. */
  readonly busy?: string | undefined;
  /** Id of a `Dialog` to open; give `formaction` or a link beside it for browsers without scripts. */
  readonly opens?: string | undefined;
  readonly novalidate?: boolean | undefined;
}

export interface LinkButtonProps extends Look {
  readonly href: string;
  readonly download?: boolean | undefined;
  /** Open outside of the current page (printed sheets, files). */
  readonly newTab?: boolean | undefined;
  /** Id of a `Dialog` that opens instead when scripts work. */
  readonly opens?: string | undefined;
  /** Turbo stays away: downloads and pages of other applications. */
  readonly plain?: boolean | undefined;
}

const classes = ({ kind = 'secondary', size = 'm', wide, children }: Look): string =>
  ['button', kind, `size-${size}`, wide ? 'full' : '', children === undefined ? 'icon-only' : '']
    .filter(Boolean)
    .join(' ');

const Inside = ({ icon, iconAfter, size, children }: Look) => {
  const side = size === 's' ? 16 : size === 'l' ? 20 : 18;
  return (
    <>
      {icon ? <Icon name={icon} size={side} /> : null}
      {children === undefined ? null : <span class="button-text">{children}</span>}
      {iconAfter ? <Icon name={iconAfter} size={16} /> : null}
    </>
  );
};

/** A button of a form. One primary button per screen; never disabled: say what is missing instead. */
export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'submit'}
    class={classes(props)}
    id={props.id}
    name={props.field}
    value={props.value}
    form={props.form}
    formaction={props.formaction}
    formnovalidate={props.novalidate}
    aria-label={props.name}
    title={props.name}
    data-busy={props.type === 'button' ? undefined : (props.busy ?? texts.busy)}
    data-opens={props.opens}
  >
    <Inside {...props} />
  </button>
);

/** A link that looks like a button. */
export const LinkButton = (props: LinkButtonProps) => (
  <a
    class={classes(props)}
    href={props.href}
    aria-label={props.name}
    title={props.name}
    download={props.download ? true : undefined}
    target={props.newTab ? '_blank' : undefined}
    rel={props.newTab ? 'noopener' : undefined}
    data-opens={props.opens}
    data-turbo={props.plain || props.download ? 'false' : undefined}
  >
    <Inside {...props} />
  </a>
);
