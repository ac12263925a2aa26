import type { Child } from 'hono/jsx';
import { errorId, FieldError, type FieldProps, fieldId, hintId } from './field.tsx';
import { Icon, type IconName } from './icon.tsx';
import { texts } from './texts.ts';

export interface CheckboxProps {
  readonly name: string;
  readonly label: Child;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly hint?: Child;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  readonly labelHidden?: boolean | undefined;
}

/** One yes or no. Sends `value` (`on` by default) when ticked. */
export const Checkbox = (props: CheckboxProps) => {
  const id = props.id ?? fieldId(props.name);
  return (
    <div class={props.error ? 'choice wrong' : 'choice'}>
      <label class="choice-label">
        <input
          type="checkbox"
          class="check"
          id={id}
          name={props.name}
          value={props.value ?? 'on'}
          checked={props.checked}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={
            [props.hint ? hintId(id) : '', props.error ? errorId(id) : ''].filter(Boolean).join(' ') || undefined
          }
        />
        <span class={props.labelHidden ? 'sr' : undefined}>{props.label}</span>
      </label>
      {props.hint ? (
        <p class="hint" id={hintId(id)}>
          {props.hint}
        </p>
      ) : null}
      {props.error ? <FieldError id={id}>{props.error}</FieldError> : null}
    </div>
  );
};

export interface Choice {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child;
  /** Shown in the `tiles` and `faces` looks. */
  readonly icon?: IconName | undefined;
  readonly initials?: string | undefined;
}

export interface ChoiceProps extends Omit<FieldProps, 'width'> {
  readonly options: readonly Choice[];
  /** column: one under another · row: in a line · tiles: big buttons for phones · faces: big buttons with an icon above. */
  readonly look?: 'column' | 'row' | 'tiles' | 'faces' | undefined;
}

const Group = (props: ChoiceProps & { readonly type: 'radio' | 'checkbox'; readonly values: readonly string[] }) => {
  const id = props.id ?? fieldId(props.name);
  const look = props.look ?? 'column';
  const described = [props.hint ? hintId(id) : '', props.error ? errorId(id) : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      class={['field', 'choices', props.error ? 'wrong' : ''].filter(Boolean).join(' ')}
      aria-describedby={described || undefined}
    >
      <legend class={props.labelHidden ? 'sr' : 'field-label'}>
        {props.label}
        {props.optional ? <span class="optional"> {texts.optional}</span> : null}
      </legend>
      {props.hint ? (
        <p class="hint" id={hintId(id)}>
          {props.hint}
        </p>
      ) : null}
      <div class={`options ${look}`}>
        {props.options.map((option, index) => (
          <div class="option">
            <label class="choice-label">
              <input
                type={props.type}
                class={props.type === 'radio' ? 'radio' : 'check'}
                id={index === 0 ? id : `${id}-${index}`}
                name={props.name}
                value={option.value}
                checked={props.values.includes(option.value)}
              />
              {option.icon ? <Icon name={option.icon} size={look === 'faces' ? 32 : 18} /> : null}
              {option.initials ? (
                <span class="avatar s" aria-hidden="true">
                  {option.initials}
                </span>
              ) : null}
              <span>{option.label}</span>
            </label>
            {option.hint ? <p class="hint">{option.hint}</p> : null}
          </div>
        ))}
      </div>
      {props.error ? <FieldError id={id}>{props.error}</FieldError> : null}
    </fieldset>
  );
};

/** One of a few. The error summary leads to the first. */
export const RadioGroup = ({ value, ...props }: ChoiceProps & { readonly value?: string | null | undefined }) => (
  <Group {...props} type="radio" values={value ? [value] : []} />
);

/** Any of a few; all ticked ones are sent under the same name. */
export const CheckboxGroup = ({
  values = [],
  ...props
}: ChoiceProps & { readonly values?: readonly string[] | undefined }) => (
  <Group {...props} type="checkbox" values={values} />
);
