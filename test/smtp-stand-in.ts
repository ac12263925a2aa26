import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface SmtpStandIn {
  /** smtp://127.0.0.1:port */
  readonly url: string;
  /** Every letter as it came: to whom, and its lines as they were sent. */
  readonly letters: readonly { readonly to: string; readonly text: string }[];
  /** Addresses that the server will not take. */
  refuse(address: string): void;
  close(): Promise<void>;
}

/** A mail server for tests: takes letters, keeps them, sends nothing anywhere. */
export const openSmtp = async (): Promise<SmtpStandIn> => {
  const letters: { to: string; text: string }[] = [];
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    talk(socket, refused, (letter) => letters.push(letter));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    refuse: (one) => void refused.add(one),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};

const talk = (socket: Socket, refused: ReadonlySet<string>, take: (letter: { to: string; text: string }) => void) => {
  let waiting = '';
  let to = '';
  let body: string[] | undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string): void => {
    if (body) {
      if (line !== '.') return void body.push(line.replace(/^\.\./, '.'));
      take({ to, text: body.join('\n') });
      body = undefined;
      return void say('250 kept');
    }
    const recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1];
    if (recipient !== undefined) {
      to = recipient;
      say(refused.has(recipient) ? '550 no such box' : '250 ok');
    } else if (/^DATA/i.test(line)) {
      body = [];
      say('354 go on');
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
    else say('250 ok');
  };
  socket.on('data', (chunk) => {
    waiting += chunk.toString('utf8');
    const lines = waiting.split('\r\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  socket.on('error', () => socket.destroy());
  say('220 stand-in');
};
