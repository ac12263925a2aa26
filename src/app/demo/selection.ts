import { documentById } from '../../features/documents/rows.ts';
import { signDocument } from '../../features/documents/sign-document.ts';
import { answerRule } from '../../features/selection/answer-rule.ts';
import { isRipe, stepOf } from '../../features/selection/candidate.ts';
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
import { questionsOf, rulesOf } from '../../features/selection/setting-rows.ts';
import { yearOf } from '../../kernel/academic-year.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { FileStore } from '../../platform/storage.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import { term } from './pairs.ts';
import type { DemoPerson } from './people.ts';
import { askAndAnswer } from './questionnaires.ts';
import type { Filling } from './registers.ts';

export type FillingWithFiles = Filling & { readonly store: FileStore };

const year = yearOf(demoToday);
const times = ['14:00', '14:30', '15:00', '15:30', '16:00', '16:30', '17:00', '17:30'];
const halls: readonly (readonly [Day, string])[] = [
  [day('2026-10-06'), 'кабинет 214'],
  [day('2026-10-07'), 'кабинет 214'],
  [day('2026-10-08'), 'кабинет 214'],
  [day('2026-10-13'), 'методический кабинет'],
];
const winterHalls = [[day('2027-02-10'), 'методический кабинет']] as const;

/** Slots of these afternoons with the same two who ask. */
const slotsFor = async ({ as, actors, people }: Filling, on: Day, halls: readonly (readonly [Day, string])[]) => {
  const curator = as(actors.curator, on);
  const interviewerIds = [people.leaders.curator.id, people.leaders.psychologist.id];
  for (const [on, place] of halls) must(await openSlots(curator, { day: on, times, place, interviewerIds }));
  return (await interviewsOf(curator.db, year)).filter(({ personId }) => !personId);
};

/** Both mark every question; one of twelve is not recommended. */
const hold = async ({ as, actors, chance }: Filling, slot: Interview, place: number): Promise<void> => {
  const ctx = as(actors.curator, slot.day);
  const questions = await questionsOf(ctx.db, slot.forms);
  const low = place % 12 === 7;
  for (const interviewerId of slot.interviewerIds) {
    const marks = Object.fromEntries(questions.map(({ id }) => [id, low ? 2 : 3 + chance.below(3)]));
    must(await markInterview(ctx, { interviewId: slot.id, interviewerId, marks, note: '' }));
  }
  const outcome = low ? 'reject' : 'recommend';
  const summary = low ? 'На встречи времени не остаётся' : '';
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

/** Specialists bring their clearances: one ran out in January. Five employers have agreements, two teachers their package. */
const keepPapers = async ({ as, actors, people, store }: FillingWithFiles): Promise<void> => {
  const curator = { ...as(actors.curator, day('2026-10-02')), store };
  for (const [index, { id }] of people.specialists.entries()) {
    const old = index === 3;
    const issuedOn = day(old ? '2026-01-29' : '2026-09-14');
    const validTill = day(old ? '2027-01-29' : '2027-09-14');
    must(await addClearance(curator, id, { kind: 'no-record', number: String(4100 + index), issuedOn, validTill }));
  }
  const frame = { ...term, noticeOn: null, version: 0 };
  const assignment = { relation: 'assignment', consentOn: day('2026-09-29'), forColleagues: false, ...frame } as const;
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
    must(await keepBasis(curator, id, { ...organisation, ...frame, ...agreement }));
  }
};

/** Everybody whose card says that nobody has approved them yet is asked to an afternoon. */
const interview = async (filling: Filling, candidates: readonly DemoPerson[]): Promise<void> => {
  const { as, actors } = filling;
  const curator = as(actors.curator, day('2026-10-02'));
  const slots = await slotsFor(filling, day('2026-10-01'), halls);
  const lines = await candidatesOf(
    curator.db,
    year,
    candidates.map(({ id }) => id),
  );
  const fresh = lines.filter(({ track }) => !track.approvedBefore).slice(0, slots.length);
  for (const [index, { id: personId }] of fresh.entries()) {
    const slot = slots[index];
    if (slot) must(await inviteCandidate(curator, { interviewId: slot.id, version: 1, personId }));
  }
  const planned = (await interviewsOf(curator.db, year)).filter(({ personId }) => personId);
  for (const [place, slot] of planned.entries()) await hold(filling, slot, place);
};

/** The group decides on all who are ripe: those who do not fit are refused with the reason, and the minutes are signed. */
const decide = async ({ as, actors, people, store }: FillingWithFiles, on: Day, number: string, most: number) => {
  const group = as(actors['working-group'], on);
  const ripe = (await candidatesOf(group.db, year)).filter(({ track }) => isRipe(stepOf(track))).slice(0, most);
  const rejected = ripe.filter(({ track }) => track.outcome === 'reject').map(({ id }) => id);
  const personIds = ripe.map(({ id }) => id).filter((id) => !rejected.includes(id));
  const blank = { reason: '', exception: '' };
  const { held } = must(await decideCandidates(group, { ...blank, personIds, decision: 'approved' }));
  const refuse = async (ids: readonly string[], reason: string) => {
    if (ids.length > 0) must(await decideCandidates(group, { ...blank, personIds: ids, decision: 'refused', reason }));
  };
  await refuse(rejected, 'По итогам собеседования: на встречи времени не остаётся');
  await refuse(
    held.map(({ person }) => person.id),
    'Сначала закрыть долг по дисциплине',
  );

  const ctx = { ...as(actors.curator, on), store, baseUrl: 'http://localhost:3000' };
  const { deputy, curator: secretary, psychologist, methodist } = people.leaders;
  const memberIds = [psychologist.id, methodist.id];
  const documentId = must(await draftMinutes(ctx, { chairId: deputy.id, secretaryId: secretary.id, memberIds }));
  const version = (await documentById(ctx.db, documentId))?.version ?? 0;
  must(await signDocument(ctx, { documentId, version, number, day: on }));
};

/** The selection of this autumn: questionnaires of all candidates, four afternoons of interviews, two meetings of the working group. */
export const fillSelection = async (filling: FillingWithFiles, candidates: readonly DemoPerson[]): Promise<void> => {
  const { as, actors } = filling;
  must(await takeStarter(as(actors.curator, day('2026-09-10'))));
  await askAndAnswer(filling, candidates, { asked: day('2026-09-22'), answered: day('2026-09-29') });
  await keepPapers(filling);
  await checkRules(filling, candidates);
  await interview(filling, candidates);
  await decide(filling, day('2026-10-09'), '7', 24);
  await decide(filling, day('2026-10-16'), '9', candidates.length);
};

/** Those who came in winter have answered the questionnaire; one is asked to an interview. */
export const fillWinterSelection = async (filling: FillingWithFiles, comers: readonly DemoPerson[]): Promise<void> => {
  await askAndAnswer(filling, comers, { asked: day('2027-01-26'), answered: day('2027-01-29') });
  const [slot] = await slotsFor(filling, day('2027-02-01'), winterHalls);
  const [first] = comers;
  const curator = filling.as(filling.actors.curator, day('2027-02-03'));
  if (slot && first) must(await inviteCandidate(curator, { interviewId: slot.id, version: 1, personId: first.id }));
};
