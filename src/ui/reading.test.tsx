import { expect, test } from 'vitest';
import { passagesOf, Reading } from './reading.tsx';

test('an empty line ends a paragraph, dashes make a list, lines of one paragraph run together', () => {
  expect(passagesOf('Первая встреча\nкоротка.\n\nСпросите:\n— что вышло;\r\n- что нет.\nИ дослушайте.')).toEqual([
    { kind: 'paragraph', text: 'Первая встреча коротка.' },
    { kind: 'paragraph', text: 'Спросите:' },
    { kind: 'list', items: ['что вышло;', 'что нет.'] },
    { kind: 'paragraph', text: 'И дослушайте.' },
  ]);
});

test('nothing typed is nothing shown, and what is typed is never markup', () => {
  expect(passagesOf(' \n\n ')).toEqual([]);
  expect(String(<Reading text="<b>жирно</b>" />)).toContain('&lt;b&gt;жирно');
});
