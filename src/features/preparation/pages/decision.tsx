import { emptyForm, type FormErrors, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, Fieldset, TextField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import type { Norm } from '../../college/norms.ts';
import type { FormDecision } from '../choice-rows.ts';
import { choiceField } from '../fields.ts';
import { type FormChoice, type FormProposal, menteesPerMentor, worthAForm } from '../form-need.ts';

export interface DecisionShown {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

interface Props {
  readonly forms: readonly Norm[];
  readonly proposals: readonly FormProposal[];
  readonly decision: FormDecision | undefined;
}

/** Reads one line a form; names carry the form's code. */
export const readChoices = (
  forms: readonly Norm[],
  form: RawForm,
): { readonly choices: Omit<FormChoice, 'needed'>[]; readonly errors: FormErrors } => {
  const errors: Record<string, string> = {};
  const choices: Omit<FormChoice, 'needed'>[] = [];
  for (const { code } of forms) {
    const one = (name: string) => [sentValue(form, `${name}-${code}`)];
    const values = { mentees: one('mentees'), mentors: one('mentors'), expected: one('expected') };
    const read = readForm(choiceField, { values, files: {} });
    if (read.ok) choices.push({ form: code, chosen: sentValue(form, `chosen-${code}`) !== '', ...read.value });
    else for (const [name, message] of Object.entries(read.errors)) errors[`${name}-${code}`] = message;
  }
  return { choices, errors };
};

const shown = ({ decision, proposals }: Props, code: string) => {
  const kept = decision?.choices.find(({ form }) => form === code);
  const proposed = proposals.find(({ form }) => form === code);
  return {
    chosen: kept?.chosen ?? proposed?.chosen ?? false,
    mentees: kept?.mentees ?? proposed?.mentees ?? 0,
    mentors: kept?.mentors ?? proposed?.mentors ?? 0,
    expected: kept?.expected ?? '',
    needed: proposed?.needed ?? 0,
  };
};

const number = (value: number): string => (value === 0 ? '' : String(value));

const rule = `Правило предложения: форма нужна хотя бы ${worthAForm} людям, наставляемых столько, сколько её назвали, наставников по одному на ${menteesPerMentor} наставляемых.`;

/** The decision as a form; before the first decision it holds what the needs propose. */
export const DecisionForm = ({ sent, ...props }: Props & { readonly sent: DecisionShown | undefined }) => {
  const { forms, decision } = props;
  const errors = sent?.errors ?? {};
  const form = sent?.form ?? emptyForm;
  return (
    <Form
      action="/preparation/forms"
      version={decision?.version ?? 0}
      errors={errors}
      refusal={sent?.refusal}
      draft="forms-decision"
      actions={
        <Button kind="primary" busy="Записываем…">
          {decision ? 'Записать новое решение' : 'Записать решение'}
        </Button>
      }
    >
      <p class="hint">{rule}</p>
      {forms.map(({ code, label }) => {
        const now = shown(props, code);
        const typed = (name: string, value: string) => (sent ? sentValue(form, `${name}-${code}`) : value);
        return (
          <Fieldset legend={label} hint={`Назвали: ${now.needed}`} row>
            <Checkbox
              name={`chosen-${code}`}
              label="Применяем"
              value="yes"
              checked={sent ? sentValue(form, `chosen-${code}`) !== '' : now.chosen}
            />
            <TextField
              name={`mentees-${code}`}
              label="Наставляемых"
              width="s"
              inputmode="numeric"
              value={typed('mentees', number(now.mentees))}
              error={errors[`mentees-${code}`]}
            />
            <TextField
              name={`mentors-${code}`}
              label="Наставников"
              width="s"
              inputmode="numeric"
              value={typed('mentors', number(now.mentors))}
              error={errors[`mentors-${code}`]}
            />
            <TextField
              name={`expected-${code}`}
              label="Чего ждём"
              width="l"
              value={typed('expected', now.expected)}
              error={errors[`expected-${code}`]}
            />
          </Fieldset>
        );
      })}
    </Form>
  );
};

const columnsOf = (props: Props): readonly Column<Norm>[] => [
  { key: 'form', label: 'Форма', head: true, cell: ({ label }) => label },
  { key: 'needed', label: 'Назвали', kind: 'number', cell: ({ code }) => shown(props, code).needed },
  { key: 'chosen', label: 'Применяем', cell: ({ code }) => (shown(props, code).chosen ? 'да' : 'нет') },
  {
    key: 'mentees',
    label: 'Наставляемых',
    kind: 'number',
    cell: ({ code }) => number(shown(props, code).mentees) || '—',
  },
  {
    key: 'mentors',
    label: 'Наставников',
    kind: 'number',
    cell: ({ code }) => number(shown(props, code).mentors) || '—',
  },
  { key: 'expected', label: 'Чего ждём', cell: ({ code }) => shown(props, code).expected || '—' },
];

/** The same for those who only read. */
export const DecisionTable = (props: Props) => (
  <>
    <Table caption="Формы наставничества года" columns={columnsOf(props)} rows={props.forms} />
    <p class="hint">{rule}</p>
  </>
);
