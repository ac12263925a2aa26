import type { Letter, Posting } from '../../platform/mail.ts';
import type { Messenger, MessengerName } from '../../platform/messengers.ts';

/** Ways out of an installation, as its settings name them. */
export interface WaysOut {
  /** undefined: no mail server. */
  readonly send: ((letter: Letter) => Promise<Posting>) | undefined;
  readonly messengers: readonly Messenger[];
}

/** Where one person may be written to; `address` is a number in the messenger. */
export interface Reach {
  /** '' when there is none. */
  readonly email: string;
  readonly messenger: MessengerName | null;
  readonly address: string | null;
}

/** The same letter has the same key, whoever sends it again. */
const keyOf = (letterId: string): number => (Number.parseInt(letterId.slice(0, 8), 16) % 2_147_483_646) + 1;

/**
 * Sends one letter one way: to the messenger that the person linked, else by mail. A messenger that surely does not take it (the
 * person has shut it to us) leaves the letter to the mail.
 */
export const sendWord = async (
  { send, messengers }: WaysOut,
  { email, messenger, address }: Reach,
  { subject, text }: Omit<Letter, 'to'>,
  letterId: string,
): Promise<Posting> => {
  const way = messengers.find(({ name }) => name === messenger);
  const byMail = async (): Promise<Posting> => (send && email ? send({ to: email, subject, text }) : 'refused');
  if (!way || address === null) return byMail();
  const posting = await way.send({ to: address, text: `${subject}\n\n${text}`.slice(0, 4000), key: keyOf(letterId) });
  return posting === 'refused' ? byMail() : posting;
};
