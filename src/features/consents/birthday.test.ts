import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { type Day, day } from '../../kernel/day.ts';
import { birthdayDuties } from './birthday-rows.ts';
import { renewals } from './register-rows.ts';
import { statesOf } from './rows.ts';

/** A paper signed by both, as minors do, or by oneself. */
const signed = async (
  { db, given }: World,
  personId: string,
  {
    on = '2026-09-01',
    till = '2027-08-31',
    purpose = 'processing' as 'processing' | 'photo',
    by = 'both' as 'both' | 'self',
  } = {},
): Promise<void> => {
  const text_id = await given.consentText(purpose);
  const words = by === 'both' ? { representative_name: 'Аннина О. П.' } : {};
  await db
    .insertInto('consents')
    .values({
      person_id: personId,
      purpose,
      text_id,
      signed_by: by,
      signed_on: day(on),
      valid_till: day(till),
      ...words,
    })
    .execute();
};

const owed = async ({ db }: World, on: string, visible: 'all' | readonly string[] = 'all') =>
  (await birthdayDuties(db, { visible, today: day(on) })).map(({ lastName, adultOn, purposes }) => [
    lastName,
    adultOn,
    ...purposes,
  ]);

const stateOn = async ({ db }: World, personId: string, on: Day) =>
  (await statesOf(db, 'processing', on, [personId])).get(personId)?.state;

test(
  'an eighteenth birthday in the middle of a campaign: the duty comes a month before, holds its term, and the own paper closes it',
  story(async (world) => {
    const anna = await world.given.student({ last: 'Аннина', born: '2008-10-20' });
    await signed(world, anna);

    expect(await owed(world, '2026-09-19')).toEqual([]);
    expect(await owed(world, '2026-09-20')).toEqual([['Аннина', '2026-10-20', 'processing']]);
    expect(await stateOn(world, anna, day('2026-10-19'))).toBe('valid');
    expect(await stateOn(world, anna, day('2026-10-20'))).toBe('turned-18');
    expect(await owed(world, '2026-11-15')).toHaveLength(1);

    await signed(world, anna, { on: '2026-10-22', by: 'self', till: '2027-06-30' });
    expect(await owed(world, '2026-10-21')).toHaveLength(1);
    expect(await owed(world, '2026-10-22')).toEqual([]);
    expect(await stateOn(world, anna, day('2026-10-22'))).toBe('valid');
  }),
);

test(
  'a paper signed anew before the birthday closes nothing; each purpose is owed by itself, in one line of the person',
  story(async (world) => {
    const anna = await world.given.student({ last: 'Аннина', born: '2008-10-20' });
    await signed(world, anna);
    await signed(world, anna, { purpose: 'photo' });
    await signed(world, anna, { on: '2026-10-10' });

    expect(await owed(world, '2026-10-12')).toEqual([['Аннина', '2026-10-20', 'processing', 'photo']]);
    await signed(world, anna, { on: '2026-10-20', by: 'self' });
    expect(await owed(world, '2026-10-20')).toEqual([['Аннина', '2026-10-20', 'photo']]);
  }),
);

test(
  'nobody is asked whose paper was withdrawn, ends by itself before the birthday, or who has left; a class teacher sees own groups',
  story(async (world) => {
    const { db, given } = world;
    const group = await given.group('ТМ-31');
    const born = '2008-10-20';
    const [boris, vera, gleb] = [
      await given.student({ last: 'Борисов', born }),
      await given.student({ last: 'Власова', born }),
      await given.student({ last: 'Глебов', born }),
    ];
    const dina = await given.student({ last: 'Динина', born, group: 'ТМ-31' });
    await signed(world, boris);
    await db
      .updateTable('consents')
      .set({ withdrawn_on: day('2026-10-01') })
      .execute();
    await signed(world, vera, { till: '2026-10-15' });
    await signed(world, gleb);
    await db
      .updateTable('persons')
      .set({ left_on: day('2026-10-01') })
      .where('id', '=', gleb)
      .execute();
    await signed(world, dina);

    expect((await owed(world, '2026-10-12')).map(([name]) => name)).toEqual(['Динина']);
    expect(await owed(world, '2026-10-12', [group])).toHaveLength(1);
    expect(await owed(world, '2026-10-12', [])).toEqual([]);
    const frame = { visible: 'all', today: day('2026-10-12') } as const;
    expect(await renewals(db, frame, 'processing', day('2026-12-11'))).toMatchObject([{ lastName: 'Власова' }]);
  }),
);

test(
  'whoever was born on the 29th of February is grown up on the 1st of March',
  story(async (world) => {
    const anna = await world.given.student({ last: 'Аннина', born: '2008-02-29' });
    await signed(world, anna, { on: '2025-09-01', till: '2026-08-31' });

    expect(await owed(world, '2026-02-28')).toEqual([['Аннина', '2026-03-01', 'processing']]);
    expect(await stateOn(world, anna, day('2026-02-28'))).not.toBe('turned-18');
    expect(await stateOn(world, anna, day('2026-03-01'))).toBe('turned-18');
  }),
);
