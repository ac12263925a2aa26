import { Failure } from '../../kernel/failure.ts';

/** A parameter of the path. Missing means that the route's path and its handler disagree: a bug. */
export const param = (input: { readonly params: Readonly<Record<string, string>> }, name: string): string => {
  const value = input.params[name];
  if (value === undefined) throw new Failure('broken', `no parameter ${name} in this path`);
  return value;
};

/** The record, or a «not found» that says nothing of whether it exists in another college. */
export const found = <T>(value: T | undefined | null, what: string): T => {
  if (value === undefined || value === null) throw new Failure('not-found', what);
  return value;
};

/** One line in the corner of the next page, with a way back where there is one. */
export interface Toast {
  readonly text: string;
  readonly undo?: { readonly action: string; readonly label?: string };
}

export const toastCookie = 'toast';

/** Sends the browser on after a successful form (303), with one line for the next page's corner. */
export const goTo = (
  path: string,
  { toast, cookies = [] }: { toast?: Toast; cookies?: readonly string[] } = {},
): Response => {
  const headers = new Headers({ location: path });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (toast) {
    const value = encodeURIComponent(JSON.stringify(toast));
    headers.append('set-cookie', `${toastCookie}=${value}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax`);
  }
  return new Response(null, { status: 303, headers });
};

/** A download. The name may be Russian; browsers get it by RFC 5987. */
export const download = (bytes: Uint8Array<ArrayBuffer> | ReadableStream, name: string, mediaType: string): Response =>
  new Response(bytes, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });

/** A page shown again because what was sent cannot be taken: 422, so that caches and scripts know it is not a success. */
export const again = async (markup: { toString(): string | Promise<string> }): Promise<Response> =>
  new Response(await markup.toString(), { status: 422, headers: pageHeaders });

/** A page belongs to one person: it is kept neither by proxies nor by the disk of a shared computer. */
export const pageHeaders = {
  'content-type': 'text/html; charset=UTF-8',
  'cache-control': 'private, no-store',
} as const;
