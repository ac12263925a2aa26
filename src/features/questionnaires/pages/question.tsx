import type { Child } from 'hono/jsx';
import { CheckboxGroup, Fieldset, RadioGroup, SelectField, TextArea, TextField } from '../../../ui/fields.tsx';
import { Scale } from '../../../ui/scale.tsx';
import { type Answer, fieldName, partName } from '../answer.ts';
import type { Question } from '../definition.ts';
import { usualEnds, yesNoWords } from '../definition-texts.ts';

export interface QuestionProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly error?: string | undefined;
  /** Not asked of this person so far; a browser with scripts may show it later. */
  readonly hidden?: boolean | undefined;
}

const text = (answer: Answer | undefined): string =>
  typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';

const list = (answer: Answer | undefined): readonly string[] => (Array.isArray(answer) ? answer : []);

const part = (answer: Answer | undefined, id: string): string =>
  typeof answer === 'object' && !Array.isArray(answer) ? ((answer as Readonly<Record<string, string>>)[id] ?? '') : '';

const choices = (question: Question) => (question.options ?? []).map(({ id, label }) => ({ value: id, label }));

const Ranking = ({ question, answer }: QuestionProps) => {
  const options = question.options ?? [];
  const places = options.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <Fieldset legend={question.text} hint={question.hint || 'Первое место — самое важное'}>
      <div class="fill-parts">
        {options.map(({ id, label }) => (
          <SelectField
            name={partName(question.id, id)}
            label={label}
            options={places}
            empty="место"
            value={part(answer, id)}
            width="s"
          />
        ))}
      </div>
    </Fieldset>
  );
};

const Matrix = ({ question, answer }: QuestionProps) => (
  <Fieldset legend={question.text} hint={question.hint || undefined}>
    <div class="fill-parts">
      {(question.options ?? []).map(({ id, label }) => (
        <RadioGroup
          name={partName(question.id, id)}
          label={label}
          look="tiles"
          options={(question.columns ?? []).map((column) => ({ value: column.id, label: column.label }))}
          value={part(answer, id)}
        />
      ))}
    </div>
  </Fieldset>
);

const Input = (props: QuestionProps): Child => {
  const { question, answer } = props;
  const common = {
    name: fieldName(question.id),
    label: question.text,
    hint: question.hint || undefined,
    optional: !question.required,
  };
  switch (question.kind) {
    case 'scale':
      return <Scale {...common} value={text(answer)} to={question.to ?? 10} ends={question.ends ?? usualEnds} />;
    case 'one':
      return <RadioGroup {...common} look="tiles" options={choices(question)} value={text(answer)} />;
    case 'many':
      return (
        <CheckboxGroup
          {...common}
          hint={common.hint ?? 'Можно отметить несколько'}
          look="tiles"
          options={choices(question)}
          values={list(answer)}
        />
      );
    case 'yes-no':
      return (
        <RadioGroup
          {...common}
          look="tiles"
          options={[
            { value: 'yes', label: yesNoWords.yes },
            { value: 'no', label: yesNoWords.no },
          ]}
          value={text(answer)}
        />
      );
    case 'number':
      return <TextField {...common} inputmode="decimal" value={text(answer)} width="m" />;
    case 'short':
      return <TextField {...common} value={text(answer)} maxlength={300} />;
    case 'long':
      return <TextArea {...common} value={text(answer)} rows={5} maxlength={4000} />;
    case 'ranking':
      return <Ranking {...props} />;
    case 'matrix':
      return <Matrix {...props} />;
  }
};

/** One question as it is answered; everything a browser needs to save it alone stands in its attributes. */
export const QuestionView = (props: QuestionProps) => {
  const { question, error, hidden } = props;
  const parts = question.kind === 'ranking' || question.kind === 'matrix' ? (question.options ?? []).length : 1;
  return (
    <div
      class="fill-question"
      id={`question-${question.id}`}
      data-question={question.id}
      data-required={question.required ? '' : undefined}
      data-parts={parts > 1 ? parts : undefined}
      data-shown-if={question.shownIf?.question}
      data-shown-is={question.shownIf?.is.join('|')}
      hidden={hidden}
    >
      <Input {...props} />
      <p class="field-error" role="alert" data-error hidden={!error}>
        {error ?? ''}
      </p>
    </div>
  );
};
