import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { stateOf } from '../acts/act.ts';
import { allActs, allCitations } from '../acts/rows.ts';
import { addAct } from '../acts/save-act.ts';
import { enterAct } from './enter-act.ts';
import { draftCancellation } from './make-document.ts';
import { registerDocument } from './register-document.ts';
import { signDocument } from './sign-document.ts';

const papers = paperStories();
const today = day('2026-10-12');

const local = {
  ...{ level: 'local' as const, title: 'Положение о наставничестве', issuer: 'Колледж', number: '', day: null },
  ...{ revisedOn: null, inForceFrom: null, lapsesOn: null, supersededBy: null, reviewBy: null, unconfirmed: false },
  ...{ note: '', cites: [] },
};

test(
  'a signed order becomes an act of the college once, and lapses the day before the order that cancels it',
  story(async (world) => {
    const { ctx, db, journal } = world;
    const keeper = papers.at(ctx('curator'));
    const draft = await papers.draft(world);
    expect(await enterAct(keeper, draft, null)).toEqual({ ok: false, reason: 'not-in-force' });
    const orderId = await papers.signed(world, '10');
    const made = await enterAct(keeper, orderId, null);
    expect(made.ok).toBe(true);
    expect(await enterAct(keeper, orderId, null)).toEqual({ ok: false, reason: 'already-an-act' });
    const [act] = await allActs(db);
    expect(act).toMatchObject({ level: 'local', number: '10', day: today, documentId: orderId, inForceFrom: today });

    const later = papers.at(ctx('curator', '2026-10-20'));
    const by = await draftCancellation(later, orderId);
    if (!by.ok) throw new Error(by.reason);
    await signDocument(later, { documentId: by.value, version: 1, number: '11', day: day('2026-10-20') });
    const acts = await allActs(db);
    const own = acts.find(({ documentId }) => documentId === orderId);
    expect(own?.lapsesOn).toBe('2026-10-19');
    expect(own && stateOf(own, acts, day('2026-10-20'))).toBe('lapsed');
    expect(await journal()).toContain('act.lapsed');
  }),
);

test(
  'an act that stands there already is linked with its paper, takes its number and day, and one paper is one act',
  story(async (world) => {
    const { ctx, db } = world;
    const keeper = papers.at(ctx('curator'));
    const act = await addAct(ctx('curator'), local);
    const federal = await addAct(ctx('curator'), { ...local, level: 'federal', title: 'Закон', number: '1-ФЗ' });
    if (!act.ok || !federal.ok) throw new Error('two acts');
    const paper = { kind: 'regulation', title: 'Положение', number: '5', day: today, reviewBy: null } as const;
    const registered = await registerDocument(keeper, paper);
    const other = await registerDocument(keeper, { ...paper, number: '6' });
    if (!registered.ok || !other.ok) throw new Error('two papers');

    expect(await enterAct(keeper, registered.value, federal.value)).toEqual({ ok: false, reason: 'no-such-act' });
    expect(await enterAct(keeper, registered.value, act.value)).toEqual({ ok: true, value: act.value });
    expect((await allActs(db)).find(({ id }) => id === act.value)).toMatchObject({
      ...{ number: '5', day: today, documentId: registered.value },
    });
    expect(await enterAct(keeper, other.value, act.value)).toEqual({ ok: false, reason: 'no-such-act' });
    await addAct(ctx('curator'), { ...local, number: '6', day: today });
    expect(await enterAct(keeper, other.value, null)).toEqual({ ok: false, reason: 'already-there' });
    await expect(enterAct(papers.at(ctx('class-teacher')), other.value, null)).rejects.toThrow('acts.not-a-keeper');
  }),
);

test(
  'an act made of an order cites the acts that its words name',
  story(async (world) => {
    const { ctx, db } = world;
    const target = await addAct(ctx('curator'), {
      ...local,
      ...{ level: 'federal', title: 'Целевая модель', number: 'Р-145', day: day('2019-12-25') },
    });
    if (!target.ok) throw new Error(target.reason);
    const orderId = await papers.signed(world, '10');
    const words = await papers.textOf(world, orderId);
    const made = await enterAct(papers.at(ctx('curator')), orderId, null);

    const cited = (await allCitations(db)).map(({ citedId }) => citedId);
    expect(made.ok && cited).toEqual(words.includes('Р-145') ? [target.value] : []);
    expect(words).toContain('Р-145');
  }),
);
