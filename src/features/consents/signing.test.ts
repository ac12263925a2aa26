import { expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { changeSettings } from './change-settings.ts';
import { installConsentTexts } from './install-texts.ts';
import { issueKey } from './issue-key.ts';
import { addRepresentativeLink } from './link-representative.ts';
import { publishableOf, statesOf } from './rows.ts';
import { signConsent } from './sign-consent.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const today = day('2026-10-12');
const allowed = { categories: [], places: '', conditions: '', recipient: '' };
const settings = { electronic: true, address: '', requisites: '', pages: '', recipient: '', version: 0 };

/** Issues a code and answers it. */
const codeFor = async (ctx: Ctx, personId: string): Promise<string> => {
  const issued = await issueKey(ctx, { personId, agreedOn: today });
  if (!issued.ok) throw new Error(issued.reason);
  return issued.value;
};

test(
  'without the college’s wish nobody signs inside the system, and no code is given out',
  story(async ({ ctx, db, given }) => {
    await installConsentTexts(db, day('2026-08-01'));
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });

    expect(await issueKey(ctx('curator'), { personId: anna, agreedOn: today })).toEqual({
      ok: false,
      reason: 'not-allowed-here',
    });
    const own = ctx({ roles: ['mentee'], personId: anna });
    const signed = await signConsent(own, { personId: anna, purpose: 'processing', code: '12345678', allowed });
    expect(signed).toEqual({ ok: false, reason: 'not-allowed-here' });
  }),
);

test(
  'an adult signs with the code; who, when and the very words stay behind',
  story(async ({ ctx, db, given, journal }) => {
    await installConsentTexts(db, day('2026-08-01'));
    await changeSettings(ctx('curator'), settings);
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });
    const code = await codeFor(ctx('curator'), anna);
    const own = ctx({ roles: ['mentee'], personId: anna });

    expect((await signConsent(own, { personId: anna, purpose: 'processing', code, allowed })).ok).toBe(true);

    expect((await statesOf(db, 'processing', today, [anna])).get(anna)?.state).toBe('valid');
    const [trace] = await db.selectFrom('consent_signatures').selectAll().execute();
    expect(trace?.words).toContain('Я, Аннина Анна Сергеевна');
    expect(trace?.words).not.toContain('{');
    expect(trace?.text_sha256).toHaveLength(64);
    expect(await journal()).toEqual(['consent-settings.changed', 'signing-key.issued', 'consent.signed']);
    const twice = await signConsent(own, { personId: anna, purpose: 'processing', code, allowed });
    expect(twice).toEqual({ ok: false, reason: 'already-signed' });
  }),
);

test(
  'a minor signs first, then the representative makes the paper whole; the other way round is refused',
  story(async ({ ctx, db, given }) => {
    await installConsentTexts(db, day('2026-08-01'));
    const curator = ctx('curator');
    await changeSettings(curator, settings);
    const oleg = await given.student({ last: 'Олегов', born: '2010-05-05' });
    const mother = await given.teacher({ last: 'Олегова' });
    const link = { personId: oleg, representativeId: mother, document: 'свидетельство о рождении' };
    expect(await addRepresentativeLink(curator, link)).toEqual({ ok: false, reason: 'not-a-representative' });
    await db.updateTable('persons').set({ kind: 'representative' }).where('id', '=', mother).execute();
    expect((await addRepresentativeLink(curator, link)).ok).toBe(true);
    const codes = { oleg: await codeFor(curator, oleg), mother: await codeFor(curator, mother) };
    const parent = ctx({ roles: ['parent'], personId: mother, name: 'Олегова О. П.' });
    const child = ctx({ roles: ['mentee'], personId: oleg });
    const paper = { personId: oleg, purpose: 'processing' as const, allowed };

    expect(await signConsent(parent, { ...paper, code: codes.mother })).toEqual({ ok: false, reason: 'child-first' });
    expect((await signConsent(child, { ...paper, code: codes.oleg })).ok).toBe(true);
    expect((await statesOf(db, 'processing', today, [oleg])).get(oleg)?.state).toBe('needs-representative');
    expect((await signConsent(parent, { ...paper, code: codes.mother })).ok).toBe(true);
    expect((await statesOf(db, 'processing', today, [oleg])).get(oleg)?.state).toBe('valid');

    const withdrawn = await withdrawConsent(parent, { personId: oleg, purpose: 'processing', reason: '' }, []);
    expect(withdrawn.ok).toBe(true);
    expect((await statesOf(db, 'processing', today, [oleg])).get(oleg)?.state).toBe('withdrawn');
  }),
);

test(
  'five wrong codes kill the key, and the right one no longer helps',
  story(async ({ ctx, db, given }) => {
    await installConsentTexts(db, day('2026-08-01'));
    await changeSettings(ctx('curator'), settings);
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });
    const code = await codeFor(ctx('curator'), anna);
    const wrong = code === '0000 0000' ? '11111111' : '00000000';
    const own = ctx({ roles: ['mentee'], personId: anna });
    const tried = async (typed: string) => {
      const outcome = await signConsent(own, { personId: anna, purpose: 'photo', code: typed, allowed });
      return outcome.ok ? 'signed' : outcome.reason;
    };

    for (let time = 1; time <= 4; time++) expect(await tried(wrong)).toBe('wrong-code');
    expect(await tried(wrong)).toBe('key-dead');
    expect(await tried(code)).toBe('key-dead');
  }),
);

test(
  'a publication shows only what was ticked, and silence is no consent',
  story(async ({ ctx, db, given }) => {
    await installConsentTexts(db, day('2026-08-01'));
    await changeSettings(ctx('curator'), settings);
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });
    const code = await codeFor(ctx('curator'), anna);
    const own = ctx({ roles: ['mentee'], personId: anna });
    const paper = { personId: anna, purpose: 'publication' as const, code };

    expect(await signConsent(own, { ...paper, allowed })).toEqual({ ok: false, reason: 'nothing-allowed' });
    expect((await publishableOf(db, today, [anna])).size).toBe(0);
    await signConsent(own, { ...paper, allowed: { ...allowed, categories: ['name'], conditions: 'без фамилии' } });

    expect((await publishableOf(db, today, [anna])).get(anna)).toEqual({
      categories: ['name'],
      conditions: 'без фамилии',
      places: '',
    });
  }),
);

test(
  'nobody acts for a stranger',
  story(async ({ ctx, db, given }) => {
    await installConsentTexts(db, day('2026-08-01'));
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });
    const boris = await given.student({ last: 'Борисов', born: '2006-01-01' });
    const own = ctx({ roles: ['mentee'], personId: boris });

    const signing = signConsent(own, { personId: anna, purpose: 'processing', code: '12345678', allowed });
    await expect(signing).rejects.toThrow('consents.not-own');
    const withdrawing = withdrawConsent(own, { personId: anna, purpose: 'processing', reason: '' }, []);
    await expect(withdrawing).rejects.toThrow('consents.not-a-keeper');
  }),
);
