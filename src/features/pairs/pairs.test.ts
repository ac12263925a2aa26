import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { mayKeepPairs, mayReadPair, mayReadPairs } from './access.ts';
import { endPair, endPairsOf } from './end-pair.ts';
import { formPair } from './form-pair.ts';
import { pairById } from './rows.ts';
import { wishPair } from './wish-pair.ts';

const period = { form: 'student-student', variant: '', from: day('2026-10-15'), till: day('2027-06-30') };

const twoReady = async ({ given }: Pick<World, 'given'>) => {
  const [mentorId, menteeId] = [
    await given.student({ last: 'Верина', born: '2006-01-01' }),
    await given.student({ last: 'Олегов', born: '2006-01-01' }),
  ];
  await given.mentor(mentorId);
  await given.mentee(menteeId);
  await given.consent(mentorId);
  await given.consent(menteeId);
  return { mentorId, menteeId };
};

test(
  'a pair is formed of a mentor with a place and a mentee without a mentor, and the journal knows it',
  story(async ({ ctx, given, journal }) => {
    const sides = await twoReady({ given });

    const outcome = await formPair(ctx('curator'), { ...sides, ...period });

    expect(outcome.ok).toBe(true);
    expect(await journal()).toEqual(['pair.formed']);
  }),
);

test(
  'without the mentee’s consent no pair is formed, and nothing is written',
  story(async ({ ctx, given, journal }) => {
    const [mentorId, menteeId] = [
      await given.student({ last: 'Верина', born: '2006-01-01' }),
      await given.student({ last: 'Олегов' }),
    ];
    await given.mentor(mentorId);
    await given.mentee(menteeId);
    await given.consent(mentorId);

    const outcome = await formPair(ctx('curator'), { mentorId, menteeId, ...period });

    expect(outcome).toEqual({ ok: false, reason: 'no-mentee-consent' });
    expect(await journal()).toEqual([]);
  }),
);

test(
  'a mentee who has a mentor, and a mentor without a place, are refused by name',
  story(async ({ ctx, given }) => {
    const { mentorId, menteeId } = await twoReady({ given });
    const other = await twoReady({ given });
    await formPair(ctx('curator'), { mentorId, menteeId, ...period });

    expect(await formPair(ctx('curator'), { mentorId: other.mentorId, menteeId, ...period })).toEqual({
      ok: false,
      reason: 'has-mentor',
    });
    expect(await formPair(ctx('curator'), { mentorId, menteeId: other.menteeId, ...period })).toEqual({
      ok: false,
      reason: 'no-free-place',
    });
  }),
);

test(
  'a forbidden pair is not formed by hand either, and a veto needs its reason',
  story(async ({ ctx, given }) => {
    const sides = await twoReady({ given });

    expect(await wishPair(ctx('curator'), { ...sides, kind: 'veto', reason: '' })).toEqual({
      ok: false,
      reason: 'reason-missing',
    });
    await wishPair(ctx('curator'), { ...sides, kind: 'veto', reason: 'конфликт в мастерской' });

    expect(await formPair(ctx('curator'), { ...sides, ...period })).toEqual({
      ok: false,
      reason: 'forbidden-by-curator',
    });
  }),
);

test(
  'an ended pair frees the place from the next day on',
  story(async ({ ctx, given }) => {
    const { mentorId, menteeId } = await twoReady({ given });
    const other = await twoReady({ given });
    const formed = await formPair(ctx('curator'), { mentorId, menteeId, ...period });
    if (!formed.ok) throw new Error(formed.reason);

    const ended = await endPair(ctx('curator', '2026-12-01'), {
      pairId: formed.value,
      version: 1,
      till: day('2026-12-01'),
      reason: 'Переехал',
    });

    expect(ended.ok).toBe(true);
    const next = { mentorId, menteeId: other.menteeId, ...period, from: day('2026-12-02') };
    expect((await formPair(ctx('curator'), next)).ok).toBe(true);
  }),
);

test(
  'of two people who end one pair the second is told',
  story(async ({ ctx, given }) => {
    const sides = await twoReady({ given });
    const formed = await formPair(ctx('curator'), { ...sides, ...period });
    if (!formed.ok) throw new Error(formed.reason);
    const end = (reason: string) =>
      endPair(ctx('curator', '2026-11-01'), { pairId: formed.value, version: 1, till: day('2026-11-02'), reason });

    expect((await end('первая')).ok).toBe(true);
    expect(await end('вторая')).toEqual({ ok: false, reason: 'changed-meanwhile' });
  }),
);

test(
  'a withdrawn consent ends the pair with the day before',
  story(async ({ ctx, db, given }) => {
    const sides = await twoReady({ given });
    const formed = await formPair(ctx('curator'), { ...sides, ...period });
    if (!formed.ok) throw new Error(formed.reason);

    await endPairsOf(ctx('curator', '2026-11-20'), sides.menteeId, day('2026-11-20'), 'Отозвано согласие');

    expect(await pairById(db, formed.value)).toMatchObject({ till: '2026-11-19', endReason: 'Отозвано согласие' });
  }),
);

test(
  'who may keep, read all, and read one pair',
  story(async ({ ctx }) => {
    const parties = { mentorId: 'm', menteeId: 's', mentorGroupId: 'g1', menteeGroupId: 'g2' };
    const table = roles.map((role) => {
      const { actor } = ctx(role);
      return [role, mayKeepPairs(actor) === true, mayReadPairs(actor) === true, mayReadPair(actor, parties) === true];
    });

    expect(table.filter(([, keep]) => keep).map(([role]) => role)).toEqual(['administrator', 'deputy', 'curator']);
    expect(table.filter(([, , all]) => !all).map(([role]) => role)).toEqual([
      'class-teacher',
      'editor',
      'mentor',
      'mentee',
      'parent',
      'expert',
      'employer',
      'institute',
    ]);
    expect(mayReadPair(ctx({ roles: ['mentor'], personId: 'm' }).actor, parties)).toBe(true);
    expect(mayReadPair(ctx({ roles: ['mentor'], personId: 'x' }).actor, parties)).not.toBe(true);
    expect(mayReadPair(ctx({ roles: ['class-teacher'], groupIds: ['g2'] }).actor, parties)).toBe(true);
  }),
);
