import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, type RawForm, sentValue } from '../../../platform/fields.ts';
import { Checkbox, CheckboxGroup, SelectField, TextField } from '../../../ui/fields.tsx';
import type { Column } from '../../../ui/table.tsx';
import { fullName } from '../../people/person.ts';
import { scannedFields } from '../fields.ts';
import type { ConsentForm } from '../form-rows.ts';
import { paperRefusals } from '../print-texts.ts';
import { formProblem } from '../record-scanned.ts';
import { purposeNames } from '../texts.ts';

/** Name of a field of one form of the pile. */
export const of = (name: string, formId: string): string => `${name}-${formId}`;

/** What a person should know of a form before recording it. */
const warning = (form: ConsentForm, sheets: number): string | null => {
  const problem = formProblem(form);
  if (problem) return paperRefusals[problem];
  if (sheets < form.pages) return `Не хватает листов: найдено ${sheets} из ${form.pages}.`;
  return form.textValidTill ? `Прежняя редакция: действовала по ${formatDay(form.textValidTill)}.` : null;
};

export const columnsOf = (
  { sheets }: { readonly sheets: ReadonlyMap<string, number> },
  form: RawForm,
  errors: FormErrors,
): Column<ConsentForm>[] => [
  {
    key: 'name',
    label: 'Чья бумага',
    head: true,
    cell: (row) =>
      formProblem(row) ? (
        fullName(row)
      ) : (
        <Checkbox
          name="ids"
          id={`ids-${row.id}`}
          value={row.id}
          label={fullName(row)}
          error={errors[of('paper', row.id)]}
          checked={(form.values.ids ?? []).includes(row.id)}
        />
      ),
  },
  {
    key: 'paper',
    label: 'Бумага',
    cell: (row) => (
      <>
        <a href={`/consents/forms/${row.id}/scan`} data-turbo="false">
          {purposeNames[row.purpose]}, редакция {row.textVersion}
        </a>
        {warning(row, sheets.get(row.id) ?? 0) ? <p class="hint">{warning(row, sheets.get(row.id) ?? 0)}</p> : null}
      </>
    ),
  },
  {
    key: 'by',
    label: 'Кто подписал',
    cell: (row) =>
      formProblem(row) ? null : (
        <SelectField
          name={of('signedBy', row.id)}
          label={`${scannedFields.signedBy.label}: ${fullName(row)}`}
          labelHidden
          options={scannedFields.signedBy.options ?? []}
          value={sentValue(form, of('signedBy', row.id)) || row.signatory}
          error={errors[of('signedBy', row.id)]}
        />
      ),
  },
  {
    key: 'day',
    label: 'Другой день',
    cell: (row) =>
      formProblem(row) ? null : (
        <TextField
          name={of('signedOn', row.id)}
          label={`${scannedFields.signedOn.label}: ${fullName(row)}`}
          labelHidden
          width="s"
          optional
          value={sentValue(form, of('signedOn', row.id))}
          error={errors[of('signedOn', row.id)]}
          placeholder="как у всех"
        />
      ),
  },
  {
    key: 'representative',
    label: 'Представитель',
    cell: (row) =>
      formProblem(row) || (row.signatory === 'self' && !errors[of('representativeName', row.id)]) ? null : (
        <TextField
          name={of('representativeName', row.id)}
          label={`${scannedFields.representativeName.label}: ${fullName(row)}`}
          labelHidden
          value={sentValue(form, of('representativeName', row.id)) || row.representativeName}
          error={errors[of('representativeName', row.id)]}
          placeholder="Фамилия, имя, отчество"
        />
      ),
  },
];

/** What each person allowed to be shown, read from the papers. */
export const Allowed = ({
  rows,
  form,
  errors,
}: {
  rows: readonly ConsentForm[];
  form: RawForm;
  errors: FormErrors;
}) => (
  <>
    {rows.map((row) => (
      <>
        <CheckboxGroup
          name={of('categories', row.id)}
          label={`${scannedFields.categories.label}: ${fullName(row)}`}
          hint={scannedFields.categories.hint}
          options={scannedFields.categories.options ?? []}
          values={form.values[of('categories', row.id)] ?? []}
          error={errors[of('categories', row.id)]}
        />
        <TextField
          name={of('conditions', row.id)}
          label={`${scannedFields.conditions.label}: ${fullName(row)}`}
          optional
          value={sentValue(form, of('conditions', row.id))}
          error={errors[of('conditions', row.id)]}
        />
      </>
    ))}
  </>
);
