// The form of a meeting on a phone: drafts, and its fields as they are sent.
import { newId } from './new-id.ts';
import { type Draft, type Entry, putDraft, readDraft } from './phone-store.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.querySelectorAll<Control>('input[name], textarea[name]')].filter(({ type }) => type !== 'hidden');

const ticked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

const typedIn = (form: HTMLFormElement): Draft =>
  controlsOf(form).flatMap((control): (readonly [string, string])[] =>
    ticked(control) && !control.checked ? [] : [[control.name, control.value]],
  );

const putBack = (form: HTMLFormElement, draft: Draft): void => {
  for (const control of controlsOf(form)) {
    const values = draft.filter(([name]) => name === control.name).map(([, value]) => value);
    if (ticked(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? '';
  }
};

const dayLength = 86_400_000;
const localDay = (moment: number): number =>
  Math.floor((moment - new Date(moment).getTimezoneOffset() * 60_000) / dayLength);

/** «08.02.2027»: the college's today as the page knew it, and the days that have gone by on the phone since. */
const dayOf = ({ today = '', now = '' }: DOMStringMap, back: number): string => {
  const gone = localDay(Date.now()) - localDay(Number(now));
  const iso = new Date(Date.parse(`${today}T00:00:00Z`) + (gone - back) * dayLength).toISOString();
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
};

const nameOf = (form: HTMLFormElement, pair: string): string => {
  const chip = [...form.querySelectorAll<HTMLInputElement>('input[name="pair"][type="radio"]')].find(
    ({ value }) => value === pair,
  );
  const words = chip?.labels?.[0]?.querySelector('span:last-child') ?? form.querySelector('.phone-with strong');
  return words?.textContent ?? '';
};

/**
 * The entries of a form: one a person, because each is answered on its own. «Today» becomes a date here, for it may be sent
 * tomorrow.
 */
export const entriesOf = (form: HTMLFormElement, page: DOMStringMap): Entry[] => {
  const sent = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string');
  const value = (name: string) => sent.find(([one]) => one === name)?.[1] ?? '';
  const when = value('when');
  const day = when === 'date' ? value('date') : dayOf(page, when === 'yesterday' ? 1 : 0);
  const others = sent.filter(([name]) => !['pair', 'key', 'when', 'date'].includes(name));
  const people = [...form.querySelectorAll<HTMLInputElement>('input[name="pair"]')]
    .map((input) => input.value)
    .filter((id) => id !== 'all');
  const chosen = value('pair') === 'all' ? people : [value('pair')];
  return chosen.map((pair, index) => {
    const key = index === 0 ? value('key') : newId();
    return {
      key,
      account: page.account ?? '',
      title: [nameOf(form, pair), day].filter(Boolean).join(', '),
      fields: [...others, ['pair', pair], ['key', key], ['when', 'date'], ['date', day]] as const,
      state: 'waiting',
    };
  });
};

/** Brings an unsent draft back and keeps every change of it. */
export const keepDraft = async (form: HTMLFormElement, account: string, kept: () => void): Promise<void> => {
  const draft = form.querySelector('.error-summary') ? undefined : await readDraft(account);
  if (draft) {
    putBack(form, draft);
    kept();
  }
  let typing: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => void putDraft(account, typedIn(form)).then(kept), 400);
  });
  form.addEventListener('submit', () => clearTimeout(typing));
};
