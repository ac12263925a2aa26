import { expect, test } from 'vitest';
import { csv, curator, names, quietly, read, twoStudents, write } from '../../../test/people-import.ts';
import { story } from '../../../test/story.ts';
import { correctRow, forgetGroup, replaceGroup, settleTwin } from './correct-row.ts';
import { countRows, importRows, typedGroups } from './import-rows.ts';
import { readImport } from './read-import.ts';
import { mapColumns } from './start-import.ts';
import { listGroups } from './study-group-rows.ts';

test(
  'nothing is in the register before the confirmation; after it the people are there, with their new group',
  story(async (world) => {
    const vera = curator(world);
    const id = await read(vera, csv(twoStudents));
    expect(await names(world)).toEqual([]);
    expect(await countRows(vera.db, id)).toMatchObject({ rows: 2, fresh: 2, updates: 0, stopped: 0 });

    await write(vera, id);

    expect(await names(world)).toEqual(['Агалаков Данил Романович', 'Ёлкина Вера Ильинична']);
    expect((await listGroups(vera.db)).map(({ code, course, people }) => [code, course, people])).toEqual([
      ['ЭМ-11', 1, 2],
    ]);
    expect(await world.journal()).toEqual(['import.started', 'import.written']);
  }),
);

test(
  'a group that is not wanted is not made: its people come without one',
  story(async (world) => {
    const vera = curator(world);
    const id = await read(vera, csv(twoStudents));

    await write(vera, id, ['ЭМ-11']);

    expect(await listGroups(vera.db)).toEqual([]);
    expect((await names(world)).length).toBe(2);
  }),
);

test(
  'a day that never was is shown, mended in place, and only then complete',
  story(async (world) => {
    const vera = curator(world);
    const id = await read(vera, csv([['Агалаков Данил Романович', 'ЭМ-11', '31.02.2009', '']]));
    const [before] = await importRows(vera.db, id);
    expect(before?.problems.map(({ kind }) => kind)).toEqual(['birth-impossible']);
    expect(before?.understood.status).toBe('stop');

    const mended = await correctRow(vera, { importId: id, row: 2, corrections: { birthDay: '28.02.2009' } });

    expect(mended).toMatchObject({ ok: true, value: { understood: { status: 'ready' } } });
    await write(vera, id);
    const person = await vera.db.selectFrom('persons').select('birth_day').executeTakeFirstOrThrow();
    expect(person.birth_day).toBe('2009-02-28');
  }),
);

test(
  'a row without a first name waits: it is not written, the others are',
  story(async (world) => {
    const vera = curator(world);
    const id = await read(vera, csv([...twoStudents, ['Бабинцев', 'ЭМ-11', '14.05.2009', '']]));
    expect(await countRows(vera.db, id)).toMatchObject({ fresh: 2, stopped: 1 });

    await write(vera, id);

    expect((await names(world)).length).toBe(2);
  }),
);

test(
  'two curators mend different fields of one row, and neither loses anything',
  story(async (world) => {
    const vera = curator(world);
    const zoya = { ...vera, actor: { ...vera.actor, name: 'Зоина З. З.' } };
    const id = await read(vera, csv([['Бабинцев', 'ЭМ-11', '31.02.2009', '']]));

    await correctRow(vera, { importId: id, row: 2, corrections: { fullName: 'Бабинцев Артём Ильич' } });
    await correctRow(zoya, { importId: id, row: 2, corrections: { birthDay: '27.02.2009' } });

    const [row] = await importRows(vera.db, id);
    expect(row?.understood.values).toMatchObject({ firstName: 'Артём', birthDay: '2009-02-27' });
    expect(row?.understood.status).toBe('ready');
  }),
);

test(
  'a row that is left out is not written, and can be taken back in',
  story(async (world) => {
    const vera = curator(world);
    const id = await read(vera, csv(twoStudents));

    await correctRow(vera, { importId: id, row: 2, skip: true });
    expect(await countRows(vera.db, id)).toMatchObject({ fresh: 1, skipped: 1 });
    await correctRow(vera, { importId: id, row: 2, skip: false });

    expect(await countRows(vera.db, id)).toMatchObject({ fresh: 2, skipped: 0 });
  }),
);

test(
  'a chosen group holds for all rows that write it so, is remembered for the next file, and can be taken back',
  story(async (world) => {
    const vera = curator(world);
    await world.given.group('ЭМ-11');
    await world.given.group('ТМ-11');
    const file = csv([
      ['Агалаков Данил Романович', 'ЭН-11', '14.05.2009', ''],
      ['Ёлкина Вера Ильинична', 'ЭН-11', '01.09.2009', ''],
    ]);
    const id = await read(vera, file);
    const groups = async (of: string) =>
      (await importRows(vera.db, of)).map(({ understood }) => understood.values.group);
    expect(await typedGroups(vera.db, id)).toEqual([{ typed: 'ЭН-11', rows: 2 }]);

    expect(await replaceGroup(vera, { importId: id, typed: 'ЭН-11', code: 'ТМ-11' })).toMatchObject({ value: 2 });
    expect(await groups(id)).toEqual(['ТМ-11', 'ТМ-11']);
    expect(await groups(await read(vera, file))).toEqual(['ТМ-11', 'ТМ-11']);

    await forgetGroup(vera, { importId: id, typed: 'ЭН-11' });
    expect(await groups(id)).toEqual(['ЭМ-11', 'ЭМ-11']);
  }),
);

test(
  'one person in two rows is written once, with what either row knows; a person may say that they are two',
  story(async (world) => {
    const vera = curator(world);
    const twice = [
      ['Попова Анна Сергеевна', 'ТМ-21', '14.05.2008', ''],
      ['Попова Анна Сергеевна', 'ТМ-21', '14.05.2008', '+7 912 345-48-17'],
    ];
    const id = await read(vera, csv(twice));
    expect(await countRows(vera.db, id)).toMatchObject({ fresh: 1, merged: 1, twins: 1 });
    await settleTwin(vera, { importId: id, row: 3, answer: 'different' });
    expect(await countRows(vera.db, id)).toMatchObject({ fresh: 2, merged: 0 });
    await settleTwin(vera, { importId: id, row: 3, answer: 'merge' });

    await write(vera, id);

    const people = await vera.db.selectFrom('persons').select('phone').execute();
    expect(people).toEqual([{ phone: '+79123454817' }]);
  }),
);

test(
  'columns mapped anew are read anew, the answers given before stay, and the next file is read so by itself',
  story(async (world) => {
    const vera = curator(world);
    const file = csv(
      [['Агалаков Данил Романович', 'ЭМ-11', '31.02.2009', 'токарь']],
      ['ФИО', 'Группа', 'Родился', 'Ремесло'],
    );
    const id = await read(vera, file);
    await correctRow(vera, { importId: id, row: 2, corrections: { birthDay: '28.02.2009' } });

    const mapped = await mapColumns(vera, id, { 3: 'post' });
    expect(mapped.ok).toBe(true);
    await readImport(vera, id, quietly);

    const [row] = await importRows(vera.db, id);
    expect(row?.understood.values).toMatchObject({ post: 'токарь', birthDay: '2009-02-28' });
    const [next] = await importRows(vera.db, await read(vera, file));
    expect(next?.understood.values.post).toBe('токарь');
  }),
);

test(
  'a column of special data is not read unless somebody says so, and saying so is not remembered',
  story(async (world) => {
    const vera = curator(world);
    const file = csv([['Агалаков Данил Романович', 'ЭМ-11', 'сирота']], ['ФИО', 'Группа', 'Соц. статус']);
    const id = await read(vera, file);
    const notes = async (of: string) => (await importRows(vera.db, of)).map((row) => row.understood.values.closedNote);
    expect(JSON.stringify(await importRows(vera.db, id))).not.toContain('сирота');

    await mapColumns(vera, id, { 2: 'closedNote' });
    await readImport(vera, id, quietly);

    expect(await notes(id)).toEqual(['сирота']);
    expect(await notes(await read(vera, file))).toEqual([null]);
  }),
);
