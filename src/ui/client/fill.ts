// A questionnaire in a phone: every answer is sent as soon as it is given; without a connection it waits here and goes later.
import { openQueue, type Waiting } from './fill-queue.ts';
import { showSteps } from './fill-steps.ts';
import { newId } from './new-id.ts';
import { resending } from './resend.ts';

document.documentElement.classList.add('js');

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const form = document.querySelector<HTMLFormElement>('form[data-fill]');

const controlsOf = (question: Element): Control[] => [
  ...question.querySelectorAll<Control>('input[name], textarea[name], select[name]'),
];

const ticked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

const fieldsOf = (question: Element): [string, string][] =>
  controlsOf(question).flatMap((control): [string, string][] =>
    ticked(control) && !control.checked ? [] : [[control.name, control.value]],
  );

const putBack = (question: Element, fields: readonly (readonly [string, string])[]): void => {
  for (const control of controlsOf(question)) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (ticked(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? '';
  }
};

const start = (page: HTMLFormElement): void => {
  const words = page.dataset;
  const note = page.querySelector<HTMLElement>('[data-note]');
  const questions = [...page.querySelectorAll<HTMLElement>('[data-question]')];
  const questionOf = (id: string) => questions.find((one) => one.dataset.question === id);
  const steps = showSteps(page, questions);
  const queue = openQueue(`fill:${words.fill}`);
  // Answers are ordered by the server's clock as this page carries it, and never before what the page has shown.
  const ahead = Number(words.now) - Date.now();
  let clock = Math.max(Number(words.clock), queue.clock());

  const say = (text: string | undefined, offline = false): void => {
    if (!note) return;
    note.textContent = text ?? '';
    note.classList.toggle('offline', offline);
  };

  const complain = (question: string, text: string): void => {
    const slot = questionOf(question)?.querySelector<HTMLElement>('[data-error]');
    if (!slot) return;
    slot.textContent = text;
    slot.hidden = text === '';
  };

  const post = (path: string, fields: readonly (readonly [string, string])[]): Promise<Response> => {
    const body = new URLSearchParams();
    for (const always of page.querySelectorAll<HTMLInputElement>('[data-always]'))
      body.append(always.name, always.value);
    for (const [name, value] of fields) body.append(name, value);
    return fetch(path, { method: 'POST', body, signal: AbortSignal.timeout(20_000) });
  };

  const sendOne = async (one: Waiting): Promise<boolean> => {
    const fields = [['question', one.question], ['id', one.id], ['at', String(one.at)], ...one.fields] as const;
    const answer = await post(`${page.action}/answer`, fields as readonly (readonly [string, string])[]);
    if (answer.status === 204) {
      queue.remove(one.id);
      complain(one.question, '');
      return true;
    }
    if (answer.status === 422) {
      queue.remove(one.id);
      complain(one.question, await answer.text());
      return true;
    }
    if (answer.status >= 500 || answer.status === 429) throw new Error('try later');
    say(answer.redirected ? words.login : words.over, true);
    return false;
  };

  const finish = async (): Promise<void> => {
    const answer = await post(page.action, [
      ['go', 'finish'],
      ['step', String(steps.current())],
      ...fieldsOf(steps.section()),
    ]);
    if (answer.status >= 500) throw new Error('try later');
    queue.finishing(false);
    window.location.assign(answer.redirected ? answer.url : `${page.action}?missing=1`);
  };

  const flush = resending(
    async () => {
      for (let one = queue.first(); one; one = queue.first()) {
        say(words.saving);
        if (!(await sendOne(one))) return;
      }
      say(words.saved);
      if (queue.wantsFinish()) await finish();
    },
    () => say(queue.wantsFinish() ? words.later : words.offline, true),
  );

  const answered = (target: EventTarget | null): void => {
    const question = target instanceof Element ? target.closest<HTMLElement>('[data-question]') : null;
    if (!question?.dataset.question) return;
    clock = Math.max(Date.now() + ahead, clock + 1);
    queue.add({ question: question.dataset.question, id: newId(), at: clock, fields: fieldsOf(question) });
    steps.refresh();
    void flush();
  };

  for (const one of queue.all()) {
    const question = questionOf(one.question);
    if (question) putBack(question, one.fields);
  }
  steps.refresh();

  let typing: ReturnType<typeof setTimeout> | undefined;
  page.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && ticked(event.target)) return;
    clearTimeout(typing);
    const { target } = event;
    typing = setTimeout(() => answered(target), 600);
  });
  page.addEventListener('change', (event) => {
    clearTimeout(typing);
    answered(event.target);
  });
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    const go = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'next';
    clearTimeout(typing);
    if (document.activeElement instanceof HTMLTextAreaElement || document.activeElement?.matches('input.input'))
      answered(document.activeElement);
    if (go === 'back') steps.move(-1);
    else if (steps.complain(words.missing ?? '')) return;
    else if (go === 'next' && !steps.isLast()) steps.move(1);
    else {
      queue.finishing(true);
      void flush();
    }
  });
  window.addEventListener('offline', () => say(words.offline, true));
  if (queue.first() || queue.wantsFinish()) void flush();
};

if (form) start(form);
