// <combo-field>: a native <select> becomes a search with a list. The select stays and is what the form sends.

let last = 0;
const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

class ComboField extends HTMLElement {
  #input = document.createElement('input');
  #list = document.createElement('ul');
  #active = -1;

  connectedCallback(): void {
    const select = this.#select;
    if (!select || this.contains(this.#input)) return;
    for (const old of this.querySelectorAll('[role="combobox"], .combo-list')) old.remove();
    const id = select.id.replace(/-native$/, '');
    select.id = `${id}-native`;
    select.hidden = true;
    this.#prepare(id, select);
    this.append(this.#input, this.#list);
  }

  get #select(): HTMLSelectElement | null {
    return this.querySelector('select');
  }

  #prepare(id: string, select: HTMLSelectElement): void {
    this.#list.id = `combo-${++last}`;
    this.#list.className = 'combo-list';
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent ?? '');
    this.#list.hidden = true;
    Object.assign(this.#input, { id, className: 'input', type: 'text', autocomplete: 'off', role: 'combobox' });
    const attributes = {
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      'aria-controls': this.#list.id,
    };
    for (const [key, value] of Object.entries(attributes)) this.#input.setAttribute(key, value);
    for (const key of ['aria-describedby', 'aria-invalid', 'aria-required']) {
      const value = select.getAttribute(key);
      if (value) this.#input.setAttribute(key, value);
    }
    this.#show();
    this.#input.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#open(this.#input.value);
    });
    this.#input.addEventListener('keydown', (event) => this.#keys(event));
    this.#input.addEventListener('click', () => this.#open(''));
    this.#input.addEventListener('blur', () => this.#settle());
    this.#list.addEventListener('mousedown', (event) => this.#press(event));
    select.addEventListener('restored', () => this.#show());
  }

  /** The input shows what the select holds. */
  #show(): void {
    this.#input.value = this.#select?.selectedOptions[0]?.text ?? '';
  }

  #press(event: MouseEvent): void {
    event.preventDefault();
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-value]') : null;
    if (row) this.#choose(row);
  }

  #open(words: string): void {
    const wanted = plain(words).split(/\s+/).filter(Boolean);
    const found = [...(this.#select?.options ?? [])].filter(
      (option) => option.value !== '' && wanted.every((word) => plain(option.text).includes(word)),
    );
    this.#list.replaceChildren(...found.slice(0, 100).map((option, index) => this.#row(option, index)));
    if (found.length === 0)
      this.#list.append(
        Object.assign(document.createElement('li'), {
          className: 'combo-nothing',
          textContent: this.dataset.nothing ?? '',
        }),
      );
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#activate(found.length > 0 && wanted.length > 0 ? 0 : -1);
  }

  #row(option: HTMLOptionElement, index: number): HTMLLIElement {
    const row = document.createElement('li');
    row.id = `${this.#list.id}-${index}`;
    row.setAttribute('role', 'option');
    row.setAttribute('aria-selected', 'false');
    row.dataset.value = option.value;
    row.textContent = option.text;
    return row;
  }

  get #rows(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[data-value]')];
  }

  #activate(index: number): void {
    const rows = this.#rows;
    this.#active = rows.length === 0 ? -1 : Math.max(-1, Math.min(rows.length - 1, index));
    rows.forEach((row, at) => {
      row.setAttribute('aria-selected', String(at === this.#active));
    });
    const row = rows[this.#active];
    row?.scrollIntoView({ block: 'nearest' });
    if (row) this.#input.setAttribute('aria-activedescendant', row.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #close(): void {
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #choose(row: HTMLElement): void {
    const select = this.#select;
    if (!select) return;
    select.value = row.dataset.value ?? '';
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    this.#show();
    this.#close();
  }

  /** On leaving: an emptied input empties the select, unfinished words give way to what was chosen. */
  #settle(): void {
    const select = this.#select;
    if (select && this.#input.value.trim() === '' && select.value !== '') {
      select.value = '';
      select.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.#show();
    this.#close();
  }

  #keys(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.#list.hidden) this.#open('');
      this.#activate(this.#active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && !this.#list.hidden) {
      event.preventDefault();
      const row = this.#rows[this.#active];
      if (row) this.#choose(row);
    } else if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault();
      this.#show();
      this.#close();
    }
  }
}

customElements.define('combo-field', ComboField);
