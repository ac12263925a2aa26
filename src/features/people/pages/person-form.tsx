import { formatDay } from '../../../kernel/day.ts';
import type { CollegeDb } from '../../../platform/db.ts';
import { type FieldSet, type FormErrors, formOf, type RawForm, sentValue } from '../../../platform/fields.ts';
import { ComboField, Fieldset, HiddenField } from '../../../ui/fields.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import type { Values } from '../editing.ts';
import { type PersonFieldName, personFields } from '../fields.ts';
import { listOrganisations } from '../organisation-rows.ts';
import type { PersonInput } from '../person.ts';
import { formatPhone } from '../phone-number.ts';
import { groupChoices } from '../study-group-rows.ts';
import { genderNames, kindNames } from '../texts.ts';

export interface Choices {
  readonly groups: readonly { readonly id: string; readonly code: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

export const choicesOf = async (db: CollegeDb): Promise<Choices> => ({
  groups: await groupChoices(db),
  organisations: await listOrganisations(db),
});

const fieldNames = Object.keys(personFields) as PersonFieldName[];

/** A card as the form would send it. */
export const valuesOf = (person: PersonInput): Values =>
  Object.fromEntries(
    fieldNames.map((name) => {
      const value = person[name];
      if (name === 'birthDay') return [name, person.birthDay ? formatDay(person.birthDay) : ''];
      return [name, name === 'phone' || name === 'representativePhone' ? formatPhone(person[name]) : (value ?? '')];
    }),
  );

/** What was typed, by field. */
export const typedValues = (form: RawForm): Values =>
  Object.fromEntries(fieldNames.map((name) => [name, sentValue(form, name)]));

const wasPrefix = 'was-';

/** What the card held when the form was opened; travels with the form, so that two edits can be told apart. */
export const wasValues = (form: RawForm): Values =>
  Object.fromEntries(fieldNames.map((name) => [name, sentValue(form, `${wasPrefix}${name}`)]));

export const WasFields = ({ values }: { readonly values: Values }) => (
  <>
    {fieldNames.map((name) => (
      <HiddenField name={`${wasPrefix}${name}`} value={values[name] ?? ''} />
    ))}
  </>
);

export const formOfValues = (values: Values): RawForm => formOf(values);

/** The value of a field as a person reads it: a choice by its word, not by its code. */
export const shownValue = (name: PersonFieldName, value: string, choices: Choices): string => {
  if (value === '') return 'пусто';
  if (name === 'groupId') return choices.groups.find(({ id }) => id === value)?.code ?? 'другая группа';
  if (name === 'organisationId') return choices.organisations.find(({ id }) => id === value)?.name ?? 'другая';
  if (name === 'kind') return kindNames[value as keyof typeof kindNames] ?? value;
  return name === 'gender' ? (genderNames[value as keyof typeof genderNames] ?? value) : value;
};

const part = (...names: PersonFieldName[]): FieldSet =>
  Object.fromEntries(names.map((name) => [name, personFields[name]]));

/** The fields of a card: who it is, how to reach them, where they study or work, who stands for them. */
export const PersonFields = ({
  form,
  errors,
  choices,
}: {
  readonly form: RawForm;
  readonly errors: FormErrors;
  readonly choices: Choices;
}) => (
  <>
    <Fieldset legend="Человек">
      <FormFields
        fields={part('kind', 'lastName', 'firstName', 'patronymic', 'gender', 'birthDay')}
        form={form}
        errors={errors}
      />
    </Fieldset>
    <Fieldset legend="Учёба и работа">
      <ComboField
        name="groupId"
        label={personFields.groupId.label}
        hint={personFields.groupId.hint}
        optional
        value={sentValue(form, 'groupId')}
        error={errors.groupId}
        empty="без группы"
        options={choices.groups.map(({ id, code }) => ({ value: id, label: code }))}
      />
      <FormFields fields={part('post')} form={form} errors={errors} />
      <ComboField
        name="organisationId"
        label={personFields.organisationId.label}
        hint={personFields.organisationId.hint}
        optional
        value={sentValue(form, 'organisationId')}
        error={errors.organisationId}
        empty="не указана"
        options={choices.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Fieldset>
    <Fieldset legend="Как связаться">
      <FormFields fields={part('phone', 'email')} form={form} errors={errors} />
    </Fieldset>
    <Fieldset legend="Законный представитель" hint="Нужен студентам до 18 лет: он подписывает согласие">
      <FormFields
        fields={part('representativeName', 'representativePhone', 'representativeEmail')}
        form={form}
        errors={errors}
      />
    </Fieldset>
  </>
);
