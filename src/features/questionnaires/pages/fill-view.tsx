import { assetUrl } from '../../../platform/assets.ts';
import { now } from '../../../platform/clock.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Answers, shownQuestions } from '../answer.ts';
import { type Definition, stepsOf } from '../definition.ts';
import { doorRefusals, missingAnswer } from '../texts.ts';
import { QuestionView } from './question.tsx';

export interface FillPage {
  readonly title: string;
  readonly definition: Definition;
  readonly answers: Answers;
  readonly clock: number;
  /** Where the form goes; answers one by one go to `…/answer`. */
  readonly action: string;
  readonly back: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Names this filling in the browser's storage. */
  readonly name: string;
  readonly step: number;
  readonly errors?: Readonly<Record<string, string>> | undefined;
  /** Only to look at: nothing is saved. */
  readonly preview?: boolean | undefined;
}

const words = {
  'data-saved': 'Ответы сохраняются сразу',
  'data-saving': 'Сохраняем…',
  'data-offline': 'Нет связи. Ответы лежат в этом браузере и уйдут сами, когда она появится',
  'data-later': 'Нет связи. Анкета отправится сама, когда она появится. Не очищайте данные браузера',
  'data-login': 'Вход закончился. Войдите снова и откройте анкету: ответы лежат в этом браузере',
  'data-over': doorRefusals['round-over'],
  'data-missing': missingAnswer,
};

/** Steps that this person is shown, as places among all. */
export const shownSteps = (definition: Definition, answers: Answers): readonly number[] => {
  const asked = new Set(shownQuestions(definition, answers).map(({ id }) => id));
  return stepsOf(definition).flatMap(({ questions }, index) =>
    questions.some(({ id }) => asked.has(id)) ? [index] : [],
  );
};

const Head = ({ page, place, total }: { readonly page: FillPage; readonly place: number; readonly total: number }) => (
  <>
    <header class="fill-head">
      <a class="icon-link" href={page.back} aria-label="Выйти из анкеты" data-turbo="false">
        <Icon name="arrow-left" size={20} />
      </a>
      <h1>{page.title}</h1>
      <p class="fill-count" data-count="из">
        {place + 1} из {total}
      </p>
    </header>
    <progress class="fill-track" aria-label="Сколько пройдено" data-track max={total} value={place + 1} />
  </>
);

const Steps = ({ page, current }: { readonly page: FillPage; readonly current: number }) => {
  const asked = new Set(shownQuestions(page.definition, page.answers).map(({ id }) => id));
  const steps = stepsOf(page.definition);
  return (
    <div class="fill-steps">
      {page.preview ? <Note>Это просмотр: ответы никуда не сохраняются.</Note> : null}
      {steps.map(({ section, questions }, index) => (
        <section data-step={index} hidden={index !== current} aria-label={`Шаг ${index + 1}`}>
          {steps[index - 1]?.section.id !== section.id && (section.title || section.intro) ? (
            <div class="fill-section">
              {section.title ? <h2>{section.title}</h2> : null}
              {section.intro ? <p>{section.intro}</p> : null}
            </div>
          ) : null}
          {questions.map((question) => (
            <QuestionView
              question={question}
              answer={page.answers.get(question.id)}
              error={page.errors?.[question.id]}
              hidden={!asked.has(question.id)}
            />
          ))}
        </section>
      ))}
    </div>
  );
};

const Buttons = ({ first, last }: { readonly first: boolean; readonly last: boolean }) => {
  // Under scripts all three are there and come and go; without them only the right ones are rendered as shown.
  const wrapped = (value: string, hidden: boolean, kind: 'primary' | 'secondary', label: string) => (
    <button type="submit" class={`button ${kind} size-l`} name="go" value={value} hidden={hidden}>
      <span class="button-text">{label}</span>
    </button>
  );
  return (
    <>
      {wrapped('next', last, 'primary', 'Дальше')}
      {wrapped('finish', !last, 'primary', 'Отправить')}
      {wrapped('back', first, 'secondary', 'Назад')}
    </>
  );
};

/** The questionnaire on a phone. All steps are in the page, so that a lost connection stops nobody; one is shown. */
export const fillScreen = (ctx: { shell(): Promise<unknown> }, page: FillPage) => {
  const shown = shownSteps(page.definition, page.answers);
  const current = shown.find((index) => index >= page.step) ?? shown.at(-1) ?? 0;
  const place = Math.max(0, shown.indexOf(current));
  const saves = page.preview ? {} : { 'data-fill': page.name, 'data-now': now().getTime(), 'data-clock': page.clock };
  return screen(
    ctx,
    { title: page.title, frame: 'blank', script: page.preview ? undefined : assetUrl('fill.js') },
    <div class="fill">
      <Head page={page} place={place} total={Math.max(1, shown.length)} />
      <form
        class="fill-form"
        action={page.action}
        method={page.preview ? 'get' : 'post'}
        novalidate
        {...saves}
        {...words}
      >
        <input type="hidden" name="step" value={current} />
        {Object.entries(page.hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} data-always />
        ))}
        <Steps page={page} current={current} />
        <div class="fill-foot">
          <Buttons first={place === 0} last={place >= shown.length - 1} />
          <p class="fill-note" role="status" data-note>
            <noscript>Ответы сохраняются, когда вы нажимаете «Дальше»</noscript>
          </p>
        </div>
      </form>
    </div>,
  );
};

/** One message instead of the questions: thanks, or why they cannot be answered. */
export const fillMessage = (
  ctx: { shell(): Promise<unknown> },
  { title, text, again }: { readonly title: string; readonly text: string; readonly again?: string | undefined },
) =>
  screen(
    ctx,
    { title, frame: 'blank', script: assetUrl('fill.js') },
    <div class="fill fill-end">
      <h1>{title}</h1>
      <p>{text}</p>
      {again ? (
        <form action={again} method="get">
          <input type="hidden" name="step" value="0" />
          <Button size="l">Изменить ответы</Button>
        </form>
      ) : null}
    </div>,
  );
