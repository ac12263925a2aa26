import { documentById } from '../../features/documents/rows.ts';
import { signDocument } from '../../features/documents/sign-document.ts';
import { answerRule } from '../../features/selection/answer-rule.ts';
import { candidatesOf, factsOf } from '../../features/selection/candidate-rows.ts';
import { takeStarter } from '../../features/selection/change-settings.ts';
import { decideCandidates } from '../../features/selection/decide-candidates.ts';
import { draftMinutes } from '../../features/selection/draft-minutes.ts';
import { holdInterview, markInterview } from '../../features/selection/hold-interview.ts';
import { type Interview, interviewsOf } from '../../features/selection/interview-rows.ts';
import { keepBasis } from '../../features/selection/keep-basis.ts';
import { addClearance } from '../../features/selection/keep-clearance.ts';
import { inviteCandidate, openSlots } from '../../features/selection/plan-interviews.ts';
import { judge } from '../../features/selection/requirement.ts';
import { writeScore } from '../../features/selection/save-score.ts';
import { questionsOf, rulesOf } from '../../features/selection/setting-rows.ts';
import { yearOf } from '../../kernel/academic-year.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { FileStore } from '../../platform/storage.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { DemoPerson } from './people.ts';
import type { Filling } from './registers.ts';

export type FillingWithFiles = Filling & { readonly store: FileStore };

const year = yearOf(demoToday);
const times = ['14:00', '14:30', '15:00', '15:30', '16:00', '16:30', '17:00', '17:30'];
const halls: readonly (readonly [Day, string])[] = [
  [day('2026-10-06'), 'кабинет 214'],
  [day('2026-10-07'), 'кабинет 214'],
  [day('2026-10-08'), 'кабинет 214'],
  [day('2026-10-15'), 'методический кабинет'],
];

/** Slots of four afternoons with the same two who ask; the last one is ahead. */
const slotsFor = async ({ as, actors, people }: Filling): Promise<Interview[]> => {
  const curator = as(actors.curator, day('2026-10-01'));
  const interviewerIds = [people.leaders.curator.id, people.leaders.psychologist.id];
  for (const [on, place] of halls) must(await openSlots(curator, { day: on, times, place, interviewerIds }));
  return interviewsOf(curator.db, year);
};

/** Both mark every question; one of twelve is not recommended, one is to come again. */
const hold = async ({ as, actors, chance }: Filling, slot: Interview, place: number): Promise<void> => {
  const ctx = as(actors.curator, slot.day);
  const questions = await questionsOf(ctx.db, slot.forms);
  const low = place % 12 === 7;
  for (const interviewerId of slot.interviewerIds) {
    const marks = Object.fromEntries(questions.map(({ id }) => [id, low ? 2 : 3 + chance.below(3)]));
    must(await markInterview(ctx, { interviewId: slot.id, interviewerId, marks, note: '' }));
  }
  const outcome = low ? 'reject' : place % 12 === 10 ? 'again' : 'recommend';
  const summary = { recommend: '', again: 'Просит время подумать', reject: 'На встречи времени не остаётся' }[outcome];
  must(await holdInterview(ctx, { interviewId: slot.id, version: slot.version, outcome, summary }));
};

/** What a person must say of each candidate: all is well, but two have a debt. */
const checkRules = async ({ as, actors }: Filling, candidates: readonly DemoPerson[]): Promise<void> => {
  const curator = as(actors.curator, day('2026-10-05'));
  const rules = await rulesOf(curator.db);
  const lines = await candidatesOf(
    curator.db,
    year,
    candidates.map(({ id }) => id),
  );
  for (const [index, line] of lines.entries()) {
    const asked = judge(rules, factsOf(line, curator.today), curator.today).filter(
      ({ rule }) => rule.kind === 'confirmed',
    );
    for (const [place, { rule }] of asked.entries()) {
      const met = !(line.kind === 'student' && place === 1 && index % 15 === 4);
      must(await answerRule(curator, line.id, { ruleId: rule.id, met, note: met ? '' : 'долг по одной дисциплине' }));
    }
  }
};

/** Specialists bring their clearances: most in force, one has run out. Two employers have agreements, two teachers their package. */
const keepPapers = async ({ as, actors, people, store }: FillingWithFiles): Promise<void> => {
  const curator = { ...as(actors.curator, day('2026-10-02')), store };
  for (const [index, { id }] of people.specialists.slice(0, 10).entries()) {
    const old = index === 3;
    const issuedOn = day(old ? '2025-10-03' : '2026-09-14');
    const validTill = day(old ? '2026-10-03' : '2027-09-14');
    must(await addClearance(curator, id, { kind: 'no-record', number: String(4100 + index), issuedOn, validTill }));
  }
  const term = { from: day('2026-10-15'), till: day('2027-06-30'), noticeOn: null, version: 0 };
  const assignment = { relation: 'assignment', consentOn: day('2026-09-29'), forColleagues: false, ...term } as const;
  for (const [index, { id }] of people.teachers.slice(0, 3).entries()) {
    const pay = index === 2 ? '' : 'доплата 10 % должностного оклада ежемесячно';
    const content = 'Посещает занятия молодого педагога, помогает составлять планы и оценивать работы';
    const agreement = { agreementNumber: `${12 + index}-н`, agreementOn: day('2026-10-01') };
    must(await keepBasis(curator, id, { ...assignment, ...agreement, content, pay }));
  }
  const organisation = {
    relation: 'organisation',
    consentOn: null,
    content: '',
    pay: '',
    forColleagues: true,
  } as const;
  const employers = new Map(people.specialists.map((person) => [person.organisationId, person]));
  for (const [index, { id }] of [...employers.values()].slice(0, 5).entries()) {
    const agreement = { agreementNumber: `${30 + index}/26`, agreementOn: day('2026-09-16') };
    must(await keepBasis(curator, id, { ...organisation, ...term, ...agreement }));
  }
};

/**
 * The selection of this autumn: questionnaires of most candidates, three afternoons of interviews and one ahead, a first decision
 * of the working group with its signed minutes, and some whose turn has not come.
 */
export const fillSelection = async (filling: FillingWithFiles, candidates: readonly DemoPerson[]): Promise<void> => {
  const { as, actors, chance, people, store } = filling;
  must(await takeStarter(as(actors.curator, day('2026-09-10'))));
  const written = as(actors.curator, day('2026-09-30'));
  for (const [index, { id }] of candidates.entries()) {
    // Those whose card is empty have not answered yet either.
    if (index % 9 === 8 || index % 13 === 12) continue;
    const score = { score: 18 + chance.below(23), most: 40, paper: 'папка 04-12', answeredOn: day('2026-09-28') };
    must(await writeScore(written, id, { ...score, version: 0 }));
  }
  await keepPapers(filling);
  await checkRules(filling, candidates);

  const slots = await slotsFor(filling);
  const invited = candidates.filter((_, index) => index % 3 === 0).slice(0, slots.length - 3);
  for (const [index, { id }] of invited.entries()) {
    const slot = slots[index];
    if (slot)
      must(
        await inviteCandidate(as(actors.curator, day('2026-10-02')), {
          interviewId: slot.id,
          version: 1,
          personId: id,
        }),
      );
  }
  const curator = as(actors.curator, demoToday);
  const past = (await interviewsOf(curator.db, year)).filter(({ personId, day: on }) => personId && on < demoToday);
  for (const [place, slot] of past.entries()) await hold(filling, slot, place);

  const group = as(actors['working-group'], day('2026-10-09'));
  const taken = past.slice(0, 18).flatMap(({ personId }) => personId ?? []);
  must(await decideCandidates(group, { personIds: taken, decision: 'approved', reason: '', exception: '' }));
  const paperCtx = { ...as(actors.curator, day('2026-10-09')), store, baseUrl: 'http://localhost:3000' };
  const { deputy, curator: secretary, psychologist, methodist } = people.leaders;
  const memberIds = [psychologist.id, methodist.id];
  const documentId = must(await draftMinutes(paperCtx, { chairId: deputy.id, secretaryId: secretary.id, memberIds }));
  const version = (await documentById(paperCtx.db, documentId))?.version ?? 0;
  must(await signDocument(paperCtx, { documentId, version, number: '7', day: paperCtx.today }));
};
