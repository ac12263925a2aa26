import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { installNorms } from '../college/rows.ts';
import { removeDocument } from '../documents/remove-document.ts';
import { documentById } from '../documents/rows.ts';
import { signDocument } from '../documents/sign-document.ts';
import { mentorById } from '../registers/mentor-rows.ts';
import { stepOf } from './candidate.ts';
import { candidatesOf } from './candidate-rows.ts';
import { addQuestion, addRule } from './change-settings.ts';
import { decideCandidates } from './decide-candidates.ts';
import { draftMinutes } from './draft-minutes.ts';
import { selectionFacts } from './fact-rows.ts';
import { holdInterview, markInterview } from './hold-interview.ts';
import { interviewById, interviewsOf, marksOf } from './interview-rows.ts';
import { closeSlot, inviteCandidate, openSlots } from './plan-interviews.ts';
import { writeScore } from './save-score.ts';

const papers = paperStories();
const slots = { day: day('2026-10-12'), times: ['14:00', '14:30'], place: 'кабинет 214' };

const candidate = async ({ db, given }: World, last = 'Аннина'): Promise<string> => {
  const id = await given.student({ last });
  await given.mentor(id);
  await db.updateTable('mentors').set({ status: 'candidate' }).where('person_id', '=', id).execute();
  return id;
};

const stepNow = async ({ db }: World, id: string) => {
  const [line] = await candidatesOf(db, 2026, [id]);
  return line && stepOf(line.track);
};

/** One question, one interviewer, a slot at 14:00 to which the candidate is invited. */
const invited = async (world: World, personId: string) => {
  const { ctx, db, given } = world;
  const teacher = await given.teacher({ last: 'Окунева' });
  const question = await addQuestion(ctx('curator'), { form: '', question: 'Умеет слушать' });
  await openSlots(ctx('curator'), { ...slots, interviewerIds: [teacher] });
  const [slot] = await interviewsOf(db, 2026);
  if (!slot || !question.ok) throw new Error('a slot and a question');
  await inviteCandidate(ctx('curator'), { interviewId: slot.id, version: 1, personId });
  return { teacher, questionId: question.value, interviewId: slot.id };
};

const interviewed = async (world: World, personId: string) => {
  const asked = await invited(world, personId);
  const { interviewId, teacher, questionId } = asked;
  const lead = world.ctx({ roles: ['class-teacher'], personId: teacher });
  await markInterview(lead, { interviewId, interviewerId: teacher, marks: { [questionId]: 5 }, note: '' });
  await holdInterview(lead, { interviewId, version: 2, outcome: 'recommend', summary: '' });
  return asked;
};

test(
  'a candidate goes the whole way by facts: questionnaire, invitation, interview, decision',
  story(async (world) => {
    const { ctx, db, journal } = world;
    const anna = await candidate(world);
    const steps = [await stepNow(world, anna)];

    const score = { score: 30, most: 40, paper: 'папка 4', answeredOn: day('2026-10-05'), version: 0 };
    await writeScore(ctx('curator'), anna, score);
    steps.push(await stepNow(world, anna));
    await invited(world, anna);
    steps.push(await stepNow(world, anna));
    const [slot] = await interviewsOf(db, 2026, { personId: anna });
    const [interviewerId = ''] = slot?.interviewerIds ?? [];
    const lead = ctx({ roles: ['class-teacher'], personId: interviewerId });
    const [question] = await db.selectFrom('interview_questions').select('id').execute();
    const marks = { [question?.id ?? '']: 4 };
    await markInterview(lead, { interviewId: slot?.id ?? '', interviewerId, marks, note: 'спокойна' });
    await holdInterview(lead, { interviewId: slot?.id ?? '', version: 2, outcome: 'recommend', summary: '' });
    steps.push(await stepNow(world, anna));
    await decideCandidates(ctx('working-group'), {
      personIds: [anna],
      decision: 'approved',
      reason: '',
      exception: '',
    });
    steps.push(await stepNow(world, anna));

    expect(steps).toEqual(['new', 'questioned', 'invited', 'interviewed', 'approved']);
    expect((await mentorById(db, anna))?.status).toBe('approved');
    expect(await journal()).toEqual([
      'candidate.scored',
      'interview-question.added',
      'interview.slots-opened',
      'interview.invited',
      'interview.marked',
      'interview.held',
      'candidate.approved',
    ]);
  }),
);

test(
  'whoever fails a requirement is left open with its words; an exception takes them with a reason',
  story(async (world) => {
    const { ctx, db } = world;
    const anna = await candidate(world);
    await interviewed(world, anna);
    await addRule(ctx('curator'), { form: '', kind: 'confirmed', least: null, clearance: null, words: 'Нет долгов' });
    const choice = { personIds: [anna], decision: 'approved', reason: '' } as const;

    const first = await decideCandidates(ctx('curator'), { ...choice, exception: '' });
    expect(first.ok && first.value.held).toMatchObject([{ person: { id: anna }, because: ['Нет долгов'] }]);
    expect(await stepNow(world, anna)).toBe('interviewed');

    const second = await decideCandidates(ctx('curator'), { ...choice, exception: 'пересдача назначена' });
    expect(second.ok && second.value.decided).toEqual([anna]);
    expect((await candidatesOf(db, 2026, [anna]))[0]?.exception).toBe('пересдача назначена');
  }),
);

test(
  'nobody is approved unheard, and nobody refused without a reason',
  story(async (world) => {
    const { ctx, db } = world;
    const anna = await candidate(world);

    const unheard = await decideCandidates(ctx('curator'), {
      ...{ personIds: [anna], decision: 'approved', reason: '', exception: '' },
    });
    const unsaid = await decideCandidates(ctx('curator'), {
      ...{ personIds: [anna], decision: 'refused', reason: '', exception: '' },
    });
    const nobody = await decideCandidates(ctx('curator'), {
      ...{ personIds: [], decision: 'refused', reason: 'нет времени', exception: '' },
    });
    expect(unheard.ok && unheard.value).toMatchObject({ decided: [], passed: [{ id: anna }] });
    expect(unsaid).toEqual({ ok: false, reason: 'reason-missing' });
    expect(nobody).toEqual({ ok: false, reason: 'nobody' });

    const said = { personIds: [anna], decision: 'refused', reason: 'нет времени', exception: '' } as const;
    expect((await decideCandidates(ctx('curator'), said)).ok).toBe(true);
    expect((await candidatesOf(db, 2026, [anna]))[0]).toMatchObject({ reason: 'нет времени' });
  }),
);

test(
  'the minutes take the decisions that stand in none; signed, they fix the composition; thrown away, they set it free',
  story(async (world) => {
    const { ctx, db, given } = world;
    await installNorms(db);
    const [anna, boris] = [await candidate(world), await candidate(world, 'Борисов')];
    const { teacher } = await interviewed(world, anna);
    await decideCandidates(ctx('curator'), { personIds: [anna], decision: 'approved', reason: '', exception: '' });
    await decideCandidates(ctx('curator'), { personIds: [boris], decision: 'refused', reason: 'ухо', exception: '' });
    const chair = await given.teacher({ last: 'Шабалина' });
    const people = { chairId: chair, secretaryId: teacher, memberIds: [] };

    const made = await draftMinutes(papers.at(ctx('curator')), people);
    if (!made.ok) throw new Error(made.reason);
    expect(await draftMinutes(papers.at(ctx('curator')), people)).toEqual({ ok: false, reason: 'nothing-decided' });
    const text = await papers.textOf(world, made.value);
    expect(text).toContain('Аннина Анна Сергеевна');
    expect(text).toContain('Отклонить кандидатуры');
    expect(await selectionFacts(db, 2026, day('2026-10-12'))).toMatchObject({
      candidates: 2,
      decided: 2,
      approved: 1,
      fixed: 0,
    });

    expect((await removeDocument(ctx('curator'), made.value)).ok).toBe(true);
    const again = await draftMinutes(papers.at(ctx('curator')), people);
    if (!again.ok) throw new Error(again.reason);
    const paper = await documentById(db, again.value);
    const signed = { documentId: again.value, version: paper?.version ?? 0, number: '4', day: day('2026-10-12') };
    expect((await signDocument(papers.at(ctx('curator')), signed)).ok).toBe(true);
    expect(await selectionFacts(db, 2026, day('2026-10-12'))).toMatchObject({ fixed: 1, minutesId: again.value });
  }),
);

test(
  'a slot takes one candidate, a candidate one slot, and a room one interview at a time',
  story(async (world) => {
    const { ctx, db, given } = world;
    const [anna, boris] = [await candidate(world), await candidate(world, 'Борисов')];
    const { teacher } = await invited(world, anna);
    const [taken, free] = await interviewsOf(db, 2026);
    const invite = (interviewId = '', personId = '', version = 1) =>
      inviteCandidate(ctx('curator'), { interviewId, personId, version });

    expect(await invite(taken?.id, boris, 2)).toEqual({ ok: false, reason: 'not-a-free-slot' });
    expect(await invite(free?.id, anna)).toEqual({ ok: false, reason: 'has-another-slot' });
    expect(await invite(free?.id, boris, 9)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    const again = await openSlots(ctx('curator'), { ...slots, times: ['15:00', '14:30'], interviewerIds: [teacher] });
    expect(again).toEqual({ ok: false, reason: 'place-taken' });
    expect(await interviewsOf(db, 2026)).toHaveLength(2);
    expect(await openSlots(ctx('curator'), { ...slots, interviewerIds: [] })).toEqual({
      ok: false,
      reason: 'no-interviewers',
    });
    expect(await openSlots(ctx('curator', '2026-10-13'), { ...slots, interviewerIds: [teacher] })).toEqual({
      ok: false,
      reason: 'day-past',
    });
    await given.mentor(teacher);
    expect(await invite(free?.id, teacher)).toEqual({ ok: false, reason: 'interviews-oneself' });
  }),
);

test(
  'who missed the slot may be invited to another; the missed one stays in the list',
  story(async (world) => {
    const { ctx, db } = world;
    const anna = await candidate(world);
    const { interviewId } = await invited(world, anna);

    const closed = await closeSlot(ctx('curator'), { interviewId, version: 2, state: 'missed' });
    expect(closed.ok).toBe(true);
    expect((await interviewById(db, interviewId))?.state).toBe('missed');
    const free = (await interviewsOf(db, 2026)).find(({ personId }) => personId === null);
    const next = await inviteCandidate(ctx('curator'), { interviewId: free?.id ?? '', version: 1, personId: anna });
    expect(next.ok).toBe(true);
    expect(await closeSlot(ctx('curator'), { interviewId, version: 3, state: 'cancelled' })).toEqual({
      ok: false,
      reason: 'already-held',
    });
  }),
);

test(
  'an outcome wants marks, words when it is no recommendation, and the day itself',
  story(async (world) => {
    const { ctx, db } = world;
    const anna = await candidate(world);
    const { interviewId, teacher, questionId } = await invited(world, anna);
    const lead = ctx({ roles: ['expert'], personId: teacher });
    const hold = (outcome: 'recommend' | 'reject', today = '2026-10-12', version = 2) =>
      holdInterview(ctx({ roles: ['expert'], personId: teacher }, today), {
        ...{ interviewId, version, outcome, summary: '' },
      });

    expect(await hold('recommend')).toEqual({ ok: false, reason: 'nobody-marked' });
    const marks = { [questionId]: 5 };
    const unknown = { '00000000-0000-4000-8000-00000000dead': 5 };
    expect(await markInterview(lead, { interviewId, interviewerId: teacher, marks: unknown, note: '' })).toEqual({
      ok: false,
      reason: 'unknown-question',
    });
    await markInterview(lead, { interviewId, interviewerId: teacher, marks, note: '' });
    await markInterview(lead, { interviewId, interviewerId: teacher, marks: { [questionId]: 3 }, note: '' });
    expect(await marksOf(db, interviewId)).toEqual([{ interviewerId: teacher, questionId, mark: 3 }]);
    expect(await hold('reject')).toEqual({ ok: false, reason: 'summary-missing' });
    expect(await hold('recommend', '2026-10-11')).toEqual({ ok: false, reason: 'ahead-of-time' });
    expect(await hold('recommend', '2026-10-12', 1)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    await expect(
      markInterview(ctx({ roles: ['expert'], personId: anna }), {
        interviewId,
        interviewerId: teacher,
        marks,
        note: '',
      }),
    ).rejects.toThrow('interview.not-own-marks');
  }),
);
