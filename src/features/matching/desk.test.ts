import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { wishPair } from '../pairs/wish-pair.ts';
import { answerAtDesk, answerOwnAsk } from './answer-ask.ts';
import { asksOf, silentOf } from './ask-rows.ts';
import { askSides, issueAskLinks } from './ask-sides.ts';
import { usualConditions } from './candidate.ts';
import { compare } from './compare.ts';
import { confirmPairs, refusePair } from './decide-pairs.ts';
import { deskPairs, movesOf } from './desk-rows.ts';
import { movePair, undoLastMove } from './move-pair.ts';
import { noteAgreed } from './note-agreed.ts';
import { proposePairs } from './propose-pairs.ts';
import { reproduce } from './reproduce.ts';
import { proposalById } from './rows.ts';

const span = { from: day('2026-10-26'), till: day('2027-06-30') };
const asked = { forms: ['student-student'], ...span, conditions: { ...usualConditions, ahead: false } };

type Needs = Pick<World, 'given'>;

const mentor = async ({ given }: Needs, last: string, places = 1) => {
  const id = await given.student({ last, born: '2006-01-01' });
  await given.mentor(id, places);
  await given.consent(id);
  return id;
};

const mentee = async ({ given }: Needs, last: string) => {
  const id = await given.student({ last, born: '2006-01-01' });
  await given.mentee(id);
  await given.consent(id);
  return id;
};

const proposed = async (world: World): Promise<string> => {
  const made = await proposePairs(world.ctx('curator'), asked);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
};

const placed = async ({ db }: World, proposalId: string) =>
  Object.fromEntries(
    (await deskPairs(db, proposalId))
      .filter(({ decision }) => decision !== 'refused')
      .map(({ menteeId, mentorId }) => [menteeId, mentorId]),
  );

test(
  'a mentee is moved to another mentor and back; the moves are counted and taken back one by one',
  story(async (world) => {
    const [anna, vera] = [await mentor(world, 'Аннина'), await mentor(world, 'Верина', 2)];
    const olya = await mentee(world, 'Олина');
    const curator = world.ctx('curator');
    const proposalId = await proposed(world);
    const before = (await placed(world, proposalId))[olya];
    const other = before === anna ? vera : anna;

    const moved = await movePair(curator, { proposalId, version: 1, menteeId: olya, mentorId: other });
    expect(moved).toMatchObject({ ok: true, value: { change: 0 } });
    expect(await placed(world, proposalId)).toEqual({ [olya]: other });
    await movePair(curator, { proposalId, version: 2, menteeId: olya, mentorId: null });
    expect(await placed(world, proposalId)).toEqual({});
    expect(await movesOf(world.db, proposalId)).toHaveLength(2);

    await undoLastMove(curator, { proposalId, version: 3 });
    expect(await placed(world, proposalId)).toEqual({ [olya]: other });
    await undoLastMove(curator, { proposalId, version: 4 });
    expect(await placed(world, proposalId)).toEqual({ [olya]: before });
    expect(await undoLastMove(curator, { proposalId, version: 5 })).toEqual({ ok: false, reason: 'nothing-moves' });
  }),
);

test(
  'the same hard rules stand at the desk: no place, a veto, no consent',
  story(async (world) => {
    const anna = await mentor(world, 'Аннина');
    const [olya, petr] = [await mentee(world, 'Олина'), await mentee(world, 'Петрова')];
    const silent = await world.given.student({ last: 'Тихая', born: '2006-01-01' });
    await world.given.mentee(silent);
    const curator = world.ctx('curator');
    const proposalId = await proposed(world);
    const [chosen] = Object.keys(await placed(world, proposalId));
    const alone = chosen === olya ? petr : olya;
    const move = (menteeId: string, mentorId: string | null, version: number) =>
      movePair(curator, { proposalId, version, menteeId, mentorId });

    expect(await move(alone, anna, 1)).toEqual({ ok: false, reason: 'not-possible' });
    expect((await move(chosen ?? '', null, 1)).ok).toBe(true);
    expect(await move(silent, anna, 2)).toEqual({ ok: false, reason: 'not-possible' });
    await wishPair(curator, { mentorId: anna, menteeId: alone, kind: 'veto', reason: 'в ссоре' });
    expect(await move(alone, anna, 2)).toEqual({ ok: false, reason: 'not-possible' });
    expect((await move(chosen ?? '', anna, 2)).ok).toBe(true);
  }),
);

test(
  'of two curators at one desk the second is told that it changed meanwhile, and nothing moves',
  story(async (world) => {
    await mentor(world, 'Аннина');
    const olya = await mentee(world, 'Олина');
    const proposalId = await proposed(world);
    const before = await placed(world, proposalId);

    await refusePair(world.ctx('deputy'), proposalId, { mentorId: before[olya] ?? '', menteeId: olya });
    const late = { proposalId, version: 1, menteeId: olya, mentorId: null };

    expect(await movePair(world.ctx('curator'), late)).toEqual({ ok: false, reason: 'changed-meanwhile' });
  }),
);

test(
  'both sides are asked; without both answers no pair comes of it, and a no needs its reason',
  story(async (world) => {
    const anna = await mentor(world, 'Аннина');
    const olya = await mentee(world, 'Олина');
    const curator = world.ctx('curator');
    const proposalId = await proposed(world);
    const pair = { mentorId: anna, menteeId: olya };

    expect(
      (await confirmPairs(curator, proposalId, [pair])).ok && (await deskPairs(world.db, proposalId))[0],
    ).toMatchObject({ decision: 'open' });
    expect(await askSides(curator, proposalId)).toEqual({ ok: true, value: 2 });
    expect(await askSides(curator, proposalId)).toEqual({ ok: false, reason: 'nobody-to-ask' });
    expect((await silentOf(world.db, proposalId)).map(({ side }) => side).sort()).toEqual(['mentee', 'mentor']);
    expect(await asksOf(world.db, olya)).toMatchObject([{ side: 'mentee', answer: null, mentorId: anna }]);

    const own = world.ctx({ roles: ['mentee'], personId: olya });
    const no = { proposalId, ...pair, side: 'mentee', answer: 'decline', reason: '' } as const;
    expect(await answerOwnAsk(own, no)).toEqual({ ok: false, reason: 'reason-missing' });
    await answerOwnAsk(own, { ...no, answer: 'agree' });
    const links = await issueAskLinks(curator, proposalId);
    expect(links.ok && links.value.map(({ personId }) => personId)).toEqual([anna]);
    await answerAtDesk(curator, { proposalId, ...pair, side: 'mentor', answer: 'agree', reason: '' });

    expect(await confirmPairs(curator, proposalId, [pair])).toMatchObject({ ok: true, value: { formed: 1 } });
    expect(await issueAskLinks(curator, proposalId)).toEqual({ ok: false, reason: 'nobody-silent' });
  }),
);

test(
  'nobody answers for somebody else, and a mentor or a mentee moves nobody',
  story(async (world) => {
    const anna = await mentor(world, 'Аннина');
    const olya = await mentee(world, 'Олина');
    const proposalId = await proposed(world);
    await askSides(world.ctx('curator'), proposalId);
    const yes = { proposalId, mentorId: anna, menteeId: olya, side: 'mentor', answer: 'agree', reason: '' } as const;

    await expect(answerOwnAsk(world.ctx({ roles: ['mentee'], personId: olya }), yes)).rejects.toThrow('not-a-party');
    for (const role of roles.filter((one) => !['administrator', 'curator', 'deputy'].includes(one))) {
      const ctx = world.ctx(role);
      const move = { proposalId, version: 1, menteeId: olya, mentorId: null };
      await expect(movePair(ctx, move), role).rejects.toThrow('not-a-keeper');
      await expect(askSides(ctx, proposalId), role).rejects.toThrow('not-a-keeper');
      await expect(issueAskLinks(ctx, proposalId), role).rejects.toThrow('not-a-keeper');
      await expect(answerAtDesk(ctx, yes), role).rejects.toThrow('not-a-keeper');
      await expect(noteAgreed(ctx, proposalId, [yes]), role).rejects.toThrow('not-a-keeper');
      await expect(reproduce(ctx, proposalId), role).rejects.toThrow('not-a-keeper');
    }
  }),
);

test(
  'a pair that is moved away takes its answers with it: the new mentor is asked anew',
  story(async (world) => {
    const [anna, vera] = [await mentor(world, 'Аннина'), await mentor(world, 'Верина')];
    const olya = await mentee(world, 'Олина');
    const curator = world.ctx('curator');
    const proposalId = await proposed(world);
    const mentorId = (await placed(world, proposalId))[olya] ?? '';
    await noteAgreed(curator, proposalId, [{ mentorId, menteeId: olya }]);

    const other = mentorId === anna ? vera : anna;
    await movePair(curator, { proposalId, version: 1, menteeId: olya, mentorId: other });

    expect(await deskPairs(world.db, proposalId)).toMatchObject([
      { mentorId: other, mentorSays: 'none', menteeSays: 'none', moved: true },
    ]);
  }),
);

test(
  'a run is repeated from what was kept: the same pairs, and whether the registers have changed since',
  story(async (world) => {
    await mentor(world, 'Аннина', 2);
    await mentee(world, 'Олина');
    const curator = world.ctx('curator');
    const proposalId = await proposed(world);

    const first = await reproduce(curator, proposalId);
    expect(first).toMatchObject({
      ok: true,
      value: { sameQuestion: true, samePairs: true, registersUnchanged: true, sameEdition: true, pairs: 1 },
    });
    await mentee(world, 'Петрова');
    const later = await reproduce(curator, proposalId);
    expect(later).toMatchObject({ ok: true, value: { samePairs: true, registersUnchanged: false } });
    expect(await proposalById(world.db, proposalId)).toMatchObject({ rulesVersion: 0, edition: 2 });
  }),
);

test('comparing says who gains, who loses, who changes', () => {
  const pair = (menteeId: string, mentorId: string, score: number, decision: 'open' | 'refused' = 'open') => ({
    menteeId,
    mentorId,
    score,
    decision,
  });
  const first = [pair('olya', 'anna', 50), pair('petr', 'vera', 40), pair('zoya', 'ivan', 30), pair('yana', 'anna', 9)];
  const second = [
    pair('olya', 'anna', 50),
    pair('petr', 'ivan', 45),
    pair('masha', 'vera', 20),
    pair('yana', 'x', 9, 'refused'),
  ];

  const told = compare(first, second);

  expect(told.same).toBe(1);
  expect(told.moved).toMatchObject([{ menteeId: 'petr', change: 5 }]);
  expect(told.gained).toMatchObject([{ menteeId: 'masha', before: null, change: 20 }]);
  expect(told.lost).toMatchObject([
    { menteeId: 'yana', change: -9 },
    { menteeId: 'zoya', change: -30 },
  ]);
});
