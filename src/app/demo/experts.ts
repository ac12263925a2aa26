import { addContract } from '../../features/experts/add-contract.ts';
import type { InvitationOutcome } from '../../features/experts/expert.ts';
import { answerInvitation, inviteExpert } from '../../features/experts/invite-expert.ts';
import { invitationsOf } from '../../features/experts/rows.ts';
import { addAgreement, giveSpecialists } from '../../features/experts/save-agreement.ts';
import { addExpert } from '../../features/experts/save-expert.ts';
import { type Day, day } from '../../kernel/day.ts';
import { must } from './must.ts';
import type { DemoPerson } from './people.ts';
import type { Filling } from './registers.ts';

interface DemoExpert {
  readonly person?: DemoPerson | undefined;
  readonly name?: string;
  readonly organisation?: string;
  readonly post?: string;
  readonly areas: readonly string[];
  readonly availability: string;
  readonly contracts?: readonly (readonly [number: string, day: Day, till: Day, subject: string])[];
  readonly invitations?: readonly (readonly [day: Day, purpose: string, outcome: InvitationOutcome])[];
}

const experts = ({ people }: Filling): readonly DemoExpert[] => [
  { person: people.leaders.psychologist, areas: ['settle', 'confidence'], availability: 'по вторникам' },
  { person: people.leaders.practiceHead, areas: ['workplace', 'profession', 'job'], availability: 'по согласованию' },
  { person: people.teachers[7], areas: ['contest', 'project', 'study'], availability: 'среда, после третьей пары' },
  {
    name: 'Мезенцева Алла Борисовна',
    organisation: 'Институт развития образования области',
    post: 'методист',
    areas: ['methods', 'teaching', 'study'],
    availability: 'раз в месяц, дистанционно',
    contracts: [
      ['17', day('2026-09-21'), day('2026-12-25'), 'Семинары для наставников'],
      ['3', day('2027-01-15'), day('2027-05-31'), 'Разбор трудных случаев, четыре встречи'],
    ],
    invitations: [
      [day('2026-11-12'), 'Семинар для наставников-педагогов', 'came'],
      [day('2027-02-18'), 'Разбор трудных случаев', 'agreed'],
    ],
  },
  {
    name: 'Загарский Роман Ильич',
    organisation: 'Региональный чемпионат «Профессионалы»',
    post: 'эксперт компетенции «Сварочные технологии»',
    areas: ['contest', 'profession'],
    availability: 'в дни чемпионата и по субботам',
    invitations: [
      [day('2026-12-05'), 'Рассказать, как готовятся к чемпионату', 'declined'],
      [day('2027-02-20'), 'Открытая тренировка перед отборочным этапом', 'invited'],
    ],
  },
];

/** The bank covers every topic of the year. */
export const fillExperts = async (filling: Filling): Promise<void> => {
  const { as, actors } = filling;
  const ctx = as(actors.curator, day('2026-10-05'));
  for (const { person, contracts = [], invitations = [], areas, availability, ...told } of experts(filling)) {
    const bare = { name: '', organisation: '', post: '', contacts: '', note: '' };
    const expertId = must(
      await addExpert(ctx, { ...bare, ...told, personId: person?.id ?? null, areas, availability }),
    );
    for (const [number, from, till, subject] of contracts)
      must(await addContract(as(actors.deputy, from), { expertId, number, day: from, till, subject }));
    for (const [on, purpose, outcome] of invitations) {
      must(await inviteExpert(ctx, { expertId, day: on, purpose }));
      const invitation = (await invitationsOf(ctx.db, expertId)).find((one) => one.purpose === purpose);
      if (invitation && outcome !== 'invited')
        must(await answerInvitation(as(actors.curator, day('2027-01-20')), { invitationId: invitation.id, outcome }));
    }
  }
};

/** Of five agreements one has no end, one was not prolonged in October, and one ends this month. */
const terms: readonly (Day | null)[] = [
  null,
  day('2026-10-31'),
  day('2027-02-28'),
  day('2027-08-31'),
  day('2027-08-31'),
];

export const fillPartners = async ({ as, actors, people: { specialists } }: Filling): Promise<void> => {
  const ctx = as(actors.curator, day('2026-09-10'));
  const partners = [...new Set(specialists.flatMap(({ organisationId }) => organisationId ?? []))];
  for (const [index, till] of terms.entries()) {
    const organisationId = partners[index];
    if (!organisationId) continue;
    const paper = { number: `${4 + index}-н`, day: day('2026-09-03'), till, subject: 'Наставники для студентов' };
    const agreementId = must(await addAgreement(ctx, { organisationId, ...paper }));
    const personIds = specialists.filter((one) => one.organisationId === organisationId).map(({ id }) => id);
    must(await giveSpecialists(ctx, { agreementId, personIds }));
  }
};
