import { expect, test } from 'vitest';
import { changeMode, modeFromCookie, modeHref, modeToCookie, ordinaryMode } from './mode.ts';

test('the cookie brings back what was chosen', () => {
  const mode = changeMode(changeMode(changeMode(ordinaryMode, { theme: 'dark' }), { lv: 'on' }), {
    size: '24',
    colours: 'blue',
  });
  expect(mode.lowVision).toEqual({ size: 24, colours: 'blue', spacing: 'normal', images: 'on' });
  expect(modeFromCookie(modeToCookie(mode))).toEqual(mode);
});

test('leaving the low-vision version keeps the theme', () => {
  expect(changeMode(modeFromCookie('dark.20.wb.wide.off'), { lv: 'off' })).toEqual({ theme: 'dark', lowVision: null });
});

test.each([undefined, '', 'x', '<script>', 'auto.99.red', '....'])(
  'a spoilt cookie (%s) never breaks a page',
  (cookie) => {
    const mode = modeFromCookie(cookie);
    expect(['auto', 'light', 'dark']).toContain(mode.theme);
    expect(modeFromCookie(modeToCookie(mode))).toEqual(mode);
  },
);

test('unknown words change nothing', () => {
  const mode = modeFromCookie('light.20.bw.wide.on');
  expect(changeMode(mode, { size: '999', colours: 'pink', theme: 'neon' })).toEqual(mode);
});

test('a mode link comes back to the page with its query', () => {
  const url = new URL(modeHref('/people?q=а&page=2', { lv: 'on' }), 'http://x');
  expect(url.searchParams.get('back')).toBe('/people?q=а&page=2');
});
