import type { Purpose } from '../../features/consents/consent.ts';
import { installConsentTexts } from '../../features/consents/install-texts.ts';
import { publishText } from '../../features/consents/publish-text.ts';
import { recordConsent } from '../../features/consents/record-consent.ts';
import { recordConsents } from '../../features/consents/record-consents.ts';
import { textOn } from '../../features/consents/text-rows.ts';
import { withdrawConsent } from '../../features/consents/withdraw-consent.ts';
import { ageOn, type Day, day } from '../../kernel/day.ts';
import type { FileStore } from '../../platform/storage.ts';
import { must } from './must.ts';
import type { DemoPerson } from './people.ts';
import type { Filling } from './registers.ts';

const yearsEnd = day('2027-08-31');
const pilesDay = day('2026-09-08');

/** Texts of last year, and their new version with the form of digital consent of this autumn. */
export const fillTexts = async ({ as, actors }: Filling): Promise<void> => {
  const first = as(actors.deputy, day('2025-09-01'));
  await installConsentTexts(first.db, first.today);
  const now = await textOn(first.db, 'processing', day('2026-08-25'));
  if (!now) throw new Error('no first text of the consent');
  const body = `${now.body}\n\nСогласие даётся также на внесение сведений в систему «Наставник» техникума.`;
  const text = { purpose: 'processing', body, validFrom: day('2026-09-01'), seenVersion: now.version } as const;
  must(await publishText(as(actors.deputy, day('2026-08-25')), text));
};

const pile = async (
  filling: Filling,
  people: readonly DemoPerson[],
  paper: { purpose?: Purpose; on: Day; till: Day },
) => {
  if (people.length === 0) return;
  const { purpose = 'processing', on, till } = paper;
  must(
    await recordConsents(filling.as(filling.actors.curator, on), {
      purpose,
      textVersion: purpose === 'processing' && on >= '2026-09-01' ? 2 : 1,
      personIds: people.map(({ id }) => id),
      representatives: {},
      signedOn: on,
      validTill: till,
    }),
  );
};

/** Papers of last year: all have expired by now. */
export const fillLastYearsConsents = (filling: Filling, people: readonly DemoPerson[]): Promise<void> =>
  pile(filling, people, { on: day('2025-09-12'), till: day('2026-08-31') });

const isMinor = ({ kind, birthDay }: DemoPerson): boolean =>
  kind === 'student' && (birthDay === null || ageOn(birthDay, pilesDay) < 18);

/** This year's papers of everybody in the bases: most are right, and every other state of a consent is there too. */
export const fillConsents = async (
  filling: Filling & { readonly store: FileStore },
  members: readonly DemoPerson[],
): Promise<void> => {
  const { as, actors, chance } = filling;
  const known = new Set([actors.mentor.personId, actors.mentee.personId]);
  const staff = members.filter(({ kind }) => kind !== 'student');
  const cameOfAge = members.filter(
    ({ birthDay }) => birthDay !== null && birthDay > '2008-09-08' && birthDay < '2008-10-12',
  );
  const others = chance.shuffled(
    members.filter((one) => one.kind === 'student' && !cameOfAge.includes(one) && !known.has(one.id)),
  );
  const certain = members.filter(({ id }) => known.has(id));
  const unsigned = others.filter(isMinor).slice(0, 5);
  const rest = others.filter((one) => !unsigned.includes(one));
  const [outdated, soonOver, withdrawn] = [rest.slice(0, 6), rest.slice(6, 10), rest.slice(10, 12)];
  // Fourteen between them have handed in nothing.
  const right = rest.slice(26);

  await pile(filling, outdated, { on: day('2026-08-28'), till: yearsEnd });
  await pile(filling, soonOver, { on: pilesDay, till: day('2026-10-31') });
  await pile(filling, [...certain, ...staff, ...cameOfAge, ...right, ...withdrawn], { on: pilesDay, till: yearsEnd });
  for (const person of unsigned) {
    const paper = { signedBy: 'self', representativeName: '', representativeDocument: '' } as const;
    const term = { signedOn: day('2026-09-16'), validTill: yearsEnd, textVersion: 2 };
    const ctx = { ...as(actors.curator, day('2026-09-16')), store: filling.store };
    must(await recordConsent(ctx, { personId: person.id, purpose: 'processing', ...paper, ...term }));
  }
  for (const person of withdrawn) {
    const ctx = as(actors.curator, day('2026-10-05'));
    must(await withdrawConsent(ctx, { personId: person.id, purpose: 'processing', reason: '' }, []));
  }
  await pile(filling, [...certain, ...right.slice(0, 40)], { purpose: 'publication', on: pilesDay, till: yearsEnd });
  await pile(filling, right.slice(10, 35), { purpose: 'photo', on: pilesDay, till: yearsEnd });
};
