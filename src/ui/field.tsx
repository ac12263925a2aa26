import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';
import { texts } from './texts.ts';

/** What every field takes. `error` is a whole sentence: what is wrong and what to do. */
export interface FieldProps {
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly error?: string | undefined;
  /** Marks the label «необязательно»; required fields are not marked. */
  readonly optional?: boolean | undefined;
  /** Own id where one page has two fields of a name; else made from the name. */
  readonly id?: string | undefined;
  /** The label is read but not seen: in table rows and search boxes. */
  readonly labelHidden?: boolean | undefined;
  /** Width of the input: s 10, m 20, l 32 characters; full by default. */
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
}

/** The id of the input for a form name: `people[3].birthday` → `f-people-3-birthday`. The error summary links to it. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '')}`;
export const hintId = (id: string): string => `${id}-hint`;
export const errorId = (id: string): string => `${id}-error`;

/** Attributes that tie an input to its label, hint and error. */
export const tied = ({ name, id, hint, error, optional }: FieldProps) => {
  const own = id ?? fieldId(name);
  const described = [hint ? hintId(own) : '', error ? errorId(own) : ''].filter(Boolean).join(' ');
  return {
    id: own,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': optional ? undefined : ('true' as const),
  };
};

/** The message under an input. */
export const FieldError = ({ id, children }: { readonly id: string; readonly children: Child }) => (
  <p class="field-error" id={errorId(id)}>
    <Icon name="circle-alert" size={18} />
    <span>
      <span class="sr">{texts.error}: </span>
      {children}
    </span>
  </p>
);

/** Label, hint, the input itself, error. The frame for own inputs; the ready ones are below. */
export const Field = ({
  children,
  aside,
  ...field
}: FieldProps & { readonly children: Child; readonly aside?: Child }) => {
  const id = field.id ?? fieldId(field.name);
  return (
    <div class={['field', field.error ? 'wrong' : '', `w-${field.width ?? 'full'}`].filter(Boolean).join(' ')}>
      <div class={field.labelHidden ? 'sr' : 'field-label'}>
        <label for={id}>
          {field.label}
          {field.optional ? <span class="optional"> {texts.optional}</span> : null}
        </label>
        {aside ?? null}
      </div>
      {field.hint ? (
        <p class="hint" id={hintId(id)}>
          {field.hint}
        </p>
      ) : null}
      {children}
      {field.error ? <FieldError id={id}>{field.error}</FieldError> : null}
    </div>
  );
};

export interface FieldsetProps {
  readonly legend: Child;
  readonly hint?: Child;
  /** Fields side by side on wide screens. */
  readonly row?: boolean | undefined;
  readonly children: Child;
}

/** Fields that belong together, under a heading. */
export const Fieldset = ({ legend, hint, row, children }: FieldsetProps) => (
  <fieldset class="fieldset">
    <legend>{legend}</legend>
    {hint ? <p class="hint">{hint}</p> : null}
    <div class={row ? 'field-row' : 'field-stack'}>{children}</div>
  </fieldset>
);
