import type { FormErrors, RawForm } from '../../../platform/fields.ts';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Note } from '../../../ui/note.tsx';
import { FreeTimes } from '../../registers/pages/free-times.tsx';
import type { Asker } from '../campaign.ts';
import { answerFields, askedOf, type Choices } from '../fields.ts';

export interface SentAnswer {
  readonly form: RawForm;
  readonly errors?: FormErrors | undefined;
  readonly refusal?: string | undefined;
}

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
    <p>Классный руководитель, куратор и рабочая группа: по ответу подбирают наставника.</p>
    <p>Если отметить «Рассказать только психологу», тему и слова увидят лишь психолог, социальный педагог и куратор.</p>
    <p>
      Это не согласие на обработку персональных данных: его подписывают отдельно, на своём бланке. Отвечать или нет,
      решаете вы.
    </p>
  </Note>
);
