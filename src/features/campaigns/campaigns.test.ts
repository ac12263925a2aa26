import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { type Day, day } from '../../kernel/day.ts';
import { installNorms } from '../college/rows.ts';
import { menteeById } from '../registers/mentee-rows.ts';
import { secretNote } from '../registers/need-rows.ts';
import { unmatchedOf } from './answer-rows.ts';
import { type Asker, type Audience, audiences } from './campaign.ts';
import { campaignById } from './campaign-rows.ts';
import { remindedGroups } from './fact-rows.ts';
import { type AnswerInput, giveAnswer } from './give-answer.ts';
import { issueLinks, revokeLinks } from './issue-links.ts';
import { silentGroups } from './letter-rows.ts';
import { cardHolders, liveLinks } from './link-rows.ts';
import { dropAnswer, matchAnswer } from './match-answer.ts';
import { groupLines, personLines } from './register-rows.ts';
import { remindInPerson, remindInSystem } from './remind-silent.ts';
import { changeCampaign, closeCampaign, reopenCampaign, startCampaign } from './save-campaign.ts';

const started = async ({ ctx, db }: World, asked: readonly Audience[] = audiences, till = '2026-11-01') => {
  await installNorms(db);
  const outcome = await startCampaign(ctx('curator'), {
    title: 'Кому нужен наставник',
    tillDay: day(till),
    audiences: asked,
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  const campaign = await campaignById(db, outcome.value);
  if (!campaign) throw new Error('no campaign');
  return campaign;
};

type Started = Awaited<ReturnType<typeof started>>;

const asker = (campaign: Started, audience: Audience, rest: Partial<Asker> = {}): Asker => ({
  campaign,
  audience,
  subjectId: null,
  tellerId: null,
  groupId: null,
  accountId: null,
  ...rest,
});

const says = (rest: Partial<AnswerInput> = {}): AnswerInput => ({
  whom: null,
  tellerName: '',
  topics: ['study'],
  note: '',
  confidential: false,
  freeTimes: [],
  ...rest,
});

const typed = (lastName: string, firstName: string, birthDay: string | null, groupId: string | null = null) => ({
  lastName,
  firstName,
  birthDay: birthDay as Day | null,
  groupId,
});

const needsOf = ({ db }: World) =>
  db
    .selectFrom('needs')
    .select(['id', 'person_id', 'topic', 'note', 'source', 'confidential'])
    .orderBy('topic')
    .orderBy('confidential')
    .execute();

const visitor = (world: World, today?: string) => world.ctx([], today);

test(
  'one campaign of a year is open at a time, ends not before today, and may be ended and opened again',
  story(async (world) => {
    const { ctx } = world;
    const vera = ctx('curator');
    const input = { title: 'Осень', tillDay: day('2026-10-11'), audiences };
    expect(await startCampaign(vera, input)).toMatchObject({ reason: 'ends-before-today' });
    const campaign = await started(world);

    expect(await startCampaign(vera, { ...input, tillDay: day('2026-12-01') })).toMatchObject({
      reason: 'one-is-open',
    });
    const stale = { ...input, tillDay: day('2026-12-01'), version: campaign.version + 1 };
    expect(await changeCampaign(vera, campaign.id, stale)).toMatchObject({ reason: 'changed-meanwhile' });
    expect((await closeCampaign(vera, campaign.id)).ok).toBe(true);
    expect(await closeCampaign(vera, campaign.id)).toMatchObject({ reason: 'already-closed' });
    expect((await reopenCampaign(vera, campaign.id)).ok).toBe(true);

    expect(await world.journal()).toEqual(['campaign.opened', 'campaign.closed', 'campaign.reopened']);
  }),
);

test(
  'an answer sent twice is one need; other words about it are added, the same words are not',
  story(async (world) => {
    const campaign = await started(world);
    const anna = await world.given.student({ last: 'Аннина', born: '2009-03-14' });
    const own = asker(campaign, 'student', { subjectId: anna });

    await giveAnswer(visitor(world), own, says({ note: 'Трудно с физикой', freeTimes: ['mon-day'] }));
    await giveAnswer(visitor(world), own, says({ note: 'Трудно с физикой' }));
    await giveAnswer(visitor(world), asker(campaign, 'parent', { subjectId: anna }), says({ note: 'Просит помощи' }));

    expect(await needsOf(world)).toMatchObject([
      { topic: 'study', note: 'Трудно с физикой\nПросит помощи', source: 'self' },
    ]);
    expect(await menteeById(world.db, anna)).toMatchObject({ freeTimes: ['mon-day'] });
    const groupId = await world.given.group();
    const [line] = await groupLines(world.db, campaign, [groupId], day('2026-10-12'));
    expect(line).toMatchObject({ students: 1, studentsAnswered: 1, parents: 1, parentsAnswered: 1 });
  }),
);

test(
  'that nobody is needed is an answer too, and puts nobody into the base',
  story(async (world) => {
    const campaign = await started(world);
    const anna = await world.given.student({ last: 'Аннина' });

    await giveAnswer(visitor(world), asker(campaign, 'student', { subjectId: anna }), says({ topics: [] }));

    expect(await needsOf(world)).toEqual([]);
    expect(await menteeById(world.db, anna)).toBeUndefined();
    const people = await personLines(world.db, campaign, await world.given.group(), day('2026-10-12'));
    expect(people).toMatchObject([{ answered: true, parentAnswered: false }]);
  }),
);

test(
  'words for the psychologist lie apart, and neither the need nor the journal carries them',
  story(async (world) => {
    const campaign = await started(world);
    const anna = await world.given.student({ last: 'Аннина' });
    const own = asker(campaign, 'student', { subjectId: anna });

    await giveAnswer(visitor(world), own, says({ topics: ['confidence'], note: 'Меня травят', confidential: true }));

    const [need] = await needsOf(world);
    expect(need).toMatchObject({ confidential: true, note: '' });
    expect(await secretNote(world.db, need?.id ?? '')).toBe('Меня травят');
    const journal = await world.db.selectFrom('journal').select('details').execute();
    expect(JSON.stringify(journal)).not.toMatch(/травят|confidence/);
  }),
);

test(
  'by a common link a person is recognised by name and birth day together; others wait for a person to look',
  story(async (world) => {
    const campaign = await started(world);
    const anna = await world.given.student({ last: 'Ёлкина', first: 'Анна', born: '2009-03-14' });
    const groupId = await world.given.group();
    const link = asker(campaign, 'student', { groupId });

    const right = await giveAnswer(visitor(world), link, says({ whom: typed('елкина', 'анна', '2009-03-14') }));
    const wrong = await giveAnswer(visitor(world), link, says({ whom: typed('Ёлкина', 'Анна', '2009-03-15') }));
    await giveAnswer(visitor(world), link, says({ whom: typed('Ёлкина', 'Анна', '2009-03-15'), topics: ['contest'] }));

    expect([right, wrong]).toMatchObject([{ value: 'written' }, { value: 'kept' }]);
    expect(await needsOf(world)).toMatchObject([{ person_id: anna, topic: 'study' }]);
    const waiting = await unmatchedOf(world.db, campaign.id);
    expect(waiting).toMatchObject([{ lastName: 'Ёлкина', birthDay: '2009-03-15', topics: ['contest', 'study'] }]);

    const ref = { campaignId: campaign.id, answerId: waiting[0]?.id ?? '' };
    expect((await matchAnswer(world.ctx('curator'), ref, anna)).ok).toBe(true);
    expect(await unmatchedOf(world.db, campaign.id)).toEqual([]);
    expect((await needsOf(world)).map(({ topic }) => topic)).toEqual(['contest', 'study']);
  }),
);

test(
  'two namesakes born on one day are not guessed between',
  story(async (world) => {
    const campaign = await started(world);
    await world.given.student({ last: 'Иванова', born: '2009-03-14' });
    await world.given.student({ last: 'Иванова', born: '2009-03-14' });
    const link = asker(campaign, 'student', { groupId: await world.given.group() });

    const outcome = await giveAnswer(visitor(world), link, says({ whom: typed('Иванова', 'Анна', '2009-03-14') }));

    expect(outcome).toMatchObject({ value: 'kept' });
  }),
);

test(
  'confidential words of an unrecognised answer stay closed until the person is found, and are gone when it is dropped',
  story(async (world) => {
    const campaign = await started(world);
    const anna = await world.given.student({ last: 'Аннина' });
    const link = asker(campaign, 'student', { groupId: await world.given.group() });
    const closed = { confidential: true, note: 'Только психологу' };
    await giveAnswer(visitor(world), link, says({ ...closed, whom: typed('Анина', 'Анна', '2008-03-14') }));
    await giveAnswer(visitor(world), link, says({ ...closed, whom: typed('Шутов', 'Пётр', '2008-03-14') }));

    const [first, second] = await unmatchedOf(world.db, campaign.id);
    expect(first).toMatchObject({ lastName: 'Анина', confidential: true, topics: [], note: '' });
    const ref = (answerId = '') => ({ campaignId: campaign.id, answerId });
    await matchAnswer(world.ctx('curator'), ref(first?.id), anna);
    await dropAnswer(world.ctx('curator'), ref(second?.id));

    const [need] = await needsOf(world);
    expect(need).toMatchObject({ person_id: anna, confidential: true, note: '' });
    expect(await secretNote(world.db, need?.id ?? '')).toBe('Только психологу');
    expect(await world.db.selectFrom('campaign_answer_secrets').selectAll().execute()).toEqual([]);
  }),
);

test(
  'on the eighteenth birthday a student answers alone, and the parents are told so',
  story(async (world) => {
    const campaign = await started(world);
    const anna = await world.given.student({ last: 'Аннина', born: '2008-10-20' });
    const parent = asker(campaign, 'parent', { subjectId: anna });
    const common = asker(campaign, 'parent', { groupId: await world.given.group() });

    expect(await giveAnswer(visitor(world, '2026-10-19'), parent, says())).toMatchObject({ value: 'written' });
    expect(await giveAnswer(visitor(world, '2026-10-20'), parent, says())).toMatchObject({ reason: 'grown-up' });
    const byName = says({ whom: typed('Аннина', 'Анна', '2008-10-20'), topics: ['contest'] });
    expect(await giveAnswer(visitor(world, '2026-10-20'), common, byName)).toMatchObject({ value: 'kept' });

    expect((await needsOf(world)).map(({ topic }) => topic)).toEqual(['study']);
  }),
);

test(
  'after the end, about somebody who left, or to those who are not asked nothing is written',
  story(async (world) => {
    const campaign = await started(world, ['student'], '2026-10-20');
    const anna = await world.given.student({ last: 'Аннина' });
    const own = asker(campaign, 'student', { subjectId: anna });

    expect(await giveAnswer(visitor(world, '2026-10-21'), own, says())).toMatchObject({ reason: 'campaign-over' });
    const parent = asker(campaign, 'parent', { subjectId: anna });
    expect(await giveAnswer(visitor(world), parent, says())).toMatchObject({ reason: 'not-asked' });
    expect(await giveAnswer(visitor(world), own, says({ topics: ['moon'] }))).toMatchObject({
      reason: 'unknown-topic',
    });
    await world.db
      .updateTable('persons')
      .set({ left_on: day('2026-10-01') })
      .where('id', '=', anna)
      .execute();
    expect(await giveAnswer(visitor(world), own, says())).toMatchObject({ reason: 'person-left' });

    expect(await needsOf(world)).toEqual([]);
  }),
);

test(
  'personal cards are made for the silent only, a class teacher prints own students, and revoking ends what is out',
  story(async (world) => {
    const campaign = await started(world);
    const [anna, boris] = [
      await world.given.student({ last: 'Аннина' }),
      await world.given.student({ last: 'Борисова' }),
    ];
    const groupId = await world.given.group();
    await giveAnswer(visitor(world), asker(campaign, 'student', { subjectId: anna }), says());
    const input = { campaignId: campaign.id, audience: 'student', kind: 'personal', groupId } as const;
    const teacher = world.ctx({ roles: ['class-teacher'], groupIds: [groupId] });
    const stranger = world.ctx({ roles: ['class-teacher'], groupIds: [] });

    const cards = await issueLinks(teacher, input);

    expect(cards).toMatchObject({ value: [{ name: 'Борисова Анна Сергеевна', groupCode: 'ЭМ-21' }] });
    const token = cards.ok ? (cards.value[0]?.token ?? '') : '';
    const links = await world.db.selectFrom('campaign_links').selectAll().execute();
    expect(JSON.stringify(links)).not.toContain(token);
    await expect(issueLinks(stranger, input)).rejects.toThrow('campaigns.not-own-links');
    expect(await liveLinks(world.db, campaign.id, groupId)).toEqual([{ audience: 'student', count: 1 }]);
    expect(await revokeLinks(teacher, { ...input, personId: anna })).toMatchObject({ value: 0 });
    expect([...(await cardHolders(world.db, campaign.id, groupId))]).toEqual([`student ${boris}`]);
    expect(await revokeLinks(teacher, { ...input, personId: boris })).toMatchObject({ value: 1 });
    expect(await revokeLinks(teacher, input)).toMatchObject({ value: 0 });
    expect(await liveLinks(world.db, campaign.id, groupId)).toEqual([]);
  }),
);

test(
  'a silent group is reminded in the system or in person, and counts as reminded from then on',
  story(async (world) => {
    const { db, given } = world;
    const campaign = await started(world);
    await given.student({ last: 'Аннина', group: 'ЭМ-11' });
    await given.student({ last: 'Борисов', group: 'ЭМ-12' });
    const [first, second] = [await given.group('ЭМ-11'), await given.group('ЭМ-12')];
    const vera = world.ctx('curator');

    expect(await remindInSystem(vera, campaign.id)).toMatchObject({ reason: 'nobody' });
    expect(await remindInPerson(vera, campaign.id, [first])).toMatchObject({ value: 1 });
    await remindInPerson(vera, campaign.id, [first]);

    expect([...(await remindedGroups(db, 2026))]).toEqual([first]);
    expect(await silentGroups(db, campaign)).toMatchObject([
      { id: first, remindedOn: '2026-10-12' },
      { id: second, remindedOn: null },
    ]);
  }),
);
