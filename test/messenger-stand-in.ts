import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

export interface AskedOf {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

export interface MessengerStandIn {
  /** http://127.0.0.1:port */
  readonly url: string;
  readonly asked: readonly AskedOf[];
  /** What it answers from now on; 'hang up' breaks the connection once the request is read. */
  answers(how: { readonly status: number; readonly body?: unknown } | 'hang up'): void;
  close(): Promise<void>;
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/** Stands for the service of a messenger in tests: keeps what it was asked, answers what it is told to. */
export const openMessengerStandIn = async (): Promise<MessengerStandIn> => {
  const asked: AskedOf[] = [];
  let how: Parameters<MessengerStandIn['answers']>[0] = { status: 200, body: {} };
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, path: url, authorization: headers.authorization ?? '', body: await textOf(request) });
    if (how === 'hang up') response.destroy();
    else response.writeHead(how.status, { 'content-type': 'application/json' }).end(JSON.stringify(how.body ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    answers: (next) => {
      how = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
