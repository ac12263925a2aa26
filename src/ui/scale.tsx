import { errorId, FieldError, type FieldProps, fieldId, hintId } from './field.tsx';
import { texts } from './texts.ts';

export interface ScaleProps extends Omit<FieldProps, 'width'> {
  readonly value?: number | string | null | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Names of both ends: «совсем непонятно», «всё ясно». */
  readonly ends: readonly [string, string];
}

/** A radio group of numbers: two rows of five on a phone, one on a desktop. */
export const Scale = ({ value, from = 1, to = 10, ends, ...field }: ScaleProps) => {
  const id = field.id ?? fieldId(field.name);
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const described = [field.hint ? hintId(id) : '', `${id}-ends`, field.error ? errorId(id) : '']
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset class={field.error ? 'field scale wrong' : 'field scale'} aria-describedby={described}>
      <legend class={field.labelHidden ? 'sr' : 'field-label'}>
        {field.label}
        {field.optional ? <span class="optional"> {texts.optional}</span> : null}
      </legend>
      {field.hint ? (
        <p class="hint" id={hintId(id)}>
          {field.hint}
        </p>
      ) : null}
      <div class="scale-numbers">
        {numbers.map((number) => (
          <label>
            <input
              type="radio"
              id={number === from ? id : `${id}-${number}`}
              name={field.name}
              value={number}
              checked={String(value ?? '') === String(number)}
            />
            <span>{number}</span>
          </label>
        ))}
      </div>
      <p class="scale-ends" id={`${id}-ends`}>
        <span>
          {from} — {ends[0]}
        </span>
        <span>
          {to} — {ends[1]}
        </span>
      </p>
      {field.error ? <FieldError id={id}>{field.error}</FieldError> : null}
    </fieldset>
  );
};
