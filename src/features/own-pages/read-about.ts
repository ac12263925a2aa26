import { type Actor, because, type Verdict } from '../../kernel/actor.ts';
import { ageOn } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { representedBy } from '../consents/signing-rows.ts';
import type { Person } from '../people/person.ts';
import { personsByIds } from '../people/rows.ts';
import { countPlaces, personColumns, rowsIn } from './about-rows.ts';
import { aboutKinds, otherKind } from './about-texts.ts';
import type { AboutKind, Place } from './place.ts';

/** The person whose data is looked at, and whether the one who looks is that person. */
export interface Subject {
  readonly person: Person;
  readonly own: boolean;
}

/** Oneself, and those under eighteen for whom one acts. */
export const subjectsOf = async (ctx: Ctx): Promise<Subject[]> => {
  const self = ctx.actor.personId;
  if (self === null) return [];
  const people = await personsByIds(ctx.db, [self, ...(await representedBy(ctx.db, self))]);
  return people
    .map((person) => ({ person, own: person.id === self }))
    .filter(({ person, own }) => own || (person.birthDay !== null && ageOn(person.birthDay, ctx.today) < 18))
    .toSorted((a, b) => Number(b.own) - Number(a.own));
};

/** Nobody reads another's page: a curator has the registers, with their own rules. */
export const mayReadAbout = (actor: Actor, subjects: readonly Subject[], personId: string): Verdict =>
  (actor.personId !== null && subjects.some(({ person }) => person.id === personId)) || because('about-me.not-own');

/** All kinds, and «прочее» with every table that names a person and stands in none of them. */
export const allKinds = async ({ db }: Pick<Ctx, 'db'>): Promise<AboutKind[]> => {
  const described = new Set(
    aboutKinds.flatMap(({ places }) =>
      places.flatMap(({ table, by }) => by.flatMap((one) => ('column' in one ? [`${table}.${one.column}`] : []))),
    ),
  );
  const rest = (await personColumns(db)).filter(({ table, column }) => !described.has(`${table}.${column}`));
  const places = rest.map(({ table, column }): Place => ({ table, by: [{ column }], sealed: true }));
  return places.length > 0 ? [...aboutKinds, { ...otherKind, places }] : [...aboutKinds];
};

export interface Counted {
  readonly kind: AboutKind;
  /** Rows that the person reads, and those that are sealed. */
  readonly open: number;
  readonly sealed: number;
}

/** May these rows be read by the one who looks? */
const isSealed = (kind: AboutKind, place: Place, own: boolean): boolean =>
  place.sealed === true || (kind.personal === true && !own);

/** How much of each kind there is. */
export const countAbout = async (ctx: Ctx, { person, own }: Subject): Promise<Counted[]> => {
  const kinds = await allKinds(ctx);
  const places = kinds.flatMap((kind) => kind.places.map((place) => ({ kind, place })));
  const counts = await countPlaces(
    ctx.db,
    places.map(({ place }) => place),
    person.id,
  );
  const sum = (kind: AboutKind, sealed: boolean): number =>
    places.reduce(
      (total, one, at) =>
        one.kind === kind && isSealed(kind, one.place, own) === sealed ? total + (counts[at] ?? 0) : total,
      0,
    );
  return kinds.map((kind) => ({ kind, open: sum(kind, false), sealed: sum(kind, true) }));
};

export interface Records {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The records of one kind that may be read. */
export const recordsOf = async (ctx: Ctx, kind: AboutKind, { person, own }: Subject): Promise<Records[]> => {
  const records: Records[] = [];
  for (const place of kind.places) {
    if (isSealed(kind, place, own)) continue;
    const rows = await rowsIn(ctx.db, place, person.id);
    if (rows.length > 0) records.push({ table: place.table, rows });
  }
  return records;
};
