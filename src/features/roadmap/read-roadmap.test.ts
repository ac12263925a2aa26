import { describe, expect, test } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import type { Grid, RoadmapReading } from './roadmap.ts';
import { roadmapJson } from './roadmap-json.ts';
import { doubtWords, fieldWords, notARoadmapWords } from './texts.ts';

const reason = (reading: RoadmapReading): string => (reading.ok ? 'read' : reading.reason);

describe('what is no roadmap is refused with the reason', () => {
  test('nothing at all', () => {
    expect(reason(readRoadmap(' \n\t '))).toBe('empty');
    expect(reason(readRoadmap([]))).toBe('empty');
    expect(reason(readRoadmap([[['', '']]]))).toBe('empty');
  });

  test('noise of text recognition', () => {
    expect(reason(readRoadmap('HacTaBHu4ecTBo ~ |_ l1 П|г 3 @@ #% no6. x~ ,,;; \n ]] 1l| --- rp. Ke.'))).toBe(
      'unreadable',
    );
    expect(
      reason(
        readRoadmap([
          [
            ['1.1', 'HacTaBHu4', '@@'],
            ['1.2', '~~ l1', 'x~'],
          ],
        ]),
      ),
    ).toBe('unreadable');
  });

  test('prose', () => {
    expect(
      reason(readRoadmap('Наставничество помогает студентам.\nКолледж ведёт программу третий год; пар стало больше.')),
    ).toBe('no-table');
  });

  test('a list of people whose days of birth stand where terms would', () => {
    const people: Grid = [
      ['№', 'ФИО', 'Дата рождения', 'Ответственный'],
      ['1', 'Ложкина Елена Сергеевна', '01.02.2008', 'Куратор'],
      ['2', 'Ткач Иван Ильич', '12.11.2006', 'Куратор'],
      ['3', 'Гусь Вера Петровна', '05.06.2005', 'Методист'],
      ['4', 'Заяц Пётр Львович', '05.10.2009', 'Методист'],
    ];
    expect(reason(readRoadmap([people]))).toBe('not-a-roadmap');
  });

  test('a table of other things', () => {
    const students: Grid = [
      ['№', 'ФИО', 'Группа', 'Дата рождения', 'Телефон'],
      ['1', 'Ложкина Елена Сергеевна', 'ЭМ-21', '01.02.2008', '+7 900 000-00-01'],
      ['2', 'Ткач Иван Ильич', 'ЭМ-21', '12.11.2007', '+7 900 000-00-02'],
      ['3', 'Гусь Вера Петровна', 'ЭМ-22', '05.06.2008', '+7 900 000-00-03'],
    ];
    const reading = readRoadmap([students]);
    expect(reading).toMatchObject({ ok: false, reason: 'not-a-roadmap', seen: { tables: 1, rows: 4 } });
  });
});

describe('words about it', () => {
  test('the JSON of a refused file has the reason', () => {
    expect(roadmapJson(readRoadmap(''), 2026)).toEqual({
      ok: false,
      reason: 'empty',
      seen: { tables: 0, rows: 0, columns: [] },
    });
  });

  test('every reason and doubt has Russian words', () => {
    for (const words of [doubtWords, fieldWords, notARoadmapWords]) {
      expect(Object.values(words).every((text) => /^[А-ЯЁ]/u.test(text))).toBe(true);
    }
  });
});
