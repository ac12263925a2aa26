// All fields in one door; each concern has its own file.
export { Checkbox, CheckboxGroup, RadioGroup } from './choices.tsx';
export { ComboField } from './combo-field.tsx';
export { DayField } from './day-field.tsx';
export { Field, Fieldset } from './field.tsx';
export { FileField } from './file-field.tsx';
export {
  HiddenField,
  PasswordField,
  SearchField,
  SelectField,
  TextArea,
  TextField,
} from './text-fields.tsx';
