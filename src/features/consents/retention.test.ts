import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { readPaper } from '../../platform/docx/read-paper.ts';
import { fileById, keepFile, localFiles } from '../../platform/storage.ts';
import { actOnWithdrawal, changeRetention, destroyRecords } from './destroy-records.ts';
import { ownRetention } from './own-retention.ts';
import { actsOf, openWithdrawals } from './retention-rows.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const store = localFiles(mkdtempSync(join(tmpdir(), 'retention-')));
const withStore = (ctx: Ctx) => ({ ...ctx, store });
const [consents] = ownRetention;
if (!consents) throw new Error('no kind of records');

test(
  'a consent is offered for destruction only after its time, goes with its scan, and leaves an act and an extract',
  story(async ({ ctx, db, given, journal }) => {
    const curator = withStore(ctx('curator'));
    const anna = await given.student({ last: 'Аннина', born: '2000-01-01' });
    const [old, young] = [
      await given.consent(anna, '2022-09-01', '2023-08-31'),
      await given.consent(anna, '2023-09-10', '2024-08-31'),
    ];
    const scan = { bytes: new TextEncoder().encode('%PDF- скан'), name: 'скан.pdf', mediaType: 'application/pdf' };
    const fileId = await keepFile(curator, scan);
    await db.updateTable('consents').set({ scan_file_id: fileId }).where('id', '=', old).execute();

    const outcome = await destroyRecords(curator, consents, [old, young]);

    expect(outcome.ok && [outcome.value.gone, outcome.value.held, outcome.value.sums.length]).toEqual([1, 0, 1]);
    const left = await db.selectFrom('consents').select('id').execute();
    expect(left).toEqual([{ id: young }]);
    expect(await db.selectFrom('files').select('id').where('id', '=', fileId).execute()).toEqual([]);
    const [act] = await actsOf(db);
    expect([act?.number, act?.records, act?.reason]).toEqual([1, 1, 'retention']);
    const paper = await db
      .selectFrom('files')
      .select('sha256')
      .where('id', '=', act?.actFileId ?? '')
      .executeTakeFirst();
    const words = JSON.stringify(readPaper(await store.read(curator.actor.college, paper?.sha256 ?? '')));
    expect(words).toContain('Аннина');
    expect(await journal()).toEqual(['records.destroyed']);
    expect(await destroyRecords(curator, consents, [young])).toEqual({ ok: false, reason: 'nothing-to-destroy' });
  }),
);

test(
  'a consent on which a pair stood is held by it and stays',
  story(async ({ ctx, db, given }) => {
    const [vera, oleg] = [
      await given.student({ last: 'Верина', born: '2000-01-01' }),
      await given.student({ last: 'Олегов', born: '2000-01-01' }),
    ];
    await given.mentor(vera);
    await given.mentee(oleg);
    const held = await given.consent(vera, '2022-09-01', '2023-08-31');
    const other = await given.consent(oleg, '2022-09-01', '2023-08-31');
    await db
      .insertInto('pairs')
      .values({
        mentor_id: vera,
        mentee_id: oleg,
        form: 'student-student',
        from_day: day('2022-10-15'),
        till_day: day('2023-06-30'),
        seat: 1,
        mentor_capacity: 1,
        mentor_consent_id: held,
        mentee_consent_id: other,
      })
      .execute();

    expect((await destroyRecords(withStore(ctx('curator')), consents, [held, other])).ok).toBe(false);
    expect((await db.selectFrom('consents').select('id').execute()).length).toBe(2);
  }),
);

test(
  'the college sets its own term, and of two who save at once the second is told',
  story(async ({ ctx, db, given }) => {
    const curator = withStore(ctx('curator'));
    const anna = await given.student({ last: 'Аннина', born: '2000-01-01' });
    const old = await given.consent(anna, '2022-09-01', '2023-08-31');
    const rule = { code: 'consent', months: 60, basis: 'Решение колледжа', version: 0 };

    expect((await changeRetention(curator, rule)).ok).toBe(true);
    expect(await changeRetention(curator, { ...rule, version: 7 })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect((await destroyRecords(curator, consents, [old])).ok).toBe(false);
    expect((await db.selectFrom('consents').select('id').execute()).length).toBe(1);
    await expect(changeRetention(withStore(ctx('class-teacher')), rule)).rejects.toThrow('consents.not-a-keeper');
  }),
);

test(
  'a withdrawal waits for its act for thirty days, and the act is made once',
  story(async ({ ctx, db, given }) => {
    const curator = withStore(ctx('curator'));
    const anna = await given.student({ last: 'Аннина', born: '2000-01-01' });
    await given.consent(anna);
    await withdrawConsent(curator, { personId: anna, purpose: 'processing', reason: '' }, []);

    expect(await openWithdrawals(db)).toMatchObject([{ personId: anna, due: '2026-11-11' }]);
    const withdrawal = { personId: anna, purpose: 'processing' as const };
    expect((await actOnWithdrawal(curator, withdrawal)).ok).toBe(true);
    expect(await openWithdrawals(db)).toEqual([]);
    expect(await actOnWithdrawal(curator, withdrawal)).toEqual({ ok: false, reason: 'no-withdrawal' });
  }),
);

test(
  'the extract of the journal is written in the college’s own time, not in UTC',
  story(async ({ ctx, db, given }) => {
    await db.updateTable('colleges').set({ time_zone: 'Asia/Vladivostok' }).execute();
    const curator = withStore(ctx('curator'));
    const anna = await given.student({ last: 'Аннина', born: '2000-01-01' });
    await given.consent(anna);
    await withdrawConsent(curator, { personId: anna, purpose: 'processing', reason: '' }, []);
    const { at } = await db.selectFrom('journal').select('at').executeTakeFirstOrThrow();
    await actOnWithdrawal(curator, { personId: anna, purpose: 'processing' });

    const { extract_file_id: id } = await db
      .selectFrom('destruction_acts')
      .select('extract_file_id')
      .executeTakeFirstOrThrow();
    const file = await fileById(db, id ?? '');
    const paper = readPaper(new Uint8Array(await curator.store.read(curator.actor.college, file.sha256)));
    const words = JSON.stringify(paper.sections);
    const clock = (timeZone: string) =>
      new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
    expect(words).toContain(clock('Asia/Vladivostok'));
    expect(words).not.toContain(clock('UTC'));
  }),
);
