import './main.ts';

/*
 * The matching desk: dragging and keys. What a move would mean is asked of the server (the same page with the mentee picked
 * up), and a move is the form that is there without scripts too.
 */

interface Chance {
  /** «+12»; undefined: not possible. */
  readonly change: string | undefined;
  readonly why: string;
}

const desk = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-desk]');
const slots = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-mentor]')];

let taken: HTMLElement | undefined;
let chances = new Map<string, Chance>();

const say = (key: string, words: Readonly<Record<string, string>> = {}): void => {
  const root = desk();
  const output = root?.querySelector('[data-desk-says]');
  const text = root?.getAttribute(`data-words-${key}`) ?? '';
  if (output) output.textContent = text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
};

const nameOf = (element: Element): string => element.querySelector('a')?.textContent ?? '';

const chancesOf = async (menteeId: string): Promise<Map<string, Chance>> => {
  const root = desk();
  if (!root?.dataset.desk) return new Map();
  const address = new URL(window.location.href);
  address.searchParams.set('mentee', menteeId);
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return new Map(
    [...page.querySelectorAll<HTMLElement>('[data-mentor]')].map((slot) => [
      slot.dataset.mentor ?? '',
      { change: slot.dataset.change, why: slot.querySelector('[data-why]')?.textContent?.trim() ?? '' },
    ]),
  );
};

const show = (): void => {
  for (const slot of slots()) {
    const chance = chances.get(slot.dataset.mentor ?? '');
    slot.classList.toggle('open', chance?.change !== undefined);
    slot.classList.toggle('closed', chance !== undefined && chance.change === undefined);
    let note = slot.querySelector<HTMLElement>('[data-live]');
    if (!note) {
      note = document.createElement('p');
      note.dataset.live = '';
      note.className = 'desk-live';
      slot.append(note);
    }
    note.textContent = chance ? (chance.change ?? chance.why) : '';
  }
};

const letGo = (focus = true): void => {
  taken?.classList.remove('taken');
  if (focus) taken?.querySelector('a')?.focus();
  taken = undefined;
  chances = new Map();
  for (const slot of slots()) {
    slot.classList.remove('open', 'closed', 'over');
    slot.removeAttribute('tabindex');
    slot.querySelector('[data-live]')?.remove();
  }
};

const take = async (card: HTMLElement): Promise<void> => {
  letGo(false);
  taken = card;
  card.classList.add('taken');
  const known = await chancesOf(card.dataset.mentee ?? '');
  if (taken !== card) return;
  chances = known;
  show();
};

const send = (mentorId: string): void => {
  const form = document.getElementById('move');
  if (!(form instanceof HTMLFormElement) || !taken) return;
  const mentee = form.querySelector<HTMLInputElement>('[name=menteeId]');
  if (mentee) mentee.value = taken.dataset.mentee ?? '';
  const mentor = document.createElement('input');
  mentor.type = 'hidden';
  mentor.name = 'mentorId';
  mentor.value = mentorId;
  form.append(mentor);
  form.requestSubmit();
  mentor.remove();
};

const cardOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mentee]') : null;
const slotOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mentor], [data-alone]') : null;

const announce = (slot: HTMLElement): void => {
  const chance = chances.get(slot.dataset.mentor ?? '');
  const name = nameOf(slot);
  if (chance?.change !== undefined) say('open', { name, change: chance.change });
  else say('closed', { name, why: chance?.why ?? '' });
};

const goTo = (slot: HTMLElement | undefined): void => {
  if (!slot) return;
  slot.tabIndex = -1;
  slot.focus();
  announce(slot);
};

const step = (by: number): void => {
  const all = slots();
  const now = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
  goTo(all[Math.max(0, Math.min(all.length - 1, now + by))]);
};

const arrows: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

const whileTaken = (event: KeyboardEvent): void => {
  const slot = slotOf(event);
  const by = arrows[event.key];
  if (by !== undefined) step(by);
  else if (event.key === 'Escape') {
    letGo();
    say('left');
  } else if ((event.key === 'Enter' || event.key === ' ') && slot?.dataset.mentor) {
    if (chances.get(slot.dataset.mentor)?.change === undefined) announce(slot);
    else send(slot.dataset.mentor);
  } else return;
  event.preventDefault();
};

const pickUp = async (card: HTMLElement): Promise<void> => {
  await take(card);
  say('taken', { name: nameOf(card) });
  goTo(slots().find((slot) => chances.get(slot.dataset.mentor ?? '')?.change !== undefined) ?? slots()[0]);
  say('taken', { name: nameOf(card) });
};

document.addEventListener('keydown', (event) => {
  if (!desk() || (event.target instanceof Element && event.target.matches('input, textarea, select'))) return;
  if (taken) return whileTaken(event);
  const card = cardOf(event);
  if (event.key === ' ' && card && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    void pickUp(card);
  }
});

document.addEventListener('dragstart', (event) => {
  const card = cardOf(event);
  if (!card || !event.dataTransfer) return;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', card.dataset.mentee ?? '');
  void take(card);
});

document.addEventListener('dragover', (event) => {
  const slot = slotOf(event);
  if (!taken || !slot) return;
  const { mentor } = slot.dataset;
  // Before the server has answered every place is open: it checks the move anyway, and says why not.
  if (mentor && chances.size > 0 && chances.get(mentor)?.change === undefined) return;
  event.preventDefault();
  for (const other of slots()) other.classList.toggle('over', other === slot);
});

document.addEventListener('drop', (event) => {
  const slot = slotOf(event);
  if (!taken || !slot) return;
  event.preventDefault();
  send(slot.dataset.mentor ?? 'none');
});

document.addEventListener('dragend', () => letGo(false));
document.addEventListener('turbo:load', () => {
  taken = undefined;
  chances = new Map();
});
