const plural = new Intl.PluralRules('ru');

const rowsOf = (form: HTMLFormElement): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('[data-row]'),
];

/** Writes «Выбрано 3 человека» and sets the ticks that choose all. */
export const countSelected = (form: HTMLFormElement | null): void => {
  if (!form) return;
  const rows = rowsOf(form);
  const count = rows.filter((row) => row.checked).length;
  for (const all of form.querySelectorAll<HTMLInputElement>('[data-all]')) {
    all.checked = count > 0 && count === rows.length;
    all.indeterminate = count > 0 && count < rows.length;
  }
  const output = form.querySelector<HTMLElement>('[data-count]');
  if (!output) return;
  const [one, few, many] = (output.dataset.forms ?? '').split('|');
  const rule = plural.select(count);
  output.textContent = `${output.dataset.word ?? ''} ${count}\u00a0${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

/** Ticks every row, or none: a half-chosen table is chosen whole first, a whole one let go. */
export const toggleAll = (all: HTMLInputElement): void => {
  if (!all.form) return;
  for (const row of rowsOf(all.form)) row.checked = all.checked;
  countSelected(all.form);
};
