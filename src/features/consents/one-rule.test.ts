import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { story } from '../../../test/story.ts';
import { addDays, day } from '../../kernel/day.ts';
import { type GivenConsent, type Signatory, standingOf, statesInForce } from './consent.ts';
import { peopleInForce, statesOf } from './rows.ts';

const today = day('2026-10-12');

test(
  'the rule of the code and the rule of the table are one rule',
  story(async ({ db, given }) => {
    const born = fc.constantFrom(
      '2006-01-01',
      '2008-02-29',
      '2008-10-12',
      '2008-10-13',
      '2010-05-05',
      '2012-10-12',
      '2013-01-01',
      null,
    );
    const one = fc.record({
      signedBy: fc.constantFrom<Signatory>('self', 'representative', 'both'),
      signed: fc.integer({ min: -420, max: 5 }),
      lasts: fc.integer({ min: 0, max: 460 }),
      withdrawn: fc.option(fc.integer({ min: 0, max: 100 })),
      textVersion: fc.constantFrom(1, 2),
    });
    const texts = await db
      .insertInto('consent_texts')
      .values(
        [1, 2].map((version) => ({
          purpose: 'processing' as const,
          version,
          body: 'Текст',
          valid_from: day('2025-01-01'),
        })),
      )
      .returning(['id', 'version'])
      .execute();
    const cases = fc.sample(fc.record({ born, consents: fc.array(one, { maxLength: 3 }) }), {
      numRuns: 150,
      seed: 20261012,
    });

    for (const { born: birth, consents } of cases) {
      const person = await given.student({ last: 'Случаев' });
      const birthDay = birth === null ? null : day(birth);
      await db.updateTable('persons').set({ birth_day: birthDay }).where('id', '=', person).execute();
      const known = new Set<string>();
      const written: GivenConsent[] = [];
      for (const { signedBy, signed, lasts, withdrawn, textVersion } of consents) {
        const signedOn = addDays(today, signed);
        if (known.has(signedOn)) continue;
        known.add(signedOn);
        const consent: GivenConsent = {
          signedBy,
          signedOn,
          validTill: addDays(signedOn, lasts),
          withdrawnOn: withdrawn === null ? null : addDays(signedOn, withdrawn),
          textVersion,
        };
        written.push(consent);
        await db
          .insertInto('consents')
          .values({
            person_id: person,
            purpose: 'processing',
            text_id: texts.find(({ version }) => version === textVersion)?.id ?? '',
            signed_by: signedBy,
            representative_name: signedBy === 'self' ? '' : 'Кто-то',
            signed_on: consent.signedOn,
            valid_till: consent.validTill,
            withdrawn_on: consent.withdrawnOn,
          })
          .execute();
      }

      const expected = standingOf(written, { kind: 'student', birthDay }, 2, today);
      const found = (await statesOf(db, 'processing', today, [person])).get(person) ?? { state: 'missing', till: null };
      expect(found, JSON.stringify({ birth, written })).toEqual(expected);
      const inForce = await sql<{ person_id: string }>`${peopleInForce('processing', today)}`.execute(db);
      const held = inForce.rows.some(({ person_id }) => person_id === person);
      expect(held, JSON.stringify({ birth, written })).toBe(statesInForce.includes(expected.state));
    }
  }),
);
