import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { academicYear } from '../academic-year.ts';
import { addDays, day } from '../day.ts';
import { describeTerm } from './describe-term.ts';
import { readTerm, shiftTo } from './read-term.ts';
import type { TermKind } from './term.ts';
import { termState } from './term-state.ts';
import { nextDue, windowsOf } from './term-windows.ts';

const year = 2026;
const shown = (text: string, inYear = year): readonly string[] =>
  windowsOf(readTerm(text), inYear).map(({ from, till }) => (from === till ? from : `${from}..${till}`));

const whole = ['2026-09-01..2027-08-31'];
const kinds: readonly (readonly [text: string, kind: TermKind, windows: readonly string[]])[] = [
  ['До 01.09.2023', 'until', ['2023-09-01']],
  ['01.09.2023', 'date', ['2023-09-01']],
  ['01.09.2026 (перенесено)', 'date', ['2026-09-01']],
  ['15 сент. 2023', 'date', ['2023-09-15']],
  ['2 марта', 'date', ['2027-03-02']],
  ['20.10.26', 'date', ['2026-10-20']],
  ['сентябрь-октябрь', 'months', ['2026-09-01..2026-10-31']],
  ['Октябрь – ноябрь', 'months', ['2026-10-01..2026-11-30']],
  ['Ежегодно октябрь', 'months', ['2026-10-01..2026-10-31']],
  ['Ежегодно\n\nсентябрь-октябрь', 'months', ['2026-09-01..2026-10-31']],
  ['октябрь (ежегодно)', 'months', ['2026-10-01..2026-10-31']],
  ['май – июнь', 'months', ['2027-05-01..2027-06-30']],
  ['декабрь-февраль', 'months', ['2026-12-01..2027-02-28']],
  ['август-сентябрь', 'months', ['2026-09-01..2026-09-30', '2027-08-01..2027-08-31']],
  ['сентябрь, январь', 'months', ['2026-09-01..2026-09-30', '2027-01-01..2027-01-31']],
  ['сентябрь, октябрь', 'months', ['2026-09-01..2026-10-31']],
  ['Янв.-февр.', 'months', ['2027-01-01..2027-02-28']],
  ['октябрь 2026 – март 2027', 'months', ['2026-10-01..2027-03-31']],
  ['октябрь – март 2025', 'months', ['2024-10-01..2025-03-31']],
  ['ноябрь-декабрь 2026 г.', 'months', ['2026-11-01..2026-12-31']],
  ['в начале года', 'months', ['2026-09-01..2026-09-30']],
  ['осень', 'months', ['2026-09-01..2026-11-30']],
  ['до 15 сентября', 'until', ['2026-09-01..2026-09-15']],
  ['Ежегодно до 30 июня', 'until', ['2026-09-01..2027-06-30']],
  ['до 31 августа', 'until', whole],
  ['не позднее 20 ноября 2026 года', 'until', ['2026-09-01..2026-11-20']],
  ['до конца октября', 'until', ['2026-09-01..2026-10-31']],
  ['до октября', 'until', ['2026-09-01..2026-09-30']],
  ['до конца учебного года', 'until', ['2026-09-01..2027-06-30']],
  ['до 25 декабря, до 25 мая', 'until', ['2026-09-01..2026-12-25', '2026-12-26..2027-05-25']],
  ['с 1 по 15 октября', 'range', ['2026-10-01..2026-10-15']],
  ['1-15 октября', 'range', ['2026-10-01..2026-10-15']],
  ['01.10-15.10.2026', 'range', ['2026-10-01..2026-10-15']],
  ['с 20 декабря по 15 января', 'range', ['2026-12-20..2027-01-15']],
  ['с 15 января', 'range', ['2027-01-15..2027-08-31']],
  ['последняя неделя мая', 'range', ['2027-05-22..2027-05-31']],
  ['2 декада октября', 'range', ['2026-10-11..2026-10-20']],
  ['Постоянно', 'always', whole],
  ['Постоянно по запросам', 'on-request', whole],
  ['Постоянно\nпо запросам наставля-емых', 'on-request', whole],
  ['по мере необходимости', 'on-request', whole],
  ['по отдельному графику', 'by-plan', whole],
  ['В течение года', 'year', whole],
  ['в течение учебного года', 'year', whole],
  ['Ежегодно', 'year', whole],
  ['2026/27 учебный год', 'year', whole],
  ['1 п/е уч.года', 'half', ['2026-09-01..2026-12-31']],
  ['II полугодие', 'half', ['2027-01-01..2027-06-30']],
  ['I семестр', 'semester', ['2026-09-01..2026-12-31']],
  ['второй семестр', 'semester', ['2027-01-01..2027-06-30']],
  ['1 четверть', 'school-quarter', ['2026-09-01..2026-10-31']],
  ['IV квартал', 'quarter', ['2026-10-01..2026-12-31']],
  ['III квартал', 'quarter', ['2026-09-01..2026-09-30', '2027-07-01..2027-08-31']],
  ['IV квартал 2025 г.', 'quarter', ['2025-10-01..2025-12-31']],
  ['2 раза в год', 'times', ['2026-09-01..2026-12-31', '2027-01-01..2027-06-30']],
  ['', 'none', []],
  ['—', 'none', []],
];

describe('a term', () => {
  test.each(kinds)('«%s» is %s', (text, kind, windows) => {
    expect(readTerm(text).kind).toBe(kind);
    expect(shown(text)).toEqual(windows);
  });

  test.each([
    ['Ежемесячно', 'monthly', 12],
    ['Ежемесяч-но', 'monthly', 12],
    ['Постоянно\nЕжемесяч-но ', 'monthly', 12],
    ['1 раз в месяц', 'monthly', 12],
    ['не реже одного раза в месяц', 'monthly', 12],
    ['ежемесячно с октября по май', 'monthly', 8],
    ['Ежемесячно до 25 числа', 'monthly', 12],
    ['Ежеквартально', 'quarterly', 4],
    ['не реже 1 раза в квартал', 'quarterly', 4],
    ['еженедельно', 'weekly', 53],
    ['каждую пятницу', 'weekly', 52],
    ['раз в 2 недели', 'weekly', 27],
    ['до 15 сентября, далее ежемесячно', 'monthly', 12],
  ] as const)('«%s» is %s and has %i windows', (text, kind, count) => {
    expect(readTerm(text).kind).toBe(kind);
    expect(shown(text)).toHaveLength(count);
  });

  test.each([
    'после сдачи сессии',
    '31.02.2026',
    'через 10 дней после 1 октября',
    'до 45 октября',
    'в каникулы',
    'см. приказ',
  ])('«%s» is kept for a person to say what it means', (text) => {
    expect(readTerm(text)).toEqual({ text, kind: 'unknown', yearly: false, parts: [], follows: false });
    expect(shown(text)).toEqual([]);
  });

  test('keeps its text, tidied, with line-break hyphens joined', () => {
    expect(readTerm(' Постоянно\nпо запросам наставля-емых ').text).toBe('Постоянно по запросам наставляемых');
    expect(readTerm('Сентябрь-\nоктябрь').text).toBe('Сентябрь-октябрь');
  });

  test('with a year of its own keeps its dates in other years, and rolls over when asked', () => {
    const term = readTerm('До 01.10.2023');
    expect(term.year).toBe(2023);
    expect(windowsOf(term, 2026)).toEqual(windowsOf(term, 2023));
    expect(shiftTo(term, 2026).text).toBe('До 01.10.2026');
    expect(windowsOf(shiftTo(term, 2026), 2026)).toEqual([{ from: '2026-09-01', till: '2026-10-01' }]);
  });

  test.each([
    ['октябрь 2023 – март 2024', 'октябрь 2026 – март 2027'],
    ['15.01.24', '15.01.27'],
    ['2023/24 учебный год', '2026/27 учебный год'],
    ['в течение 2023-2024 уч. года', 'в течение 2026-2027 уч. года'],
    ['29.02.2024', '28.02.2027'],
    ['сентябрь', 'сентябрь'],
    ['с 01.09.2023 по 30.06.2024', 'с 01.09.2026 по 30.06.2027'],
  ])('«%s» rolled over to 2026/27 is «%s»', (text, expected) => {
    expect(shiftTo(readTerm(text), 2026).text).toBe(expected);
  });

  test('said to be yearly is not bound by the year it names', () => {
    expect(readTerm('Ежегодно до 30 июня 2024').year).toBeUndefined();
    expect(shown('Ежегодно до 30 июня 2024')).toEqual(['2026-09-01..2027-06-30']);
  });

  test.each([
    ['Ежегодно октябрь', 'октябрь каждого года'],
    ['До 01.09.2023', 'до 1 сентября 2023 г.'],
    ['1 п/е уч.года', 'I полугодие'],
    ['не реже 1 раза в квартал', 'каждый квартал'],
    ['2 раза в месяц', '2 раза в месяц'],
    ['каждую пятницу', 'каждую пятницу'],
    ['Ежемесячно до 25 числа', 'каждый месяц, до 25 числа'],
    ['октябрь 2026 – март 2027', 'октябрь 2026 г. – март 2027 г.'],
    ['что-то', 'срок не понят'],
    ['', 'срок не указан'],
  ])('«%s» is told as «%s»', (text, expected) => {
    expect(describeTerm(readTerm(text))).toBe(expected);
  });

  test('is due at the end of the first window that is not over', () => {
    expect(nextDue(readTerm('сентябрь, январь'), year, day('2026-10-01'))).toBe('2027-01-31');
    expect(nextDue(readTerm('сентябрь'), year, day('2026-09-30'))).toBe('2026-09-30');
    expect(nextDue(readTerm('сентябрь'), year, day('2026-10-01'))).toBeNull();
    expect(nextDue(readTerm('Постоянно'), year, day('2026-10-01'))).toBeNull();
  });
});

describe('the state of a term', () => {
  const state = (text: string, today: string, closed: Parameters<typeof termState>[0]['closed'] = false) => {
    const term = readTerm(text);
    return termState({ kind: term.kind, windows: windowsOf(term, year), today: day(today), closed });
  };

  test('goes from ahead through open and due soon to overdue', () => {
    expect(state('октябрь-ноябрь', '2026-09-30')).toBe('ahead');
    expect(state('октябрь-ноябрь', '2026-10-01')).toBe('open');
    expect(state('октябрь-ноябрь', '2026-11-09')).toBe('open');
    expect(state('октябрь-ноябрь', '2026-11-10')).toBe('due-soon');
    expect(state('октябрь-ноябрь', '2026-11-30')).toBe('due-soon');
    expect(state('октябрь-ноябрь', '2026-12-01')).toBe('overdue');
    expect(state('октябрь-ноябрь', '2026-12-01', true)).toBe('closed');
  });

  test('of an endless term is always, of no term undated', () => {
    expect(state('Постоянно', '2026-12-01')).toBe('always');
    expect(state('', '2026-12-01')).toBe('undated');
    expect(state('когда-нибудь', '2026-12-01')).toBe('undated');
  });

  test('of a repeated term is told by its earliest window that is not done', () => {
    const doneTill = (last: string) => (window: { readonly till: string }) => window.till <= last;
    expect(state('Ежемесячно', '2026-11-15', doneTill('2026-09-30'))).toBe('overdue');
    expect(state('Ежемесячно', '2026-11-05', doneTill('2026-10-31'))).toBe('open');
    expect(state('Ежемесячно', '2026-11-05', doneTill('2026-11-30'))).toBe('ahead');
    expect(state('Ежемесячно', '2026-11-05', doneTill('2027-08-31'))).toBe('closed');
  });
});

describe('windows of terms without a year', () => {
  const months = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
  const month = fc.constantFrom(...months);
  const texts = fc.oneof(
    month,
    fc.tuple(month, month).map(([from, till]) => `${from}-${till}`),
    fc.tuple(month, month).map(([one, other]) => `${one}, ${other}`),
    fc.tuple(month, month).map(([one, other]) => `Ежемесячно с ${one} по ${other}`),
    fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
      .map(([date, at]) => `до ${date}.${String(at).padStart(2, '0')}`),
    fc.integer({ min: 1, max: 12 }).map((times) => `${times} раз в год`),
    fc.constantFrom(
      'Ежемесячно',
      'Ежеквартально',
      'еженедельно',
      'I, II полугодие',
      'III квартал',
      'Постоянно',
      'раз в 3 недели',
    ),
  );

  test('lie within the academic year, in order, without overlaps, and each ends after it begins', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1990, max: 2090 }), (text, inYear) => {
        const bounds = academicYear(inYear);
        const term = readTerm(text);
        const windows = windowsOf(term, inYear);
        expect(term.kind).not.toBe('unknown');
        windows.forEach((window, index) => {
          expect(window.from <= window.till).toBe(true);
          expect(window.from >= bounds.from && window.till <= bounds.till).toBe(true);
          const previous = windows[index - 1];
          if (previous) expect(window.from > previous.till).toBe(true);
        });
      }),
    );
  });

  test('give a next due day that is not past and ends one of them', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 364 }), (text, distance) => {
        const today = addDays(academicYear(year).from, distance);
        const due = nextDue(readTerm(text), year, today);
        if (due === null) return;
        expect(due >= today).toBe(true);
        expect(windowsOf(readTerm(text), year).some((window) => window.till === due)).toBe(true);
      }),
    );
  });

  test('any text is read without throwing, and read again it is the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'до с по 1234567890.-–,/ октябрь мая IVгод\n'.split('')) }),
        (text) => {
          const term = readTerm(text);
          expect(readTerm(term.text)).toEqual(term);
          expect(windowsOf(term, year).every(({ from, till }) => from <= till)).toBe(true);
        },
      ),
    );
  });
});
