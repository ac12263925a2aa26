import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { installNorms } from '../college/rows.ts';
import { answerRule } from './answer-rule.ts';
import { candidatesOf } from './candidate-rows.ts';
import { addRule, dropRule, takeStarter } from './change-settings.ts';
import { writeScore } from './save-score.ts';

const candidate = async ({ given }: World): Promise<string> => {
  const id = await given.student({ last: 'Аннина' });
  await given.mentor(id);
  return id;
};

test(
  'a score is written by one editor at a time, and is never more than could be reached',
  story(async (world) => {
    const { ctx } = world;
    const anna = await candidate(world);
    const score = { score: 30, most: 40, paper: '', answeredOn: day('2026-10-05'), version: 0 };

    expect(await writeScore(ctx('curator'), anna, { ...score, most: 20 })).toEqual({
      ok: false,
      reason: 'score-over-most',
    });
    expect(await writeScore(ctx('curator'), anna, { ...score, answeredOn: day('2026-10-13') })).toEqual({
      ok: false,
      reason: 'day-ahead',
    });
    expect((await writeScore(ctx('curator'), anna, score)).ok).toBe(true);
    expect(await writeScore(ctx('deputy'), anna, score)).toEqual({ ok: false, reason: 'changed-meanwhile' });
  }),
);

test(
  'what the card tells is not said by hand, and a «no» carries words',
  story(async (world) => {
    const { ctx, db } = world;
    const anna = await candidate(world);
    const counted = { form: '', kind: 'age', least: 14, clearance: null, words: 'Старше 14 лет' } as const;
    const asked = { form: '', kind: 'confirmed', least: null, clearance: null, words: 'Нет долгов' } as const;
    const [age, debts] = [await addRule(ctx('curator'), counted), await addRule(ctx('curator'), asked)];
    if (!age.ok || !debts.ok) throw new Error('rules');
    const answer = (ruleId: string, met: boolean, note = '') => answerRule(ctx('curator'), anna, { ruleId, met, note });

    expect(await answer(age.value, true)).toEqual({ ok: false, reason: 'counted-by-itself' });
    expect(await answer(debts.value, false)).toEqual({ ok: false, reason: 'note-missing' });
    expect((await answer(debts.value, false, 'физика')).ok).toBe(true);
    await dropRule(ctx('curator'), debts.value);
    expect(await answer(debts.value, true)).toEqual({ ok: false, reason: 'unknown-rule' });
    expect((await candidatesOf(db, 2026, [anna]))[0]?.answers).toMatchObject([{ met: false, note: 'физика' }]);
  }),
);

test(
  'the first lists are taken once; a rule of an unknown form or without its measure is refused',
  story(async ({ ctx, db }) => {
    await installNorms(db);
    const rule = { form: 'no-form', kind: 'age', least: null, clearance: null, words: 'Старше' } as const;

    expect((await takeStarter(ctx('curator'))).ok).toBe(true);
    expect(await takeStarter(ctx('curator'))).toEqual({ ok: false, reason: 'already-there' });
    expect(await addRule(ctx('curator'), rule)).toEqual({ ok: false, reason: 'unknown-form' });
    expect(await addRule(ctx('curator'), { ...rule, form: '' })).toEqual({ ok: false, reason: 'measure-missing' });
    await expect(takeStarter(ctx('working-group'))).rejects.toThrow('selection.not-a-keeper');
  }),
);
