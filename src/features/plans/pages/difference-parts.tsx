import { day, formatDay } from '../../../kernel/day.ts';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Section } from '../../../ui/heading.tsx';
import type { Changed, Difference, TaskChange, TaskField, WordField } from '../difference.ts';
import { isSame } from '../difference.ts';
import { formatWords, taskFieldNames, wordFieldNames } from '../texts.ts';

const shown = (field: WordField | TaskField, value: string): string => {
  if (value === '') return 'пусто';
  if (field === 'formats') return formatWords(value.split(', '));
  return field === 'due' ? formatDay(day(value)) : value;
};

const BeforeAfter = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <>
    <del>{before}</del> <span aria-hidden="true">→</span> <ins>{after}</ins>
  </>
);

const names: Readonly<Record<WordField | TaskField, string>> = { ...wordFieldNames, ...taskFieldNames };

/** Field by field: what it was and what it is. */
export const Changes = ({ changes }: { readonly changes: readonly Changed<WordField | TaskField>[] }) => (
  <DefinitionList
    rules
    terms={changes.map(({ field, before, after }) => ({
      label: names[field],
      value: <BeforeAfter before={shown(field, before)} after={shown(field, after)} />,
    }))}
  />
);

const kinds = { added: 'Новая задача', removed: 'Задача убрана', changed: 'Задача изменена' } as const;

const TaskChanged = ({ change: { kind, task, changes } }: { readonly change: TaskChange }) => (
  <li>
    {kinds[kind]}: {kind === 'removed' ? <del>{task.title}</del> : <strong>{task.title}</strong>}
    {kind === 'added' ? `, до ${formatDay(task.due)}${task.expected ? `. Что получится: ${task.expected}` : ''}` : ''}
    {changes.length > 0 ? <Changes changes={changes} /> : null}
  </li>
);

/** What differs between two versions, or a line that nothing does. */
export const DifferenceSections = ({ difference }: { readonly difference: Difference }) =>
  isSame(difference) ? (
    <p>Отличий нет.</p>
  ) : (
    <>
      {difference.words.length > 0 ? (
        <Section title="Цели и стороны">
          <Changes changes={difference.words} />
        </Section>
      ) : null}
      {difference.tasks.length > 0 ? (
        <Section title="Задачи" count={difference.tasks.length}>
          <ul class="plain-list">
            {difference.tasks.map((change) => (
              <TaskChanged change={change} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
