import { Field, type FieldProps, tied } from './field.tsx';
import { Icon } from './icon.tsx';
import { texts } from './texts.ts';

export interface DayFieldProps extends FieldProps {
  /** As typed: «01.09.2026», or anything wrong that must be shown again. */
  readonly value?: string | null | undefined;
  /** First and last day that the calendar offers, ISO. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly autocomplete?: 'bday' | undefined;
}

/** ISO day («2026-09-01») as people write it («01.09.2026»); anything else comes back as it is. */
export const asTyped = (value: string | null | undefined): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value ?? '');
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : (value ?? '');
};

/** A date typed as «дд.мм.гггг»; with scripts a calendar opens beside it. The form gets the typed text. */
export const DayField = ({ value, min, max, autocomplete, ...field }: DayFieldProps) => (
  <Field {...field} width={field.width ?? 's'}>
    <day-field class="day-field" data-min={min} data-max={max}>
      <input
        {...tied(field)}
        class="input"
        type="text"
        inputmode="numeric"
        value={asTyped(value)}
        placeholder={texts.dayPlaceholder}
        autocomplete={autocomplete ?? 'off'}
        maxlength={10}
      />
      <button type="button" class="inside-button js-only" aria-label={texts.openCalendar} aria-expanded="false">
        <Icon name="calendar" size={18} />
      </button>
    </day-field>
  </Field>
);
