import { Button } from '../button.tsx';
import { PasswordField, SelectField, TextField } from '../fields.tsx';
import { Form } from '../form.tsx';
import { Columns, Heading, Sheet } from '../heading.tsx';
import { Layout } from '../layout.tsx';
import { Brand } from '../layout-parts.tsx';
import type { Shell } from '../shell.ts';
import { SplitScreen } from '../split-screen.tsx';
import { TimedSteps } from '../stepper.tsx';
import { exampleShell } from './words.ts';

const Side = () => (
  <>
    <Brand />
    <p class="split-title">Колледж на Заречной</p>
    <p>Программа, 2026/27 учебный год</p>
  </>
);

/** A sign-in: a blank frame, two halves. */
export const galleryEntrance = (shell: Shell = exampleShell()) => (
  <Layout shell={shell} title="Вход" frame="blank">
    <SplitScreen side={<Side />}>
      <h1>Вход</h1>
      <Form
        action="/ui"
        actions={
          <Button kind="primary" wide>
            Войти
          </Button>
        }
      >
        <TextField
          name="login"
          label="Логин или электронная почта"
          hint="Логин напечатан на вашем листке"
          value="tihonova-av"
          autocomplete="username"
        />
        <PasswordField
          name="password"
          label="Пароль"
          error="Пароль не подошёл. Проверьте раскладку и Caps Lock"
          aside={<a href="#forgot">Забыли пароль?</a>}
        />
      </Form>
    </SplitScreen>
  </Layout>
);

const First = () => (
  <Form
    action="/ui"
    actions={
      <>
        <Button kind="primary">Сохранить и дальше</Button>
        <Button kind="quiet">Пропустить</Button>
      </>
    }
  >
    <TextField
      name="college"
      label="ИНН или название"
      hint="По ИНН заполним название и адрес"
      value="Колледж на Заречной"
    />
    <SelectField name="year" label="Учебный год" options={[{ value: '26', label: '2026/27' }]} width="s" />
  </Form>
);

/** A first start: a bare frame, timed steps. */
export const gallerySetup = (shell: Shell = exampleShell()) => (
  <Layout shell={shell} title="Первый запуск" frame="bare" links={<a href="#help">Справка</a>}>
    <Heading
      title="Запустим программу за пять шагов"
      lead="Около десяти минут. Любой шаг можно пропустить и вернуться."
    />
    <Columns aside={<Sheet title="Сначала посмотреть на примере" footer="Удаляется одной кнопкой" />}>
      <TimedSteps
        steps={[
          {
            title: 'Колледж',
            text: 'Название, руководитель, группы',
            time: '2 минуты',
            state: 'current',
            children: <First />,
          },
          { title: 'План года', text: 'Типовой или ваш из Word или Excel', time: '1 минута', state: 'ahead' },
          { title: 'Люди', text: 'Списки из Excel, как есть', time: '5 минут', state: 'ahead' },
        ]}
      />
    </Columns>
  </Layout>
);
