// One step of a questionnaire at a time; questions that depend on an answer come and go with it.

const answersOf = (question: HTMLElement): string[] =>
  [...question.querySelectorAll<HTMLInputElement>('input[name], textarea[name], select[name]')]
    .filter((control) => (control.type === 'radio' || control.type === 'checkbox' ? control.checked : true))
    .map((control) => control.value.trim())
    .filter((value) => value !== '');

const isComplete = (question: HTMLElement): boolean => {
  const parts = Number(question.dataset.parts ?? '1');
  return answersOf(question).length >= parts;
};

/** Takes over the steps that the server has rendered; `questions` in their order. */
export const showSteps = (page: HTMLFormElement, questions: readonly HTMLElement[]) => {
  const sections = [...page.querySelectorAll<HTMLElement>('[data-step]')];
  const field = page.querySelector<HTMLInputElement>('input[name="step"]');
  const count = document.querySelector<HTMLElement>('[data-count]');
  const track = document.querySelector<HTMLProgressElement>('[data-track]');
  const button = (name: string) => page.querySelector<HTMLElement>(`button[value="${name}"]`);
  const questionsIn = (section: HTMLElement | undefined) => questions.filter((one) => section?.contains(one));
  const asked = (section: HTMLElement): boolean => questionsIn(section).some((one) => !one.hidden);
  let current = Math.max(
    0,
    sections.findIndex((section) => !section.hidden),
  );

  const open = (): HTMLElement[] => sections.filter(asked);

  const refresh = (): void => {
    for (const question of questions) {
      const { shownIf, shownIs } = question.dataset;
      if (!shownIf) continue;
      const source = questions.find((one) => one.dataset.question === shownIf);
      const wanted = (shownIs ?? '').split('|');
      question.hidden = !source || source.hidden || !answersOf(source).some((value) => wanted.includes(value));
    }
    const shown = open();
    const place = shown.findIndex((section) => section === sections[current]);
    const last = place === shown.length - 1;
    sections.forEach((section, index) => {
      section.hidden = index !== current;
    });
    if (field) field.value = String(current);
    if (count) count.textContent = `${place + 1} ${count.dataset.count ?? ''} ${shown.length}`;
    if (track) {
      track.max = shown.length;
      track.value = place + 1;
    }
    button('back')?.toggleAttribute('hidden', place <= 0);
    button('next')?.toggleAttribute('hidden', last);
    button('finish')?.toggleAttribute('hidden', !last);
  };

  const move = (by: 1 | -1): void => {
    const shown = open();
    const place = shown.findIndex((section) => section === sections[current]);
    const next = shown[place + by];
    if (!next) return;
    current = sections.indexOf(next);
    refresh();
    window.scrollTo(0, 0);
    next.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select')?.focus({ preventScroll: true });
  };

  return {
    refresh,
    move,
    current: () => current,
    section: () => sections[current] ?? page,
    isLast: () => open().at(-1) === sections[current],
    /** Says what is missing on this step; true when something is. */
    complain: (text: string): boolean => {
      const missing = questionsIn(sections[current]).filter((one) => {
        const slot = one.querySelector<HTMLElement>('[data-error]');
        const partial = Number(one.dataset.parts ?? '1') > 1 && answersOf(one).length > 0;
        const bad = !one.hidden && ('required' in one.dataset || partial) && !isComplete(one);
        if (slot && (bad || slot.textContent === text)) {
          slot.textContent = bad ? text : '';
          slot.hidden = !bad;
        }
        return bad;
      });
      missing[0]?.querySelector<HTMLElement>('input, textarea, select')?.focus();
      return missing.length > 0;
    },
  };
};
