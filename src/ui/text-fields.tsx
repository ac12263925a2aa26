import type { Child } from 'hono/jsx';
import { Field, type FieldProps, fieldId, tied } from './field.tsx';
import { Icon } from './icon.tsx';
import { texts } from './texts.ts';

export interface TextFieldProps extends FieldProps {
  readonly value?: string | number | null | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'time' | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | undefined;
  readonly autocomplete?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxlength?: number | undefined;
  readonly readonly?: boolean | undefined;
  /** Suggestions: any text may still be typed. */
  readonly suggestions?: readonly string[] | undefined;
}

const frame = ({ name, label, hint, error, optional, id, labelHidden, width }: FieldProps): FieldProps => ({
  name,
  label,
  hint,
  error,
  optional,
  id,
  labelHidden,
  width,
});

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const list = props.suggestions ? `${props.id ?? fieldId(props.name)}-list` : undefined;
  return (
    <Field {...frame(props)}>
      <input
        {...tied(props)}
        class="input"
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? 'off'}
        placeholder={props.placeholder}
        maxlength={props.maxlength}
        readonly={props.readonly}
        list={list}
      />
      {props.suggestions ? (
        <datalist id={list}>
          {props.suggestions.map((text) => (
            <option value={text} />
          ))}
        </datalist>
      ) : null}
    </Field>
  );
};

/** Several lines of text. */
export const TextArea = (props: TextFieldProps & { readonly rows?: number | undefined }) => (
  <Field {...frame(props)}>
    <textarea
      {...tied(props)}
      class="input"
      rows={props.rows ?? 4}
      placeholder={props.placeholder}
      maxlength={props.maxlength}
      readonly={props.readonly}
    >
      {String(props.value ?? '')}
    </textarea>
  </Field>
);

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Heading of the group the option stands under; options of a group must follow one another. */
  readonly group?: string | undefined;
}

export interface SelectFieldProps extends FieldProps {
  readonly value?: string | null | undefined;
  readonly options: readonly Option[];
  /** Words of the empty option, e.g. «не выбрано»; without it there is none. */
  readonly empty?: string | undefined;
}

/** `<option>`s with their groups. */
export const Options = ({
  options,
  value,
}: {
  readonly options: readonly Option[];
  readonly value?: string | null | undefined;
}) => {
  const parts: { group: string | undefined; options: Option[] }[] = [];
  for (const option of options) {
    const last = parts.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else parts.push({ group: option.group, options: [option] });
  }
  const one = (option: Option) => (
    <option value={option.value} selected={option.value === value}>
      {option.label}
    </option>
  );
  return (
    <>
      {parts.map((part) =>
        part.group ? <optgroup label={part.group}>{part.options.map(one)}</optgroup> : part.options.map(one),
      )}
    </>
  );
};

/** A short list to choose one from; from about fifteen options take `ComboField`. */
export const SelectField = (props: SelectFieldProps) => (
  <Field {...frame(props)}>
    <span class="select">
      <select {...tied(props)} class="input">
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        <Options options={props.options} value={props.value} />
      </select>
      <Icon name="chevron-down" size={16} />
    </span>
  </Field>
);

/** A password with «Показать». The value is never sent back. */
export const PasswordField = (
  props: FieldProps & {
    readonly autocomplete?: 'current-password' | 'new-password' | undefined;
    readonly aside?: Child;
  },
) => (
  <Field {...frame(props)} aside={props.aside}>
    <span class="password">
      <input {...tied(props)} class="input" type="password" autocomplete={props.autocomplete ?? 'current-password'} />
      <button
        type="button"
        class="inside-button js-only"
        data-show={texts.show}
        data-hide={texts.hide}
        aria-label={texts.showPassword}
      >
        {texts.show}
      </button>
    </span>
  </Field>
);

/** A search box with a lens. */
export const SearchField = (
  props: Omit<FieldProps, 'optional' | 'error'> & {
    readonly value?: string | undefined;
    readonly placeholder?: string | undefined;
    readonly key?: string | undefined;
  },
) => (
  <span class="search">
    <Icon name="search" size={16} />
    <label class="sr" for={props.id ?? fieldId(props.name)}>
      {props.label}
    </label>
    <input
      class="input"
      type="search"
      id={props.id ?? fieldId(props.name)}
      name={props.name}
      value={props.value ?? ''}
      placeholder={props.placeholder}
      autocomplete="off"
    />
  </span>
);

/** What the form carries along unseen. */
export const HiddenField = ({ name, value }: { readonly name: string; readonly value: string | number }) => (
  <input type="hidden" name={name} value={value} />
);
