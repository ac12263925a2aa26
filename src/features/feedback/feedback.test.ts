import { expect, test } from 'vitest';
import { look, meeting, pairOf, reasons } from '../../../test/feedback-story.ts';
import { story } from '../../../test/story.ts';
import { changeRiskNorms, closeFlag, handFlag } from './close-flag.ts';
import { flagsOfPair, openFlags } from './flag-rows.ts';
import { riskNorms } from './norm-rows.ts';
import { firstNorms } from './risk.ts';

test(
  'a silent pair is flagged once, tells how long it is silent, and the flag passes by itself with the next meeting',
  story(async (world) => {
    const { pairId } = await pairOf(world);
    expect(await look(world, '2026-11-02')).toEqual({ opened: 0, passed: 0, corrections: 0 });
    expect(await look(world, '2026-11-03')).toMatchObject({ opened: 1 });
    expect(await look(world, '2026-11-10')).toMatchObject({ opened: 0 });
    expect((await openFlags(world.db))[0]).toMatchObject({
      ...{ reason: 'silent', openedOn: '2026-11-03', details: { days: 29, last: null } },
    });
    await meeting(world.db, pairId, '2026-11-11');
    expect(await look(world, '2026-11-12')).toMatchObject({ passed: 1 });
    expect((await flagsOfPair(world.db, pairId))[0]).toMatchObject({ outcome: 'passed', closedOn: '2026-11-12' });
  }),
);

test(
  'meetings that fell through count since the last one held; help asked for ends with a later meeting without it',
  story(async (world) => {
    const { pairId } = await pairOf(world);
    await meeting(world.db, pairId, '2026-10-20', { absent: 'mentee' });
    await meeting(world.db, pairId, '2026-10-27', { help: true });
    await meeting(world.db, pairId, '2026-11-03', { absent: 'mentee' });
    await look(world, '2026-11-04');
    expect(await reasons(world)).toEqual(['help-asked']);
    await meeting(world.db, pairId, '2026-11-10', { absent: 'mentor' });
    await look(world, '2026-11-11');
    expect((await reasons(world)).sort()).toEqual(['help-asked', 'missed']);
    await meeting(world.db, pairId, '2026-11-12');
    await look(world, '2026-11-13');
    expect(await reasons(world)).toEqual([]);
  }),
);

test(
  'a flag is closed by an act with words, is quiet for a while, and rises again when nothing has changed',
  story(async (world) => {
    await pairOf(world);
    await look(world, '2026-11-03');
    const [flag] = await openFlags(world.db);
    const close = (version: number) =>
      closeFlag(world.ctx('curator', '2026-11-04'), {
        ...{ flagId: flag?.id ?? '', version, outcome: 'talked' as const, words: 'Встретятся в пятницу' },
      });
    expect(await close(7)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await close(1)).toMatchObject({ ok: true });
    expect(await close(2)).toMatchObject({ reason: 'closed-already' });
    await look(world, '2026-11-17');
    expect(await reasons(world)).toEqual([]);
    await look(world, '2026-11-18');
    expect(await reasons(world)).toEqual(['silent']);
  }),
);

test(
  '«we correct the plan» is refused where there is none, and the flag stays open',
  story(async (world) => {
    await pairOf(world);
    await look(world, '2026-11-03');
    const [flag] = await openFlags(world.db);
    const outcome = await closeFlag(world.ctx('curator', '2026-11-04'), {
      ...{ flagId: flag?.id ?? '', version: 1, outcome: 'plan' as const, words: 'Меняем задачи' },
    });
    expect(outcome).toMatchObject({ reason: 'no-plan' });
    expect(await reasons(world)).toEqual(['silent']);
  }),
);

test(
  'the curator of the form owns a new flag; it is handed to those with an account only',
  story(async (world) => {
    const curator = await world.given.teacher({ last: 'Ложкина' });
    const other = await world.given.teacher({ last: 'Сторонний' });
    await world.db
      .insertInto('form_curators')
      .values({ year: 2026, form: 'student-student', person_id: curator })
      .execute();
    await pairOf(world);
    await look(world, '2026-11-03');
    const [flag] = await openFlags(world.db);
    expect(flag).toMatchObject({ ownerId: curator, owner: 'Ложкина Ольга Петровна' });
    const handed = await handFlag(world.ctx('curator'), { flagId: flag?.id ?? '', version: 1, ownerId: other });
    expect(handed).toMatchObject({ reason: 'not-an-owner' });
  }),
);

test(
  'norms are the college’s own; of two who change them at once the second is told',
  story(async (world) => {
    const change = (version: number, lateTasks: number) =>
      changeRiskNorms(world.ctx('curator'), version, { ...firstNorms, lateTasks });
    expect(await change(0, 10)).toMatchObject({ ok: true });
    expect(await change(0, 5)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await change(1, 14)).toMatchObject({ ok: true });
    expect(await riskNorms(world.db)).toMatchObject({ lateTasks: 14, version: 2 });
  }),
);
