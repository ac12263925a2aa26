import { expect, test } from 'vitest';
import {
  type Curator,
  csv,
  curator,
  names,
  quietly,
  read,
  theImport,
  twoStudents,
  write,
} from '../../../test/people-import.ts';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { changePerson } from './change-person.ts';
import { cancelImport, confirmImport, startUndo } from './confirm-import.ts';
import { correctRow } from './correct-row.ts';
import { countRows, importRows } from './import-rows.ts';
import { personOf } from './person.ts';
import { insertPersons, personById, personsByIds } from './rows.ts';
import { listGroups } from './study-group-rows.ts';
import { undoImport } from './undo-import.ts';
import { type ImportFollower, writeImport } from './write-import.ts';

const known = async (vera: Curator): Promise<string> => {
  const name = { lastName: 'Рублёва', firstName: 'Ольга', patronymic: 'Ильинична' };
  const rest = { birthDay: day('2008-05-14'), phone: '+79000000000', email: 'o@college.ru' } as const;
  const [id = ''] = await insertPersons(vera.db, [personOf('student', name, rest)]);
  return id;
};

const rublyova = [['Рублева Ольга Ильинична', 'ЭМ-21', '14.05.2008', '+7 912 345-48-17']];

test(
  'who is in the college already is brought up to date: changed and empty fields only, an empty cell takes nothing away',
  story(async (world) => {
    const vera = curator(world);
    const olya = await known(vera);
    const id = await read(vera, csv(rublyova));
    expect(await countRows(vera.db, id)).toMatchObject({ fresh: 0, updates: 1, twins: 0 });

    await write(vera, id);

    expect(await personById(vera.db, olya)).toMatchObject({
      lastName: 'Рублёва',
      phone: '+79123454817',
      email: 'o@college.ru',
      groupCode: 'ЭМ-21',
    });
  }),
);

test(
  'an import is taken back as a whole: new people and groups go, updated ones are as before',
  story(async (world) => {
    const vera = curator(world);
    const olya = await known(vera);
    const before = await personById(vera.db, olya);
    const id = await read(vera, csv([...rublyova, ...twoStudents]));
    await write(vera, id);

    expect((await startUndo(vera, id)).ok).toBe(true);
    const report = await undoImport(vera, id, quietly);

    expect(report).toEqual({ removed: 2, restored: 1, kept: [] });
    expect(await names(world)).toEqual(['Рублёва Ольга Ильинична']);
    expect({ ...(await personById(vera.db, olya)), version: 1 }).toEqual(before);
    expect(await listGroups(vera.db)).toEqual([]);
    expect((await theImport(vera, id)).state).toBe('undone');
  }),
);

test(
  'what somebody leans on or has edited since stays, and it is told why',
  story(async (world) => {
    const vera = curator(world);
    const olya = await known(vera);
    const id = await read(vera, csv([...rublyova, ...twoStudents]));
    await write(vera, id);
    const rows = await vera.db.selectFrom('persons').select(['id', 'last_name']).where('import_id', '=', id).execute();
    const [danil, vera2] = ['Агалаков', 'Ёлкина'].map((name) => rows.find((row) => row.last_name === name)?.id ?? '');
    await world.given.mentee(danil ?? '');
    const card = await personById(vera.db, olya);
    if (!card) throw new Error('the card');
    await changePerson(vera, { id: olya, version: card.version, person: { ...card, phone: '+79111111111' } });

    const report = await undoImport(vera, id, quietly);

    expect(report).toMatchObject({ removed: 1, restored: 1 });
    expect(report?.kept).toEqual([
      { personId: danil, why: 'in-use' },
      { personId: olya, why: 'edited' },
    ]);
    expect(await personById(vera.db, vera2 ?? '')).toBeUndefined();
    expect(await personById(vera.db, olya)).toMatchObject({ phone: '+79111111111', groupId: null });
  }),
);

test(
  'after thirty days an import is history',
  story(async (world) => {
    const vera = curator(world);
    const id = await read(vera, csv(twoStudents));
    await write(vera, id);
    const { writtenAt } = await theImport(vera, id);
    const written = day(writtenAt?.toISOString().slice(0, 10) ?? '');

    const late = { ...vera, today: day(`${Number(written.slice(0, 4)) + 1}${written.slice(4)}`) };

    expect(await startUndo(late, id)).toEqual({ ok: false, reason: 'too-late' });
    expect((await startUndo({ ...vera, today: written }, id)).ok).toBe(true);
  }),
);

test(
  'needs and closed notes are handed to the features above, which take them back before the people go',
  story(async (world) => {
    const vera = curator(world);
    const rows = [
      ['Агалаков Данил Романович', 'ЭМ-11', 'подтянуть учёбу'],
      ['Ёлкина Вера Ильинична', 'ЭМ-11', ''],
    ];
    const id = await read(vera, csv(rows, ['ФИО', 'Группа', 'Запрос']));
    await confirmImport(vera, { importId: id, unwantedGroups: [] });
    const heard: unknown[] = [];
    const taken: string[] = [];

    const follower: ImportFollower = {
      write: async (_, people) => void heard.push(...people),
      undo: async (ctx, ids) => void taken.push(...(await personsByIds(ctx.db, ids)).map(({ lastName }) => lastName)),
    };
    await writeImport(vera, id, quietly, [follower]);

    const danil = await vera.db
      .selectFrom('persons')
      .select('id')
      .where('last_name', '=', 'Агалаков')
      .executeTakeFirst();
    expect(heard).toEqual([{ personId: danil?.id, need: 'подтянуть учёбу', closedNote: null }]);
    await undoImport(vera, id, quietly, [follower]);
    expect(taken).toEqual(['Агалаков', 'Ёлкина']);
  }),
);

test(
  'a confirmed file is written once, however often its task is run; an unconfirmed one never',
  story(async (world) => {
    const vera = curator(world);
    const id = await read(vera, csv(twoStudents));
    expect((await writeImport(vera, id, quietly)).written).toBe(false);

    await write(vera, id);
    expect((await writeImport(vera, id, quietly)).written).toBe(false);

    expect((await names(world)).length).toBe(2);
    expect(await correctRow(vera, { importId: id, row: 2, skip: true })).toEqual({
      ok: false,
      reason: 'not-in-review',
    });
  }),
);

test(
  'a cancelled file leaves nothing of its people behind',
  story(async (world) => {
    const vera = curator(world);
    const id = await read(vera, csv(twoStudents));

    await cancelImport(vera, id);

    expect(await importRows(vera.db, id)).toEqual([]);
    expect((await theImport(vera, id)).state).toBe('cancelled');
    expect(await confirmImport(vera, { importId: id, unwantedGroups: [] })).toEqual({
      ok: false,
      reason: 'not-in-review',
    });
  }),
);

test(
  'a list in which nobody was found is not written, and says so',
  story(async (world) => {
    const vera = curator(world);
    const id = await read(vera, new TextEncoder().encode('Уважаемые коллеги!\nПриглашаем вас на семинар.\n'));

    expect(await confirmImport(vera, { importId: id, unwantedGroups: [] })).toEqual({
      ok: false,
      reason: 'nothing-to-write',
    });
  }),
);
