import { expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { usualConditions } from './candidate.ts';
import { changeMatchingNorms } from './change-norms.ts';
import { type CriterionName, criterionNames } from './criterion.ts';
import { matchingNorms } from './norm-rows.ts';
import { usualWeights } from './problem.ts';

const nothing = Object.fromEntries(criterionNames.map((name) => [name, 0])) as Record<CriterionName, number>;

test(
  'a college starts with the usual weights and keeps its own',
  story(async ({ ctx, db, journal }) => {
    expect(await matchingNorms(db)).toEqual({
      weights: usualWeights,
      conditions: usualConditions,
      ask: true,
      version: 0,
    });

    const weights = { ...usualWeights, time: 45 };
    await changeMatchingNorms(ctx('curator'), {
      weights,
      conditions: { ...usualConditions, competent: true },
      ask: false,
      version: 0,
    });

    expect(await matchingNorms(db)).toMatchObject({ weights, conditions: { competent: true }, ask: false, version: 1 });
    expect(await journal()).toEqual(['matching.norms-changed']);
  }),
);

test(
  'of two who weigh anew the second is told; weights of nothing are refused',
  story(async ({ ctx }) => {
    const change = (version: number, weights = usualWeights) =>
      changeMatchingNorms(ctx('curator'), { weights, conditions: usualConditions, ask: true, version });

    expect(await change(0, nothing)).toEqual({ ok: false, reason: 'weighs-nothing' });
    expect((await change(0)).ok).toBe(true);
    expect(await change(0)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect((await change(1)).ok).toBe(true);
  }),
);

test(
  'a mentor does not weigh',
  story(async ({ ctx }) => {
    await expect(
      changeMatchingNorms(ctx('mentor'), { weights: usualWeights, conditions: usualConditions, ask: true, version: 0 }),
    ).rejects.toThrow('pairs.not-a-keeper');
  }),
);
