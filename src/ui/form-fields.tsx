import type { Field, FieldSet, FormErrors, RawForm } from '../platform/fields.ts';
import { sentValue } from '../platform/fields.ts';
import {
  Checkbox,
  CheckboxGroup,
  DayField,
  PasswordField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from './fields.tsx';

interface Asked {
  readonly name: string;
  readonly field: Field;
  readonly form: RawForm;
  readonly error: string | undefined;
}

/** One declared field as the widget of its kind, with what was typed and what is wrong with it. */
export const FieldOf = ({ name, field, form, error }: Asked) => {
  const common = { name, label: field.label, hint: field.hint, optional: field.optional, error };
  const value = sentValue(form, name);
  const values = form.values[name] ?? [];
  const options = field.options ?? [];
  switch (field.kind) {
    case 'area':
      return <TextArea {...common} value={form.values[name]?.[0] ?? ''} />;
    case 'day':
      return <DayField {...common} value={value} />;
    case 'number':
      return <TextField {...common} value={value} inputmode="numeric" />;
    case 'select':
      return <SelectField {...common} value={value} options={options} />;
    case 'radio':
      return <RadioGroup {...common} value={value} options={options} />;
    case 'checks':
      return <CheckboxGroup {...common} values={values} options={options} />;
    case 'check':
      return (
        <Checkbox name={name} label={field.label} hint={field.hint} error={error} checked={value !== ''} value="yes" />
      );
    case 'password':
      return (
        <PasswordField
          {...common}
          autocomplete={field.autocomplete === 'current-password' ? 'current-password' : 'new-password'}
        />
      );
    case 'hidden':
      return <input type="hidden" name={name} value={value} />;
    case 'text':
      return <TextField {...common} value={value} autocomplete={field.autocomplete} />;
  }
};

/** All declared fields, in the order they were declared. `only` picks some of them. */
export const FormFields = ({
  fields,
  form,
  errors = {},
  only,
}: {
  readonly fields: FieldSet;
  readonly form: RawForm;
  readonly errors?: FormErrors | undefined;
  readonly only?: readonly string[] | undefined;
}) => (
  <>
    {Object.entries(fields)
      .filter(([name]) => !only || only.includes(name))
      .map(([name, field]) => (
        <FieldOf name={name} field={field} form={form} error={errors[name]} />
      ))}
  </>
);
