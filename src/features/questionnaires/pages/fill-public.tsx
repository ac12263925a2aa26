import { sentValue } from '../../../platform/fields.ts';
import { limitAttempts } from '../../../platform/http/attempts.ts';
import { pageHeaders, param } from '../../../platform/http/replies.ts';
import type { Input, PublicCtx, PublicRoute, Reply } from '../../../platform/http/route.ts';
import { type DoorRefusal, throughDoor } from '../enter-door.ts';
import { newToken } from '../issue-links.ts';
import { doorRefusals } from '../texts.ts';
import { type FillDoor, showFilling, takeAnswer, takeStep } from './fill-steps.tsx';
import { fillMessage } from './fill-view.tsx';

/** Guessing a token is hopeless; this keeps a broken script from trying all day. Found links do not count. */
const mayMiss = limitAttempts({ most: 30, seconds: 60 });

const titles: Readonly<Record<DoorRefusal, string>> = {
  'no-such-link': 'Ссылка не действует',
  'link-expired': 'Ссылка не действует',
  'round-over': 'Сбор ответов закончен',
  'round-ahead': 'Ещё рано',
};

const statuses: Readonly<Record<DoorRefusal, number>> = {
  'no-such-link': 404,
  'link-expired': 410,
  'round-over': 410,
  'round-ahead': 403,
};

const cookieName = 'sheet-key';

/** What tells this browser's sheet from others under a common link: out of the form, the address or a cookie. */
const keyOf = ({ form, query, request }: Input): string => {
  const sent = sentValue(form, 'key') || query.get('key') || '';
  const cookie = new RegExp(`(?:^|; )${cookieName}=([\\w-]{24})`).exec(request.headers.get('cookie') ?? '')?.[1];
  const key = /^[\w-]{24}$/.test(sent) ? sent : cookie;
  return key ?? newToken();
};

const refusalPage = async (ctx: PublicCtx, input: Input, reason: DoorRefusal): Promise<Response> => {
  const tooMany = reason === 'no-such-link' && !mayMiss(input.address);
  const text = tooMany ? 'Слишком много попыток. Подождите минуту.' : doorRefusals[reason];
  const page = await fillMessage(ctx, { title: titles[reason], text });
  return new Response(await page.toString(), { status: tooMany ? 429 : statuses[reason], headers: pageHeaders });
};

const visit = async (
  ctx: PublicCtx,
  input: Input,
  work: (filling: Parameters<typeof showFilling>[0], door: FillDoor) => Promise<Reply>,
): Promise<Reply> => {
  const token = param(input, 'token');
  const key = keyOf(input);
  const path = `/q/${token}`;
  const outcome = await throughDoor(ctx.system, token, key, (filling, { personId }) =>
    work(filling, { ctx, path, back: path, hidden: personId === null ? { key } : {} }),
  );
  if (!outcome.ok) return refusalPage(ctx, input, outcome.reason);
  const { door, value } = outcome.value;
  if (door.personId !== null || value instanceof Response) return value;
  const headers = new Headers(pageHeaders);
  const secure = new URL(ctx.baseUrl).protocol === 'https:' ? '; Secure' : '';
  headers.append('set-cookie', `${cookieName}=${key}; Path=${path}; Max-Age=7776000; HttpOnly; SameSite=Lax${secure}`);
  return new Response(await value.toString(), { headers });
};

export const publicFilling: PublicRoute = {
  method: 'GET',
  path: '/q/:token',
  who: 'public',
  handle: (ctx, input) => visit(ctx, input, (filling, door) => showFilling(filling, door, input)),
};

export const publicStep: PublicRoute = {
  method: 'POST',
  path: '/q/:token',
  who: 'public',
  handle: (ctx, input) => visit(ctx, input, (filling, door) => takeStep(filling, door, input)),
};

export const publicAnswer: PublicRoute = {
  method: 'POST',
  path: '/q/:token/answer',
  who: 'public',
  handle: (ctx, input) => visit(ctx, input, (filling) => takeAnswer(filling, input)),
};
