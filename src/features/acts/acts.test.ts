import { expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { actKeepers, actReaders, mayKeepActs, mayReadActs } from './access.ts';
import { actFacts } from './fact-rows.ts';
import { installActs } from './install-acts.ts';
import { allActs, allCitations } from './rows.ts';
import { type ActSaving, addAct, changeAct } from './save-act.ts';

const today = day('2026-10-12');

const regulation: ActSaving = {
  level: 'local',
  title: 'Regulation',
  issuer: 'College',
  number: '142',
  day: day('2020-10-19'),
  revisedOn: null,
  inForceFrom: null,
  lapsesOn: null,
  supersededBy: null,
  reviewBy: null,
  unconfirmed: false,
  note: '',
  cites: [],
};

const made = (outcome: { ok: boolean; value?: string }): string => outcome.value ?? '';

test(
  'the built-in list comes once; what the college edited stays',
  story(async ({ db, ctx, journal }) => {
    const curator = ctx('curator');
    await installActs(curator);
    const [first] = await allActs(db);
    if (!first) throw new Error('no acts');
    await changeAct(curator, { ...first, actId: first.id, cites: [], note: 'ours' });

    expect(await installActs(curator)).toEqual({ ok: true, value: 0 });
    expect((await allActs(db)).find(({ id }) => id === first.id)?.note).toBe('ours');
    expect(await journal()).toEqual(['act.installed', 'act.changed']);
  }),
);

test(
  'the security order of 2026 has taken the place of the old one, and letters know what they name',
  story(async ({ db, ctx }) => {
    await installActs(ctx('curator'));
    const acts = await allActs(db);
    const id = (code: string) => acts.find((act) => act.code === code)?.id;

    expect(acts.find(({ code }) => code === 'security-17')?.supersededBy).toBe(id('security-117'));
    expect(await allCitations(db)).toContainEqual({ actId: id('practice-letter'), citedId: id('practice') });
  }),
);

test(
  'a local act that names one which is replaced makes the roadmap’s warning',
  story(async ({ db, ctx, journal }) => {
    const curator = ctx('curator');
    const old = made(
      await addAct(curator, { ...regulation, title: 'Order', number: '118-од', day: day('2025-09-01') }),
    );
    const next = made(await addAct(curator, { ...regulation, title: 'New order', number: '119-од' }));
    await addAct(curator, { ...regulation, cites: [old], reviewBy: day('2026-09-01'), unconfirmed: true });
    expect((await actFacts(db, today)).stale).toEqual([]);

    const act = (await allActs(db)).find(({ id }) => id === old);
    if (!act) throw new Error('no act');
    await changeAct(curator, { ...act, actId: old, cites: [], supersededBy: next });

    const facts = await actFacts(db, today);
    expect(facts.stale.map(({ act: one, instead }) => [one.title, instead?.title])).toEqual([
      ['Regulation', 'New order'],
    ]);
    expect([facts.total, facts.late.length, facts.unconfirmed.length]).toEqual([3, 1, 1]);
    expect(await journal()).toEqual(['act.added', 'act.added', 'act.added', 'act.replaced']);
  }),
);

test(
  'a circle, days in the wrong order, the same act twice and a stranger’s id are refused before anything is written',
  story(async ({ db, ctx }) => {
    const curator = ctx('curator');
    const one = made(await addAct(curator, regulation));
    const two = made(await addAct(curator, { ...regulation, number: '143', supersededBy: one }));
    const before = await allActs(db);

    const change = { ...regulation, actId: one, version: 1 };
    expect(await changeAct(curator, { ...change, supersededBy: two })).toEqual({ ok: false, reason: 'circle' });
    expect(
      await addAct(curator, { ...regulation, number: '1', inForceFrom: today, lapsesOn: day('2026-10-11') }),
    ).toEqual({ ok: false, reason: 'lapses-before-start' });
    expect(await addAct(curator, regulation)).toEqual({ ok: false, reason: 'already-there' });
    const stranger = '00000000-0000-4000-8000-000000000009';
    expect(await addAct(curator, { ...regulation, number: '2', cites: [stranger] })).toEqual({
      ok: false,
      reason: 'cites-unknown',
    });
    expect(await allActs(db)).toEqual(before);
  }),
);

test(
  'the second of two editors is told',
  story(async ({ ctx }) => {
    const curator = ctx('curator');
    const actId = made(await addAct(curator, regulation));
    await changeAct(curator, { ...regulation, actId, version: 1, title: 'First' });

    expect(await changeAct(curator, { ...regulation, actId, version: 1, title: 'Second' })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
  }),
);

test(
  'acts of another college are not there',
  story(async ({ db, ctx, elsewhere }) => {
    await addAct(ctx('curator'), regulation);

    expect(await elsewhere((there) => allActs(there))).toEqual([]);
    expect(await allActs(db)).toHaveLength(1);
  }),
);

const staff: readonly Role[] = ['working-group', 'class-teacher', 'psychologist', 'social-teacher', 'editor'];
const keepers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator', 'methodist'];

test(
  'keepers keep, staff read, people of the programme do neither',
  story(async ({ ctx }) => {
    for (const role of roles) {
      const { actor } = ctx(role);
      expect([role, mayKeepActs(actor) === true, mayReadActs(actor) === true]).toEqual([
        role,
        keepers.includes(role),
        keepers.includes(role) || staff.includes(role),
      ]);
    }
    expect(actReaders).toEqual([...actKeepers, ...staff]);
    await expect(addAct(ctx('class-teacher'), regulation)).rejects.toThrow('acts.not-a-keeper');
  }),
);
