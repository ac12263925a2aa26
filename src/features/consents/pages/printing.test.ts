import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { day } from '../../../kernel/day.ts';
import { installConsentTexts } from '../install-texts.ts';

let house: TestHouse;
let vera: Visitor;
let group = '';
const people: Record<string, string> = {};
beforeAll(async () => {
  house = await openHouse();
  vera = await house.signIn('curator');
  await house.inside(async (db, given) => {
    await installConsentTexts(db, day('2026-08-01'));
    group = await given.group('ТМ-31');
    people.anna = await given.student({ last: 'Аннина', group: 'ТМ-31', born: '2006-01-01' });
    people.oleg = await given.student({ last: 'Олегов', group: 'ТМ-31', born: '2010-05-05' });
    people.mila = await given.student({ last: 'Милова', group: 'ТМ-31', born: '2013-05-05' });
    await db
      .updateTable('persons')
      .set({ representative_name: 'Олегова Анна Ивановна' })
      .where('id', 'in', [people.oleg, people.mila])
      .execute();
  });
});
afterAll(() => house.close());

/** Follows a task to its end: where it leads, and the words it ended with. */
const finished = async (visitor: Visitor, task: string | null): Promise<string> => {
  for (;;) {
    const page = await visitor.get(task ?? '');
    if (page.location) return page.location;
    if (!page.html.includes('http-equiv="refresh"')) throw new Error(page.html);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const printed = async (purpose: string): Promise<{ place: string; pdf: Uint8Array<ArrayBuffer> }> => {
  const ordered = await vera.post('/consents/print', { purpose, till: '31.08.2027', groups: [group] });
  const place = await finished(vera, ordered.location);
  const { response } = await vera.get(`${place}/pdf`);
  return { place, pdf: new Uint8Array(await response.arrayBuffer()) };
};

const scanned = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const sent = await vera.post('/consents/scans', { scans: new File([bytes], name) });
  return finished(vera, sent.location);
};

const formOf = async (person: string) =>
  house.inside((db) =>
    db
      .selectFrom('consent_forms')
      .select(['id', 'code', 'signatory', 'scan_file_id'])
      .where('person_id', '=', person)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow(),
  );

test('a group gets forms by age, the signed pile is scanned back in one file and recorded in one go', async () => {
  const { place, pdf } = await printed('processing');

  expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
  const batch = await vera.get(place);
  expect(batch.html).toContain('Вернулось сканов: 0 из 3');
  expect((await formOf(people.anna ?? '')).signatory).toBe('self');
  expect((await formOf(people.oleg ?? '')).signatory).toBe('both');
  expect((await formOf(people.mila ?? '')).signatory).toBe('representative');
  const word = await vera.get(`${place}/docx`);
  expect(word.response.headers.get('content-type')).toContain('wordprocessingml');

  const scan = await scanned('пачка.pdf', pdf);
  const pile = await vera.get(scan);
  expect(pile.html).toContain('Разложено по людям: 3');
  const ids = await Promise.all([people.anna, people.oleg].map(async (id) => (await formOf(id ?? '')).id));
  const sheet = { signedOn: '05.10.2026', validTill: '31.08.2027', ids, [`signedOn-${ids[1]}`]: '06.10.2026' };

  const nobody = await vera.post(scan, { ...sheet, ids: [] });
  expect(nobody.status).toBe(422);
  const recorded = await vera.post(scan, {
    ...sheet,
    [`signedBy-${ids[0]}`]: 'self',
    [`signedBy-${ids[1]}`]: 'both',
    [`representativeName-${ids[1]}`]: 'Олегова Анна Ивановна',
  });

  expect(recorded.status).toBe(303);
  const consents = await house.inside((db) =>
    db
      .selectFrom('consents')
      .select(['person_id', 'signed_by', 'signed_on', 'scan_file_id'])
      .orderBy('signed_on')
      .execute(),
  );
  expect(consents.map(({ person_id, signed_by, signed_on }) => [person_id, signed_by, signed_on])).toEqual([
    [people.anna, 'self', '2026-10-05'],
    [people.oleg, 'both', '2026-10-06'],
  ]);
  expect(consents.every(({ scan_file_id }) => scan_file_id !== null)).toBe(true);
  const own = await vera.get(`/consents/forms/${ids[0]}/scan`);
  expect(own.response.headers.get('content-type')).toBe('application/pdf');
});

test('a paper signed before a withdrawal, or of somebody who has left, is not recorded, and the page says so', async () => {
  const { pdf } = await printed('photo');
  const scan = await scanned('фото.pdf', pdf);
  const [anna, oleg] = [await formOf(people.anna ?? ''), await formOf(people.oleg ?? '')];
  await house.inside(async (db, given) => {
    await given.consentText('photo');
    await db
      .insertInto('consents')
      .values({
        person_id: people.anna ?? '',
        purpose: 'photo',
        text_id: (
          await db.selectFrom('consent_texts').select('id').where('purpose', '=', 'photo').executeTakeFirstOrThrow()
        ).id,
        signed_by: 'self',
        signed_on: day('2026-09-01'),
        valid_till: day('2027-08-31'),
        withdrawn_on: day('2026-10-10'),
      })
      .execute();
    await db
      .updateTable('persons')
      .set({ left_on: day('2026-10-11') })
      .where('id', '=', people.oleg ?? '')
      .execute();
  });

  const page = await vera.get(scan);
  expect(page.html).toContain('Согласие выбывшего не записывают');
  expect(page.html).not.toContain(`id="ids-${oleg.id}"`);
  const late = await vera.post(scan, {
    signedOn: '05.10.2026',
    validTill: '31.08.2027',
    ids: [anna.id],
    [`signedBy-${anna.id}`]: 'self',
  });

  expect(late.status).toBe(422);
  expect(late.html).toContain('отозвал такое согласие');
});

test('a foreign document, a form of another college and a broken file are told in words and finished by hand', async () => {
  const there = await house.anotherCollege();
  const stranger = await house.signIn('curator', { college: there });
  const plainPdf = await (await import('@cantoo/pdf-lib')).PDFDocument.create();
  plainPdf.addPage([595, 842]).drawText('A foreign paper', { x: 50, y: 700 });
  const bytes = new Uint8Array(await plainPdf.save());

  const scan = await scanned('чужое.pdf', bytes);
  const pile = await vera.get(scan);
  expect(pile.html).toContain('Код не найден');
  const [, sheet = ''] = /href="(\/consents\/scans\/[\w-]+\/pages\/[\w-]+)"/.exec(pile.html) ?? [];
  expect((await stranger.get(sheet)).status).toBe(404);
  const picture = await vera.get(`${sheet}/picture`);
  expect(picture.response.headers.get('content-type')).toBe('image/png');
  expect((await vera.get(`${sheet}?q=милова`)).html).toContain('Милова');

  const filed = await vera.post(`${sheet}?q=милова`, { personId: people.mila ?? '', edition: 'photo.1' });
  expect(filed.location).toBe(scan);
  expect((await vera.get(scan)).html).toContain('Милова');
  expect((await formOf(people.mila ?? '')).scan_file_id).not.toBeNull();

  const { pdf } = await printed('third-party');
  const elsewhere = await stranger.post('/consents/scans', { scans: new File([pdf], 'не наше.pdf') });
  const foreign = await stranger.get(await finished(stranger, elsewhere.location));
  expect(foreign.html).toContain('Бланк другого колледжа');

  const broken = await scanned('сломан.pdf', new TextEncoder().encode('%PDF-1.7\nnot really'));
  expect((await vera.get(broken)).html).toContain('Файл не открывается');
});
