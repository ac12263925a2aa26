import { createTransport } from 'nodemailer';
import { log } from './log.ts';

export interface Letter {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines by \n. */
  readonly text: string;
}

/**
 * refused: the server does not take this letter · unreachable: it does not answer or does not let us in ·
 * uncertain: the connection broke under way, the letter may have gone.
 */
export type Posting = 'sent' | 'refused' | 'unreachable' | 'uncertain';

/** The way out for letters. */
export interface Post {
  send(letter: Letter): Promise<Posting>;
  close(): void;
}

export interface MailSettings {
  /** As `smtps://name:password@server:465`. */
  readonly smtpUrl: string;
  /** As `Наставник <nastavnik@college.ru>`. */
  readonly mailFrom: string;
}

const seconds = 1000;

/** Opens a way to the mail server; nothing is connected before the first letter. */
export const openPost = ({ smtpUrl, mailFrom }: MailSettings): Post => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 15 * seconds,
    greetingTimeout: 15 * seconds,
    socketTimeout: 30 * seconds,
  });
  return {
    async send(letter) {
      try {
        await transport.sendMail({ from: mailFrom, ...letter });
        return 'sent';
      } catch (error) {
        const codes = codesOf(error);
        // The message of the error quotes the address, so only the codes are told.
        log.warn(codes, 'letter not sent');
        return postingOf(codes);
      }
    },
    close: () => transport.close(),
  };
};

interface Codes {
  readonly code: string;
  /** The command that was under way, CONN before any. */
  readonly command: string;
  readonly status: number | undefined;
}

const postingOf = ({ code, command, status }: Codes): Posting => {
  if (code === 'EAUTH' || command === 'CONN') return 'unreachable';
  return status === undefined ? 'uncertain' : 'refused';
};

const codesOf = (error: unknown): Codes => {
  const { code, command, responseCode } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return {
    code: typeof code === 'string' ? code : 'unknown',
    command: typeof command === 'string' ? command : '',
    status: typeof responseCode === 'number' ? responseCode : undefined,
  };
};
