// Unsent words of forms with data-draft stay in this tab: a lost connection or a wrong press loses nothing.

const key = (form: HTMLFormElement): string => `draft:${location.pathname}:${form.dataset.draft ?? ''}`;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = (form: HTMLFormElement): Control[] =>
  [...form.querySelectorAll<Control>('input[name], textarea[name], select[name]')].filter(
    (control) => !['hidden', 'password', 'file', 'submit'].includes(control.type),
  );

const ticked = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio';

const save = (form: HTMLFormElement): void => {
  const values = controls(form).map((control) => (ticked(control) ? control.checked : control.value));
  sessionStorage.setItem(key(form), JSON.stringify(values));
  form.dataset.dirty = '';
};

const restore = (form: HTMLFormElement): void => {
  if (form.querySelector('.error-summary')) return;
  const saved = sessionStorage.getItem(key(form));
  const values: unknown = saved ? JSON.parse(saved) : null;
  const all = controls(form);
  if (!Array.isArray(values) || values.length !== all.length) return;
  all.forEach((control, index) => {
    const value: unknown = values[index];
    if (ticked(control)) control.checked = value === true;
    else if (typeof value === 'string') control.value = value;
    if (control instanceof HTMLSelectElement) control.dispatchEvent(new Event('restored', { bubbles: true }));
  });
  form.dataset.dirty = '';
  form.querySelector('[data-restored]')?.removeAttribute('hidden');
};

const dirty = (): HTMLFormElement | null => document.querySelector('form[data-draft][data-dirty]');

/** Keeps, brings back and guards the words of unsent forms. */
export const keepDrafts = (): void => {
  document.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>('form[data-draft]') : null;
    if (form) save(form);
  });
  document.addEventListener('turbo:submit-end', (event) => {
    const form = event.target;
    const sent = event instanceof CustomEvent && event.detail?.success === true;
    if (!(form instanceof HTMLFormElement) || form.dataset.draft === undefined || !sent) return;
    sessionStorage.removeItem(key(form));
    delete form.dataset.dirty;
  });
  document.addEventListener('turbo:load', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) restore(form);
  });
  window.addEventListener('beforeunload', (event) => {
    if (dirty() && !document.querySelector('[aria-busy]')) event.preventDefault();
  });
};
