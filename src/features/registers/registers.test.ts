import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { installNorms } from '../college/rows.ts';
import { addMembers } from './add-members.ts';
import { addNeed, type NeedInput } from './add-need.ts';
import { changeMentor } from './change-mentor.ts';
import { changeWishes } from './change-wishes.ts';
import { menteeBaseFacts, mentorBaseFacts, needsByGroup } from './fact-rows.ts';
import { fillSheet } from './fill-sheet.ts';
import { candidatesFor } from './member-rows.ts';
import { countMentees, type Frame, type MenteeFilter, menteeById, menteeCounts, menteePage } from './mentee-rows.ts';
import { mentorById, mentorCounts, mentorPage } from './mentor-rows.ts';
import { heatOf, openNeeds } from './need-rows.ts';
import { readSecret } from './read-secret.ts';
import { releaseMember } from './release-member.ts';
import { withdrawNeed } from './withdraw-need.ts';

const today = day('2026-10-12');
const frame: Frame = { visible: 'all', secrets: true, year: 2026, today };
const everybody: MenteeFilter = {
  search: '',
  groupId: null,
  topic: null,
  consent: null,
  onlyGaps: false,
  sort: 'name',
  descending: false,
};
const firstPage = { page: 1, perPage: 25 };
const need = (personId: string, rest: Partial<NeedInput> = {}): NeedInput => ({
  personId,
  topic: 'study',
  note: '',
  source: 'curator',
  confidential: false,
  ...rest,
});

const names = async ({ db }: World, filter: Partial<MenteeFilter>, seenBy: Partial<Frame> = {}) => {
  const all = { ...everybody, ...filter };
  const page = await menteePage(db, { ...frame, ...seenBy }, all, firstPage);
  expect(await countMentees(db, { ...frame, ...seenBy }, all)).toBe(page.length);
  return page.map(({ lastName }) => lastName);
};

const pairOf = async ({ db, given }: World, mentor: string, mentee: string, seat: number, capacity: number) => {
  await db
    .insertInto('pairs')
    .values({
      mentor_id: mentor,
      mentee_id: mentee,
      form: 'student-student',
      from_day: day('2026-10-01'),
      till_day: day('2027-06-30'),
      seat,
      mentor_capacity: capacity,
      mentor_consent_id: await given.consent(mentor, `2026-09-0${seat}`),
      mentee_consent_id: await given.consent(mentee),
    })
    .execute();
};

test(
  'the register tells who has a need and a consent, and finds by group, topic, consent and gap',
  story(async (world) => {
    const { ctx, db, given } = world;
    await installNorms(db);
    const anna = await given.student({ last: 'Аннина', group: 'ЭМ-11' });
    const boris = await given.student({ last: 'Борисов', group: 'ТМ-21' });
    const vera = await given.student({ last: 'Верёвкина', group: 'ТМ-21' });
    for (const one of [anna, boris, vera]) await given.mentee(one);
    await addNeed(ctx('curator'), need(anna));
    await addNeed(ctx('curator'), need(boris, { topic: 'contest' }));
    await given.consent(anna);
    await given.consent(vera);
    const group = await given.group('ТМ-21');

    expect(await names(world, {})).toEqual(['Аннина', 'Борисов', 'Верёвкина']);
    expect(await names(world, { groupId: group })).toEqual(['Борисов', 'Верёвкина']);
    expect(await names(world, { topic: 'contest' })).toEqual(['Борисов']);
    expect(await names(world, { topic: 'none' })).toEqual(['Верёвкина']);
    expect(await names(world, { consent: 'absent' })).toEqual(['Борисов']);
    expect(await names(world, { consent: 'missing' })).toEqual(['Борисов']);
    expect(await names(world, { consent: 'valid' })).toEqual(['Аннина', 'Верёвкина']);
    expect(await names(world, { onlyGaps: true })).toEqual(['Борисов', 'Верёвкина']);
    expect(await names(world, { search: 'веревк' })).toEqual(['Верёвкина']);
    expect(await names(world, { sort: 'group', descending: true })).toEqual(['Аннина', 'Борисов', 'Верёвкина']);
    expect(await names(world, {}, { visible: [group] })).toEqual(['Борисов', 'Верёвкина']);
    expect(await menteeCounts(db, frame)).toEqual({ total: 3, groups: 2, withNeed: 2, withConsent: 2, gaps: 2 });
    const [first] = await menteePage(db, frame, everybody, firstPage);
    expect(first).toMatchObject({
      groupCode: 'ЭМ-11',
      consent: 'valid',
      needs: [{ topic: 'study', confidential: false }],
    });
  }),
);

test(
  'a confidential need is invisible to a class teacher: neither list, filter, heat table nor journal shows its topic',
  story(async (world) => {
    const { ctx, db, given, journal } = world;
    await installNorms(db);
    const group = await given.group('ЭМ-11');
    const anna = await given.student({ last: 'Аннина', group: 'ЭМ-11' });
    const secret = need(anna, {
      topic: 'confidence',
      note: 'Тревога перед экзаменом',
      confidential: true,
      source: 'psychologist',
    });
    const stated = await addNeed(ctx('psychologist'), secret);
    if (!stated.ok) throw new Error(stated.reason);
    const teacher = ctx({ roles: ['class-teacher'], groupIds: [group] });
    const asTeacher = { visible: [group], secrets: false };

    expect(await names(world, { topic: 'confidence' }, asTeacher)).toEqual([]);
    expect(await names(world, { topic: 'secret' }, asTeacher)).toEqual([]);
    expect(await names(world, { topic: 'none' }, asTeacher)).toEqual([]);
    expect(await names(world, { topic: 'confidence' })).toEqual(['Аннина']);
    expect(await heatOf(db, 2026, [group], false)).toEqual([{ groupId: group, topic: null, people: 1 }]);
    expect(await heatOf(db, 2026, 'all', true)).toEqual([{ groupId: group, topic: 'confidence', people: 1 }]);
    const [open] = await openNeeds(db, 2026, [anna]);
    expect(open?.note).toBe('');

    await expect(readSecret(teacher, stated.value)).rejects.toThrow('needs.confidential');
    await expect(readSecret(ctx('administrator'), stated.value)).rejects.toThrow('needs.confidential');
    await expect(addNeed(teacher, secret)).rejects.toThrow('needs.confidential');
    await expect(withdrawNeed(teacher, stated.value)).rejects.toThrow('needs.confidential');
    expect(await journal()).toEqual(['mentees.entered', 'need.stated']);
    const entries = await db.selectFrom('journal').select('details').where('action', '=', 'need.stated').execute();
    expect(JSON.stringify(entries)).not.toContain('confidence');

    const read = await readSecret(ctx('social-teacher'), stated.value);
    expect(read.note).toBe('Тревога перед экзаменом');
    expect(await journal()).toEqual(['mentees.entered', 'need.stated', 'need-secret.read']);
  }),
);

test(
  'a class teacher who states the same need openly is not told of the confidential one',
  story(async ({ ctx, db, given }) => {
    await installNorms(db);
    const group = await given.group('ЭМ-11');
    const anna = await given.student({ last: 'Аннина', group: 'ЭМ-11' });
    await addNeed(ctx('psychologist'), need(anna, { confidential: true }));
    const teacher = ctx({ roles: ['class-teacher'], groupIds: [group] });

    expect((await addNeed(teacher, need(anna))).ok).toBe(true);
    expect(await addNeed(teacher, need(anna))).toEqual({ ok: false, reason: 'already-stated' });
  }),
);

test(
  'a need puts its person into the base, is withdrawn once, and stays in the history',
  story(async ({ ctx, db, given, journal }) => {
    await installNorms(db);
    const anna = await given.student({ last: 'Аннина' });
    const curator = ctx('curator');
    expect(await addNeed(curator, need(anna, { topic: 'flying' }))).toEqual({ ok: false, reason: 'unknown-topic' });
    expect(await journal()).toEqual([]);

    const stated = await addNeed(curator, need(anna));
    if (!stated.ok) throw new Error(stated.reason);
    expect((await menteeById(db, anna))?.enteredOn).toBe('2026-10-12');
    expect((await withdrawNeed(curator, stated.value)).ok).toBe(true);
    expect(await withdrawNeed(curator, stated.value)).toEqual({ ok: false, reason: 'already-withdrawn' });
    expect((await addNeed(curator, need(anna))).ok).toBe(true);
    expect((await db.selectFrom('needs').select('id').execute()).length).toBe(2);
  }),
);

test(
  'a class teacher hands in the sheet of the own group in one go, also when nobody needs anything',
  story(async ({ ctx, db, given }) => {
    await installNorms(db);
    const [own, quiet, foreign] = [await given.group('ЭМ-11'), await given.group('ЭМ-12'), await given.group('ТМ-21')];
    const anna = await given.student({ last: 'Аннина', group: 'ЭМ-11' });
    await given.student({ last: 'Борисов', group: 'ЭМ-11' });
    const stranger = await given.student({ last: 'Чужаков', group: 'ТМ-21' });
    const teacher = ctx({ roles: ['class-teacher'], groupIds: [own, quiet] });

    const sheet = { groupId: own, topics: { [anna]: 'study', [stranger]: 'study' } };
    expect(await fillSheet(teacher, sheet)).toEqual({ ok: true, value: 1 });
    expect(await fillSheet(teacher, sheet)).toEqual({ ok: true, value: 0 });
    expect(await fillSheet(teacher, { groupId: quiet, topics: {} })).toEqual({ ok: true, value: 0 });
    expect(await fillSheet(teacher, { groupId: own, topics: { [anna]: 'x' } })).toEqual({
      ok: false,
      reason: 'unknown-topic',
    });
    await expect(fillSheet(teacher, { groupId: foreign, topics: {} })).rejects.toThrow('needs.not-own-group');

    const [stated] = await openNeeds(db, 2026, [anna, stranger]);
    expect(stated).toMatchObject({ personId: anna, source: 'class-teacher' });
    const { answered, silent } = await needsByGroup(db, 2026);
    expect(answered.map(({ code, people, withNeed }) => [code, people, withNeed])).toEqual([
      ['ЭМ-11', 2, 1],
      ['ЭМ-12', 0, 0],
    ]);
    expect(silent.map(({ code }) => code)).toEqual(['ТМ-21']);
  }),
);

test(
  'people are taken into a base in one go; who is there, has left or is of another kind is passed over',
  story(async ({ ctx, db, given, journal }) => {
    const anna = await given.student({ last: 'Аннина' });
    const boris = await given.student({ last: 'Борисов' });
    const gone = await given.student({ last: 'Выбывший' });
    await given.mentee(boris);
    await db.updateTable('persons').set({ left_on: today }).where('id', '=', gone).execute();
    const before = await candidatesFor(db, 'mentees', { search: '', groupId: null }, firstPage);
    expect(before.people.map(({ lastName }) => lastName)).toEqual(['Аннина']);

    expect(await addMembers(ctx('curator'), 'mentees', [anna, boris, gone])).toEqual({ ok: true, value: 1 });
    expect(await addMembers(ctx('curator'), 'mentees', [anna])).toEqual({ ok: false, reason: 'nobody' });
    expect(await journal()).toEqual(['mentees.entered']);
    await expect(addMembers(ctx('psychologist'), 'mentees', [anna])).rejects.toThrow('registers.not-a-keeper');
  }),
);

test(
  'who leaves a base may come back; a running pair holds both sides',
  story(async (world) => {
    const { ctx, db, given } = world;
    const anna = await given.student({ last: 'Аннина' });
    const boris = await given.student({ last: 'Борисов' });
    await given.mentor(anna);
    await given.mentee(boris);
    await pairOf(world, anna, boris, 1, 1);
    const curator = ctx('curator');

    expect(await releaseMember(curator, 'mentees', boris, 'переезд')).toEqual({ ok: false, reason: 'running-pair' });
    expect(await releaseMember(curator, 'mentors', anna, 'переезд')).toEqual({ ok: false, reason: 'running-pair' });
    await db.updateTable('pairs').set({ till_day: today, mentor_capacity: null }).execute();
    expect((await releaseMember(curator, 'mentees', boris, 'переезд')).ok).toBe(true);
    expect(await releaseMember(curator, 'mentees', boris, 'переезд')).toEqual({ ok: false, reason: 'not-in-base' });
    expect(await addMembers(curator, 'mentees', [boris])).toEqual({ ok: true, value: 1 });
    expect((await menteeById(db, boris))?.leftOn).toBeNull();
  }),
);

test(
  'a mentee’s times and wished forms are written once, and the second editor is told',
  story(async ({ ctx, db, given }) => {
    const anna = await given.student({ last: 'Аннина' });
    await given.mentee(anna);
    const wishes = { version: 1, freeTimes: ['wed-evening'], wantedForms: ['student-student'] };

    expect((await changeWishes(ctx('curator'), anna, wishes)).ok).toBe(true);
    expect(await changeWishes(ctx('curator'), anna, wishes)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await menteeById(db, anna)).toMatchObject({
      freeTimes: ['wed-evening'],
      wantedForms: ['student-student'],
      version: 2,
    });
  }),
);

test(
  'the bases tell the roadmap how many are ready and who is not',
  story(async (world) => {
    const { ctx, db, given } = world;
    await installNorms(db);
    const anna = await given.student({ last: 'Аннина' });
    const boris = await given.student({ last: 'Борисов' });
    const olga = await given.teacher({ last: 'Ольгина' });
    await given.mentee(anna);
    await given.mentee(boris);
    await given.mentor(olga, 3);
    await addNeed(ctx('curator'), need(anna));
    await given.consent(boris);

    const mentees = await menteeBaseFacts(db, today);
    expect([mentees.total, mentees.ready]).toEqual([2, { need: 1, consent: 1 }]);
    expect(mentees.lacking.need.map(({ lastName }) => lastName)).toEqual(['Борисов']);
    expect(mentees.lacking.consent.map(({ lastName }) => lastName)).toEqual(['Аннина']);
    const mentors = await mentorBaseFacts(db, today);
    expect([mentors.total, mentors.ready]).toEqual([1, { competences: 0, consent: 0, approval: 1 }]);

    const profile = await mentorById(db, olga);
    if (!profile) throw new Error('no mentor');
    await changeMentor(ctx('curator'), olga, { ...profile, competences: ['study'] });
    const filter = { search: '', status: null, topic: 'study', form: null, onlyGaps: true };
    const [line] = await mentorPage(db, frame, filter, firstPage);
    expect(line).toMatchObject({ lastName: 'Ольгина', capacity: 3, consent: 'missing' });
    expect(await mentorCounts(db, frame)).toEqual({
      total: 1,
      approved: 1,
      withCompetences: 1,
      withConsent: 0,
      places: 3,
      gaps: 1,
    });
  }),
);
