// <day-field>: a text input «дд.мм.гггг» and a button that opens a calendar. The calendar only writes into the input.
import { calendarTexts } from './texts.ts';

const day = 86_400_000;
const toIso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const typed = (time: number): string => toIso(time).split('-').reverse().join('.');
const name = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthName = new Intl.DateTimeFormat('ru', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const parse = (text: string): number | null => {
  const parts = /^\s*(\d{1,2})[.,/ ](\d{1,2})[.,/ ](\d{4})\s*$/.exec(text);
  if (!parts) return null;
  const time = Date.UTC(Number(parts[3]), Number(parts[2]) - 1, Number(parts[1]));
  return new Date(time).getUTCDate() === Number(parts[1]) ? time : null;
};

const today = (): number => {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
};

const addMonths = (time: number, months: number): number => {
  const date = new Date(time);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), last));
};

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  text = '',
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};

const steps: Record<string, (time: number) => number> = {
  ArrowLeft: (time) => time - day,
  ArrowRight: (time) => time + day,
  ArrowUp: (time) => time - 7 * day,
  ArrowDown: (time) => time + 7 * day,
  PageUp: (time) => addMonths(time, -1),
  PageDown: (time) => addMonths(time, 1),
  Home: (time) => time - ((new Date(time).getUTCDay() + 6) % 7) * day,
  End: (time) => time + (6 - ((new Date(time).getUTCDay() + 6) % 7)) * day,
};

class DayField extends HTMLElement {
  #popup: HTMLElement | null = null;
  #at = today();

  connectedCallback(): void {
    this.querySelector('.calendar')?.remove();
    this.#popup = null;
    this.querySelector<HTMLButtonElement>('.inside-button')?.addEventListener('click', this.#toggle);
    this.addEventListener('keydown', this.#keys);
    this.addEventListener('focusout', this.#leave);
  }

  disconnectedCallback(): void {
    this.querySelector('.inside-button')?.removeEventListener('click', this.#toggle);
    this.removeEventListener('keydown', this.#keys);
    this.removeEventListener('focusout', this.#leave);
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  #toggle = (): void => {
    if (this.#popup) this.#close();
    else {
      this.#at = parse(this.#input?.value ?? '') ?? today();
      this.#draw();
    }
  };

  #leave = (event: FocusEvent): void => {
    if (this.#popup && event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) this.#close(false);
  };

  #close(refocus = true): void {
    this.#popup?.remove();
    this.#popup = null;
    const button = this.querySelector<HTMLButtonElement>('.inside-button');
    button?.setAttribute('aria-expanded', 'false');
    if (refocus) button?.focus();
  }

  #keys = (event: KeyboardEvent): void => {
    if (!this.#popup) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
      return;
    }
    const step = steps[event.key];
    if (!step || !(event.target instanceof HTMLElement) || !event.target.closest('td')) return;
    event.preventDefault();
    this.#at = step(this.#at);
    this.#draw();
  };

  #allowed(time: number): boolean {
    const iso = toIso(time);
    return !(this.dataset.min && iso < this.dataset.min) && !(this.dataset.max && iso > this.dataset.max);
  }

  #choose(time: number): void {
    if (!this.#input || !this.#allowed(time)) return;
    this.#input.value = typed(time);
    this.#input.dispatchEvent(new Event('input', { bubbles: true }));
    this.#close();
  }

  #move(months: number, label: string, text: string): HTMLButtonElement {
    const button = element('button', { type: 'button', 'aria-label': label }, text);
    button.addEventListener('click', () => {
      this.#at = addMonths(this.#at, months);
      this.#draw(months);
    });
    return button;
  }

  #dayButton(time: number): HTMLButtonElement {
    const chosen = parse(this.#input?.value ?? '') === time;
    const button = element(
      'button',
      {
        type: 'button',
        'aria-label': name.format(time),
        'aria-pressed': String(chosen),
        tabindex: time === this.#at ? '0' : '-1',
      },
      String(new Date(time).getUTCDate()),
    );
    if (time === today()) button.setAttribute('aria-current', 'date');
    if (!this.#allowed(time)) button.setAttribute('aria-disabled', 'true');
    button.addEventListener('click', () => this.#choose(time));
    return button;
  }

  #days(): HTMLTableElement {
    const table = element('table', {});
    const head = table.createTHead().insertRow();
    for (const weekday of calendarTexts.weekdays) head.append(element('th', { scope: 'col' }, weekday));
    const date = new Date(this.#at);
    const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    const body = table.createTBody();
    for (let time = first - ((new Date(first).getUTCDay() + 6) % 7) * day; time < addMonths(first, 1); ) {
      const row = body.insertRow();
      for (let index = 0; index < 7; index++, time += day) {
        const cell = row.insertCell();
        if (new Date(time).getUTCMonth() === date.getUTCMonth()) cell.append(this.#dayButton(time));
      }
    }
    return table;
  }

  /** Draws the month anew; the focus goes to the day, or stays on the arrow that was pressed. */
  #draw(pressed = 0): void {
    const old = this.#popup;
    const popup = element('div', { class: 'calendar', role: 'dialog', 'aria-label': calendarTexts.title });
    const head = element('div', { class: 'calendar-head' });
    const back = this.#move(-1, calendarTexts.back, '‹');
    const forward = this.#move(1, calendarTexts.forward, '›');
    head.append(back, element('span', { 'aria-live': 'polite' }, monthName.format(this.#at)), forward);
    popup.append(head, this.#days());
    this.append(popup);
    this.#popup = popup;
    this.querySelector('.inside-button')?.setAttribute('aria-expanded', 'true');
    const focused = pressed < 0 ? back : pressed > 0 ? forward : popup.querySelector<HTMLElement>('td [tabindex="0"]');
    focused?.focus();
    old?.remove();
  }
}

customElements.define('day-field', DayField);
