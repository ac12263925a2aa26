import { day } from '../../src/kernel/day.ts';
import type { CollegeDb } from '../../src/platform/db.ts';
import { type Given, givenIn } from '../given.ts';
import { foreignGeneralMeeting } from './foreign-general-meeting.ts';
import { foreignLibrary } from './foreign-library.ts';
import { foreignMeeting } from './foreign-meeting.ts';
import { foreignPlans } from './foreign-plans.ts';
import { foreignRewards } from './foreign-rewards.ts';
import { foreignRound } from './foreign-round.ts';
import { foreignTraining } from './foreign-training.ts';

/** Stands in every text of the foreign college: wherever it shows up in ours, something leaked. */
export const marker = 'Чужестранцев';

/** One of everything in a foreign college; ids by the names of route parameters. A new parameter needs a line here. */
export const foreignRecords = async (db: CollegeDb): Promise<Readonly<Record<string, string>>> => {
  const given: Given = givenIn(db);
  const mentorId = await given.student({ last: `${marker}-Наставник` });
  const personId = await given.student({ last: marker, group: 'ЧУ-11' });
  const groupId = await given.group('ЧУ-11');
  await given.mentor(mentorId);
  await given.mentee(personId);
  const textId = await given.consentText();
  const consents = { mentor: await given.consent(mentorId), mentee: await given.consent(personId) };
  const one = async (rows: Promise<{ id: string } | undefined>) => (await rows)?.id ?? '';

  const organisationId = await one(
    db
      .insertInto('organisations')
      .values({ name: `ООО ${marker}` })
      .returning('id')
      .executeTakeFirst(),
  );
  const documentId = await one(
    db
      .insertInto('documents')
      .values({ kind: 'order-pairs', series: 'order', title: `Приказ ${marker}`, origin: 'registered', year: 2026 })
      .returning('id')
      .executeTakeFirst(),
  );
  const fileId = await one(
    db
      .insertInto('files')
      .values({ sha256: 'a'.repeat(64), size: 1, media_type: 'text/plain', name: marker })
      .returning('id')
      .executeTakeFirst(),
  );
  const templateId = await one(
    db
      .insertInto('document_templates')
      .values({ kind: 'order-pairs', version: 1, file_id: fileId })
      .returning('id')
      .executeTakeFirst(),
  );
  const importId = await one(
    db
      .insertInto('imports')
      .values({ kind: 'people', state: 'review', file_name: marker })
      .returning('id')
      .executeTakeFirst(),
  );
  const taskId = await one(
    db.insertInto('tasks').values({ kind: 'x', title: marker, state: 'done' }).returning('id').executeTakeFirst(),
  );
  const needId = await one(
    db
      .insertInto('needs')
      .values({
        person_id: personId,
        year: 2026,
        topic: 'study',
        note: marker,
        source: 'self',
        stated_on: day('2026-09-10'),
      })
      .returning('id')
      .executeTakeFirst(),
  );
  const proposalId = await one(
    db
      .insertInto('proposals')
      .values({
        year: 2026,
        number: 1,
        forms: ['student-student'],
        from_day: day('2026-10-15'),
        till_day: day('2027-06-30'),
        input_hash: 'x',
        rules: '{}',
        totals: '{}',
      })
      .returning('id')
      .executeTakeFirst(),
  );
  const pairGroupId = await one(
    db.insertInto('pair_groups').values({ year: 2026, name: marker, form: 'x' }).returning('id').executeTakeFirst(),
  );
  const batchId = await one(
    db
      .insertInto('consent_batches')
      .values({ purpose: 'processing', text_id: textId, title: marker, people: 1, made_on: day('2026-09-10') })
      .returning('id')
      .executeTakeFirst(),
  );
  const formId = await one(
    db
      .insertInto('consent_forms')
      .values({
        code: '0123456789',
        batch_id: batchId,
        person_id: personId,
        purpose: 'processing',
        text_id: textId,
        signatory: 'both',
      })
      .returning('id')
      .executeTakeFirst(),
  );
  const scanId = await one(
    db
      .insertInto('consent_scans')
      .values({ title: marker, file_ids: [fileId] })
      .returning('id')
      .executeTakeFirst(),
  );
  const scanPageId = await one(
    db
      .insertInto('consent_scan_pages')
      .values({ scan_id: scanId, position: 1, file_id: fileId, page: 0, problem: 'no-code' })
      .returning('id')
      .executeTakeFirst(),
  );
  const actOfDestructionId = await one(
    db
      .insertInto('destruction_acts')
      .values({
        number: 1,
        made_on: day('2026-09-10'),
        reason: 'retention',
        kind: 'consent',
        records: 1,
        act_file_id: fileId,
        extract_file_id: fileId,
      })
      .returning('id')
      .executeTakeFirst(),
  );
  const pairId = await one(
    db
      .insertInto('pairs')
      .values({
        mentor_id: mentorId,
        mentee_id: personId,
        form: 'student-student',
        from_day: day('2026-10-15'),
        till_day: day('2027-06-30'),
        seat: 1,
        mentor_capacity: 1,
        mentor_consent_id: consents.mentor,
        mentee_consent_id: consents.mentee,
      })
      .returning('id')
      .executeTakeFirst(),
  );
  const roadmapId = await one(
    db.insertInto('roadmaps').values({ year: 2026, source: 'template' }).returning('id').executeTakeFirst(),
  );
  const rowId = await one(
    db
      .insertInto('roadmap_rows')
      .values({ roadmap_id: roadmapId, number: '1.1', stage: 1, position: 1, title: marker })
      .returning('id')
      .executeTakeFirst(),
  );
  const evidenceId = await one(
    db
      .insertInto('roadmap_evidence')
      .values({ row_id: rowId, note: marker, day: day('2026-09-10') })
      .returning('id')
      .executeTakeFirst(),
  );
  const actId = await one(
    db
      .insertInto('acts')
      .values({ level: 'local', title: `Акт ${marker}` })
      .returning('id')
      .executeTakeFirst(),
  );
  const expertId = await one(
    db
      .insertInto('experts')
      .values({ name: marker, areas: ['study'] })
      .returning('id')
      .executeTakeFirst(),
  );
  const invitationId = await one(
    db
      .insertInto('expert_invitations')
      .values({ expert_id: expertId, day: day('2026-10-01'), purpose: marker })
      .returning('id')
      .executeTakeFirst(),
  );
  const agreementId = await one(
    db
      .insertInto('partner_agreements')
      .values({ organisation_id: organisationId, number: '1', day: day('2026-09-01') })
      .returning('id')
      .executeTakeFirst(),
  );
  const memberId = await one(
    db.insertInto('working_group').values({ year: 2026, person_id: personId }).returning('id').executeTakeFirst(),
  );
  const meanId = await one(
    db
      .insertInto('preparation_means')
      .values({ year: 2026, side: 'inner', kind: 'room', name: marker })
      .returning('id')
      .executeTakeFirst(),
  );
  const campaignId = await one(
    db
      .insertInto('campaigns')
      .values({
        year: 2026,
        title: `Сбор ${marker}`,
        audiences: ['student'],
        opened_on: day('2026-09-10'),
        till_day: day('2026-11-10'),
      })
      .returning('id')
      .executeTakeFirst(),
  );
  const answerId = await one(
    db
      .insertInto('campaign_answers')
      .values({ campaign_id: campaignId, audience: 'student', last_name: marker, answered_on: day('2026-10-10') })
      .returning('id')
      .executeTakeFirst(),
  );
  const eventId = await one(
    db
      .insertInto('events')
      .values({
        ...{ year: 2026, kind: 'meeting', title: marker, audiences: ['students'], day: day('2026-10-12') },
        ...{ starts: '10:00', ends: '11:00', code: '123456' },
      })
      .returning('id')
      .executeTakeFirst(),
  );
  const publicationId = await one(
    db
      .insertInto('publications')
      .values({ day: day('2026-10-01'), title: marker, channel: 'site' })
      .returning('id')
      .executeTakeFirst(),
  );
  return {
    eventId,
    publicationId,
    campaignId,
    answerId,
    memberId,
    meanId,
    ...(await foreignTraining(db, marker, { mentorId, fileId })),
    ...(await foreignRewards(db, marker, personId, pairId)),
    ...(await foreignLibrary(db, marker, personId)),
    ...(await foreignPlans(db, pairId, marker)),
    ...(await foreignGeneralMeeting(db, marker, { eventId, personId })),
    ...(await foreignRound(db, personId, marker)),
    ...(await foreignMeeting(db, marker, pairId)),
    actId,
    expertId,
    invitationId,
    agreementId,
    personId,
    mentorId,
    menteeId: personId,
    groupId,
    organisationId,
    documentId,
    templateId,
    fileId,
    importId,
    taskId,
    needId,
    textId,
    consentId: consents.mentee,
    batchId,
    actOfDestructionId,
    formId,
    scanId,
    scanPageId,
    proposalId,
    pairGroupId,
    pairId,
    roadmapId,
    rowId,
    evidenceId,
  };
};
