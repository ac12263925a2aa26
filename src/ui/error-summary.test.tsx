import { expect, test } from 'vitest';
import { ErrorSummary, errorLinks } from './error-summary.tsx';
import {
  CheckboxGroup,
  ComboField,
  DayField,
  FileField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from './fields.tsx';
import { Scale } from './scale.tsx';

const field = { name: 'people[3].birthday', label: 'Дата', error: 'Укажите дату: 01.09.2026', hint: 'Как в паспорте' };
const options = [{ value: 'a', label: 'А' }];
const fields = {
  text: <TextField {...field} />,
  area: <TextArea {...field} />,
  day: <DayField {...field} />,
  select: <SelectField {...field} options={options} />,
  combo: <ComboField {...field} options={options} />,
  radio: <RadioGroup {...field} options={options} />,
  checkboxes: <CheckboxGroup {...field} options={options} />,
  scale: <Scale {...field} ends={['плохо', 'хорошо']} />,
  file: <FileField {...field} invite="Выберите файл" />,
};

test.each(Object.entries(fields))(
  'the summary leads to the %s field, which names its hint and its error',
  async (_name, made) => {
    const html = String(await made);
    const [link] = errorLinks({ [field.name]: field.error });
    const id = link?.href.slice(1);
    expect(html).toContain(`id="${id}"`);
    expect(html).toContain(`id="${id}-error"`);
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${id}-hint[^"]*${id}-error"`));
    for (const [, ids] of html.matchAll(/aria-describedby="([^"]+)"/g))
      for (const one of ids?.split(' ') ?? []) expect(html).toContain(`id="${one}"`);
  },
);

test('the title counts the fields in words, absent messages are no errors', () => {
  expect(String(<ErrorSummary errors={{ a: 'Раз', b: undefined, c: 'Два' }} />)).toContain('Проверьте два поля');
  expect(String(<ErrorSummary errors={{ a: 'Раз' }} />)).toContain('Проверьте одно поле');
});

test('without errors there is no summary; a refusal alone makes one', () => {
  expect(String(<ErrorSummary errors={{ a: undefined }} />)).toBe('');
  expect(String(<ErrorSummary refusal="Запись изменил другой человек" />)).toContain('Запись изменил другой человек');
});
