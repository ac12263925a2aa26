import { Field, type FieldProps, tied } from './field.tsx';
import { Icon } from './icon.tsx';
import { type Option, Options } from './text-fields.tsx';
import { texts } from './texts.ts';

export interface ComboFieldProps extends FieldProps {
  readonly value?: string | null | undefined;
  readonly options: readonly Option[];
  /** Words of the empty option. */
  readonly empty?: string | undefined;
}

/** A long list with a search: a native select without scripts, a combobox with them. The form gets the option's value. */
export const ComboField = ({ value, options, empty = '', ...field }: ComboFieldProps) => (
  <Field {...field}>
    <combo-field class="combo select" data-nothing={texts.nothingFound}>
      <select {...tied(field)} class="input">
        <option value="">{empty}</option>
        <Options options={options} value={value} />
      </select>
      <Icon name="chevrons-up-down" size={16} />
    </combo-field>
  </Field>
);
