import { expect, test } from 'vitest';
import { feeling, fillingOf, sentOut } from '../../../test/questionnaire-story.ts';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { approveQuestionnaire } from './approve-questionnaire.ts';
import { enterPaper } from './enter-paper.ts';
import { type Filling, finishFilling, giveAnswers, openSheet } from './give-answers.ts';
import { issueOwnLink, issuePersonalLinks } from './issue-links.ts';
import { changeRound } from './open-round.ts';
import { readResults } from './read-results.ts';
import { leastShown, resultOf, scaleResult, shownGroups } from './results.ts';
import { invitationOf, roundById } from './round-rows.ts';
import { questionnaireById, versionsOf } from './rows.ts';
import { saveDraft } from './save-questionnaire.ts';
import { answersOf } from './sheet-rows.ts';
import { tagAnswer, tidyTags } from './tag-answer.ts';

const ids = [1, 2, 3, 4].map((one) => `00000000-0000-4000-8000-00000000000${one}`);

const give = async (filling: Filling, form: Record<string, string>, sent: { id?: string; at?: string } = {}) => {
  const { versionId } = await openSheet(filling);
  return giveAnswers(filling, {
    versionId,
    questions: Object.keys(form).map((name) => name.slice(2)),
    sent: (name) => (form[name] === undefined ? [] : [form[name]]),
    id: sent.id,
    at: sent.at ? new Date(sent.at) : undefined,
  });
};

const stored = async (filling: Filling) => {
  const { sheetId } = await openSheet(filling);
  return sheetId ? Object.fromEntries((await answersOf(filling.db, sheetId)).answers) : {};
};

const oneOf = async (
  ctx: Ctx,
  given: { student(who: { last: string }): Promise<string>; group(): Promise<string> },
) => {
  const personId = await given.student({ last: 'Верина' });
  const roundId = await sentOut(ctx, { groupIds: [await given.group()] });
  return { personId, roundId, filling: await fillingOf(ctx, roundId, { personId }) };
};

test(
  'an answer that comes twice is stored once, and the later of two wins whenever it comes',
  story(async ({ ctx, given, db }) => {
    const { filling } = await oneOf(ctx('curator'), given);
    const [first = '', second = ''] = ids;
    await give(filling, { 'q-q1': '7' }, { id: first, at: '2026-10-12T10:00:00Z' });
    await give(filling, { 'q-q1': '9' }, { id: second, at: '2026-10-12T10:05:00Z' });
    await give(filling, { 'q-q1': '7' }, { id: first, at: '2026-10-12T10:00:00Z' });

    expect(await stored(filling)).toEqual({ q1: 9 });
    const rows = await db.selectFrom('questionnaire_answers').select('answer_id').execute();
    expect(rows).toEqual([{ answer_id: second }]);
  }),
);

test(
  'a form without scripts speaks for now and takes an answer back when it is emptied',
  story(async ({ ctx, given }) => {
    const { filling } = await oneOf(ctx('curator'), given);
    await give(filling, { 'q-q2': 'Сроков' }, { id: ids[0] ?? '', at: '2099-01-01T00:00:00Z' });
    await give(filling, { 'q-q2': '' });

    expect(await stored(filling)).toEqual({});
  }),
);

test(
  'one wrong answer loses no other, and a question of nowhere is refused',
  story(async ({ ctx, given }) => {
    const { filling } = await oneOf(ctx('curator'), given);

    expect(await give(filling, { 'q-q1': '70', 'q-q3': 'yes' })).toEqual({ ok: true, value: { q1: 'out-of-bounds' } });
    expect(await stored(filling)).toEqual({ q3: 'yes' });
    expect(await give(filling, { 'q-q99': '1' })).toEqual({ ok: false, reason: 'unknown-question' });
  }),
);

test(
  'a sheet is handed in when what is asked is answered; a question that fell away does not hold it',
  story(async ({ ctx, given, db }) => {
    const { filling, personId, roundId } = await oneOf(ctx('curator'), given);

    expect(await finishFilling(filling)).toEqual({ ok: false, reason: 'not-begun' });
    await give(filling, { 'q-q1': '7', 'q-q3': 'no' });
    expect(await finishFilling(filling)).toEqual({ ok: false, reason: 'answers-missing' });
    await give(filling, { 'q-q3': 'yes' });
    expect(await finishFilling(filling)).toMatchObject({ ok: true });
    expect((await invitationOf(db, roundId, personId))?.answered).toBe(true);
  }),
);

test(
  'after the last day nothing is taken, neither an answer nor the sheet',
  story(async ({ ctx, given }) => {
    const { filling } = await oneOf(ctx('curator'), given);
    const late = { ...filling, today: day('2026-11-01') };

    expect(await give(late, { 'q-q1': '7' })).toEqual({ ok: false, reason: 'round-over' });
    expect(await finishFilling(late)).toEqual({ ok: false, reason: 'round-over' });
  }),
);

test(
  'who began on an older version finishes it, who begins later has the new one',
  story(async ({ ctx, given, db }) => {
    const who = ctx('curator');
    const { filling, roundId } = await oneOf(who, given);
    const olga = await given.student({ last: 'Олегова' });
    await give(filling, { 'q-q1': '7' });
    const { questionnaireId = '', versionId = '' } = (await roundById(db, roundId)) ?? {};

    const draft = await questionnaireById(db, questionnaireId);
    const shorter = feeling.sections.map((part) => ({ ...part, questions: part.questions.slice(0, 1) }));
    await saveDraft(who, questionnaireId, draft?.version ?? 0, { draft: { ...feeling, sections: shorter } });
    const act = { label: 'Приказ № 2', day: day('2026-10-10'), documentId: null };
    await approveQuestionnaire(who, questionnaireId, { act, version: (draft?.version ?? 0) + 1 });
    await changeRound(who, roundId, { newestVersion: true });

    const [newest] = await versionsOf(db, questionnaireId);
    const later = await fillingOf(who, roundId, { personId: olga });
    expect((await openSheet({ ...filling })).versionId).toBe(versionId);
    expect((await openSheet(later)).versionId).toBe(newest?.id);
    expect((await openSheet(later, versionId)).versionId).toBe(versionId);
  }),
);

test(
  'a nameless answer is tied to nobody: the invitation knows that, the sheet does not know who',
  story(async ({ ctx, given, db }) => {
    const personId = await given.student({ last: 'Верина' });
    const roundId = await sentOut(ctx('curator'), { anonymous: true, groupIds: [await given.group()] });
    const own = ctx({ roles: ['mentee'], personId });

    expect(await issueOwnLink(own, roundId)).toMatchObject({ ok: true });
    const filling = { ...(await fillingOf(own, roundId, { key: 'k' })), invitedId: personId };
    await give(filling, { 'q-q1': '7', 'q-q3': 'yes' });
    await finishFilling(filling);

    const sheets = await db.selectFrom('questionnaire_sheets').select(['person_id', 'account_id']).execute();
    expect(sheets).toEqual([{ person_id: null, account_id: null }]);
    expect(await issueOwnLink(own, roundId)).toEqual({ ok: false, reason: 'already-answered' });
  }),
);

test(
  'links go to those who have not answered, a class teacher makes them for own groups only',
  story(async ({ ctx, given }) => {
    const { filling, roundId } = await oneOf(ctx('curator'), given);
    const group = await given.group();
    const teacher = ctx({ roles: ['class-teacher'], groupIds: [group] });

    const links = await issuePersonalLinks(teacher, roundId, group);
    expect(links.ok && links.value.map(({ name }) => name)).toEqual(['Верина Анна']);
    await give(filling, { 'q-q1': '7', 'q-q3': 'yes' });
    await finishFilling(filling);
    expect(await issuePersonalLinks(teacher, roundId, group)).toEqual({ ok: false, reason: 'nobody-left' });
    const foreign = ctx({ roles: ['class-teacher'], groupIds: [] });
    await expect(issuePersonalLinks(foreign, roundId, group)).rejects.toThrow('forbidden');
  }),
);

test(
  'a paper is entered with its blanks, a mistake writes nothing, an empty one is refused',
  story(async ({ ctx, given, db }) => {
    const { filling, roundId, personId } = await oneOf(ctx('curator'), given);
    const group = await given.group();
    const teacher = ctx({ roles: ['class-teacher'], groupIds: [group] });
    const { versionId } = await openSheet(filling);
    const paper = (form: Record<string, string>) =>
      enterPaper(teacher, roundId, { personId }, { versionId, sent: (name) => (form[name] ? [form[name]] : []) });

    expect(await paper({})).toMatchObject({ ok: false, reason: 'blank-paper' });
    expect(await paper({ 'q-q1': '11', 'q-q3': 'no' })).toMatchObject({
      reason: 'mistakes',
      mistakes: { q1: 'out-of-bounds' },
    });
    expect(await db.selectFrom('questionnaire_sheets').select('id').execute()).toEqual([]);
    expect(await paper({ 'q-q1': '6' })).toMatchObject({ ok: true });
    expect(await stored(filling)).toEqual({ q1: 6 });
    await expect(
      enterPaper(ctx({ roles: ['class-teacher'], groupIds: [] }), roundId, { personId }, { versionId, sent: () => [] }),
    ).rejects.toThrow('forbidden');
  }),
);

const nameless = async (ctx: Ctx, roundId: string, count: number, groupId?: string) => {
  for (let one = 0; one < count; one += 1) {
    const filling = await fillingOf(ctx, roundId, { key: `${groupId}-${one}`, ...(groupId ? { groupId } : {}) });
    await give(filling, { 'q-q1': String(one + 3), 'q-q2': `Слова ${one}`, 'q-q3': 'yes' });
    await finishFilling(filling);
  }
};

test(
  'fewer than five nameless answers are hidden, five are shown and counted',
  story(async ({ ctx }) => {
    const who = ctx('psychologist');
    const roundId = await sentOut(ctx('curator'), { anonymous: true });
    await nameless(who, roundId, leastShown - 1);
    expect(await readResults(who, roundId)).toMatchObject({ tooFew: true, sheets: [], total: 4 });

    await nameless(who, roundId, leastShown);
    const results = await readResults(who, roundId);
    const [question] = results.questions;
    const [scale] = results.scales;
    if (!question || !scale) throw new Error('questions');
    const result = resultOf(question, results.sheets, { yes: 'да', no: 'нет' });
    expect(result).toMatchObject({ answered: 5, mean: 5 });
    expect(scaleResult(scale, results.sheets, results.versions).bands).toEqual([
      { label: 'низкая', count: 3 },
      { label: 'высокая', count: 2 },
    ]);
  }),
);

const count = (code: string, people: number) => ({ groupId: code, code, count: people });

test('a small group is not guessed by subtracting the shown ones from all', () => {
  const codes = (...counts: ReturnType<typeof count>[]) => shownGroups(counts).map(({ code }) => code);

  expect(codes(count('А', 9), count('Б', 6))).toEqual(['А', 'Б']);
  expect(codes(count('А', 9), count('Б', 6), count('В', 2))).toEqual(['А']);
  expect(codes(count('А', 9), count('Б', 3), count('В', 2))).toEqual(['А']);
});

test(
  'a class teacher reads answers with names of own groups, and nameless ones not at all',
  story(async ({ ctx, given }) => {
    const curator = ctx('curator');
    const { filling, roundId } = await oneOf(curator, given);
    const group = await given.group();
    await give(filling, { 'q-q1': '7', 'q-q3': 'yes' });
    await finishFilling(filling);
    const own = ctx({ roles: ['class-teacher'], groupIds: [group] });
    const other = ctx({ roles: ['class-teacher'], groupIds: [] });

    expect((await readResults(own, roundId)).sheets.map(({ name }) => name)).toEqual(['Верина Анна Сергеевна']);
    expect((await readResults(other, roundId)).sheets).toEqual([]);
    const anonymous = await sentOut(curator, { anonymous: true, groupIds: [group] });
    await expect(readResults(own, anonymous)).rejects.toThrow('forbidden');
  }),
);

test(
  'open answers are marked with themes, written in any way',
  story(async ({ ctx, given, db }) => {
    const who = ctx('curator');
    const { filling, roundId } = await oneOf(who, given);
    await give(filling, { 'q-q1': '7', 'q-q2': 'Сроков', 'q-q3': 'yes' });
    await finishFilling(filling);
    const sheetId = (await openSheet(filling)).sheetId ?? '';
    await tagAnswer(who, { roundId, sheetId, question: 'q2', tags: 'План, сроки; план' });

    expect(tidyTags(' План,, СРОКИ ')).toEqual(['план', 'сроки']);
    const tags = await db.selectFrom('questionnaire_tags').select('tag').orderBy('tag').execute();
    expect(tags.map(({ tag }) => tag)).toEqual(['план', 'сроки']);
  }),
);
