// All fields in one door; each concern has its own file.
export { Checkbox, CheckboxGroup, type CheckboxProps, type ChoiceProps, RadioGroup } from './choices.tsx';
export { ComboField, type ComboFieldProps } from './combo-field.tsx';
export { DayField, type DayFieldProps } from './day-field.tsx';
export { errorId, Field, type FieldProps, Fieldset, type FieldsetProps, fieldId, hintId } from './field.tsx';
export { FileField, type FileFieldProps } from './file-field.tsx';
export {
  HiddenField,
  type Option,
  PasswordField,
  SearchField,
  SelectField,
  TextArea,
  TextField,
  type TextFieldProps,
} from './text-fields.tsx';
