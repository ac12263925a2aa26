import { Checkbox, Field } from '../../../ui/fields.tsx';
import { Table } from '../../../ui/table.tsx';
import { dayParts, weekdays } from '../member.ts';
import { dayPartNames, freeTimeName, weekdayNames } from '../texts.ts';

/** When somebody is free: weekdays down, parts of a day across; sends `freeTimes`. */
export const FreeTimes = ({
  times,
  error,
}: {
  readonly times: readonly string[];
  readonly error?: string | undefined;
}) => (
  <Field
    name="freeTimes"
    id="f-freeTimes-mon-morning"
    label="Когда свободен"
    optional
    hint="Отметьте всё, что подходит: по этому подбирают пары"
    error={error}
  >
    <Table
      plain
      caption="Свободное время по дням недели"
      rows={weekdays}
      columns={[
        { key: 'weekday', label: 'День', head: true, cell: (weekday) => weekdayNames[weekday] },
        ...dayParts.map((part) => ({
          key: part,
          label: dayPartNames[part] ?? part,
          cell: (weekday: (typeof weekdays)[number]) => (
            <Checkbox
              name="freeTimes"
              id={`f-freeTimes-${weekday}-${part}`}
              value={`${weekday}-${part}`}
              label={freeTimeName(`${weekday}-${part}`)}
              labelHidden
              checked={times.includes(`${weekday}-${part}`)}
            />
          ),
        })),
      ]}
    />
  </Field>
);
