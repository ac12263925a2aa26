import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { feeling, sentOut } from '../../../../test/questionnaire-story.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { day } from '../../../kernel/day.ts';
import type { Ctx } from '../../../platform/context.ts';
import { approveQuestionnaire } from '../approve-questionnaire.ts';
import { questionsOf } from '../definition.ts';
import { issuePersonalLinks } from '../issue-links.ts';
import { changeRound } from '../open-round.ts';
import { roundById } from '../round-rows.ts';
import { questionnaireById, updateDraft } from '../rows.ts';

let house: TestHouse;
let anna: Visitor;
let group = '';

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
  await house.inside(async (_, given) => {
    group = await given.group('ЭМ-21');
    await given.student({ last: 'Верина', group: 'ЭМ-21', born: '2008-10-20' });
  });
});
afterAll(() => house.close());

const inside = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  house.inside((db) => {
    const { accountId } = anna;
    const actor: Actor = {
      ...{ college: house.college, accountId, personId: null, name: 'Ложкина Е. С.' },
      ...{ roles: ['curator'], groupIds: [] },
    };
    return work({ db, actor, today: day('2026-10-12') });
  });

const opened = async () => {
  const roundId = await inside((ctx) => sentOut(ctx, { groupIds: [group] }));
  const links = await inside((ctx) => issuePersonalLinks(ctx, roundId, group));
  const path = `/q/${links.ok ? links.value[0]?.token : ''}`;
  const stranger = house.stranger();
  const [, version = ''] = /name="version" value="([^"]+)"/.exec((await stranger.get(path)).html) ?? [];
  const step = (at: string, go: string, answers: Record<string, string>) =>
    stranger.post(path, { version, step: at, go, ...answers });
  return { roundId, path, stranger, step };
};

test('a personal link that was used says that the answers are in and can be mended; expired, it says whom to ask', async () => {
  const { roundId, path, stranger, step } = await opened();
  await step('0', 'next', { 'q-q1': '7' });
  await step('1', 'finish', { 'q-q3': 'yes' });

  expect((await stranger.get(path)).html).toContain('Ответы приняты. До конца сбора их можно изменить');
  await step('0', 'next', { 'q-q1': '3' });
  const sheets = await house.inside((db) =>
    db.selectFrom('questionnaire_sheets').select('id').where('round_id', '=', roundId).execute(),
  );
  expect(sheets).toHaveLength(1);
  await house.inside((db) =>
    db
      .updateTable('questionnaire_links')
      .set({ expires_on: day('2026-10-11') })
      .where('round_id', '=', roundId)
      .execute(),
  );
  expect((await stranger.get(path)).html).toContain('Срок ссылки вышел. Попросите у куратора новую');
});

test('a questionnaire that changes while people fill it in: an open page goes on with its own questions to the end', async () => {
  const { roundId, path, stranger, step } = await opened();
  await inside(async (ctx) => {
    const id = (await roundById(ctx.db, roundId))?.questionnaireId ?? '';
    const [section] = feeling.sections;
    const questions = questionsOf(feeling).filter((question) => question.id === 'q3');
    const draft = { sections: section ? [{ ...section, questions }] : [], scales: [] };
    await updateDraft(ctx.db, id, (await questionnaireById(ctx.db, id))?.version ?? 0, { draft });
    const act = { label: 'Приказ № 2', day: day('2026-10-01'), documentId: null };
    const version = (await questionnaireById(ctx.db, id))?.version ?? 0;
    expect(await approveQuestionnaire(ctx, id, { act, version })).toMatchObject({ ok: true });
    expect(await changeRound(ctx, roundId, { newestVersion: true })).toMatchObject({ ok: true });
  });

  expect((await step('0', 'next', { 'q-q1': '7' })).status).toBe(303);
  expect((await step('1', 'finish', { 'q-q3': 'yes' })).status).toBe(303);
  expect((await stranger.get(path)).html).toContain('Ответы приняты');
  const results = (await anna.get(`/questionnaires/rounds/${roundId}/results`)).html;
  expect(results).toContain('Насколько ясен план?');
});

test('an eighteenth birthday in the middle of a round takes no answer away: the link goes on after it', async () => {
  const { path, stranger, step } = await opened();
  await step('0', 'next', { 'q-q1': '7' });
  await house.inside((db) =>
    db
      .updateTable('persons')
      .set({ birth_day: day('2008-10-12') })
      .execute(),
  );

  await step('1', 'finish', { 'q-q3': 'yes' });
  expect((await stranger.get(path)).html).toContain('Ответы приняты');
});
