import { type ExportColumn, type ExportValue, writeSpreadsheet } from '../../../platform/files/write-spreadsheet.ts';
import { download } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { record } from '../../../platform/journal.ts';
import { peopleReaders, visibleGroups } from '../access.ts';
import { type PersonFieldName, personFields } from '../fields.ts';
import type { Person } from '../person.ts';
import { registerPage } from '../register-rows.ts';
import { personsByIds } from '../rows.ts';
import { genderNames, kindNames } from '../texts.ts';
import { readAddress } from './address.ts';
import { tickedIds } from './leaving.tsx';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const cellOf = (person: Person, name: PersonFieldName): ExportValue => {
  if (name === 'kind') return kindNames[person.kind];
  if (name === 'gender') return person.gender ? genderNames[person.gender] : '';
  if (name === 'groupId') return person.groupCode;
  return name === 'organisationId' ? person.organisationName : person[name];
};

const columns = Object.entries(personFields).map(([name, { label, kind }]) => ({
  name: name as PersonFieldName,
  column: { header: label, kind: kind === 'day' ? 'day' : 'text' } satisfies ExportColumn,
}));

const sheetOf = async (ctx: PageCtx, people: readonly Person[]): Promise<Response> => {
  const bytes = await writeSpreadsheet([
    {
      name: 'Люди',
      columns: columns.map(({ column }) => column),
      rows: people.map((person) => columns.map(({ name }) => cellOf(person, name))),
    },
  ]);
  await record(ctx, 'people.exported', { kind: 'people', id: null }, { people: people.length });
  return download(new Uint8Array(bytes), 'Люди.xlsx', xlsx);
};

/** Everybody whom the filters of the address let through. Leaves a line in the journal: the list goes out of the system. */
export const exportRegister: Route = {
  method: 'GET',
  path: '/people/export',
  who: peopleReaders,
  async handle(ctx, input) {
    const address = readAddress(input.query);
    const { people } = await registerPage(ctx.db, visibleGroups(ctx.actor), address, { page: 1, perPage: 50_000 });
    return sheetOf(ctx, people);
  },
};

/** The ticked people. */
export const exportTicked: Route = {
  method: 'POST',
  path: '/people/export',
  who: peopleReaders,
  async handle(ctx, input) {
    const visible = visibleGroups(ctx.actor);
    const people = await personsByIds(ctx.db, tickedIds(input.form.values.ids ?? []));
    return sheetOf(
      ctx,
      people.filter(({ groupId }) => visible === 'all' || (groupId !== null && visible.includes(groupId))),
    );
  },
};
