import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { paperStories, pngBytes } from '../../../test/paper-story.ts';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { checkUpload } from '../../platform/files/check-upload.ts';
import { attachScan, documentScans } from './attach-scan.ts';
import { draftCancellation } from './make-document.ts';
import { registerDocument } from './register-document.ts';
import { removeDocument } from './remove-document.ts';
import { countByStatus, documentById, documentsBy } from './rows.ts';
import { signDocument } from './sign-document.ts';

const papers = paperStories();
const today = day('2026-10-12');

const { draft, signed, textOf } = papers;

const registered = {
  kind: 'regulation',
  title: 'Положение о наставничестве',
  number: '',
  day: day('2026-09-01'),
  reviewBy: null,
} as const;

test(
  'an order that withdraws another changes it when it is signed, not before',
  story(async (world) => {
    const { db, ctx } = world;
    const oldId = await signed(world, '10');
    const at = papers.at(ctx('curator'));

    const made = await draftCancellation(at, oldId);
    if (!made.ok) throw new Error(made.reason);
    expect(await textOf(world, made.value)).toContain(
      'Признать утратившим силу приказ от 12 октября 2026 г. № 10 «О рабочей группе».',
    );
    expect(await documentById(db, oldId)).toMatchObject({ status: 'signed' });
    const other = await draftCancellation(at, oldId);
    await signDocument(at, { documentId: made.value, version: 1, number: '11', day: today });

    expect(await documentById(db, oldId)).toMatchObject({ status: 'cancelled', number: '10' });
    expect(await draftCancellation(at, oldId)).toEqual({ ok: false, reason: 'not-in-force' });
    if (!other.ok) throw new Error(other.reason);
    expect(await signDocument(at, { documentId: other.value, version: 1, number: '12', day: today })).toEqual({
      ok: false,
      reason: 'old-not-in-force',
    });
  }),
);

test(
  'minutes are not amended by an order',
  story(async (world) => {
    const at = papers.at(world.ctx('curator'));
    const minutes = await registerDocument(at, { ...registered, kind: 'minutes', number: '4' });
    if (!minutes.ok) throw new Error(minutes.reason);

    expect(await draftCancellation(at, minutes.value)).toEqual({ ok: false, reason: 'not-amendable' });
  }),
);

test(
  'a paper made elsewhere is registered in force, without a number where it has none, and found by kind, state and words',
  story(async (world) => {
    const { db, ctx, journal } = world;
    const at = papers.at(ctx('curator'));
    const scan = await checkUpload({ name: 'положение.png', bytes: pngBytes }, documentScans);
    if (!scan.ok) throw new Error(scan.reason);

    const outcome = await registerDocument(at, { ...registered, reviewBy: day('2029-09-01'), scan: scan.value });

    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await documentById(db, outcome.value)).toMatchObject({ status: 'signed', origin: 'registered', year: 2026 });
    expect((await documentById(db, outcome.value))?.scanFileId).not.toBeNull();
    const find = (search: string) => documentsBy(db, { kinds: ['regulation'], status: 'signed', year: 2026, search });
    expect(await find('наставнич')).toHaveLength(1);
    expect(await find('приказ')).toHaveLength(0);
    expect(await countByStatus(db, {})).toEqual({ signed: 1 });
    expect(await journal()).toEqual(['document.registered']);
  }),
);

test(
  'registering is refused with a reason: no number, a number that is taken, a day ahead, a review before its time',
  story(async (world) => {
    const at = papers.at(world.ctx('curator'));
    const order = { ...registered, kind: 'roadmap-order', number: '119' } as const;
    const reason = async (input: Parameters<typeof registerDocument>[1]) => {
      const outcome = await registerDocument(at, input);
      return outcome.ok ? 'done' : outcome.reason;
    };

    expect(await reason({ ...order, number: '' })).toBe('number-needed');
    expect(await reason(order)).toBe('done');
    expect(await reason({ ...order, kind: 'pairs-order' })).toBe('number-taken');
    expect(await reason({ ...registered, number: '119' })).toBe('done');
    expect(await reason({ ...registered, day: day('2026-10-13') })).toBe('day-ahead');
    expect(await reason({ ...registered, reviewBy: day('2026-09-01') })).toBe('review-before-day');
  }),
);

test(
  'a draft is thrown away, a paper registered by mistake too, an amended one stays',
  story(async (world) => {
    const { db, ctx } = world;
    const at = papers.at(ctx('curator'));
    const draftId = await draft(world);
    const paper = await registerDocument(at, { ...registered, kind: 'roadmap-order', number: '7' });
    if (!paper.ok) throw new Error(paper.reason);

    expect((await removeDocument(at, draftId)).ok).toBe(true);
    const cancelling = await draftCancellation(at, paper.value);
    expect(await removeDocument(at, paper.value)).toEqual({ ok: false, reason: 'others-lean-on-it' });
    if (!cancelling.ok) throw new Error(cancelling.reason);
    await removeDocument(at, cancelling.value);
    expect((await removeDocument(at, paper.value)).ok).toBe(true);
    expect(await documentsBy(db, {})).toEqual([]);
  }),
);

test(
  'a scan belongs to a signed paper, and is a picture or a PDF by its content',
  story(async (world) => {
    const { db, ctx } = world;
    const at = papers.at(ctx('curator'));
    const good = await checkUpload({ name: 'скан.png', bytes: pngBytes }, documentScans);
    const bad = await checkUpload({ name: 'скан.pdf', bytes: strToU8('просто текст') }, documentScans);
    if (!good.ok) throw new Error(good.reason);

    expect(bad).toMatchObject({ ok: false, reason: 'wrong-kind', found: 'text' });
    expect(await attachScan(at, await draft(world), good.value)).toEqual({ ok: false, reason: 'not-signed' });
    const documentId = await signed(world, '1');
    expect((await attachScan(at, documentId, good.value)).ok).toBe(true);
    expect((await documentById(db, documentId))?.scanFileId).not.toBeNull();
  }),
);
