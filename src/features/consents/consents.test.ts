import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { localFiles } from '../../platform/storage.ts';
import { attachScan } from './attach-scan.ts';
import { installConsentTexts } from './install-texts.ts';
import { publishText } from './publish-text.ts';
import { type ConsentInput, recordConsent } from './record-consent.ts';
import { recordConsents } from './record-consents.ts';
import { consentsInForce, consentsOf, statesOf } from './rows.ts';
import { textsOf } from './text-rows.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const today = day('2026-10-12');
const store = localFiles(mkdtempSync(join(tmpdir(), 'scans-')));
const withStore = (ctx: Ctx) => ({ ...ctx, store });
const scan = { name: 'скан.pdf', family: 'pdf' as const, bytes: new TextEncoder().encode('%PDF-1.7 бумага') };

const paper = (personId: string, rest: Partial<ConsentInput> = {}): ConsentInput => ({
  personId,
  purpose: 'processing',
  textVersion: 1,
  signedBy: 'self',
  representativeName: '',
  representativeDocument: '',
  signedOn: day('2026-09-01'),
  validTill: day('2027-08-31'),
  ...rest,
});

const stateOf = async ({ db }: World, personId: string, on: Day = today) =>
  (await statesOf(db, 'processing', on, [personId])).get(personId)?.state ?? 'missing';

test(
  'a sixteen-year-old’s own signature is recorded, but no pair may stand on it until the parent signs too',
  story(async (world) => {
    const { ctx, db, given } = world;
    await installConsentTexts(db, day('2026-08-01'));
    const oleg = await given.student({ last: 'Олегов', born: '2010-05-05' });
    const curator = withStore(ctx('curator'));

    expect((await recordConsent(curator, paper(oleg))).ok).toBe(true);
    expect(await stateOf(world, oleg)).toBe('needs-representative');
    expect(await consentsInForce(db, 'processing', today)).toEqual(new Map());

    const both = await recordConsent(
      curator,
      paper(oleg, { signedBy: 'both', representativeName: 'Олегова Анна Ивановна', signedOn: day('2026-09-05') }),
    );
    expect(both.ok).toBe(true);
    expect(await stateOf(world, oleg)).toBe('valid');
    expect([...(await consentsInForce(db, 'processing', today)).keys()]).toEqual([oleg]);
  }),
);

test(
  'the table itself refuses a pair on a minor’s own signature',
  story(async ({ db, given }) => {
    const vera = await given.student({ last: 'Верина', born: '2006-01-01' });
    const oleg = await given.student({ last: 'Олегов', born: '2010-05-05' });
    await given.mentor(vera);
    await given.mentee(oleg);
    const [veras, olegs] = [await given.consent(vera), await given.consent(oleg)];

    const wall = await refusedBy(db, () =>
      db
        .insertInto('pairs')
        .values({
          mentor_id: vera,
          mentee_id: oleg,
          form: 'student-student',
          from_day: day('2026-10-15'),
          till_day: day('2027-06-30'),
          seat: 1,
          mentor_capacity: 1,
          mentor_consent_id: veras,
          mentee_consent_id: olegs,
        })
        .execute(),
    );

    expect(wall).toBe('consent_in_force');
  }),
);

test(
  'on the eighteenth birthday a consent of both asks to be signed anew, and still holds until then',
  story(async (world) => {
    const { ctx, db, given } = world;
    await installConsentTexts(db, day('2026-08-01'));
    const anna = await given.student({ last: 'Аннина', born: '2008-11-20' });
    const input = paper(anna, { signedBy: 'both', representativeName: 'Аннина Ольга Петровна' });
    await recordConsent(withStore(ctx('curator')), input);

    expect(await stateOf(world, anna, day('2026-11-19'))).toBe('valid');
    expect(await stateOf(world, anna, day('2026-11-20'))).toBe('turned-18');
    expect((await consentsInForce(db, 'processing', day('2026-11-20'))).has(anna)).toBe(true);
  }),
);

test(
  'a withdrawal works at once, takes away what stands on it, and is journaled',
  story(async (world) => {
    const { ctx, given, journal } = world;
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });
    await given.consent(anna);
    const seen: string[] = [];
    const consequence = {
      describe: async () => ['Пара прекратится'],
      apply: async (_: Ctx, personId: string, on: Day) => seen.push(`${personId} ${on}`),
    };

    const outcome = await withdrawConsent(ctx('curator'), { personId: anna, purpose: 'processing', reason: '' }, [
      consequence,
    ]);

    expect(outcome.ok).toBe(true);
    expect(await stateOf(world, anna)).toBe('withdrawn');
    expect(seen).toEqual([`${anna} 2026-10-12`]);
    expect(await journal()).toEqual(['consent.withdrawn']);
    const again = await withdrawConsent(ctx('curator'), { personId: anna, purpose: 'processing', reason: '' }, [
      consequence,
    ]);
    expect(again).toEqual({ ok: false, reason: 'nothing-to-withdraw' });
    expect(seen.length).toBe(1);
  }),
);

test(
  'a new version of the text flags older consents from its first day',
  story(async (world) => {
    const { ctx, db, given } = world;
    await installConsentTexts(db, day('2026-08-01'));
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });
    await recordConsent(withStore(ctx('curator')), paper(anna));
    const body = 'Новый текст согласия. '.repeat(20);

    const outcome = await publishText(ctx('curator'), {
      purpose: 'processing',
      body,
      validFrom: day('2026-11-01'),
      seenVersion: 1,
    });

    expect(outcome).toEqual({ ok: true, value: 2 });
    expect(await stateOf(world, anna, day('2026-10-31'))).toBe('valid');
    expect(await stateOf(world, anna, day('2026-11-01'))).toBe('outdated-text');
    const [newest, old] = await textsOf(db, 'processing');
    expect([newest?.version, old?.validTill]).toEqual([2, '2026-10-31']);
  }),
);

test(
  'who publishes a text after somebody else did is told, and so is who changes nothing or goes back in time',
  story(async ({ ctx, db }) => {
    await installConsentTexts(db, day('2026-08-01'));
    const [first] = await textsOf(db, 'photo');
    const text = { purpose: 'photo' as const, body: 'Другой текст. '.repeat(30), validFrom: today };
    const curator = ctx('curator');

    expect(await publishText(curator, { ...text, seenVersion: 0 })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    const same = { ...text, body: first?.body ?? '', seenVersion: 1 };
    expect(await publishText(curator, same)).toEqual({ ok: false, reason: 'same-text' });
    const early = { ...text, validFrom: day('2026-08-01'), seenVersion: 1 };
    expect(await publishText(curator, early)).toEqual({ ok: false, reason: 'begins-too-early' });
  }),
);

test(
  'a paper is refused with a reason, and nothing is written',
  story(async ({ ctx, db, given, journal }) => {
    await installConsentTexts(db, day('2026-08-01'));
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });
    const tried = async (rest: Partial<ConsentInput>) => {
      const outcome = await recordConsent(withStore(ctx('curator')), paper(anna, rest));
      return outcome.ok ? 'recorded' : outcome.reason;
    };

    expect(await tried({ textVersion: 7 })).toBe('no-text');
    expect(await tried({ signedOn: day('2026-07-01') })).toBe('text-not-yet');
    expect(await tried({ signedOn: day('2026-10-13') })).toBe('signed-ahead');
    expect(await tried({ validTill: day('2026-08-31') })).toBe('ends-before-start');
    expect(await tried({ signedBy: 'both' })).toBe('no-representative');
    expect(await journal()).toEqual([]);
    expect(await tried({})).toBe('recorded');
    expect(await tried({})).toBe('already-recorded');
    expect((await consentsOf(db, anna)).length).toBe(1);
    await db
      .updateTable('persons')
      .set({ left_on: day('2026-10-11') })
      .where('id', '=', anna)
      .execute();
    expect(await tried({ signedOn: day('2026-10-10') })).toBe('person-left');
    expect((await consentsOf(db, anna)).length).toBe(1);
  }),
);

test(
  'a scan is kept with the paper, or added to it later',
  story(async ({ ctx, db, given }) => {
    await installConsentTexts(db, day('2026-08-01'));
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });
    const curator = withStore(ctx('curator'));
    await recordConsent(curator, paper(anna, { scan }));
    const late = await recordConsent(curator, paper(anna, { purpose: 'photo' }));
    if (!late.ok) throw new Error(late.reason);

    expect((await attachScan(curator, late.value, scan)).ok).toBe(true);

    const consents = await consentsOf(db, anna);
    expect(consents.every(({ scanFileId }) => scanFileId !== null)).toBe(true);
    const files = await db.selectFrom('files').select(['media_type', 'name']).execute();
    expect(files).toEqual([
      { media_type: 'application/pdf', name: 'скан.pdf' },
      { media_type: 'application/pdf', name: 'скан.pdf' },
    ]);
  }),
);

test(
  'a pile of papers is recorded with one date, each by the age of its person, all or nothing',
  story(async (world) => {
    const { ctx, db, given, journal } = world;
    await installConsentTexts(db, day('2026-08-01'));
    const group = await given.group();
    const anna = await given.student({ last: 'Аннина', born: '2006-01-01' });
    const oleg = await given.student({ last: 'Олегов', born: '2010-05-05' });
    const pile = {
      purpose: 'processing' as const,
      textVersion: 1,
      personIds: [anna, oleg],
      representatives: {},
      signedOn: day('2026-09-01'),
      validTill: day('2027-08-31'),
    };
    const teacher = ctx({ roles: ['class-teacher'], groupIds: [group] });

    expect(await recordConsents(teacher, pile)).toEqual({ ok: false, reason: 'no-representative' });
    expect(await journal()).toEqual([]);
    const outcome = await recordConsents(teacher, { ...pile, representatives: { [oleg]: 'Олегова Анна Ивановна' } });

    expect(outcome).toEqual({ ok: true, value: 2 });
    const signed = await db.selectFrom('consents').select(['person_id', 'signed_by', 'representative_name']).execute();
    expect(signed).toContainEqual({ person_id: anna, signed_by: 'self', representative_name: '' });
    expect(signed).toContainEqual({ person_id: oleg, signed_by: 'both', representative_name: 'Олегова Анна Ивановна' });
    expect(await stateOf(world, oleg)).toBe('valid');
  }),
);

test(
  'a class teacher records nothing for another group, and withdraws nothing at all',
  story(async ({ ctx, db, given }) => {
    await installConsentTexts(db, day('2026-08-01'));
    const own = await given.group('ЭМ-11');
    const anna = await given.student({ last: 'Аннина', group: 'ТМ-21', born: '2006-01-01' });
    const teacher = ctx({ roles: ['class-teacher'], groupIds: [own] });

    await expect(recordConsent(withStore(teacher), paper(anna))).rejects.toThrow('consents.not-own-group');
    const withdrawal = { personId: anna, purpose: 'processing' as const, reason: '' };
    await expect(withdrawConsent(teacher, withdrawal, [])).rejects.toThrow('consents.not-a-keeper');
  }),
);

test(
  'the first texts are given once: a college that has its own keeps them',
  story(async ({ db, given }) => {
    await given.consentText('photo');
    await installConsentTexts(db, today);

    expect((await textsOf(db)).length).toBe(1);
  }),
);
