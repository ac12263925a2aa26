import { randomBytes } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { preparedMentors } from '../selection/barrier-rows.ts';
import { keepPreparation, losePreparation } from '../selection/prepare-mentor.ts';
import { mayKeepTraining } from './access.ts';
import { certificateById, insertCertificate, revoke } from './certificate-rows.ts';
import { certificateWords } from './certificate-texts.ts';
import { hasEarned, type Participant } from './programme.ts';
import { participantsOf, programmeById } from './programme-rows.ts';
import { unpassed } from './programme-test.ts';
import { resultsOf, testsOf } from './programme-test-rows.ts';

export type IssueRefusal = 'nobody' | 'not-approved';

export interface Issued {
  readonly numbers: readonly number[];
  /** Who came to too little of it, has not passed a required test, or has a certificate already. */
  readonly passed: readonly Participant[];
}

/** Issues certificates to those who came to enough and passed what must be passed; each is the fact that a mentor is trained this year. */
export const issueCertificates = async (
  ctx: Ctx,
  programmeId: string,
  personIds: readonly string[],
): Promise<Outcome<Issued, IssueRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const programme = found(await programmeById(ctx.db, programmeId), 'programme');
  if (programme.state === 'draft') return refused('not-approved');
  const chosen = (await participantsOf(ctx.db, programmeId)).filter(({ personId }) => personIds.includes(personId));
  if (chosen.length === 0) return refused('nobody');

  const tests = await testsOf(ctx.db, programmeId);
  const results = await resultsOf(ctx.db, tests);

  const numbers: number[] = [];
  const passed: Participant[] = [];
  for (const person of chosen) {
    const tested = unpassed(tests, results.get(person.personId) ?? []).length === 0;
    if (person.certificateNumber !== null || !tested || !hasEarned(programme, person.attended)) {
      passed.push(person);
      continue;
    }
    const { id, number } = await insertCertificate(ctx.db, {
      ...{ year: programme.year, programmeId, personId: person.personId, issuedOn: ctx.today },
      hours: programme.hours,
      checkCode: randomBytes(15).toString('base64url'),
      accountId: ctx.actor.accountId,
    });
    const words = certificateWords(number, ctx.today);
    await keepPreparation(ctx, person.personId, programme.year, { way: 'course', words, day: ctx.today });
    await record(ctx, 'certificate.issued', { kind: 'certificate', id }, { number });
    numbers.push(number);
  }
  return done({ numbers, passed });
};

export type RevokeRefusal = 'already-revoked' | 'reason-missing';

/** Takes a certificate back: the paper stays in the register, the fact that rested on it goes. */
export const revokeCertificate = async (
  ctx: Ctx,
  certificateId: string,
  reason: string,
): Promise<Outcome<undefined, RevokeRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const certificate = found(await certificateById(ctx.db, certificateId), 'certificate');
  if (certificate.revokedOn !== null) return refused('already-revoked');
  if (reason === '') return refused('reason-missing');

  await revoke(ctx.db, certificateId, ctx.today, reason);
  const { personId, year, number, issuedOn } = certificate;
  const prepared = (await preparedMentors(ctx.db, year)).get(personId);
  if (prepared?.words === certificateWords(number, issuedOn)) await losePreparation(ctx, personId, year);
  await record(ctx, 'certificate.revoked', { kind: 'certificate', id: certificateId }, { number, reason });
  return done();
};
