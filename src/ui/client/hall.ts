// The hall of a general meeting. Phones and the projector follow the meeting; a vote waits in the phone until it has gone.
import { showPicks } from './hall-picks.ts';
import { openHallQueue, type Waiting } from './hall-queue.ts';
import { timerTexts } from './texts.ts';

document.documentElement.classList.add('js');

const root = document.querySelector<HTMLElement>('[data-live]');
const form = document.querySelector<HTMLFormElement>('form[data-vote]');

/** `crypto.randomUUID` is missing on addresses without https, as a college's own network has. */
const newId = (): string => {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
};

const ahead = root ? Number(root.dataset.now) - Date.now() : 0;

const countDown = (page: HTMLElement): void => {
  const ends = Number(page.dataset.ends);
  const slots = [...document.querySelectorAll<HTMLElement>('[data-left]')];
  if (!ends || slots.length === 0) return;
  const tick = (): void => {
    const left = Math.max(0, Math.ceil((ends - Date.now() - ahead) / 1000));
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    const rough = left > 90 ? `${Math.ceil(left / 60)} ${timerTexts.minutes}` : `${left} ${timerTexts.seconds}`;
    for (const slot of slots) {
      const { left: word = '', over = '' } = slot.dataset;
      slot.textContent = left === 0 ? over : word === '' ? clock : `${word} ${rough}`;
      slot.classList.toggle('over', left === 0);
    }
  };
  tick();
  setInterval(tick, 500);
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Asks how things are. A hall that learns of a new part at once comes for it one after another, not all together. */
const follow = (page: HTMLElement): void => {
  const every = Number(page.dataset.every ?? '4000');
  const spread = Number(page.dataset.spread ?? '2500');
  const show = (live: Record<string, unknown>): void => {
    for (const slot of document.querySelectorAll<HTMLElement>('[data-count]')) {
      const count = live[slot.dataset.count ?? ''];
      slot.textContent = typeof count === 'number' ? String(count) : (slot.dataset.few ?? '');
    }
  };
  const ask = async (): Promise<void> => {
    try {
      const answer = await fetch(page.dataset.live ?? '', { signal: AbortSignal.timeout(10_000) });
      const live: unknown = answer.ok ? await answer.json() : null;
      if (isRecord(live)) {
        show(live);
        if (Number(live.version) > Number(page.dataset.version)) {
          setTimeout(() => window.location.reload(), Math.random() * spread);
          return;
        }
      }
    } catch {
      // No connection: the next question may get through.
    }
    setTimeout(() => void ask(), every * (0.75 + Math.random() / 2));
  };
  setTimeout(() => void ask(), every * Math.random());
};

const post = async (path: string, { key, at, fields }: Waiting): Promise<Response> => {
  const body = new URLSearchParams([['key', key], ['at', String(at)], ...fields.map(([name, value]) => [name, value])]);
  return fetch(path, { method: 'POST', body, signal: AbortSignal.timeout(20_000) });
};

const vote = (): void => {
  const path = window.location.pathname.replace(/\/vote$/, '');
  const queue = openHallQueue(`hall:${path}`);
  const words = form?.dataset ?? {};
  const note = document.querySelector<HTMLElement>('[data-note]');
  let [sending, pause] = [false, 0];
  const say = (text: string | undefined, offline = false): void => {
    if (!note) return;
    note.textContent = text ?? '';
    note.classList.toggle('offline', offline);
  };

  const sendOne = async (one: Waiting): Promise<void> => {
    const answer = await post(`${path}/vote`, one);
    if (answer.status >= 500 || answer.status === 429) throw new Error('try later');
    queue.settled(one.key);
    if (answer.status !== 204) {
      say(await answer.text(), true);
      return;
    }
    say(words.accepted);
    // The meeting closed while the vote was on its way: the page learns that it was counted.
    if (!form) window.location.reload();
  };

  const flush = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    try {
      for (let one = queue.waiting(); one; one = queue.waiting()) {
        say(words.sending);
        await sendOne(one);
      }
      pause = 0;
    } catch {
      say(words.offline, true);
      pause = Math.min(15_000, pause === 0 ? 1_000 : pause * 2);
      setTimeout(() => void flush(), pause * (0.75 + Math.random() / 2));
    } finally {
      sending = false;
    }
  };

  if (form) {
    const picks = showPicks(form, say, () => {
      queue.keepDraft(picks.fields());
      say(words.unsent);
    });
    const draft = queue.draft();
    if (draft) {
      picks.put(draft);
      say(words.unsent);
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const fields = picks.fields();
      if (fields.length === 0) {
        say(words.nobody, true);
        return;
      }
      const at = Math.max(Date.now() + ahead, Number(words.voted ?? 0) + 1, (queue.waiting()?.at ?? 0) + 1);
      queue.send({ key: newId(), at, fields });
      void flush();
    });
  }
  window.addEventListener('online', () => {
    pause = 0;
    void flush();
  });
  window.addEventListener('offline', () => {
    if (queue.waiting()) say(words.offline, true);
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void flush();
  });
  if (queue.waiting()) void flush();
};

/** Cards that take several screens turn by themselves. */
const turn = (): void => {
  const next = document.querySelector<HTMLElement>('[data-turn]')?.dataset.turn;
  if (next) setTimeout(() => window.location.replace(next), 12_000);
};

if (root) {
  countDown(root);
  turn();
  follow(root);
  if (window.location.pathname.startsWith('/m/')) vote();
}
