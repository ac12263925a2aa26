import { Button } from '../button.tsx';
import {
  Checkbox,
  CheckboxGroup,
  ComboField,
  DayField,
  Fieldset,
  FileField,
  PasswordField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../fields.tsx';
import { Form } from '../form.tsx';
import { Section } from '../heading.tsx';
import { Scale } from '../scale.tsx';
import { things } from './words.ts';

const people = things.map(({ id, name, group }) => ({ value: id, label: name, group }));

const Wrong = () => (
  <Form
    id="wrong"
    action="/ui"
    version={3}
    draft="gallery"
    errors={{
      birthday: 'В ноябре 30 дней. Исправьте дату рождения, например 30.11.2009',
      password: 'Пароль не подошёл. Проверьте раскладку',
    }}
    actions={
      <>
        <Button kind="primary" busy="Записываем…">
          Сохранить и дальше
        </Button>
        <Button kind="quiet">Пропустить</Button>
      </>
    }
    note="Ответы сохраняются сразу"
  >
    <TextField name="title" label="Название" hint="Как в уставе" value="Колледж на Заречной" />
    <Fieldset legend="Номер и дата" row>
      <TextField name="number" label="Номер" placeholder="138" width="s" inputmode="numeric" />
      <DayField
        name="birthday"
        label="Дата рождения"
        value="31.11.2009"
        error="В ноябре 30 дней. Исправьте дату рождения, например 30.11.2009"
      />
      <DayField name="from" label="С какого дня" value="2026-09-01" optional />
    </Fieldset>
    <SelectField
      name="year"
      label="Учебный год"
      value="26"
      options={[{ value: '26', label: '2026/27' }]}
      empty="не выбран"
      width="m"
    />
    <ComboField name="person" label="Кто" hint="Начните набирать фамилию" options={people} value="2" width="l" />
    <PasswordField
      name="password"
      label="Пароль"
      error="Пароль не подошёл. Проверьте раскладку"
      aside={<a href="#forgot">Забыли пароль?</a>}
      width="l"
    />
    <TextArea name="words" label="Пара слов" optional value="Собрали схему со второго раза" />
    <TextField name="city" label="Город" suggestions={['Зареченск', 'Верхний Яр']} width="m" />
  </Form>
);

const Choices = () => (
  <Form action="/ui" id="choices">
    <CheckboxGroup
      name="topics"
      label="Темы"
      values={['a']}
      options={[
        { value: 'a', label: 'Учёба', hint: 'Предметы и практика' },
        { value: 'b', label: 'Работа' },
      ]}
    />
    <RadioGroup
      name="same"
      label="Похоже, один человек"
      look="row"
      value="join"
      options={[
        { value: 'join', label: 'объединить' },
        { value: 'keep', label: 'это разные люди' },
      ]}
    />
    <RadioGroup
      name="who"
      label="С кем"
      look="tiles"
      value="d"
      error="Выберите, с кем была встреча"
      options={[
        { value: 'd', label: 'Анна', initials: 'ДА' },
        { value: 'e', label: 'Матвей', initials: 'ЕМ' },
        { value: 'both', label: 'Оба' },
      ]}
    />
    <RadioGroup
      name="mood"
      label="Как прошло"
      look="faces"
      value="good"
      options={[
        { value: 'hard', label: 'трудно', icon: 'frown' },
        { value: 'so', label: 'обычно', icon: 'meh' },
        { value: 'good', label: 'хорошо', icon: 'smile' },
        { value: 'best', label: 'отлично', icon: 'laugh' },
      ]}
    />
    <Scale name="clear" label="Насколько вам понятно?" value={7} ends={['совсем непонятно', 'всё ясно']} />
    <Checkbox name="help" label="Нужна помощь" hint="Мы позвоним сегодня" />
    <FileField
      name="scan"
      label="Подписанный экземпляр"
      invite="Перетащите скан или выберите файл"
      hint="PDF, JPG или TIFF до 20 МБ"
      icon="scan-line"
      accept=".pdf,.jpg,.tiff"
    />
  </Form>
);

/** Every field in its states. */
export const InputsPart = () => (
  <>
    <Section title="Форма с ошибками">
      <Wrong />
    </Section>
    <Section title="Выбор">
      <Choices />
    </Section>
  </>
);
