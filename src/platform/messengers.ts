import { z } from 'zod';
import { log } from './log.ts';
import type { Posting } from './mail.ts';

export const messengerNames = ['max', 'vk'] as const;
export type MessengerName = (typeof messengerNames)[number];

export interface Message {
  /** The person's number in that messenger: digits. */
  readonly to: string;
  /** Plain text, at most 4,000 signs. */
  readonly text: string;
  /** The same key is the same message: whoever sends it again after a break sends no second one, where the service can tell (VK). 1 … 2³¹ − 1. */
  readonly key: number;
}

/** The way out for short messages. Off unless the settings hold a key of the college's own bot. */
export interface Messenger {
  readonly name: MessengerName;
  send(message: Message): Promise<Posting>;
}

export interface MessengerSettings {
  readonly token: string;
  /** Origin of the service. */
  readonly url: string;
}

const timeLimit = 15_000;

/** What came back: a status with JSON, or why nothing did. */
type Answer = { readonly status: number; readonly body: unknown } | 'unreachable' | 'uncertain';

const ask = async (url: URL, request: RequestInit): Promise<Answer> => {
  try {
    const response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(timeLimit) });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    // Refused before a byte was sent: the message has not gone. Anything later may have.
    const before = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(
      cause?.code ?? '',
    );
    log.warn({ name, code: cause?.code }, 'message not sent');
    return before ? 'unreachable' : 'uncertain';
  }
};

/** The service is full, down, or does not let the bot in; what it says of one person is a refusal. */
const byStatus = (status: number): Posting => {
  if (status === 200) return 'sent';
  return status === 401 || status === 429 || status >= 500 ? 'unreachable' : 'refused';
};

/**
 * MAX: `POST /messages?user_id=…` with the key in the header `Authorization` (dev.max.ru/docs-api; the scheme is published at
 * github.com/max-messenger/api-schema). A person gets messages only after having written to the bot.
 */
export const openMax = ({ token, url }: MessengerSettings): Messenger => ({
  name: 'max',
  async send({ to, text }) {
    const address = new URL('/messages', url);
    address.searchParams.set('user_id', to);
    const answer = await ask(address, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    return typeof answer === 'string' ? answer : byStatus(answer.status);
  },
});

const vkVersion = '5.199';
const vkAnswer = z.union([
  z.object({ response: z.unknown() }),
  z.object({ error: z.object({ error_code: z.number() }) }),
]);
/** Errors that are about us and the moment, not about the person: keys, rights of the bot, too many requests, a fault inside. */
const vkOurs: ReadonlySet<number> = new Set([1, 2, 5, 6, 7, 9, 10, 15, 27, 29]);

/**
 * VK: method `messages.send` in the name of the college's community (dev.vk.com/method/messages.send; errors in
 * github.com/VKCOM/vk-api-schema). The key goes in the body, so that no address of a log holds it.
 */
export const openVk = ({ token, url }: MessengerSettings): Messenger => ({
  name: 'vk',
  async send({ to, text, key }) {
    const body = new URLSearchParams({
      access_token: token,
      v: vkVersion,
      user_id: to,
      random_id: String(key),
      message: text,
    });
    const answer = await ask(new URL('/method/messages.send', url), { method: 'POST', body });
    if (typeof answer === 'string') return answer;
    if (answer.status !== 200) return byStatus(answer.status);
    const read = vkAnswer.safeParse(answer.body);
    if (!read.success) return 'uncertain';
    if ('response' in read.data) return 'sent';
    return vkOurs.has(read.data.error.error_code) ? 'unreachable' : 'refused';
  },
});
