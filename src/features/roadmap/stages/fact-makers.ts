import { addMonths, type Day, dayWithin, formatDay } from '../../../kernel/day.ts';
import { overlaps, type Window } from '../../../kernel/period.ts';
import { monthName } from '../../../kernel/russian/calendar.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { isInForce, type PaperKind } from '../../documents/document.ts';
import type { Fact, Gathered, Paper } from '../stage.ts';

export const registerHref = (kind: PaperKind): string => `/documents/register?kind=${kind}`;

/** «Приказ № 118 от 01.09.2026», «Методика анкетирования от 05.10.2026». */
export const paperWords = ({ number, day }: Paper, short: string): string =>
  `${short}${number ? ` №\u00A0${number}` : ''}${day ? ` от\u00A0${formatDay(day)}` : ''}`;

interface Asked {
  /** The first is what the action registers; minutes when only `about` tells which paper it is. */
  readonly kinds: readonly PaperKind[];
  /** Minutes of the working group count when their title tells of this. */
  readonly about?: RegExp;
  /** What holds when the paper is there. */
  readonly title: string;
  /** «Приказ», «Протокол». */
  readonly short: string;
  /** Why it is missing and what brings it. */
  readonly missing: string;
  /** Where the paper is made, when not by registering. */
  readonly make?: { readonly label: string; readonly href: string };
}

const fits = ({ kinds, about }: Asked, paper: Paper): boolean =>
  kinds.includes(paper.kind) || (about !== undefined && paper.kind === 'minutes' && about.test(paper.title));

/** A paper that is in force, in the works, or not there. */
export function paperFact(data: Gathered, asked: Asked): Fact {
  const fitting = data.papers.filter((paper) => fits(asked, paper));
  const signed = fitting.find(({ status }) => isInForce(status));
  if (signed) {
    const words = paperWords(signed, asked.short);
    return { title: asked.title, state: 'ok', reason: words, chip: { label: words, href: `/documents/${signed.id}` } };
  }
  const [draft] = fitting;
  if (draft) {
    const href = `/documents/${draft.id}`;
    const reason =
      draft.status === 'on-signing' ? 'Документ на подписи: отметьте, когда подпишут' : 'Проект готов, но не подписан';
    const action = { label: draft.status === 'on-signing' ? 'Отметить подписание' : 'Открыть проект', href };
    return { title: asked.title, state: 'wait', reason, action, chip: { label: asked.short, href } };
  }
  const action = asked.make ?? { label: 'Записать документ', href: registerHref(asked.kinds[0] ?? 'minutes') };
  return {
    title: asked.title,
    state: 'wait',
    reason: asked.missing,
    action,
    chip: { label: asked.short, href: action.href },
  };
}

interface Counting {
  readonly title: string;
  readonly short: string;
  readonly have: number;
  readonly need: number;
  readonly missing: string;
  readonly action: { readonly label: string; readonly href: string };
  /** Nothing to count yet: who is to come first. */
  readonly none: string;
}

/** So many of so many. Nobody at all is not done either. */
export function countFact({ title, short, have, need, missing, action, none }: Counting): Fact {
  const full = need > 0 && have >= need;
  const chip = { label: need > 0 ? `${short}: ${have} из ${need}` : short, href: action.href };
  if (full) return { title, state: 'ok', count: { have, need }, reason: `${have} из ${need}`, chip };
  if (need === 0) return { title, state: 'wait', reason: none, action, chip };
  return { title, state: have === 0 ? 'wait' : 'bad', count: { have, need }, reason: missing, action, chip };
}

/** «ЭМ-12, ТМ-23, СВ-11 и ещё 2». */
export const someOf = (words: readonly string[], most = 5): string =>
  words.length <= most ? words.join(', ') : `${words.slice(0, most).join(', ')} и ещё ${words.length - most}`;

/** Months in which pairs work: September – June; the rest is holidays. */
export function programmeMonths(year: number): readonly Window[] {
  const first = dayWithin(year, 9, 1);
  return Array.from({ length: 10 }, (_, index) => monthAt(addMonths(first, index)));
}

const monthAt = (first: Day): Window => {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return { from: first, till: dayWithin(year, month, 31) };
};

/** Papers of a kind that are in force, by day. */
export const papersWithin = ({ papers }: Gathered, kind: PaperKind, { from, till }: Window): readonly Paper[] =>
  papers.filter(
    (paper) =>
      paper.kind === kind && isInForce(paper.status) && paper.day !== null && paper.day >= from && paper.day <= till,
  );

/**
 * Is something there for each part of a window? Of parts that have begun, those that are over must have it; the running
 * one only when the window is no wider than a part.
 */
export function isCovered(
  window: Window,
  parts: readonly Window[],
  today: Day,
  has: (part: Window) => boolean,
): boolean {
  const begun = parts.filter((part) => overlaps(part, window) && part.from <= today);
  const over = begun.filter(({ till }) => till < today);
  const wanted = over.length > 0 && begun.length > 1 ? over : begun;
  return wanted.length > 0 && wanted.every(has);
}

/** «октябрь» */
export const monthOfDay = (value: Day): string => monthName(Number(value.slice(5, 7)));

export const people = (count: number): string => counted(count, 'человек', 'человека', 'человек');
