// The vote on a phone: a card is one round button, three questions come one after another. The form's own fields are kept in step.

type Question = 'want' | 'helps' | 'avoids';
type Fields = readonly (readonly [string, string])[];

interface Choices {
  want: string[];
  helps: string[];
  avoids: string[];
}

const isQuestion = (word: string | undefined): word is Question =>
  word === 'want' || word === 'helps' || word === 'avoids';

const placeOf = (card: HTMLElement) => card.querySelector<HTMLSelectElement>('select');
const tickOf = (card: HTMLElement, name: string) => card.querySelector<HTMLInputElement>(`input[name="${name}"]`);

const readChoices = (cards: readonly HTMLElement[]): Choices => {
  const id = (card: HTMLElement): string => card.dataset.id ?? '';
  const ticked = (name: string) => cards.filter((card) => tickOf(card, name)?.checked).map(id);
  const placed = cards.filter((card) => placeOf(card)?.value);
  placed.sort((one, other) => Number(placeOf(one)?.value) - Number(placeOf(other)?.value));
  return { want: placed.map(id), helps: ticked('helps'), avoids: ticked('avoids') };
};

/** Takes over the form that the server has rendered; `changed` hears of every press. */
export const showPicks = (form: HTMLFormElement, say: (text: string | undefined) => void, changed: () => void) => {
  const words = form.dataset;
  const most = Number(words.most);
  const cards = [...form.querySelectorAll<HTMLElement>('[data-id]')];
  const nameOf = (id: string): string =>
    cards.find((card) => card.dataset.id === id)?.querySelector('.vote-name')?.textContent ?? '';
  let choices = readChoices(cards);
  let question: Question = 'want';

  const write = (): void => {
    for (const card of cards) {
      const id = card.dataset.id ?? '';
      const place = placeOf(card);
      if (place) place.value = choices.want.includes(id) ? String(choices.want.indexOf(id) + 1) : '';
      for (const name of ['helps', 'avoids'] as const) {
        const tick = tickOf(card, name);
        if (tick) tick.checked = choices[name].includes(id);
      }
    }
  };

  const draw = (): void => {
    form.dataset.asked = question;
    for (const card of cards) {
      const id = card.dataset.id ?? '';
      const button = card.querySelector<HTMLElement>('[data-pick]');
      const at = choices[question].indexOf(id);
      card.classList.toggle('chosen', at >= 0);
      button?.setAttribute('aria-pressed', String(at >= 0));
      button?.setAttribute('aria-label', `${at < 0 ? words.take : words.drop}: ${nameOf(id)}`);
      if (button) button.textContent = at < 0 ? '+' : question === 'want' ? String(at + 1) : '✓';
    }
    for (const tab of form.querySelectorAll<HTMLElement>('[data-question]')) {
      const { question: code } = tab.dataset;
      tab.setAttribute('aria-pressed', String(code === question));
      const count = isQuestion(code) ? choices[code].length : 0;
      const slot = tab.querySelector('[data-chosen]');
      if (slot) slot.textContent = count > 0 ? String(count) : '';
    }
    const sum = form.querySelector('[data-sum]');
    const surname = (id: string): string => nameOf(id).split(' ')[0] ?? '';
    if (sum) sum.textContent = choices.want.map((id, at) => `${at + 1}. ${surname(id)}`).join(', ');
    form.querySelector('[data-order]')?.toggleAttribute('hidden', choices.want.length < 2);
  };

  const after = (): void => {
    write();
    draw();
    changed();
  };

  const press = (id: string): void => {
    const list = choices[question];
    const clash = question === 'avoids' ? [...choices.want, ...choices.helps] : choices.avoids;
    const chosen = list.includes(id);
    const wrong = clash.includes(id)
      ? words.clash
      : question === 'want' && list.length >= most
        ? words.full
        : undefined;
    if (!chosen && wrong) {
      say(wrong);
      return;
    }
    if (chosen) choices[question] = list.filter((one) => one !== id);
    else list.push(id);
    after();
  };

  const search = form.querySelector<HTMLInputElement>('[data-vote-search]');
  const pills = [...form.querySelectorAll<HTMLElement>('[data-vote-filter]')];
  let shown = pills[0]?.dataset.voteFilter ?? 'all';
  const filter = (): void => {
    const looked = (search?.value ?? '').trim().toLowerCase().replaceAll('ё', 'е');
    let found = 0;
    for (const card of cards) {
      const text = (card.querySelector('.vote-words')?.textContent ?? '').toLowerCase().replaceAll('ё', 'е');
      const fits = shown === 'all' || shown in card.dataset;
      card.hidden = looked === '' ? !fits : !text.includes(looked);
      if (!card.hidden) found += 1;
    }
    form.querySelector('[data-none]')?.toggleAttribute('hidden', found > 0);
    for (const pill of pills)
      pill.setAttribute('aria-pressed', String(looked === '' && pill.dataset.voteFilter === shown));
  };

  form.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (!pressed) return;
    if (pressed.matches('[data-pick]')) press(pressed.closest<HTMLElement>('[data-id]')?.dataset.id ?? '');
    else if (isQuestion(pressed.dataset.question)) {
      question = pressed.dataset.question;
      draw();
    } else if (pressed.matches('[data-order]')) {
      choices.want.push(...choices.want.splice(0, 1));
      after();
    } else if (pressed.dataset.voteFilter) {
      shown = pressed.dataset.voteFilter;
      if (search) search.value = '';
      filter();
    }
  });
  search?.addEventListener('input', filter);
  draw();
  filter();

  return {
    fields: (): Fields => [
      ...choices.want.map((id, at) => [`place-${id}`, String(at + 1)] as const),
      ...choices.helps.map((id) => ['helps', id] as const),
      ...choices.avoids.map((id) => ['avoids', id] as const),
    ],
    put: (fields: Fields): void => {
      const known = new Set(cards.map((card) => card.dataset.id));
      const ids = (name: string) => fields.filter(([one, id]) => one === name && known.has(id)).map(([, id]) => id);
      const places = fields.filter(([name]) => name.startsWith('place-'));
      const want = places.map(([name]) => name.slice('place-'.length)).filter((id) => known.has(id));
      choices = { want, helps: ids('helps'), avoids: ids('avoids') };
      write();
      draw();
    },
  };
};
