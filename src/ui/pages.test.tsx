import { expect, test } from 'vitest';
import { Pages, pageNumbers } from './pages.tsx';

test('first, last and the neighbours are shown, the rest is a gap', () => {
  expect(pageNumbers(1, 28)).toEqual([1, 2, 3, null, 28]);
  expect(pageNumbers(10, 28)).toEqual([1, null, 9, 10, 11, null, 28]);
  expect(pageNumbers(28, 28)).toEqual([1, null, 27, 28]);
});

test('a gap of one page is the page itself', () => {
  expect(pageNumbers(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('the last page says its real end, and leads only backwards', () => {
  const html = String(<Pages page={3} perPage={15} total={40} href={(page) => `?page=${page}`} />);
  expect(html).toContain('Показаны 31–40 из\u00a040');
  expect(html).toContain('href="?page=2"');
  expect(html).not.toContain('rel="next"');
});

test('one page has no links', () => {
  expect(String(<Pages page={1} perPage={15} total={7} href={String} />)).not.toContain('<a');
});
