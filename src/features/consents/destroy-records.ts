import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { now } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { momentWords } from '../college/moments.ts';
import { theCollege } from '../college/rows.ts';
import { shortName } from '../people/person.ts';
import { personById } from '../people/rows.ts';
import { maySetConsents } from './access.ts';
import { type ActFacts, actPaper, extractPaper, type JournalLine } from './act-paper.ts';
import type { Purpose } from './consent.ts';
import { docxType } from './make-forms.ts';
import { keptSince, type RetentionKind, type RetentionRule } from './retention.ts';
import {
  forgetFiles,
  insertAct,
  journalSince,
  nextActNumber,
  openWithdrawals,
  savedRules,
  saveRule,
} from './retention-rows.ts';
import { actTexts, recordLabels, retentionTexts } from './retention-texts.ts';
import { consentSettings } from './setting-rows.ts';
import { consentsJournal } from './texts.ts';

type Storing = Ctx & { readonly store: FileStore };

/** How many records one act takes. */
export const mostRecords = 500;

/** The rule for a kind: the college's own, else that of the house. */
export const ruleOf = (kind: RetentionKind, saved: readonly RetentionRule[]): RetentionRule =>
  saved.find(({ code }) => code === kind.code) ?? {
    code: kind.code,
    months: kind.months,
    basis: kind.basis,
    version: 0,
  };

/** Sets how long a kind of record is kept. */
export const changeRetention = async (
  ctx: Ctx,
  rule: RetentionRule,
): Promise<Outcome<undefined, 'changed-meanwhile'>> => {
  demand(maySetConsents(ctx.actor));
  if (!(await saveRule(ctx.db, rule))) return refused('changed-meanwhile');
  await record(
    ctx,
    'retention-rule.changed',
    { kind: 'retention-rule', id: null },
    { rule: rule.code, months: rule.months },
  );
  return done();
};

const factsOf = async (
  ctx: Ctx,
  rest: Omit<ActFacts, 'number' | 'day' | 'college' | 'address' | 'actor'>,
): Promise<ActFacts> => ({
  number: await nextActNumber(ctx.db),
  day: ctx.today,
  college: await theCollege(ctx.db),
  address: (await consentSettings(ctx.db)).address,
  actor: ctx.actor.name,
  ...rest,
});

const keepAct = async (
  ctx: Storing,
  facts: ActFacts,
  lines: readonly JournalLine[],
  about: { kind: string; personId: string | null; purpose: Purpose | null },
): Promise<string> => {
  const paper = (bytes: Uint8Array, name: string) => keepFile(ctx, { bytes, name, mediaType: docxType });
  return insertAct(ctx.db, {
    ...about,
    number: facts.number,
    madeOn: facts.day,
    reason: facts.reason,
    records: facts.records.length,
    actFileId: await paper(actPaper(facts), actTexts.file(facts.number)),
    extractFileId: await paper(extractPaper(facts, lines), actTexts.extractFile(facts.number)),
    accountId: ctx.actor.accountId,
  });
};

export interface Destroyed {
  readonly actId: string;
  readonly gone: number;
  /** Proposed, but something still stands on them. */
  readonly held: number;
  /** Contents to wipe from the disk after the commit. */
  readonly sums: readonly string[];
}

/** Destroys chosen records whose time is over, with an act and an extract out of the journal. Others are not touched. */
export const destroyRecords = async (
  ctx: Storing,
  kind: RetentionKind,
  ids: readonly string[],
): Promise<Outcome<Destroyed, 'nothing-to-destroy'>> => {
  demand(maySetConsents(ctx.actor));
  const rule = ruleOf(kind, await savedRules(ctx.db));
  const proposed = await kind.propose(ctx, keptSince(ctx.today, rule), mostRecords);
  const chosen = proposed.filter(({ id }) => ids.includes(id));
  if (chosen.length === 0) return refused('nothing-to-destroy');

  const { gone, fileIds } = await kind.destroy(
    ctx,
    chosen.map(({ id }) => id),
  );
  const records = chosen.filter(({ id }) => gone.includes(id));
  if (records.length === 0) return refused('nothing-to-destroy');
  const facts = await factsOf(ctx, { reason: 'retention', contents: kind.contents, basis: rule.basis, records });
  const line = {
    when: (await momentWords(ctx.db))(now()),
    who: ctx.actor.name,
    what: consentsJournal['records.destroyed'] ?? '',
  };
  const actId = await keepAct(ctx, facts, [line], { kind: kind.code, personId: null, purpose: null });
  const details = { kind: kind.code, records: records.length, number: facts.number };
  await record(ctx, 'records.destroyed', { kind: 'destruction-act', id: actId }, details);
  const sums = await forgetFiles(ctx.db, fileIds);
  return done({ actId, gone: records.length, held: chosen.length - records.length, sums });
};

/** After a withdrawal: the act that processing has ended, with what the journal knows of the person since that day. */
export const actOnWithdrawal = async (
  ctx: Storing,
  { personId, purpose }: { personId: string; purpose: Purpose },
): Promise<Outcome<string, 'no-withdrawal'>> => {
  demand(maySetConsents(ctx.actor));
  const person = found(await personById(ctx.db, personId), 'person');
  const open = (await openWithdrawals(ctx.db)).find((one) => one.personId === personId && one.purpose === purpose);
  if (!open) return refused('no-withdrawal');
  const records = [{ label: recordLabels.consent(shortName(person), purpose), overSince: open.withdrawnOn }];
  const { contents, basis } = retentionTexts.consent;
  const facts = await factsOf(ctx, { reason: 'withdrawal', contents, basis, records });
  const words = await momentWords(ctx.db);
  const lines = (await journalSince(ctx.db, personId, open.withdrawnOn)).map(({ at, actorName, action }) => ({
    when: words(at),
    who: actorName,
    what: consentsJournal[action] ?? action,
  }));
  const actId = await keepAct(ctx, facts, lines, { kind: 'consent', personId, purpose });
  const details = { kind: 'consent', records: 1, number: facts.number };
  await record(ctx, 'records.destroyed', { kind: 'person', id: personId }, details);
  return done(actId);
};
