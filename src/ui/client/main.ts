import './navigation.ts';
import './combo-field.ts';
import './day-field.ts';
import { keepDrafts } from './drafts.ts';
import { leaveNothing } from './leaving.ts';
import { countSelected, toggleAll } from './selection.ts';

document.documentElement.classList.add('js');

const closest = (event: Event, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;

const typing = (): boolean =>
  document.activeElement instanceof HTMLElement &&
  document.activeElement.matches('input, textarea, select, [contenteditable]');

const closeMenus = (except: Element | null): boolean => {
  const open = [...document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')].filter(
    (menu) => menu !== except && !menu.contains(except),
  );
  for (const menu of open) {
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
    menu.open = false;
  }
  return open.length > 0;
};

const toggleSections = (open: boolean): void => {
  const sections = document.getElementById('sections');
  if (!sections) return;
  sections.classList.toggle('open', open);
  const opener = document.querySelector<HTMLElement>('[data-open-sections]');
  opener?.setAttribute('aria-expanded', String(open));
  if (open) sections.querySelector<HTMLElement>('.nav-link')?.focus();
  else opener?.focus();
};

/** The innermost open thing closes; the focus goes back to where it came from. */
const closeInnermost = (): void => {
  if (closeMenus(null)) return;
  if (document.querySelector('#sections.open')) toggleSections(false);
  else if (!document.querySelector('dialog[open]')) document.querySelector<HTMLElement>('[data-close-panel]')?.click();
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') closeInnermost();
  if (event.key === '/' && !typing()) {
    const search =
      document.querySelector<HTMLElement>('#top-search') ?? document.querySelector<HTMLElement>('#filter-search');
    if (!search) return;
    event.preventDefault();
    search.focus();
  }
});

const showPassword = (button: HTMLElement): void => {
  const input = button.parentElement?.querySelector('input');
  if (!input) return;
  const shown = input.type === 'text';
  input.type = shown ? 'password' : 'text';
  button.textContent = (shown ? button.dataset.show : button.dataset.hide) ?? '';
  button.setAttribute('aria-pressed', String(!shown));
};

document.addEventListener('click', (event) => {
  closeMenus(closest(event, 'details[data-menu]'));

  const password = closest(event, '[data-show]');
  if (password) showPassword(password);

  if (closest(event, '[data-open-sections]')) {
    event.preventDefault();
    toggleSections(!document.querySelector('#sections.open'));
  }

  const inner = closest(event, 'a[href^="#"]')?.getAttribute('href')?.slice(1);
  const goal = inner ? document.getElementById(inner) : null;
  if (goal && !event.defaultPrevented) {
    event.preventDefault();
    goal.scrollIntoView({ block: goal.matches('input, select, textarea') ? 'center' : 'start' });
    goal.focus({ preventScroll: true });
  }

  const opener = closest(event, '[data-opens]');
  const dialog = opener?.dataset.opens ? document.getElementById(opener.dataset.opens) : null;
  if (dialog instanceof HTMLDialogElement) {
    event.preventDefault();
    dialog.showModal();
  }
});

document.addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement)) return;
  if (input.matches('[data-all]')) toggleAll(input);
  else if (input.matches('[data-row]')) countSelected(input.form);
  else if (input.type === 'file') {
    const name = input.closest('.drop')?.querySelector('[data-file-name]');
    if (name && input.files?.length) name.textContent = [...input.files].map((file) => file.name).join(', ');
  }
});

/** The pressed button says «Записываем…» and keeps its width; a second press sends nothing. */
document.addEventListener('submit', (event) => {
  const button = event instanceof SubmitEvent ? event.submitter : null;
  if (!(button instanceof HTMLElement) || !button.dataset.busy || event.defaultPrevented) return;
  if (button.hasAttribute('aria-busy')) {
    event.preventDefault();
    return;
  }
  const words = button.querySelector('.button-text') ?? button;
  const before = words.textContent;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.setAttribute('aria-busy', 'true');
  words.textContent = button.dataset.busy;
  const again = (): void => {
    button.removeAttribute('aria-busy');
    words.textContent = before;
  };
  document.addEventListener('turbo:submit-end', again, { once: true });
  window.addEventListener('pageshow', again, { once: true });
});

const greet = (): void => {
  document.documentElement.classList.add('js');
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-selectable]')) countSelected(form);
  document.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  const toast = document.querySelector<HTMLElement>('[data-toast]');
  if (toast) setTimeout(() => toast.toggleAttribute('data-gone', !toast.matches(':hover, :focus-within')), 8000);
  const { hash } = window.location;
  if (hash.startsWith('#row-')) document.getElementById(hash.slice(1))?.querySelector<HTMLElement>('a')?.focus();
};

keepDrafts();
leaveNothing();
document.addEventListener('turbo:load', greet);
document.addEventListener('turbo:render', greet);
