import { randomUUID } from 'node:crypto';
import { confirmMeeting } from '../../features/meetings/confirm-meeting.ts';
import { logMeeting } from '../../features/meetings/log-meeting.ts';
import type { MeetingKind, MeetingLog } from '../../features/meetings/meeting.ts';
import { planMeeting } from '../../features/meetings/plan-meeting.ts';
import { type ListedPair, pairsBy } from '../../features/pairs/rows.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addDays, type Day, day, weekday } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Chance, chanceOf } from './chance.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { Filling } from './registers.ts';

const words = [
  'Разобрали лабораторную, со второго раза получилось',
  'Чертёж узла почти готов, к пятнице отчёт',
  'Говорили о сессии: что сдавать первым',
  'Ходили в мастерскую, попробовали собрать щиток',
  'Составили список вопросов к мастеру',
  'Повторили допуски и посадки',
] as const;
const tasks = ['Доделать отчёт', 'Прочитать главу о заземлении', 'Спросить мастера о пересдаче', ''] as const;
const topics = [['Учёба'], ['Разговор'], ['Практика'], ['Учёба', 'Разговор'], ['Проект']] as const;
const reasons = ['Заболел', 'Соревнования', 'Задержали на практике', 'Проспал автобус'] as const;

interface Told {
  readonly kind: MeetingKind;
  readonly day: Day;
}

const holidays = { from: day('2026-12-28'), till: day('2027-01-10') };

/** A working day that is no winter holiday. */
const workday = (on: Day): Day => {
  if (on >= holidays.from && on <= holidays.till) return workday(addDays(holidays.till, 1));
  return weekday(on) > 5 ? workday(addDays(on, 1)) : on;
};

/** The meetings of the method, then a working one about every two to four weeks until the pair falls silent. */
const daysOf = ({ from, till }: ListedPair, chance: Chance, silent: boolean): Told[] => {
  const first = (['acquaintance', 'trial', 'planning'] as const).map((kind, index) => ({
    kind,
    day: workday(addDays(from, 2 + index * 7 + chance.below(3))),
  }));
  const told: Told[] = [...first];
  const last = silent ? addDays(demoToday, -45) : demoToday;
  for (let on = addDays(from, 30 + chance.below(8)); on < last; on = addDays(on, 14 + chance.below(14)))
    told.push({ kind: 'working', day: workday(on) });
  const fitting = told.filter((one) => one.day < last && one.day <= till);
  return fitting.filter(({ day: on }, index) => fitting.findIndex((other) => other.day === on) === index);
};

const logOf = (chance: Chance, { kind, day: on }: Told, index: number): MeetingLog => {
  const missed = kind === 'working' && chance.happens(0.12);
  const outcome = missed ? (chance.happens(0.7) ? 'no-mentee' : 'no-mentor') : 'held';
  return {
    ...{ kind, outcome, day: on, minutes: kind === 'acquaintance' ? 40 : chance.pick([30, 60, 60, 90]) },
    reason: missed ? chance.pick(reasons) : '',
    topics: missed ? [] : kind === 'working' ? chance.pick(topics) : ['Разговор'],
    mood: missed ? null : chance.pick([2, 3, 3, 4]),
    note: missed ? '' : kind === 'working' ? chance.pick(words) : '',
    result: '',
    task: missed ? '' : chance.pick(tasks),
    ...{ needsHelp: index === 5 && chance.happens(0.2), curatorNote: '' },
  };
};

const sideOf = (actor: Actor, personId: string): Actor => ({ ...actor, personId });

const logAll = async ({ as, actors }: Filling, pair: ListedPair, chance: Chance, silent: boolean) => {
  const ids: string[] = [];
  for (const [index, told] of daysOf(pair, chance, silent).entries()) {
    const mentor: Ctx = as(sideOf(actors.mentor, pair.mentorId), addDays(told.day, chance.below(2)));
    const log = logOf(chance, told, index);
    const entry = { key: randomUUID(), pairId: pair.id, seen: null, log, choice: null };
    const id = must(await logMeeting(mentor, entry));
    if (id && log.outcome === 'held') ids.push(id);
  }
  return ids;
};

/** The pair of the demo's own mentor: confirmed, with words for the curator, one meeting ahead and one that waits for a log. */
const ownPair = async ({ as, actors }: Filling, pair: ListedPair, held: readonly string[]) => {
  const mentee = as(actors.mentee, demoToday);
  for (const meetingId of held.slice(-4, -1))
    must(await confirmMeeting(mentee, { meetingId, note: '', confirmed: true }));
  const [last] = held.slice(-1);
  if (last) must(await confirmMeeting(mentee, { meetingId: last, note: 'Стало понятнее, спасибо', confirmed: true }));
  const log: MeetingLog = {
    ...{
      kind: 'working',
      outcome: 'held',
      day: addDays(demoToday, -6),
      minutes: 60,
      reason: '',
      topics: ['Учёба'],
      mood: 3,
    },
    ...{ note: 'Собрали схему со второго раза. К пятнице отчёт', result: 'Схема работает', task: 'Отчёт к пятнице' },
    ...{ needsHelp: false, curatorNote: 'Пропускает физкультуру, похоже, из-за дороги' },
  };
  const mentor = as(actors.mentor, demoToday);
  must(await logMeeting(mentor, { key: randomUUID(), pairId: pair.id, seen: null, log, choice: 'apart' }));
  const plan = { kind: 'working', minutes: 60, place: 'ауд. 305', link: '' } as const;
  const lately = as(actors.mentor, addDays(demoToday, -4));
  must(await planMeeting(lately, { ...plan, pairId: pair.id, day: addDays(demoToday, -3), starts: '15:00' }));
  must(await planMeeting(mentor, { ...plan, pairId: pair.id, day: addDays(demoToday, 1), starts: '14:40' }));
};

/** Meetings from November to February: most pairs meet, some do not come, three have been silent for more than six weeks. */
export const fillMeetings = async (filling: Filling): Promise<void> => {
  const { as, actors } = filling;
  const chance = chanceOf(60);
  const curator = as(actors.curator, demoToday);
  const pairs = (await pairsBy(curator.db, { state: 'working' }, demoToday, { limit: 500 })).toSorted((one, other) =>
    `${one.mentor.lastName} ${one.mentee.lastName}`.localeCompare(`${other.mentor.lastName} ${other.mentee.lastName}`),
  );
  let silentOnes = 0;
  for (const pair of pairs) {
    const own = pair.mentorId === actors.mentor.personId;
    const silent = !own && silentOnes < 3 && chance.happens(0.15);
    if (silent) silentOnes += 1;
    const held = await logAll(filling, pair, chance, silent);
    if (own) await ownPair(filling, pair, held);
    else if (chance.happens(0.3)) {
      const ahead = workday(addDays(demoToday, 1 + chance.below(10)));
      const plan = {
        kind: 'working',
        minutes: 60,
        place: chance.pick(['мастерская', 'ауд. 214', 'библиотека']),
        link: '',
      } as const;
      must(
        await planMeeting(as(sideOf(actors.mentor, pair.mentorId), demoToday), {
          ...plan,
          pairId: pair.id,
          day: ahead,
          starts: '15:10',
        }),
      );
    }
  }
};
