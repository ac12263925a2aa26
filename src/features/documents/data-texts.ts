import { type Day, formatDayLong } from '../../kernel/day.ts';
import { type NameForms, nameForms, type PostForms, postForms } from '../../kernel/russian/wording.ts';
import type { College } from '../college/college.ts';
import { fullName, type Person, spoken } from '../people/person.ts';
import { formatPhone } from '../people/phone-number.ts';
import type { PaperData } from './rows.ts';

/*
 * The snapshot of a paper: fields of its template with their values. People keep the id of their card, so that a draft can take corrected cases over.
 */

export interface PersonData {
  readonly id: string;
  readonly ФИО: NameForms;
  readonly должность?: PostForms;
}

const lowerFirst = (post: string): string =>
  /^\p{Lu}\p{Lu}/u.test(post) ? post : post.charAt(0).toLowerCase() + post.slice(1);

const upperFirst = (post: string): string => post.charAt(0).toUpperCase() + post.slice(1);

/** A person in all cases, with the post as it stands inside a sentence. Corrections made by hand go before the rules. */
export const personData = (person: Person): PersonData => ({
  id: person.id,
  ФИО: nameForms(spoken(person), person.declension),
  ...(person.post ? { должность: postForms(lowerFirst(person.post)) } : {}),
});

const signatoryData = (person: Person) => ({
  ...personData(person),
  ...(person.post ? { должность: postForms(upperFirst(person.post)) } : {}),
});

/** Who stands in every paper: the college, who signs, who controls, who made it. */
export interface Standing {
  readonly college: College;
  readonly signatory: Person | undefined;
  readonly controller: Person | undefined;
  readonly executor: Person | undefined;
  /** Name of the account, where no card belongs to it. */
  readonly executorName: string;
}

export const standingData = ({ college, signatory, controller, executor, executorName }: Standing): PaperData => ({
  учредитель: college.founder,
  колледж: college.fullName,
  ...(college.city ? { город: college.city } : {}),
  ...(signatory ? { подписант: signatoryData(signatory) } : {}),
  ...(controller ? { контроль: personData(controller) } : {}),
  исполнитель: { ФИО: executor ? fullName(executor) : executorName, телефон: formatPhone(executor?.phone ?? null) },
  ознакомить: [],
});

/** Number and day are columns of the register, not part of the snapshot. */
export const requisites = ({ number, day }: { number: string | null; day: Day | null }): PaperData => ({
  ...(number === null ? {} : { номер: number }),
  ...(day === null ? {} : { дата: formatDayLong(day) }),
});

/** Fields that print what the register knows. */
export const registerTags: readonly string[] = ['номер', 'дата'];

/** People of the snapshot whose cards may have changed, by the field they stand in. */
export const peopleIn = (
  data: PaperData,
): readonly { readonly field: string; readonly id: string; readonly name: string }[] =>
  Object.entries(data).flatMap(([field, value]) =>
    isPersonData(value) ? [{ field, id: value.id, name: value.ФИО.им }] : [],
  );

const isPersonData = (value: unknown): value is PersonData =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'ФИО' in value;

/** The snapshot with names and posts as the cards have them now. */
export const withPeople = (data: PaperData, people: ReadonlyMap<string, Person>): PaperData =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => {
      const person = isPersonData(value) ? people.get(value.id) : undefined;
      return [field, person ? (field === 'подписант' ? signatoryData(person) : personData(person)) : value];
    }),
  );

/** «от 1 сентября 2026 г. № 119-од» */
export const reference = ({ number, day }: { number: string | null; day: Day | null }): string | undefined =>
  number !== null && day !== null ? `от ${formatDayLong(day)} № ${number}` : undefined;

export const cancellationTitle = 'О признании утратившим силу приказа';

/** The paper that an amending order speaks of. */
export const amendedData = (old: { number: string | null; day: Day | null; title: string }) => ({
  ...(old.day === null ? {} : { дата: formatDayLong(old.day) }),
  ...(old.number === null ? {} : { номер: old.number }),
  заголовок: old.title,
});

/** An order that does nothing but withdraw another. */
export const cancellationData = (old: { number: string | null; day: Day | null; title: string }): PaperData => ({
  'о чём': cancellationTitle,
  приказ: amendedData(old),
  отмена: true,
  замены: [],
  прекращения: [],
  новые: [],
});
