import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { installNorms } from '../college/rows.ts';
import { draftCancellation } from '../documents/make-document.ts';
import { registerDocument } from '../documents/register-document.ts';
import { removeDocument } from '../documents/remove-document.ts';
import { documentById } from '../documents/rows.ts';
import { signDocument } from '../documents/sign-document.ts';
import { correctDeclension } from '../people/correct-declension.ts';
import { endPair } from './end-pair.ts';
import { formPair } from './form-pair.ts';
import { minutePairs, orderEnd, orderPairs, refreshOrder } from './order-pairs.ts';
import { endedPairs } from './order-rows.ts';
import { countPairs, pairById } from './rows.ts';

const papers = paperStories();
const today = day('2026-10-12');
const till = day('2027-06-30');
const period = { form: 'student-student', variant: 'equal-equal', from: day('2026-10-26'), till };

type Needs = Pick<World, 'db' | 'ctx' | 'given'>;

const people = async ({ db, given }: Needs) => {
  await installNorms(db);
  const director = await given.teacher({ last: 'Корнилова', post: 'Директор' });
  await db.updateTable('colleges').set({ director_id: director }).execute();
  return {
    curatorId: await given.teacher({ last: 'Иванова', first: 'Мария', post: 'педагог-организатор' }),
    psychologistId: await given.teacher({ last: 'Зыкова', first: 'Марина', post: 'педагог-психолог' }),
  };
};

const pair = async (world: Needs, last: string, mentorId?: string): Promise<{ id: string; mentorId: string }> => {
  const { given, ctx } = world;
  const born = '2006-01-01';
  const mentor = mentorId ?? (await given.student({ last: `Наставникова-${last}`, group: 'ЭМ-41', born }));
  const mentee = await given.student({ last, group: 'ЭМ-11', born });
  if (!mentorId) {
    await given.mentor(mentor, 2);
    await given.consent(mentor);
  }
  await given.mentee(mentee);
  await given.consent(mentee);
  const formed = await formPair(ctx('curator'), { mentorId: mentor, menteeId: mentee, ...period });
  if (!formed.ok) throw new Error(formed.reason);
  return { id: formed.value, mentorId: mentor };
};

const order = async (world: Needs, pairIds: readonly string[], frame: Awaited<ReturnType<typeof people>>) => {
  const input = { pairIds, from: period.from, till, plansBy: day('2026-11-30'), ...frame };
  const made = await orderPairs(papers.at(world.ctx('curator')), input);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
};

const sign = async (world: Needs, documentId: string, number: string, version = 1): Promise<void> => {
  const signed = await signDocument(papers.at(world.ctx('director')), { documentId, version, number, day: today });
  if (!signed.ok) throw new Error(signed.reason);
};

const { textOf } = papers;

test(
  'the order names its people in their cases, its reasons by number and day, and has pairs and groups in the annex',
  story(async (world) => {
    const frame = await people(world);
    const at = papers.at(world.ctx('curator'));
    await registerDocument(at, {
      kind: 'roadmap-order',
      title: 'Об утверждении дорожной карты',
      number: '119-од',
      day: day('2026-09-01'),
      reviewBy: null,
    });
    const one = await pair(world, 'Агалакова');
    const two = await pair(world, 'Бехтерева', one.mentorId);
    const three = await pair(world, 'Юрьева');
    await world.given.mentee(await world.given.student({ last: 'Одинокова' }));

    const orderId = await order(world, [three.id, two.id, one.id], frame);

    const words = await textOf(world, orderId);
    expect(words).toContain('О закреплении наставнических пар и групп на 2026/27 учебный год');
    expect(words).toContain('утверждённой приказом от 1 сентября 2026 г. № 119-од');
    expect(words).toContain('на основании протокола общей встречи __________');
    expect(words).toContain('Закрепить на период с 26 октября 2026 г. по 30 июня 2027 г. наставнические пары и группы');
    expect(words).toContain('Назначить куратором пар и групп Иванову Марию Петровну, педагога-организатора.');
    expect(words).toContain('Поручить Зыковой Марине Петровне, педагогу-психологу, сопровождение');
    expect(words.slice(words.indexOf('Приложение')).split('\n').slice(9)).toEqual([
      '1',
      'Наставникова-Агалакова Анна Сергеевна,',
      'гр. ЭМ-41',
      'Агалакова Анна Сергеевна,',
      'гр. ЭМ-11',
      'Бехтерева Анна Сергеевна,',
      'гр. ЭМ-11',
      'студент — студент',
      'равный — равному',
      '26.10.2026 – 30.06.2027',
      '2',
      'Наставникова-Юрьева Анна Сергеевна,',
      'гр. ЭМ-41',
      'Юрьева Анна Сергеевна,',
      'гр. ЭМ-11',
      'студент — студент',
      'равный — равному',
      '26.10.2026 – 30.06.2027',
      '',
    ]);
    expect(await pairById(world.db, one.id)).toMatchObject({ orderId, orderStatus: 'draft' });
    expect(await world.journal()).toContain('pair.ordered');
  }),
);

test(
  'a case corrected on the card goes before the rules',
  story(async (world) => {
    const frame = await people(world);
    await correctDeclension(world.ctx('curator'), {
      id: frame.curatorId,
      forms: { accusative: { last: 'Ивáнову', first: '', middle: '' } },
    });
    const { id } = await pair(world, 'Агалакова');

    expect(await textOf(world, await order(world, [id], frame))).toContain('Ивáнову Марию Петровну');
  }),
);

test(
  'a pair stands in one order: chosen again, or by another person meanwhile, it is refused',
  story(async (world) => {
    const frame = await people(world);
    const { id } = await pair(world, 'Агалакова');
    const input = { pairIds: [id], from: period.from, till, plansBy: till, ...frame };
    const at = papers.at(world.ctx('curator'));

    expect(await orderPairs(at, { ...input, pairIds: [] })).toEqual({ ok: false, reason: 'no-pairs' });
    expect(await orderPairs(at, { ...input, till: day('2026-10-01') })).toEqual({
      ok: false,
      reason: 'ends-before-start',
    });
    expect((await orderPairs(at, input)).ok).toBe(true);
    expect(await orderPairs(at, input)).toEqual({ ok: false, reason: 'changed-meanwhile' });
  }),
);

test(
  'a draft order thrown away frees its pairs, and so does an order withdrawn by a later one',
  story(async (world) => {
    const { db, ctx } = world;
    const frame = await people(world);
    const { id } = await pair(world, 'Агалакова');
    const at = papers.at(ctx('curator'));

    await removeDocument(at, await order(world, [id], frame));
    expect(await pairById(db, id)).toMatchObject({ orderId: null });

    const second = await order(world, [id], frame);
    await sign(world, second, '138-од');
    expect(await countPairs(db, { state: 'no-order' }, today)).toBe(0);
    const cancelling = await draftCancellation(at, second);
    if (!cancelling.ok) throw new Error(cancelling.reason);
    await sign(world, cancelling.value, '139-од');

    expect(await countPairs(db, { state: 'no-order' }, today)).toBe(1);
    const third = await order(world, [id], frame);
    expect(await pairById(db, id)).toMatchObject({ orderId: third });
  }),
);

test(
  'a refreshed draft has its pairs as they are now',
  story(async (world) => {
    const { db, ctx } = world;
    const frame = await people(world);
    const { id } = await pair(world, 'Агалакова');
    const orderId = await order(world, [id], frame);
    await db.updateTable('persons').set({ last_name: 'Новофамильева' }).where('last_name', '=', 'Агалакова').execute();

    expect((await refreshOrder(papers.at(ctx('curator')), orderId)).ok).toBe(true);

    expect(await textOf(world, orderId)).toContain('Новофамильева Анна Сергеевна,');
    await sign(world, orderId, '1', 2);
    expect(await refreshOrder(papers.at(ctx('curator')), orderId)).toEqual({ ok: false, reason: 'not-a-draft' });
  }),
);

test(
  'minutes of the working group come out of the same pairs, which stay free for the order',
  story(async (world) => {
    const frame = await people(world);
    const { id } = await pair(world, 'Агалакова');

    const made = await minutePairs(papers.at(world.ctx('curator')), {
      pairIds: [id],
      from: period.from,
      till,
      plansBy: till,
      ...frame,
    });

    if (!made.ok) throw new Error(made.reason);
    const words = await textOf(world, made.value);
    expect(words).toContain('Председатель — Корнилова О. П.');
    expect(words).toContain('Секретарь — Иванова М. П.');
    expect(words).toContain('Зыкова М. П. — педагог-психолог');
    expect(words).toContain(
      'Наставникова-Агалакова Анна Сергеевна (гр. ЭМ-41) — Агалакова Анна Сергеевна (гр. ЭМ-11).',
    );
    expect(await pairById(world.db, id)).toMatchObject({ orderId: null });
  }),
);

test(
  'the order leans on this year’s minutes of the meeting, or of the working group on the pairs; not on any other minutes',
  story(async (world) => {
    const frame = await people(world);
    const at = papers.at(world.ctx('curator'));
    const { id } = await pair(world, 'Агалакова');
    const other = { title: 'О другом', number: '3', day: today, reviewBy: null } as const;
    await registerDocument(at, { ...other, kind: 'minutes' });
    await registerDocument(at, { ...other, kind: 'meeting-minutes', day: day('2025-10-10') });
    const orderId = await order(world, [id], frame);
    expect(await textOf(world, orderId)).toContain('протокола общей встречи __________');

    await registerDocument(at, { ...other, kind: 'meeting-minutes', number: '4' });
    await refreshOrder(at, orderId);

    expect(await textOf(world, orderId)).toContain('протокола общей встречи от 12 октября 2026 г. № 4');
  }),
);

test(
  'pairs that ended early get an amending order once; the first order becomes amended when it is signed',
  story(async (world) => {
    const { db, ctx } = world;
    const frame = await people(world);
    const { id } = await pair(world, 'Агалакова');
    const orderId = await order(world, [id], frame);
    const at = papers.at(ctx('curator', '2026-12-01'));
    const end = { pairId: id, version: 1, till: day('2026-12-01'), reason: 'Цель достигнута.' };
    await endPair(ctx('curator', '2026-12-01'), end);

    expect(await orderEnd(at, orderId)).toEqual({ ok: false, reason: 'not-in-force' });
    await sign(world, orderId, '138-од');
    expect(await endedPairs(db)).toEqual([{ orderId, pairIds: [id] }]);
    const made = await orderEnd(at, orderId);
    if (!made.ok) throw new Error(made.reason);

    expect(await textOf(world, made.value)).toContain(
      'С 1 декабря 2026 г. досрочно прекратить работу наставнической пары, закреплённой приказом от 12 октября 2026 г. № 138-од: ' +
        'наставник Наставникова-Агалакова Анна Сергеевна, наставляемый Агалакова Анна Сергеевна. Причина: цель достигнута.',
    );
    expect(await endedPairs(db)).toEqual([]);
    expect(await orderEnd(at, orderId)).toEqual({ ok: false, reason: 'nothing-ended' });
    await sign(world, made.value, '150-од');
    expect(await documentById(db, orderId)).toMatchObject({ status: 'amended' });
  }),
);

test(
  'who may order pairs',
  story(async (world) => {
    const allowed: string[] = [];
    for (const role of roles) {
      await orderPairs(papers.at(world.ctx(role)), {
        pairIds: [],
        from: today,
        till,
        plansBy: till,
        curatorId: '',
        psychologistId: null,
      }).then(
        () => allowed.push(role),
        () => undefined,
      );
    }

    expect(allowed).toEqual(['administrator', 'deputy', 'curator']);
  }),
);
