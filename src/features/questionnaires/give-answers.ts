import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { type AnswerRefusal, missingAnswers, readAnswer, type Sent } from './answer.ts';
import { type Definition, questionOf } from './definition.ts';
import type { Round } from './round.ts';
import { roundState } from './round.ts';
import { markAnswered } from './round-rows.ts';
import { frozenVersion } from './rows.ts';
import {
  answersOf,
  beginSheet,
  findSheet,
  finishSheet,
  type GivenAnswer,
  keepAnswers,
  type Owner,
} from './sheet-rows.ts';

/** One filling of one round: who came, by which way. Whoever made it has checked that they may. */
export interface Filling {
  readonly db: CollegeDb;
  readonly today: Day;
  readonly round: Round;
  readonly owner: Owner;
  /** Whose invitation is answered by it, also when the answers themselves carry no name. */
  readonly invitedId: string | null;
}

export interface OpenSheet {
  /** undefined: nothing is stored yet. */
  readonly sheetId: string | undefined;
  readonly versionId: string;
  readonly title: string;
  readonly definition: Definition;
  readonly finishedOn: Day | null;
}

/** The sheet as it stands; one that was not begun shows the version of the round (or the one a page was opened with). */
export const openSheet = async ({ db, round, owner }: Filling, seenVersion?: string): Promise<OpenSheet> => {
  const sheet = await findSheet(db, round.id, owner);
  const seen = sheet || !seenVersion ? undefined : await frozenVersion(db, seenVersion);
  const fitting = seen?.questionnaireId === round.questionnaireId ? seen : undefined;
  const version = fitting ?? (await frozenVersion(db, sheet?.versionId ?? round.versionId));
  if (!version) throw new Error('a round without its version');
  const { id: versionId, title, definition } = version;
  return { sheetId: sheet?.id, versionId, title, definition, finishedOn: sheet?.finishedOn ?? null };
};

const begun = async (filling: Filling, sheet: OpenSheet): Promise<string> => {
  if (sheet.sheetId) return sheet.sheetId;
  const { db, round, owner } = filling;
  const made = (await beginSheet(db, round.id, sheet.versionId, owner)) ?? (await findSheet(db, round.id, owner))?.id;
  if (!made) throw new Error('the sheet that was begun is not there');
  return made;
};

export interface SentAnswers {
  /** The version that the page showed. */
  readonly versionId: string;
  readonly questions: readonly string[];
  readonly sent: Sent;
  /** From a phone: the answer's own id and the time it was given. A form without scripts has neither. */
  readonly id?: string | undefined;
  readonly at?: Date | undefined;
}

export type Mistakes = Readonly<Record<string, AnswerRefusal>>;

export type GiveRefusal = 'round-over' | 'unknown-question';

/** Stores what is right, tells what is wrong; a mistake in one answer loses no other. */
export const giveAnswers = async (
  filling: Filling,
  { versionId, questions, sent, id, at }: SentAnswers,
): Promise<Outcome<Mistakes, GiveRefusal>> => {
  if (roundState(filling.round, filling.today) !== 'running') return refused('round-over');
  const sheet = await openSheet(filling, versionId);
  const mistakes: Record<string, AnswerRefusal> = {};
  const given: GivenAnswer[] = [];
  for (const name of questions) {
    const question = questionOf(sheet.definition, name);
    if (!question) return refused('unknown-question');
    const read = readAnswer(question, sent);
    if (read.ok) given.push({ question: name, answerId: id ?? crypto.randomUUID(), value: read.value, at });
    else mistakes[name] = read.reason;
  }
  if (given.length > 0) await keepAnswers(filling.db, await begun(filling, sheet), given);
  return done(mistakes);
};

export type FinishRefusal = 'round-over' | 'not-begun' | 'answers-missing';

/** Hands the sheet in. It may still be corrected while the round goes on. On paper, blanks are what they are. */
export const finishFilling = async (
  filling: Filling,
  { blanks = false }: { readonly blanks?: boolean } = {},
): Promise<Outcome<undefined, FinishRefusal>> => {
  if (roundState(filling.round, filling.today) !== 'running') return refused('round-over');
  const sheet = await openSheet(filling);
  if (!sheet.sheetId) return refused('not-begun');
  const { answers } = await answersOf(filling.db, sheet.sheetId);
  if (!blanks && missingAnswers(sheet.definition, answers).length > 0) return refused('answers-missing');
  await finishSheet(filling.db, sheet.sheetId, filling.today);
  if (filling.invitedId !== null) await markAnswered(filling.db, filling.round.id, filling.invitedId);
  return done();
};
