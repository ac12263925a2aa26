import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import type { Role } from '../../kernel/actor.ts';
import { type Day, day } from '../../kernel/day.ts';
import { mayAnswerCase, mayKeepRewards, mayPropose, mayReadRewards, mayReadThanks, mayWriteCase } from './access.ts';
import { achievementsIn, type WorkFacts } from './achievement.ts';
import { workFacts } from './achievement-rows.ts';
import { caseById } from './case-rows.ts';
import { rewardFacts } from './fact-rows.ts';
import { shownEntry } from './honour.ts';
import { honourEntries } from './honour-rows.ts';
import { putOnBoard } from './keep-board.ts';
import { addressWords, salutation } from './letter-texts.ts';
import { decideAwards, nameNominee, openNomination } from './name-nominee.ts';
import { nomineesOf } from './nomination-rows.ts';
import { thankPeople } from './thank-people.ts';
import { thanksOf } from './thanks-rows.ts';
import { answerCase, askSides, startCase, writeCase } from './write-case.ts';

const february = '2027-02-08';

interface Pair {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly pairId: string;
}

const pairOf = async ({ given, db }: World, from: Day = day('2026-10-12')): Promise<Pair> => {
  const mentorId = await given.student({ last: 'Белова', first: 'Мария' });
  const menteeId = await given.student({ last: 'Чернова', first: 'Ольга' });
  await given.mentor(mentorId);
  await given.mentee(menteeId);
  const { id } = await db
    .insertInto('pairs')
    .values({
      mentor_id: mentorId,
      mentee_id: menteeId,
      form: 'student-student',
      from_day: from,
      till_day: day('2027-06-30'),
      seat: 1,
      mentor_consent_id: await given.consent(mentorId),
      mentee_consent_id: await given.consent(menteeId),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { mentorId, menteeId, pairId: id };
};

const meeting = (db: World['db'], pairId: string, on: string, absent?: 'mentor' | 'mentee') =>
  db
    .insertInto('meetings')
    .values({
      pair_id: pairId,
      kind: 'working',
      state: absent ? 'missed' : 'held',
      absent: absent ?? null,
      day: day(on),
      logged_on: day(on),
      door_key: 'key',
    })
    .execute();

const publish = async ({ db, given }: World, personId: string, categories: string[]): Promise<string> => {
  const text_id = await given.consentText('publication');
  const { id } = await db
    .insertInto('consents')
    .values({
      ...{ person_id: personId, purpose: 'publication', text_id, signed_by: 'self', categories },
      ...{ signed_on: day('2026-10-20'), valid_till: day('2027-08-31') },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const nothing: WorkFacts = {
  side: 'mentor',
  held: 0,
  missed: 0,
  months: 0,
  monthsWithMeeting: 0,
  years: 1,
  trained: false,
  onceMentee: false,
  tasksDue: 0,
  tasksDone: 0,
};

test('who has done nothing has achieved nothing', () => {
  expect(achievementsIn(nothing)).toEqual([]);
});

test('two whole months are too few to say «every month», eight meetings without a no-show are enough to praise', () => {
  expect(achievementsIn({ ...nothing, months: 2, monthsWithMeeting: 2 })).toEqual([]);
  expect(achievementsIn({ ...nothing, months: 3, monthsWithMeeting: 3 })).toEqual(['every-month']);
  expect(achievementsIn({ ...nothing, held: 8 })).toEqual(['never-missed']);
  expect(achievementsIn({ ...nothing, held: 8, missed: 1 })).toEqual([]);
});

test('of the two counts of meetings only the greater is shown', () => {
  expect(achievementsIn({ ...nothing, held: 30, missed: 1 })).toEqual(['twenty-five-meetings']);
});

test(
  'facts come from meetings: a month without one breaks «every month», the unfinished month is not asked',
  story(async (world) => {
    const { pairId, mentorId, menteeId } = await pairOf(world);
    for (const on of ['2026-11-05', '2026-12-03', '2027-01-14']) await meeting(world.db, pairId, on);
    await meeting(world.db, pairId, '2027-01-21', 'mentee');
    const facts = await workFacts(world.db, 2026, day(february));
    expect(facts.find(({ personId }) => personId === mentorId)).toMatchObject({
      ...{ side: 'mentor', held: 3, missed: 0, months: 3, monthsWithMeeting: 3, years: 1 },
    });
    expect(facts.find(({ personId }) => personId === menteeId)).toMatchObject({ side: 'mentee', missed: 1 });
    const [march] = await workFacts(world.db, 2026, day('2027-03-02'), mentorId);
    expect(march).toMatchObject({ months: 4, monthsWithMeeting: 3 });
  }),
);

test(
  'letters are numbered through the year; parents need a name in the card, and then nobody gets a letter',
  story(async (world) => {
    const { mentorId, menteeId } = await pairOf(world);
    const thank = (addressed: 'person' | 'parents', personIds: string[]) =>
      thankPeople(world.ctx('curator', february), {
        ...{ personIds, addressed, words: 'За терпение и помощь', signedOn: day(february) },
      });
    expect(await thank('person', [mentorId, menteeId])).toMatchObject({ ok: true });
    expect(await thank('parents', [mentorId])).toMatchObject({ reason: 'no-parents' });
    expect(await thank('person', [])).toMatchObject({ reason: 'nobody' });
    expect((await thanksOf(world.db, 2026)).map(({ number }) => number)).toEqual([2, 1]);
  }),
);

test('a letter speaks to a person in the dative and by name; to others it says of whom', () => {
  const maria = {
    ...{ lastName: 'Соколова', firstName: 'Мария', patronymic: 'Петровна', gender: 'female' as const },
    ...{ organisation: 'ООО «Завод»', representative: 'Соколов Пётр Иванович' },
  };
  expect(addressWords({ ...maria, addressed: 'person' })).toBe('Соколовой Марии Петровне');
  expect(salutation({ ...maria, addressed: 'person' }, 'female')).toBe('Уважаемая Мария Петровна!');
  expect(addressWords({ ...maria, addressed: 'work' })).toBe('ООО «Завод»');
  expect(salutation({ ...maria, addressed: 'parents' }, 'female')).toBe(
    'Уважаемый Пётр Иванович! О вашей дочери: Соколова Мария Петровна',
  );
});

test(
  'naming ends on its day, deciding begins after it, and only the named are awarded',
  story(async (world) => {
    const { mentorId, menteeId } = await pairOf(world);
    const opened = await openNomination(world.ctx('curator'), {
      ...{ title: 'Наставник года', criteria: '', side: 'mentor', closesOn: day('2026-12-01') },
    });
    const nominationId = opened.ok ? opened.value : '';
    const name = (personId: string, on: string) =>
      nameNominee(world.ctx('class-teacher', on), { nominationId, personId, words: 'Не пропустил ни одной встречи' });
    expect(await name(menteeId, '2026-11-20')).toMatchObject({ reason: 'not-that-side' });
    expect(await name(mentorId, '2026-11-20')).toMatchObject({ ok: true });
    expect(await name(mentorId, '2026-12-02')).toMatchObject({ reason: 'closed' });
    const decide = (on: string, personIds: string[]) =>
      decideAwards(world.ctx('curator', on), { nominationId, personIds });
    expect(await decide('2026-12-01', [mentorId])).toMatchObject({ reason: 'not-closed-yet' });
    expect(await decide('2026-12-02', [menteeId])).toMatchObject({ reason: 'nobody' });
    expect(await decide('2026-12-02', [mentorId])).toMatchObject({ ok: true });
    expect((await nomineesOf(world.db, nominationId))[0]?.awardedOn).toBe('2026-12-02');
  }),
);

test(
  'the board shows nobody without a consent to publication, exactly what it allows with one, and nothing once it is withdrawn',
  story(async (world) => {
    const { mentorId } = await pairOf(world);
    await putOnBoard(world.ctx('curator', february), { personId: mentorId, words: 'Двадцать встреч за зиму' });
    const seen = async (on = february) => (await honourEntries(world.db, 2026, day(on))).map(shownEntry);
    expect(await seen()).toEqual([null]);
    expect((await rewardFacts(world.db, 2026, day(february))).shown).toBe(0);

    const consentId = await publish(world, mentorId, ['name', 'achievements']);
    expect(await seen()).toMatchObject([{ name: 'Мария Белова', group: '', words: 'Двадцать встреч за зиму' }]);
    expect(await seen('2027-09-01')).toEqual([null]);
    await world.db
      .updateTable('consents')
      .set({ withdrawn_on: day(february) })
      .where('id', '=', consentId)
      .execute();
    expect(await seen()).toEqual([null]);
  }),
);

test(
  'a consent that does not name the person shows nothing',
  story(async (world) => {
    const { mentorId } = await pairOf(world);
    await putOnBoard(world.ctx('curator', february), { personId: mentorId, words: 'За дело' });
    await publish(world, mentorId, ['achievements']);
    expect((await honourEntries(world.db, 2026, day(february))).map(shownEntry)).toEqual([null]);
  }),
);

test(
  'a case is agreed when both sides said yes to the same words; new words ask again',
  story(async (world) => {
    const { pairId, mentorId, menteeId } = await pairOf(world);
    const mentor = world.ctx({ roles: ['mentor'], personId: mentorId }, february);
    const mentee = world.ctx({ roles: ['mentee'], personId: menteeId }, february);
    const started = await startCase(mentor, { pairId, title: 'Как сдали механику' });
    const caseId = started.ok ? started.value : '';
    expect(await startCase(world.ctx('curator', february), { pairId, title: 'Ещё раз' })).toMatchObject({
      reason: 'written-already',
    });
    expect(await askSides(mentor, caseId)).toMatchObject({ reason: 'not-written' });
    const words = { title: 'Как сдали механику', situation: 'Долги', work: 'Решали', result: 'Сдали', advice: '' };
    await writeCase(mentor, { caseId, version: 1, words });
    await askSides(mentor, caseId);
    const answer = (who: typeof mentor, version: number, agreed = true, remark = '') =>
      answerCase(who, { caseId, version, agreed, remark });
    expect(await answer(mentee, 1)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await answer(mentee, 2, false)).toMatchObject({ reason: 'remark-missing' });
    await answer(mentor, 2);
    expect((await caseById(world.db, caseId))?.state).toBe('asked');
    await answer(mentee, 2);
    expect((await caseById(world.db, caseId))?.state).toBe('agreed');

    await writeCase(mentor, { caseId, version: 2, words: { ...words, result: 'Сдали на пять' } });
    expect((await caseById(world.db, caseId))?.state).toBe('draft');
    await askSides(mentor, caseId);
    await answer(mentee, 3);
    expect((await caseById(world.db, caseId))?.state).toBe('asked');
  }),
);

test(
  'a stranger to the pair neither writes nor answers its case',
  story(async (world) => {
    const { pairId } = await pairOf(world);
    const other = await world.given.student({ last: 'Другова' });
    const stranger = world.ctx({ roles: ['mentor'], personId: other });
    await expect(startCase(stranger, { pairId, title: 'Чужой' })).rejects.toThrow('cases.not-a-writer');
  }),
);

test.each<[Role, string]>([
  ['administrator', 'keeps reads proposes'],
  ['director', 'keeps reads proposes'],
  ['deputy', 'keeps reads proposes'],
  ['working-group', 'reads proposes'],
  ['curator', 'keeps reads proposes'],
  ['methodist', 'keeps reads proposes'],
  ['class-teacher', 'proposes'],
  ['psychologist', 'reads proposes'],
  ['social-teacher', 'reads proposes'],
  ['editor', 'reads proposes'],
  ['mentor', ''],
  ['mentee', ''],
  ['parent', ''],
  ['expert', ''],
  ['employer', ''],
  ['institute', ''],
])('%s: %s', (role, wanted) => {
  const actor = { college: '' as never, accountId: '', personId: 'me', name: '', roles: [role], groupIds: [] };
  const may = [
    mayKeepRewards(actor) === true ? 'keeps' : '',
    mayReadRewards(actor) === true ? 'reads' : '',
    mayPropose(actor) === true ? 'proposes' : '',
  ];
  expect(may.filter(Boolean).join(' ')).toBe(wanted);
  expect(mayReadThanks(actor, { personId: 'me' })).toBe(true);
  expect(mayReadThanks(actor, { personId: 'other' }) === true).toBe(wanted.includes('reads'));
  const own = { mentorId: 'me', menteeId: 'other' };
  expect(mayAnswerCase(actor, own)).toBe(true);
  expect(mayWriteCase(actor, { mentorId: 'a', menteeId: 'me' }) === true).toBe(wanted.includes('keeps'));
});
