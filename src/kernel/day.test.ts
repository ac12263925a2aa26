import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { academicYear, calendarYearOf, yearLabel, yearOf } from './academic-year.ts';
import {
  addDays,
  addMonths,
  ageOn,
  type Day,
  day,
  dayOf,
  daysBetween,
  formatDay,
  formatDayLong,
  formatDayMonth,
  isWorkday,
  maxDay,
  minDay,
  parseDay,
  quarterOf,
  weekday,
  weekdayName,
  weekdayShort,
} from './day.ts';
import { clip, contains, formatPeriod, overlaps, period } from './period.ts';

const days = fc.integer({ min: -100_000, max: 100_000 }).map((distance) => addDays(day('2026-09-01'), distance));

describe('a day', () => {
  test.each([
    ['01.09.2026', '2026-09-01'],
    ['1.9.26', '2026-09-01'],
    ['1.9.87', '1987-09-01'],
    ['1 сентября 2026 г.', '2026-09-01'],
    ['1\u00A0сентября\u00A02026\u00A0г.', '2026-09-01'],
    ['«01» сентября 2026 года', '2026-09-01'],
    ['« 1 » Сентября 2026г.', '2026-09-01'],
    ['15 сент. 2023', '2023-09-15'],
    ['5 мая 2026', '2026-05-05'],
    ['01.09.2026г.', '2026-09-01'],
    ['  01 . 09 . 2026 ', '2026-09-01'],
    ['1/9/2026', '2026-09-01'],
    ['01-09-2026', '2026-09-01'],
    ['2026-09-01', '2026-09-01'],
    ['2026-09-01T00:00:00.000Z', '2026-09-01'],
    ['01.09.2026 0:00:00', '2026-09-01'],
    ['29.02.2028', '2028-02-29'],
  ])('is read from «%s»', (text, expected) => {
    expect(parseDay(text)).toBe(expected);
  });

  test.each([
    '31.02.2026',
    '29.02.2027',
    '00.01.2026',
    '1.13.2026',
    'сентябрь',
    '2026',
    '',
    'нет',
    '12.5',
    '1 брюмера 2026',
  ])('is not read from «%s»', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test('is made of ISO text only', () => {
    expect(() => day('01.09.2026')).toThrow(RangeError);
    expect(() => day('2026-02-30')).toThrow(RangeError);
    expect(dayOf(2026, 2, 30)).toBeUndefined();
  });

  test('moves by days and months, and keeps within the month', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(day('2026-09-15'), -9)).toBe('2025-12-15');
    expect(daysBetween(day('2026-09-01'), day('2027-08-31'))).toBe(364);
  });

  test('knows its weekday and quarter', () => {
    expect(weekday(day('2026-09-01'))).toBe(2);
    expect(weekdayName(day('2026-09-01'))).toBe('вторник');
    expect(weekdayShort(day('1969-12-28'))).toBe('вс');
    expect(isWorkday(day('2026-09-05'))).toBe(false);
    expect(quarterOf(day('2026-09-30'))).toBe(3);
    expect(quarterOf(day('2026-10-01'))).toBe(4);
  });

  test('counts full years up to the birthday itself', () => {
    expect(ageOn(day('2008-09-01'), day('2026-08-31'))).toBe(17);
    expect(ageOn(day('2008-09-01'), day('2026-09-01'))).toBe(18);
    expect(ageOn(day('2008-02-29'), day('2026-02-28'))).toBe(17);
  });

  test('is written as Russians write it', () => {
    expect(formatDay(day('2026-09-01'))).toBe('01.09.2026');
    expect(formatDayLong(day('2026-09-01'))).toBe('1\u00A0сентября\u00A02026\u00A0г.');
    expect(formatDayMonth(day('2027-05-09'))).toBe('9\u00A0мая');
  });

  test('read back from any of its forms is the same day', () => {
    fc.assert(
      fc.property(days, (value) => {
        expect(parseDay(value)).toBe(value);
        expect(parseDay(formatDay(value))).toBe(value);
        expect(parseDay(formatDayLong(value))).toBe(value);
      }),
    );
  });

  test('is as far from another as adding days says', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (value, distance) => {
        expect(daysBetween(value, addDays(value, distance))).toBe(distance);
        expect(((weekday(value) - 1 + (distance % 7) + 7) % 7) + 1).toBe(weekday(addDays(value, distance)));
      }),
    );
  });

  test('can be the least and the greatest of several', () => {
    const some: [Day, Day, Day] = [day('2026-10-01'), day('2026-09-01'), day('2027-01-01')];
    expect(minDay(...some)).toBe('2026-09-01');
    expect(maxDay(...some)).toBe('2027-01-01');
  });
});

describe('a period', () => {
  const autumn = period(day('2026-09-01'), day('2026-11-30'));

  test('includes both its ends', () => {
    expect(contains(autumn, day('2026-09-01'))).toBe(true);
    expect(contains(autumn, day('2026-11-30'))).toBe(true);
    expect(contains(autumn, day('2026-12-01'))).toBe(false);
    expect(overlaps(autumn, period(day('2026-11-30'), null))).toBe(true);
    expect(overlaps(autumn, period(day('2026-12-01'), null))).toBe(false);
  });

  test('is cut to bounds, or has nothing in them', () => {
    expect(clip(period(day('2026-10-15'), null), autumn)).toEqual({ from: '2026-10-15', till: '2026-11-30' });
    expect(clip(period(day('2027-01-01'), null), autumn)).toBeUndefined();
  });

  test('does not end before it begins', () => {
    expect(() => period(day('2026-09-02'), day('2026-09-01'))).toThrow(RangeError);
  });

  test('is written with its ends', () => {
    expect(formatPeriod(autumn)).toBe('01.09.2026\u00A0– 30.11.2026');
    expect(formatPeriod(period(day('2026-09-01'), null))).toBe('с\u00A001.09.2026');
    expect(formatPeriod(period(day('2026-09-01'), day('2026-09-01')))).toBe('01.09.2026');
  });

  test('overlaps another exactly when clipping leaves something', () => {
    const periods = fc.tuple(days, fc.nat(400)).map(([from, length]) => period(from, addDays(from, length)));
    fc.assert(
      fc.property(periods, periods, (one, other) => {
        expect(clip(one, other) !== undefined).toBe(overlaps(one, other));
        expect(overlaps(one, other)).toBe(overlaps(other, one));
      }),
    );
  });
});

describe('an academic year', () => {
  test('runs from 1 September to 31 August', () => {
    expect(academicYear(2026)).toEqual({ from: '2026-09-01', till: '2027-08-31' });
    expect(yearOf(day('2026-08-31'))).toBe(2025);
    expect(yearOf(day('2026-09-01'))).toBe(2026);
    expect(calendarYearOf(2026, 1)).toBe(2027);
  });

  test('is labelled by both its years', () => {
    expect(yearLabel(2026)).toBe('2026/27');
    expect(yearLabel(2099)).toBe('2099/00');
  });

  test('holds every day of it', () => {
    fc.assert(fc.property(days, (value) => contains(academicYear(yearOf(value)), value)));
  });
});
