/** The system cannot start or go on; the message is in Russian, for the person at the keyboard, and says what to do. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

/** What the start-up code writes to: a pino logger or the console. Never holds personal data. */
export interface StartLog {
  info(message: string): void;
  warn(message: string): void;
}

export const silentLog: StartLog = { info: () => undefined, warn: () => undefined };
