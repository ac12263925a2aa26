import type { Context } from 'hono';
import { Failure } from '../../kernel/failure.ts';
import type { RawForm } from '../fields.ts';
import type { Input } from './route.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads what the browser sent. A parameter named `…Id` that is no UUID cannot name a record: not found. */
export const readInput = async (path: string, c: Context): Promise<Input> => {
  const params: Record<string, string> = {};
  for (const [, name] of path.matchAll(/:(\w+)/g)) {
    if (!name) continue;
    const value = c.req.param(name) ?? '';
    if (name.endsWith('Id') && !uuid.test(value)) throw new Failure('not-found', `parameter ${name}`);
    params[name] = value;
  }
  return {
    params,
    query: new URL(c.req.url).searchParams,
    form: c.req.method === 'POST' ? await readForm(c) : { values: {}, files: {} },
    request: c.req.raw,
    address: addressOf(c.env),
  };
};

/** node-server hands the socket over; in tests without one everything comes from this machine. */
const addressOf = (env: unknown): string => {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? '127.0.0.1';
};

const readForm = async (c: Context): Promise<RawForm> => {
  const values: Record<string, string[]> = {};
  const files: Record<string, File[]> = {};
  for (const [name, sent] of Object.entries(await c.req.parseBody({ all: true }))) {
    for (const one of Array.isArray(sent) ? sent : [sent]) {
      if (typeof one === 'string') {
        values[name] ??= [];
        // Control characters come from copied text and break papers and exports; line breaks and tabs stay.
        values[name].push(
          one
            .normalize('NFC')
            .replace(/\r\n?/g, '\n')
            .replace(/(?![\n\t])\p{Cc}/gu, ''),
        );
      } else if (one.name !== '' || one.size > 0) {
        files[name] ??= [];
        files[name].push(one);
      }
    }
  }
  return { values, files };
};
