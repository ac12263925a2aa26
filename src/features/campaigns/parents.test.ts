import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { installNorms } from '../college/rows.ts';
import { type Asker, type Audience, audiences } from './campaign.ts';
import { campaignById } from './campaign-rows.ts';
import { type AnswerInput, giveAnswer } from './give-answer.ts';
import { claimLetter, recipientsOf } from './letter-rows.ts';
import { startCampaign } from './save-campaign.ts';

const started = async ({ ctx, db }: World) => {
  await installNorms(db);
  const outcome = await startCampaign(ctx('curator'), {
    title: 'Кому нужен наставник',
    tillDay: day('2026-11-01'),
    audiences,
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

const visitor = (world: World, today?: string) => world.ctx([], today);

test(
  'a parent is not offered what only a student says of oneself, and nobody here what is for teachers',
  story(async (world) => {
    const campaign = await started(world);
    const anna = await world.given.student({ last: 'Аннина', born: '2009-03-14' });
    const answer = (audience: 'student' | 'parent', topic: string) =>
      giveAnswer(visitor(world), asker(campaign, audience, { subjectId: anna }), says({ topics: [topic] }));

    expect(await answer('parent', 'job')).toMatchObject({ reason: 'unknown-topic' });
    expect(await answer('student', 'teaching')).toMatchObject({ reason: 'unknown-topic' });
    expect(await answer('student', 'job')).toMatchObject({ value: 'written' });
    expect(await answer('parent', 'study')).toMatchObject({ value: 'written' });
    expect(
      (await world.db.selectFrom('needs').select(['topic', 'source']).orderBy('topic').execute()).map(
        ({ topic, source }) => [topic, source],
      ),
    ).toEqual([
      ['job', 'self'],
      ['study', 'parent'],
    ]);
  }),
);

test(
  'letters go to parents of those under 18 who have an address and have not answered; from the birthday on to nobody',
  story(async (world) => {
    const { db, given } = world;
    const campaign = await started(world);
    const anna = await given.student({ last: 'Аннина', born: '2008-10-20' });
    const boris = await given.student({ last: 'Борисов', born: '2009-03-14' });
    const mail = (id: string, representative_email: string, email: string | null = null) =>
      db.updateTable('persons').set({ representative_email, email }).where('id', '=', id).execute();
    await mail(anna, 'mother@mail.example', 'anna@mail.example');
    await mail(boris, 'father@mail.example');
    const parents = async (on: string) =>
      (await recipientsOf(db, campaign, day(on)))
        .filter(({ audience }) => audience === 'parent')
        .map(({ firstName, email }) => [firstName, email])
        .sort();

    expect(await parents('2026-10-19')).toEqual([
      ['Анна', 'father@mail.example'],
      ['Анна', 'mother@mail.example'],
    ]);
    expect(await parents('2026-10-20')).toEqual([['Анна', 'father@mail.example']]);
    await giveAnswer(visitor(world), asker(campaign, 'parent', { subjectId: boris }), says());
    expect(await parents('2026-10-20')).toEqual([]);

    await claimLetter(db, campaign.id, { personId: anna, audience: 'student' }, day('2026-10-12'));
    expect(await parents('2026-10-12')).toEqual([['Анна', 'mother@mail.example']]);
    await claimLetter(db, campaign.id, { personId: anna, audience: 'parent' }, day('2026-10-12'));
    expect(await parents('2026-10-12')).toEqual([]);
    const motherId = await given.teacher({ last: 'Аннина' });
    await db
      .updateTable('persons')
      .set({ kind: 'representative', email: 'card@mail.example' })
      .where('id', '=', motherId)
      .execute();
    await db.insertInto('consent_representatives').values({ person_id: anna, representative_id: motherId }).execute();
    expect(await parents('2026-10-19')).toEqual([['Анна', 'card@mail.example']]);
  }),
);
