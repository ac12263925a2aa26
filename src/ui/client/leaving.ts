// Whoever signs out leaves nothing on the phone; entries that were not sent are asked about first.
import { allEntries, wipePhone } from './phone-store.ts';

const leave = async (form: HTMLFormElement): Promise<void> => {
  const unsent = await allEntries().catch(() => []);
  if (unsent.length > 0 && !window.confirm(form.dataset.unsent ?? '')) return;
  await wipePhone().catch(() => undefined);
  form.submit();
};

export const leaveNothing = (): void => {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-unsent]')) return;
    event.preventDefault();
    void leave(form);
  });
};
