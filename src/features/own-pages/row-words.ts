import { day, formatDay } from '../../kernel/day.ts';
import { columnNames, valueNames } from './column-texts.ts';

export interface Line {
  readonly label: string;
  readonly value: string;
}

const isDay = /^\d{4}-\d\d-\d\d$/;
const isMoment = /^\d{4}-\d\d-\d\dT/;
const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

const plain = (value: unknown, names: ReadonlyMap<string, string>): string => {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value))
    return value
      .map((one) => plain(one, names))
      .filter(Boolean)
      .join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (isId.test(text)) return '';
  if (isDay.test(text)) return formatDay(day(text));
  if (isMoment.test(text)) return formatDay(day(text.slice(0, 10)));
  return names.get(text) ?? valueNames[text] ?? text;
};

/** A row as people read it: named columns that say something, in the order of the names. @param names forms, variants and topics */
export const linesOf = (row: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>): Line[] =>
  Object.entries(columnNames).flatMap(([column, label]) => {
    const value = plain(row[column], names);
    return value === '' ? [] : [{ label, value }];
  });
