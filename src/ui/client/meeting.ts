// Phone pages of meetings: an entry is written down on the phone first and sent when there is a network.
import { leaveNothing } from './leaving.ts';
import { entriesOf, keepDraft } from './meeting-form.ts';
import { newId } from './new-id.ts';
import { keepPages } from './phone-pages.ts';
import { allEntries, type Entry, putEntry, removeDraft, removeEntry } from './phone-store.ts';
import { resending } from './resend.ts';

document.documentElement.classList.add('js');

const address = '/my-meetings/log';

const start = (page: HTMLElement): void => {
  const words = page.dataset;
  const account = words.account ?? '';
  const find = <T extends HTMLElement>(selector: string) => page.querySelector<T>(selector);
  const form = find<HTMLFormElement>('form[data-log]');
  const outbox = find('[data-outbox]');

  const say = (text: string | undefined, offline = false): void => {
    const note = find('[data-stale-note]');
    if (!note) return;
    note.textContent = text ?? '';
    note.hidden = !text;
    note.classList.toggle('offline', offline);
  };

  const mine = async (): Promise<Entry[]> => (await allEntries()).filter((entry) => entry.account === account);

  const firstWaiting = async (): Promise<Entry | undefined> => (await mine()).find(({ state }) => state === 'waiting');

  /** An ordinary form, so that the answer is a page for a person. */
  const lookAt = ({ fields }: Entry): void => {
    const look = document.createElement('form');
    look.method = 'post';
    look.action = address;
    for (const [name, value] of fields) {
      const input = document.createElement('input');
      Object.assign(input, { type: 'hidden', name, value });
      look.append(input);
    }
    document.body.append(look);
    look.submit();
  };

  const lineOf = (entry: Entry): HTMLLIElement => {
    const line = document.createElement('li');
    line.append(entry.title);
    if (entry.state === 'look') {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button quiet size-s';
      button.textContent = words.look ?? '';
      button.addEventListener('click', () => lookAt(entry));
      line.append(' ', button);
    }
    return line;
  };

  const show = async (): Promise<void> => {
    const entries = await mine();
    find('[data-outbox-list]')?.replaceChildren(...entries.map(lineOf));
    if (outbox) outbox.hidden = entries.length === 0;
  };

  /** Where to go on when it was stored; undefined when a person has to look, false when there is nobody signed in. */
  const sendOne = async (entry: Entry): Promise<string | undefined | false> => {
    const body = new URLSearchParams(entry.fields.map(([name, value]) => [name, value]));
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(20_000),
    });
    if (answer.redirected) return false;
    if (answer.status >= 500 || answer.status === 429) throw new Error('try later');
    if (!answer.ok) {
      await putEntry({ ...entry, state: 'look' });
      return undefined;
    }
    const { next } = (await answer.json()) as { readonly next: string };
    await removeEntry(entry.key);
    return next;
  };

  const flush = resending(
    async () => {
      let next: string | undefined;
      for (let entry = await firstWaiting(); entry; entry = await firstWaiting()) {
        say(words.sending);
        const answer = await sendOne(entry);
        if (answer === false) {
          say(words.login, true);
          return;
        }
        next = answer ?? next;
      }
      say('');
      await show();
      // Words that somebody is typing stay where they are; otherwise the page tells what is stored.
      if (next && (!form || form.hidden) && (await mine()).length === 0) window.location.assign(next);
    },
    () => {
      say(words.offline, true);
      void show();
    },
  );

  const submit = async (the: HTMLFormElement): Promise<void> => {
    for (const entry of entriesOf(the, words)) await putEntry(entry);
    await removeDraft(account);
    the.hidden = true;
    await show();
    await flush();
    const [unclear] = (await mine()).filter(({ state }) => state === 'look');
    if (unclear) lookAt(unclear);
  };

  const open = async (): Promise<void> => {
    // What the server has taken goes; so does what another person left on this phone.
    const taken = (words.keys ?? '').split(' ');
    for (const { key, account: whose } of await allEntries())
      if (taken.includes(key) || whose !== account) await removeEntry(key);
    if (form) await openForm(form);
    await show();
    if (!navigator.onLine) say(words.stale, true);
    if (await firstWaiting()) await flush();
    if (navigator.onLine && words.keep && words.worker) await keepPages({ keep: words.keep, worker: words.worker });
  };

  const openForm = async (the: HTMLFormElement): Promise<void> => {
    const key = the.querySelector<HTMLInputElement>('input[name="key"]');
    // A page out of the phone's memory would use one key for every entry.
    if (key && the.hasAttribute('data-fresh')) key.value = newId();
    the.addEventListener('submit', (event) => {
      event.preventDefault();
      void submit(the).catch(() => the.submit());
    });
    const note = find('[data-draft-note]');
    if (the.hasAttribute('data-fresh'))
      await keepDraft(the, account, () => {
        if (note) note.textContent = words.draft ?? '';
      });
  };

  window.addEventListener('offline', () => say(words.stale, true));
  void open().catch(() => undefined);
};

leaveNothing();
const page = document.querySelector<HTMLElement>('[data-phone]');
if (page) start(page);
