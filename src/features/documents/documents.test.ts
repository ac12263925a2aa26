import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { updateCollege } from '../college/rows.ts';
import { correctDeclension } from '../people/correct-declension.ts';
import { fillDocument } from './fill-document.ts';
import { refreshDocument } from './make-document.ts';
import { numberOffer, setNumberAndDay } from './number-document.ts';
import { removeDocument } from './remove-document.ts';
import { documentById, updateDocument } from './rows.ts';
import { sendToSigning, signDocument } from './sign-document.ts';

const papers = paperStories();
const today = day('2026-10-12');

type Needs = Pick<World, 'db' | 'ctx' | 'given'>;

const withDirector = async ({ db, given }: Needs) => {
  const directorId = await given.teacher({ last: 'Корнилова', first: 'Мария', post: 'Директор' });
  await db.updateTable('colleges').set({ director_id: directorId }).execute();
  return directorId;
};

const { draft, signed, textOf } = papers;

test(
  'a draft is printed from the starter template with the college, the director and the one who controls in their cases',
  story(async (world) => {
    const { db, ctx, journal } = world;
    await withDirector(world);

    const id = await draft(world);

    expect(await documentById(db, id)).toMatchObject({ status: 'draft', series: 'order', year: 2026, number: null });
    const words = await textOf(world, id);
    expect(words).toContain('ГПОАУ «Верхнереченский колледж»');
    expect(words).toContain('Контроль за исполнением приказа возложить на Корнилову Марию Петровну, директора.');
    expect(words).toContain('М. П. Корнилова');
    expect(words).toContain('№ номер'.replace('номер', '__________'));
    expect(await journal()).toEqual(['document.made']);
    expect(ctx('curator').today).toBe(today);
  }),
);

test(
  'the next free number follows the latest of its series and year; number and day get into the paper',
  story(async (world) => {
    const { db, ctx } = world;
    await signed(world, '137-од');
    const documentId = await draft(world);

    expect(await numberOffer({ db }, 'order', today)).toMatchObject({ next: '138-од', last: { number: '137-од' } });
    const outcome = await setNumberAndDay(papers.at(ctx('curator')), {
      documentId,
      version: 1,
      number: ' № 138 – од ',
      day: today,
    });

    expect(outcome.ok).toBe(true);
    expect(await documentById(db, documentId)).toMatchObject({ number: '138-од', day: today, status: 'draft' });
    expect(await textOf(world, documentId)).toContain('12 октября 2026 г.');
    expect(await numberOffer({ db }, 'order', day('2027-01-11'))).toMatchObject({ next: '1', last: undefined });
  }),
);

test(
  'a number is given once in a series and a year, whatever its letters; the next year may have it again',
  story(async (world) => {
    const { ctx } = world;
    await signed(world, '138-ОД');
    const documentId = await draft(world);
    const at = papers.at(ctx('curator', '2027-02-01'));

    expect(await setNumberAndDay(at, { documentId, version: 1, number: '138-од', day: today })).toEqual({
      ok: false,
      reason: 'number-taken',
    });
    expect(await signDocument(at, { documentId, version: 1, number: '138-од', day: today })).toEqual({
      ok: false,
      reason: 'number-taken',
    });
    expect((await signDocument(at, { documentId, version: 1, number: '138-од', day: day('2027-01-11') })).ok).toBe(
      true,
    );
  }),
);

test(
  'of two people at one draft the second is told',
  story(async (world) => {
    const { ctx } = world;
    const documentId = await draft(world);
    const at = papers.at(ctx('curator'));
    await setNumberAndDay(at, { documentId, version: 1, number: '5', day: today });

    expect(await setNumberAndDay(at, { documentId, version: 1, number: '6', day: today })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect(await sendToSigning(at, { documentId, version: 1 })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await signDocument(at, { documentId, version: 1, number: '6', day: today })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
  }),
);

test(
  'a paper goes to the director and back, and is signed with number and day only, not ahead of time',
  story(async (world) => {
    const { db, ctx, journal } = world;
    const documentId = await draft(world);
    const at = papers.at(ctx('curator'));

    await sendToSigning(at, { documentId, version: 1 });
    expect(await documentById(db, documentId)).toMatchObject({ status: 'on-signing' });
    await sendToSigning(at, { documentId, version: 2, back: true });
    expect(await documentById(db, documentId)).toMatchObject({ status: 'draft' });

    const sign = (number: string, on: typeof today | null) =>
      signDocument(papers.at(ctx('director')), { documentId, version: 3, number, day: on });
    expect(await sign('', today)).toEqual({ ok: false, reason: 'no-number' });
    expect(await sign('1', null)).toEqual({ ok: false, reason: 'no-date' });
    expect(await sign('1', day('2026-10-13'))).toEqual({ ok: false, reason: 'day-ahead' });
    expect((await sign('1', today)).ok).toBe(true);
    expect(await journal()).toEqual(['document.made', 'document.sent', 'document.taken-back', 'document.signed']);
  }),
);

test(
  'a signed paper stays: no use case changes it, and the table refuses as well',
  story(async (world) => {
    const { db, ctx } = world;
    const documentId = await signed(world, '1');
    const at = papers.at(ctx('curator'));

    expect(await setNumberAndDay(at, { documentId, version: 2, number: '2', day: today })).toEqual({
      ok: false,
      reason: 'already-signed',
    });
    expect(await refreshDocument(at, documentId)).toEqual({ ok: false, reason: 'not-a-draft' });
    expect(await removeDocument(at, documentId)).toEqual({ ok: false, reason: 'signed-stays' });
    expect(await fillDocument(at, { documentId, version: 2, values: {} })).toEqual({
      ok: false,
      reason: 'already-signed',
    });
    await expect(updateDocument(db, documentId, { title: 'Другой' })).rejects.toMatchObject({
      constraint: 'signed_paper_stays',
    });
  }),
);

test(
  'the table lets nobody throw a signed paper away',
  story(async (world) => {
    const documentId = await signed(world, '1');

    await expect(world.db.deleteFrom('documents').where('id', '=', documentId).execute()).rejects.toMatchObject({
      constraint: 'signed_paper_stays',
    });
  }),
);

test(
  'a refreshed draft takes over the college’s details and corrected cases, and keeps what was filled in by hand',
  story(async (world) => {
    const { db, ctx } = world;
    const directorId = await withDirector(world);
    const documentId = await draft(world);
    const at = papers.at(ctx('curator'));
    await fillDocument(at, { documentId, version: 1, values: { 'срок карты': '20 сентября 2026 г.' } });
    await correctDeclension(at, { id: directorId, forms: { accusative: { last: 'Корнилова', first: '' } } });
    await updateCollege(db, {
      fullName: 'ГПОАУ «Новое имя»',
      shortName: 'Новое имя',
      founder: '',
      city: 'г. Верхнереченск',
      contacts: '',
      timeZone: 'Europe/Moscow',
      currentYear: 2026,
    });

    expect((await refreshDocument(at, documentId)).ok).toBe(true);

    const words = await textOf(world, documentId);
    expect(words).toContain('«Новое имя»');
    expect(words).toContain('возложить на Корнилова Марию Петровну');
    expect(words).toContain('20 сентября 2026 г.');
  }),
);

test(
  'a name written by hand is declined too, and no longer follows the card it replaced',
  story(async (world) => {
    await withDirector(world);
    const documentId = await draft(world);
    const at = papers.at(world.ctx('curator'));

    await fillDocument(at, {
      documentId,
      version: 1,
      values: { 'контроль.ФИО': 'Шабалина Наталья Ивановна', 'контроль.должность': 'заведующая отделением' },
    });
    await refreshDocument(at, documentId);
    expect(await textOf(world, documentId)).toContain('на Шабалину Наталью Ивановну, заведующую отделением.');

    await fillDocument(at, { documentId, version: 3, values: { 'контроль.ФИО': '', 'контроль.должность': '' } });
    await refreshDocument(at, documentId);
    expect(await textOf(world, documentId)).toContain('на Корнилову Марию Петровну, директора.');
  }),
);
