import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { normsOf } from '../college/rows.ts';
import { type Person, plain } from '../people/person.ts';
import { personById } from '../people/rows.ts';
import { enter } from '../registers/member-rows.ts';
import { stateFreeTimes } from '../registers/mentee-rows.ts';
import { mergeNeed, mergeSecret } from '../registers/merge-rows.ts';
import { keepUnknown, markAnswered, studentsLike } from './answer-rows.ts';
import { type Asker, parentsAnswerFor, sourceOfAudience, stateOf, type TypedPerson, topicsFor } from './campaign.ts';

export interface AnswerInput {
  /** null when the way in already says whom the answer is about. */
  readonly whom: TypedPerson | null;
  /** A parent's own name. */
  readonly tellerName: string;
  /** Empty: no mentor is needed, which is an answer too. */
  readonly topics: readonly string[];
  readonly note: string;
  /** For the psychologist, the social teacher and the curator only. */
  readonly confidential: boolean;
  /** Asked of students about themselves; empty tells nothing. */
  readonly freeTimes: readonly string[];
}

export type AnswerRefusal = 'campaign-over' | 'not-asked' | 'unknown-topic' | 'person-left' | 'grown-up';

/** Answers may come from nobody who has signed in. */
export type AnswerCtx = Pick<Ctx, 'db' | 'actor' | 'today'>;

/**
 * Takes an answer. The same person and topic are one need, so an answer sent twice or from two tabs changes nothing.
 * What cannot be tied to one student for sure is kept for a person to look at; who answers does not learn which it was.
 */
export const giveAnswer = async (
  ctx: AnswerCtx,
  asker: Asker,
  input: AnswerInput,
): Promise<Outcome<'written' | 'kept', AnswerRefusal>> => {
  const { campaign, audience } = asker;
  if (stateOf(campaign, ctx.today) !== 'running') return refused('campaign-over');
  if (!campaign.audiences.includes(audience)) return refused('not-asked');
  const known = new Set(topicsFor(audience, await normsOf(ctx.db, 'topic')).map(({ code }) => code));
  if (input.topics.some((topic) => !known.has(topic))) return refused('unknown-topic');

  const person = await personMeant(ctx, asker, input.whom);
  if (asker.subjectId !== null) {
    if (!person || person.leftOn !== null) return refused('person-left');
    if (audience === 'parent' && !parentsAnswerFor(person, ctx.today)) return refused('grown-up');
  }
  const forPerson = person && (audience !== 'parent' || parentsAnswerFor(person, ctx.today)) ? person : undefined;
  if (forPerson) {
    await writeAbout(ctx, asker, forPerson, input);
    return done('written');
  }
  await keepForHands(ctx, asker, input);
  await record(ctx, 'campaign.answer-kept', { kind: 'campaign', id: campaign.id }, { audience });
  return done('kept');
};

/** The one student whom a way in or the typed words mean; undefined when nobody, or more than one, fits. */
const personMeant = async (
  { db }: AnswerCtx,
  { subjectId, groupId, audience }: Asker,
  whom: TypedPerson | null,
): Promise<Person | undefined> => {
  if (subjectId !== null) return personById(db, subjectId);
  if (!whom) return undefined;
  // Without an account a name alone is too little for students and parents: many may know it.
  const needsBirthDay = audience === 'student' || audience === 'parent';
  if (needsBirthDay && whom.birthDay === null) return undefined;
  const alike = (await studentsLike(db, groupId ?? whom.groupId, whom.birthDay)).filter(
    ({ lastName, firstName }) => plain(lastName) === plain(whom.lastName) && plain(firstName) === plain(whom.firstName),
  );
  return alike.length === 1 ? personById(db, alike[0]?.id ?? '') : undefined;
};

/** Writes what was told of a person: needs, their closed words, free times, and that there is an answer. */
export const writeAbout = async (
  ctx: AnswerCtx,
  asker: Omit<Asker, 'subjectId'>,
  person: Person,
  input: Omit<AnswerInput, 'whom'>,
): Promise<void> => {
  const { campaign, audience, accountId } = asker;
  const { confidential } = input;
  const source = sourceOfAudience[audience];
  if (input.topics.length > 0) {
    const entered = await enter(ctx.db, 'mentees', [person.id], ctx.today);
    if (entered.length > 0) await record(ctx, 'mentees.entered', { kind: 'person', id: person.id });
  }
  for (const [index, topic] of input.topics.entries()) {
    // The words belong to all topics together; they stand with the first.
    const words = index === 0 ? input.note : '';
    const base = {
      personId: person.id,
      year: campaign.year,
      topic,
      source,
      confidential,
      statedOn: ctx.today,
      accountId,
    };
    const need = await mergeNeed(ctx.db, { ...base, note: confidential ? '' : words });
    if (confidential && words !== '') await mergeSecret(ctx.db, need.id, words, accountId);
    // The journal is read by people who may not read secrets.
    const details = confidential ? { source } : { topic, source };
    if (need.fresh) await record(ctx, 'need.stated', { kind: 'person', id: person.id }, details);
  }
  if (audience === 'student' && input.freeTimes.length > 0) await stateFreeTimes(ctx.db, person.id, input.freeTimes);
  await markAnswered(ctx.db, {
    campaignId: campaign.id,
    audience,
    personId: person.id,
    groupId: person.groupId,
    tellerId: asker.tellerId,
    tellerName: input.tellerName,
    answeredOn: ctx.today,
    accountId,
  });
  await record(ctx, 'campaign.answered', { kind: 'campaign', id: campaign.id }, { audience });
};

const keepForHands = async (ctx: AnswerCtx, asker: Asker, input: AnswerInput): Promise<void> => {
  const whom = found(input.whom, 'typed person');
  const groupId = asker.groupId ?? whom.groupId;
  const key = [groupId ?? '', plain(whom.lastName), plain(whom.firstName), whom.birthDay ?? '', asker.tellerId ?? ''];
  await keepUnknown(ctx.db, {
    campaignId: asker.campaign.id,
    audience: asker.audience,
    groupId,
    tellerId: asker.tellerId,
    tellerName: input.tellerName,
    answeredOn: ctx.today,
    accountId: asker.accountId,
    whom,
    key: key.join('|'),
    topics: input.topics,
    note: input.note,
    freeTimes: input.freeTimes,
    confidential: input.confidential,
  });
};
