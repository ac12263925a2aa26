import { goTo } from '../../platform/http/replies.ts';
import type { Route } from '../../platform/http/route.ts';
import { changeMode, modeFromCookie, modeToCookie } from '../../ui/mode.ts';

/** A link of the display mode: sets the cookie and comes back. Works before sign-in and without scripts. */
export const modePage: Route = {
  method: 'GET',
  path: '/mode',
  who: 'public',
  async handle(_, input) {
    const { back = '/', ...change } = Object.fromEntries(input.query);
    const cookie = /(?:^|;\s*)mode=([^;]*)/.exec(input.request.headers.get('cookie') ?? '')?.[1];
    const mode = modeToCookie(changeMode(modeFromCookie(cookie), change));
    return goTo(/^\/(?![/\\])/.test(back) ? back : '/', {
      cookies: [`mode=${mode}; Path=/; Max-Age=31536000; SameSite=Lax`],
    });
  },
};
