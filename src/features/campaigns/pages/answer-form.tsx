import type { FormErrors, RawForm } from '../../../platform/fields.ts';
import { CheckboxGroup, Fieldset } from '../../../ui/fields.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Note } from '../../../ui/note.tsx';
import { dayParts, weekdays } from '../../registers/member.ts';
import { dayPartNames, weekdayNames } from '../../registers/texts.ts';
import type { Asker } from '../campaign.ts';
import { answerFields, askedOf, type Choices } from '../fields.ts';

export interface SentAnswer {
  readonly form: RawForm;
  readonly errors?: FormErrors | undefined;
  readonly refusal?: string | undefined;
}

/** A line for each weekday: a thumb reaches all of it on a phone. */
const FreeTimes = ({ times, error }: { readonly times: readonly string[]; readonly error?: string | undefined }) => (
  <Fieldset legend="Когда свободны (необязательно)" hint="Отметьте всё, что подходит: по этому подбирают пары">
    {weekdays.map((weekday, index) => (
      <CheckboxGroup
        name="freeTimes"
        id={index === 0 ? undefined : `f-freeTimes-${weekday}`}
        label={weekdayNames[weekday] ?? weekday}
        look="row"
        values={times}
        options={dayParts.map((part) => ({ value: `${weekday}-${part}`, label: dayPartNames[part] ?? part }))}
        error={index === 0 ? error : undefined}
      />
    ))}
  </Fieldset>
);

/** Questions for this person, with what was typed and what is wrong with it. */
export const AnswerFields = ({
  asker,
  choices,
  sent: { form, errors },
}: {
  readonly asker: Pick<Asker, 'audience' | 'subjectId'>;
  readonly choices: Choices;
  readonly sent: SentAnswer;
}) => {
  const asked = askedOf(asker);
  return (
    <>
      <FormFields
        fields={answerFields(asker, choices)}
        form={form}
        errors={errors}
        only={asked.filter((name) => name !== 'freeTimes')}
      />
      {asked.includes('freeTimes') ? <FreeTimes times={form.values.freeTimes ?? []} error={errors?.freeTimes} /> : null}
    </>
  );
};

/** Who sees what, before anything is typed. */
export const WhoSees = () => (
  <Note icon="eye" title="Кто увидит ответ">
    <ul class="reasons">
      <li>Классный руководитель, куратор и рабочая группа: по ответу подбирают наставника.</li>
      <li>С отметкой «Рассказать только психологу» — лишь психолог, социальный педагог и куратор.</li>
    </ul>
    Это не согласие на обработку персональных данных: его подписывают отдельно, на своём бланке. Отвечать или нет,
    решаете вы.
  </Note>
);
