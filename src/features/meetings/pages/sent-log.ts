import { addDays, type Day } from '../../../kernel/day.ts';
import { type FormErrors, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { lengthFields, logFields, whenFields } from '../fields.ts';
import type { LogEntry } from '../log-meeting.ts';
import type { MeetingLog } from '../meeting.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

const readDay = (form: RawForm, today: Day): Day | FormErrors => {
  const when = sentValue(form, 'when');
  if (when === 'today' || when === '') return today;
  if (when === 'yesterday') return addDays(today, -1);
  const read = readForm(whenFields, form);
  return read.ok ? read.value.date : read.errors;
};

const readLength = (form: RawForm): number | FormErrors => {
  const length = Number(sentValue(form, 'length'));
  if (Number.isInteger(length) && length >= 5 && length <= 600) return length;
  const read = readForm(lengthFields, form);
  return read.ok ? read.value.other : read.errors;
};

/** «<meeting>:<version>» of the planned meeting that the page showed for a pair. */
const seenOf = (form: RawForm, pairId: string): LogEntry['seen'] => {
  const [meetingId = '', version = ''] = sentValue(form, `seen-${pairId}`).split(':');
  return uuid.test(meetingId) ? { meetingId, version: Number(version) || 0 } : null;
};

export interface SentLog {
  readonly key: string;
  readonly log: MeetingLog;
  /** Whom it is about, of those who may be chosen. */
  readonly pairIds: readonly string[];
  readonly choice: 'over' | 'apart' | 'join' | 'drop' | null;
  readonly seen: (pairId: string) => LogEntry['seen'];
}

const choices = ['over', 'apart', 'join', 'drop'] as const;

/** Reads an entry as a phone or a plain form sends it. */
export const readLog = (
  form: RawForm,
  known: readonly string[],
  today: Day,
): { readonly ok: true; readonly value: SentLog } | { readonly ok: false; readonly errors: FormErrors } => {
  const read = readForm(logFields, form);
  const day = readDay(form, today);
  const minutes = readLength(form);
  const chosen = sentValue(form, 'pair');
  const pairIds = chosen === 'all' ? known : known.filter((id) => id === chosen);
  const key = sentValue(form, 'key');
  const errors: FormErrors = {
    ...(read.ok ? {} : read.errors),
    ...(typeof day === 'string' ? {} : day),
    ...(typeof minutes === 'number' ? {} : minutes),
    ...(pairIds.length === 0 ? { pair: 'Выберите, с кем была встреча' } : {}),
    ...(uuid.test(key) ? {} : { key: 'Откройте форму заново: в записи нет её номера' }),
  };
  if (!read.ok || typeof day !== 'string' || typeof minutes !== 'number' || Object.keys(errors).length > 0)
    return { ok: false, errors };
  return {
    ok: true,
    value: {
      key,
      log: { ...read.value, day, minutes },
      pairIds,
      choice: choices.find((one) => one === sentValue(form, 'choice')) ?? null,
      seen: (pairId) => seenOf(form, pairId),
    },
  };
};
