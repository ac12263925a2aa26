import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { installNorms } from '../college/rows.ts';
import { signDocument } from '../documents/sign-document.ts';
import { mayReadGroup } from './access.ts';
import { formPair } from './form-pair.ts';
import { groupsOf } from './group-rows.ts';
import { nameGroups } from './name-groups.ts';
import { orderEnd, orderPairs } from './order-pairs.ts';
import { publishPairs } from './publish-pairs.ts';
import { nameGroup } from './rename-group.ts';
import { handOverGroup, replaceMentor } from './replace-mentor.ts';
import { chainOf, countPairs, pairById, pairsBy } from './rows.ts';

const papers = paperStories();
const today = day('2026-10-12');
const later = '2026-12-01';
const period = { form: 'student-student', variant: '', from: day('2026-10-26'), till: day('2027-06-30') };
const handOver = { from: day('2026-12-10'), reason: 'Ушёл в армию' };

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

const people = async ({ db, given }: World) => {
  await installNorms(db);
  const director = await given.teacher({ last: 'Корнилова', post: 'Директор' });
  await db.updateTable('colleges').set({ director_id: director }).execute();
  return { curatorId: await given.teacher({ last: 'Иванова' }), psychologistId: null };
};

const paired = async (world: World, mentorId: string, menteeId: string) => {
  const made = await formPair(world.ctx('curator'), { mentorId, menteeId, ...period });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
};

test(
  'a mentor is replaced: the old pair ends the day before, the new one goes on, the amending order names both',
  story(async (world) => {
    const frame = await people(world);
    const [ilya, zorin] = [await mentor(world, 'Рублёв'), await mentor(world, 'Зорин')];
    const pairId = await paired(world, ilya, await mentee(world, 'Агалаков'));
    const at = papers.at(world.ctx('curator'));
    const order = { ...frame, pairIds: [pairId], from: period.from, till: period.till, plansBy: day('2026-11-30') };
    const made = await orderPairs(at, order);
    const orderId = made.ok ? made.value : '';
    await signDocument(papers.at(world.ctx('director')), {
      documentId: orderId,
      version: 1,
      number: '138-од',
      day: today,
    });

    const replaced = await replaceMentor(world.ctx('curator', later), {
      pairId,
      version: 1,
      mentorId: zorin,
      ...handOver,
    });
    const nextId = replaced.ok ? replaced.value : '';
    expect(await pairById(world.db, pairId)).toMatchObject({ till: '2026-12-09', endReason: 'Ушёл в армию' });
    expect(await pairById(world.db, nextId)).toMatchObject({
      from: '2026-12-10',
      till: period.till,
      replacesId: pairId,
    });

    const amending = await orderEnd(papers.at(world.ctx('curator', later)), orderId);
    const words = await papers.textOf(world, amending.ok ? amending.value : '');
    expect(words).toContain('с 10 декабря 2026 г. закрепить наставником Зорин');
    expect(words).toMatch(/вместо Рублёв/);
    expect(words).not.toContain('досрочно прекратить');
    const next = await pairById(world.db, nextId);
    expect(next?.orderId).toBe(amending.ok ? amending.value : '');
    expect(next && (await chainOf(world.db, next)).map(({ mentor: { lastName } }) => lastName)).toEqual([
      'Рублёв',
      'Зорин',
    ]);
  }),
);

test(
  'a replacement that is not possible leaves the old pair as it was',
  story(async (world) => {
    const [ilya, zorin] = [await mentor(world, 'Рублёв'), await mentor(world, 'Зорин')];
    const pairId = await paired(world, ilya, await mentee(world, 'Агалаков'));
    await paired(world, zorin, await mentee(world, 'Бехтерева'));
    const replace = (mentorId: string, from = handOver.from, version = 1) =>
      replaceMentor(world.ctx('curator', later), { pairId, version, mentorId, ...handOver, from });

    expect(await replace(zorin)).toEqual({ ok: false, reason: 'no-free-place' });
    expect(await replace(ilya)).toEqual({ ok: false, reason: 'same-mentor' });
    expect(await replace(zorin, period.from)).toEqual({ ok: false, reason: 'day-outside' });
    expect(await replace(zorin, handOver.from, 7)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await pairById(world.db, pairId)).toMatchObject({ till: period.till, endReason: '', version: 1 });
  }),
);

const group = async (world: World) => {
  const frame = await people(world);
  const ilya = await mentor(world, 'Рублёв', 4);
  const mentees = [await mentee(world, 'Агалаков'), await mentee(world, 'Бехтерева'), await mentee(world, 'Вотинцев')];
  const published = await publishPairs(papers.at(world.ctx('curator')), {
    ...frame,
    from: period.from,
    till: period.till,
    plansBy: day('2026-11-30'),
    grouped: true,
    pairs: mentees.map((menteeId) => ({ mentorId: ilya, menteeId, ...period })),
  });
  const [made] = await groupsOf(world.db, 2026, today);
  if (!made || !published.ok || published.value.kind !== 'published') throw new Error('no group');
  return { ...made, ...published.value };
};

test(
  'a published group has a name, stands in the annex as one row and in the minutes out of the same snapshot',
  story(async (world) => {
    const { name, members, orderId, minutesId } = await group(world);

    expect({ name, members }).toEqual({ name: 'Рублёв А. С.', members: 3 });
    const [order, minutes] = [await papers.textOf(world, orderId), await papers.textOf(world, minutesId)];
    expect(order).toContain('группа «Рублёв А. С.»');
    for (const last of ['Агалаков', 'Бехтерева', 'Вотинцев']) {
      expect(order).toContain(last);
      expect(minutes).toContain(last);
    }
    expect(await countPairs(world.db, { orderId }, today)).toBe(3);
  }),
);

test(
  'a group goes to another mentor as a whole or not at all',
  story(async (world) => {
    const { id: groupId } = await group(world);
    const [small, large] = [await mentor(world, 'Зорин', 2), await mentor(world, 'Лаптев', 3)];
    const ctx = world.ctx('curator', later);
    const members = () => pairsBy(world.db, { pairGroupId: groupId }, day(later), { limit: 20 });
    const versions = Object.fromEntries((await members()).map(({ id, version }) => [id, version]));

    expect(await handOverGroup(ctx, { groupId, versions, mentorId: small, ...handOver })).toEqual({
      ok: false,
      reason: 'no-free-place',
    });
    expect((await members()).every(({ till }) => till === period.till)).toBe(true);

    expect(await handOverGroup(ctx, { groupId, versions, mentorId: large, ...handOver })).toEqual({
      ok: true,
      value: 3,
    });
    expect((await members()).filter(({ mentorId }) => mentorId === large)).toHaveLength(3);
    expect(await world.journal()).toContain('pair-group.handed-over');
  }),
);

test(
  'a member of a group is not replaced alone; two mentors make no group of three by chance',
  story(async (world) => {
    const { formed } = await group(world);
    const zorin = await mentor(world, 'Зорин', 2);
    const [first] = formed;
    const pairId = first?.pairId ?? '';
    const alone = { pairId, version: 1, mentorId: zorin, ...handOver };
    expect(await replaceMentor(world.ctx('curator', later), alone)).toEqual({ ok: false, reason: 'of-a-group' });

    const two = [
      await paired(world, zorin, await mentee(world, 'Юрьев')),
      await paired(world, zorin, await mentee(world, 'Яшин')),
    ];
    expect(await nameGroups(world.ctx('curator'), two)).toEqual([]);
  }),
);

test(
  'a group is renamed once a version; keepers only',
  story(async (world) => {
    const { id: groupId, version } = await group(world);
    const rename = (name: string, at = version) => nameGroup(world.ctx('curator'), { groupId, version: at, name });

    expect((await rename('Сварка для начинающих')).ok).toBe(true);
    expect(await rename('Другая')).toEqual({ ok: false, reason: 'changed-meanwhile' });
    for (const role of roles.filter((one) => !['administrator', 'curator', 'deputy'].includes(one))) {
      const ctx = world.ctx(role);
      await expect(nameGroup(ctx, { groupId, version, name: 'Имя' }), role).rejects.toThrow('not-a-keeper');
      await expect(
        handOverGroup(ctx, { groupId, versions: {}, mentorId: groupId, ...handOver }),
        role,
      ).rejects.toThrow();
    }
    const member = (await pairsBy(world.db, { pairGroupId: groupId }, today))[0];
    const sides = member ? [{ ...member, mentorGroupId: null, menteeGroupId: null }] : [];
    expect(mayReadGroup(world.ctx({ roles: ['mentee'], personId: member?.menteeId ?? null }).actor, sides)).toBe(true);
    expect(mayReadGroup(world.ctx('mentee').actor, sides)).not.toBe(true);
  }),
);
