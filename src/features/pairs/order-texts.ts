import { yearLabel } from '../../kernel/academic-year.ts';
import { type Day, formatDay, formatDayLong, partsOf } from '../../kernel/day.ts';
import { counted } from '../../kernel/russian/plural.ts';
import { nameForms } from '../../kernel/russian/wording.ts';
import { amendedData, personData } from '../documents/data-texts.ts';
import type { ListedDocument, PaperData } from '../documents/rows.ts';
import { fullName, type Person, spoken } from '../people/person.ts';
import type { ListedPair, Side } from './rows.ts';

/*
 * What the templates of orders and minutes print about pairs (features/documents/templates). Names in the annex stand in the nominative, so they go as
 * plain text; people whom the text declines go with all their cases.
 */

const nbsp = '\u00a0';

export const orderTitle = (year: number): string =>
  `О закреплении наставнических пар и групп на ${yearLabel(year)} учебный год`;

export const endedTitle = 'О внесении изменений в состав наставнических пар и групп';

export const minutesTitle = 'Протокол рабочей группы о составе наставнических пар и групп';

/** «с 26 октября 2026 г. по 30 июня 2027 г.» */
export const periodInWords = (from: Day, till: Day): string =>
  `с${nbsp}${formatDayLong(from)} по${nbsp}${formatDayLong(till)}`;

const placeOf = ({ groupCode, place }: Side): string | undefined =>
  groupCode ? `гр.${nbsp}${groupCode}` : place || undefined;

/** «Иванов Пётр», and his group or post where it is known. */
const sideData = (side: Side) => {
  const place = placeOf(side);
  return { ФИО: fullName(side), ...(place === undefined ? {} : { место: place }) };
};

const dashed = (label: string): string => label.replaceAll(' — ', `${nbsp}— `);

/** One row a mentor with a form, a variant and a period: a pair, or a group of mentees. */
const rowsOf = (pairs: readonly ListedPair[], labels: ReadonlyMap<string, string>) => {
  const rows = new Map<string, ListedPair[]>();
  const byName = pairs.toSorted(
    (one, other) =>
      fullName(one.mentor).localeCompare(fullName(other.mentor), 'ru') ||
      fullName(one.mentee).localeCompare(fullName(other.mentee), 'ru'),
  );
  for (const pair of byName) {
    const key = [pair.mentorId, pair.form, pair.variant, pair.from, pair.till, pair.groupId].join(' ');
    rows.set(key, [...(rows.get(key) ?? []), pair]);
  }
  return [...rows.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return {
      наставник: sideData(first.mentor),
      наставляемые: group.map(({ mentee }) => sideData(mentee)),
      форма: `${dashed(labels.get(first.form) ?? first.form)}${first.groupName ? `, группа «${first.groupName}»` : ''}`,
      вариант: dashed(labels.get(first.variant) ?? first.variant),
      период: `${formatDay(first.from)}${nbsp}– ${formatDay(first.till)}`,
    };
  });
};

export interface OrderSnapshot {
  readonly year: number;
  readonly pairs: readonly ListedPair[];
  /** Labels of forms and variants by their codes. */
  readonly labels: ReadonlyMap<string, string>;
  readonly from: Day;
  readonly till: Day;
  readonly plansBy: Day;
  readonly curator: Person;
  readonly psychologist: Person | undefined;
  /** How many mentees nobody takes. */
  readonly alone: number;
  readonly roadmapOrder: string | undefined;
  readonly minutes: string | undefined;
}

export const orderData = (the: OrderSnapshot): PaperData => ({
  'учебный год': yearLabel(the.year),
  ...(the.roadmapOrder ? { 'дорожная карта': the.roadmapOrder } : {}),
  ...(the.minutes ? { протокол: the.minutes } : {}),
  период: periodInWords(the.from, the.till),
  'срок планов': formatDayLong(the.plansBy),
  куратор: personData(the.curator),
  ...(the.psychologist ? { психолог: personData(the.psychologist) } : {}),
  'без пары': the.alone > 0,
  ознакомить: [the.curator, ...(the.psychologist && the.alone > 0 ? [the.psychologist] : [])].map((person) => ({
    ФИО: fullName(person),
  })),
  пары: rowsOf(the.pairs, the.labels),
});

const line = ({ наставник, наставляемые }: ReturnType<typeof rowsOf>[number]): string =>
  `${who(наставник)}${nbsp}— ${наставляемые.map(who).join('; ')}`;

const who = ({ ФИО, место }: { readonly ФИО: string; readonly место?: string }): string =>
  место === undefined ? ФИО : `${ФИО} (${место})`;

export interface MinutesPeople {
  readonly chair: Person | undefined;
  readonly members: readonly Person[];
}

/** Minutes of the working group that agrees on the pairs; what was said there is written in by hand. */
export const minutesData = (the: OrderSnapshot, { chair, members }: MinutesPeople): PaperData => {
  const rows = rowsOf(the.pairs, the.labels);
  const present = [...new Map([the.curator, ...members].map((person) => [person.id, person])).values()];
  return {
    собрание: 'заседания рабочей группы по наставничеству',
    ...(chair ? { председатель: personData(chair) } : {}),
    секретарь: personData(the.curator),
    присутствовали: present.filter(({ id }) => id !== chair?.id).map(personData),
    приглашены: [],
    вопросы: [
      {
        тема: `О составе наставнических пар и групп на ${yearLabel(the.year)} учебный год`,
        докладчик: personData(the.curator),
        доклад: `предложение по составу наставнических пар и групп: ${counted(rows.length, 'позиция', 'позиции', 'позиций')}`,
        выступления: [],
        решения: [
          { текст: `Согласовать состав наставнических пар и групп:\n${rows.map((row) => line(row)).join(';\n')}.` },
          {
            текст: `Представить состав директору для закрепления приказом на период ${periodInWords(the.from, the.till)}.`,
          },
        ],
      },
    ],
  };
};

/** A pair that ended early, with the one that took over where there is one. */
export interface Ended {
  readonly pair: ListedPair;
  readonly successor: ListedPair | undefined;
}

/** What the order declines: people by their ids. */
type People = ReadonlyMap<string, Person>;

const declined = (side: Side, people: People) => {
  const person = people.get(side.id);
  const place = placeOf(side);
  const ФИО = person ? nameForms(spoken(person), person.declension) : fullName(side);
  return { ФИО, ...(place === undefined ? {} : { место: place }) };
};

/** An order about pairs that ended before their time: another mentor took over, or the work is over. */
export const endedData = (order: ListedDocument, ended: readonly Ended[], people: People): PaperData => ({
  'о чём': endedTitle,
  приказ: amendedData(order),
  отмена: false,
  замены: ended.flatMap(({ pair, successor }) =>
    successor
      ? {
          с: formatDayLong(successor.from),
          наставник: declined(successor.mentor, people),
          прежний: declined(pair.mentor, people),
          наставляемый: declined(pair.mentee, people),
        }
      : [],
  ),
  новые: [],
  прекращения: ended
    .filter(({ successor }) => !successor)
    .map(({ pair }) => ({
      с: formatDayLong(pair.till),
      наставник: sideData(pair.mentor),
      наставляемый: sideData(pair.mentee),
      причина: reasonInside(pair.endReason),
    })),
  endedPairs: ended.map(({ pair }) => pair.id),
});

/** The reason follows a colon: a small letter, and no full stop of its own. */
const reasonInside = (reason: string): string =>
  `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`.replace(/[.\s]+$/, '');

/** Plans are usually ready a month after the pairs begin. */
export const usualPlansDay = (from: Day): Day => {
  const { year, month } = partsOf(from);
  return from.slice(5) <= '11-30' && month >= 9 ? (`${year}-11-30` as Day) : from;
};

/** «Группа Рублёва И. К.» needs cases; «Рублёв И. К.» does not. A second group of one mentor gets a number. */
export const groupName = (
  mentor: Pick<Side, 'lastName' | 'firstName' | 'patronymic'>,
  taken: ReadonlySet<string>,
): string => {
  const initials = [mentor.firstName, mentor.patronymic].filter(Boolean).map((name) => `${name.slice(0, 1)}.`);
  const name = [mentor.lastName, ...initials].join(' ');
  for (let number = 2; ; number += 1) {
    const candidate = number === 2 && !taken.has(name) ? name : `${name} (${number})`;
    if (!taken.has(candidate)) return candidate;
  }
};
