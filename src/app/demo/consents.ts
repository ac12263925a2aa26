import { changeSettings } from '../../features/consents/change-settings.ts';
import type { Purpose } from '../../features/consents/consent.ts';
import { actOnWithdrawal } from '../../features/consents/destroy-records.ts';
import { installConsentTexts } from '../../features/consents/install-texts.ts';
import { publishText } from '../../features/consents/publish-text.ts';
import { recordConsent } from '../../features/consents/record-consent.ts';
import { recordConsents } from '../../features/consents/record-consents.ts';
import { textOn } from '../../features/consents/text-rows.ts';
import { withdrawConsent } from '../../features/consents/withdraw-consent.ts';
import { pairConsequence } from '../../features/pairs/pages/extensions.tsx';
import { ageOn, type Day, day } from '../../kernel/day.ts';
import type { FileStore } from '../../platform/storage.ts';
import { demoToday } from './college.ts';
import { must } from './must.ts';
import type { DemoPerson } from './people.ts';
import type { Filling } from './registers.ts';

const yearsEnd = day('2027-08-31');
const pilesDay = day('2026-09-08');
/** The curator asks whoever has come of age for a paper of their own: mentors without fail, mentees until the holidays began. */
const renewalDays = ['2026-10-21', '2026-11-16', '2026-12-14', '2027-01-18', '2027-02-05'].map(day);

/** Texts of last year, and their new version with the form of digital consent of this autumn. */
export const fillTexts = async ({ as, actors }: Filling): Promise<void> => {
  const first = as(actors.deputy, day('2025-09-01'));
  await installConsentTexts(first.db, first.today);
  const now = await textOn(first.db, 'processing', day('2026-08-25'));
  if (!now) throw new Error('no first text of the consent');
  const body = `${now.body}\n\nСогласие даётся также на внесение сведений в систему «Наставник» техникума.`;
  const text = { purpose: 'processing', body, validFrom: day('2026-09-01'), seenVersion: now.version } as const;
  must(await publishText(as(actors.deputy, day('2026-08-25')), text));
  const said = {
    address: '612999, Кировская область, г. Верхневятск, ул. Заводская, д. 14',
    requisites: '',
    pages: 'https://vemt.example/nastavnichestvo',
    recipient: 'предприятия-партнёры техникума',
  };
  must(await changeSettings(as(actors.deputy, day('2026-09-01')), { ...said, electronic: true, version: 0 }));
};

const pile = async (
  filling: Filling,
  people: readonly DemoPerson[],
  paper: { purpose?: Purpose; on: Day; till?: Day },
) => {
  if (people.length === 0) return;
  const { purpose = 'processing', on, till = yearsEnd } = paper;
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

const isMinor = ({ kind, birthDay }: DemoPerson, on: Day): boolean =>
  kind === 'student' && (birthDay === null || ageOn(birthDay, on) < 18);

interface Members {
  readonly mentees: readonly DemoPerson[];
  readonly mentors: readonly DemoPerson[];
}

/** This year's papers of everybody in the bases: most are right, and every other state of a consent is there too. Answers who will withdraw. */
export const fillConsents = async (
  filling: Filling & { readonly store: FileStore },
  { mentees, mentors }: Members,
): Promise<readonly DemoPerson[]> => {
  const { as, actors, chance } = filling;
  const known = new Set([actors.mentee.personId, ...mentors.map(({ id }) => id)]);
  const others = chance.shuffled(mentees.filter(({ id, kind }) => kind === 'student' && !known.has(id)));
  const unsigned = others.filter((one) => isMinor(one, pilesDay)).slice(0, 2);
  const rest = others.filter((one) => !unsigned.includes(one));
  const [outdated, over, soonOver] = [rest.slice(0, 6), rest.slice(6, 8), rest.slice(8, 12)];
  // Two have handed in nothing.
  const [withdrawing, right] = [rest.slice(12, 14), rest.slice(16)];
  const certain = [...mentors, ...mentees.filter(({ id, kind }) => kind === 'staff' || id === actors.mentee.personId)];
  const everybody = [...new Set([...certain, ...right, ...withdrawing])];

  await pile(filling, outdated, { on: day('2026-08-28') });
  await pile(filling, over, { on: pilesDay, till: day('2026-12-31') });
  await pile(filling, soonOver, { on: pilesDay, till: day('2027-02-28') });
  await pile(filling, everybody, { on: pilesDay });
  for (const person of unsigned) {
    const paper = { signedBy: 'self', representativeName: '', representativeDocument: '' } as const;
    const term = { signedOn: day('2026-09-16'), validTill: yearsEnd, textVersion: 2 };
    const ctx = { ...as(actors.curator, day('2026-09-16')), store: filling.store };
    must(await recordConsent(ctx, { personId: person.id, purpose: 'processing', ...paper, ...term }));
  }
  await renewed(filling, everybody, mentors);
  const lasting = (people: readonly DemoPerson[]) =>
    people.filter((one) => !isMinor(one, pilesDay) || isMinor(one, day('2027-01-25')));
  const shown = lasting([...certain.slice(0, 30), ...right.slice(0, 40)]);
  await pile(filling, shown, { purpose: 'publication', on: pilesDay });
  await pile(filling, lasting(right.slice(10, 35)), { purpose: 'photo', on: pilesDay });
  return withdrawing;
};

/** Those who have come of age since the autumn sign for themselves. */
const renewed = async (filling: Filling, people: readonly DemoPerson[], mentors: readonly DemoPerson[]) => {
  for (const [index, on] of renewalDays.entries()) {
    const before = renewalDays[index - 1] ?? pilesDay;
    const grown = people.filter((one) => isMinor(one, before) && !isMinor(one, on));
    await pile(filling, index < 3 ? grown : grown.filter((one) => mentors.includes(one)), { on });
  }
};

/** People who joined later bring their papers then. */
export const fillLaterConsents = (filling: Filling, people: readonly DemoPerson[], on: Day): Promise<void> =>
  pile(filling, people, { on });

/** One took the consent back before the holidays, and the act is made; another in January, and the act is still to be made. */
export const fillWithdrawals = async (
  { as, actors, store }: Filling & { readonly store: FileStore },
  people: readonly DemoPerson[],
): Promise<void> => {
  const days = [day('2026-12-14'), day('2027-01-27')];
  for (const [index, { id: personId }] of people.entries()) {
    const ctx = as(actors.curator, days[index] ?? demoToday);
    must(await withdrawConsent(ctx, { personId, purpose: 'processing', reason: '' }, [pairConsequence]));
    if (index > 0) continue;
    const deputy = { ...as(actors.deputy, day('2026-12-18')), store };
    must(await actOnWithdrawal(deputy, { personId, purpose: 'processing' }));
  }
};
