import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { insertOrganisations } from '../people/organisation-rows.ts';
import { mayKeepExperts, mayReadExperts } from './access.ts';
import { addContract } from './add-contract.ts';
import { type ExpertInput, periodOf, termStateOf, uncovered } from './expert.ts';
import { expertFacts } from './fact-rows.ts';
import { answerInvitation, inviteExpert } from './invite-expert.ts';
import { agreementById } from './partner-rows.ts';
import { allExperts, contractsOf, expertById, invitationsOf } from './rows.ts';
import { addAgreement, endAgreement, giveSpecialists } from './save-agreement.ts';
import { addExpert, changeExpert, releaseExpert } from './save-expert.ts';

const today = day('2026-10-12');

const outsider: ExpertInput = {
  personId: null,
  name: 'Мезенцева Алла Борисовна',
  organisation: 'Институт развития образования',
  post: 'методист',
  contacts: '',
  areas: ['methods'],
  availability: 'по средам',
  note: '',
};

const idOf = (outcome: { ok: boolean; value?: string }): string => outcome.value ?? '';

const partner = async ({ db, ctx }: Pick<World, 'db' | 'ctx'>, till: string | null = '2027-08-31') => {
  const [organisationId = ''] = await insertOrganisations(db, [{ name: 'АО «Завод»', inn: null, contacts: '' }]);
  const agreement = {
    organisationId,
    number: '7',
    day: day('2026-09-01'),
    till: till === null ? null : day(till),
    subject: '',
  };
  return { organisationId, agreement, agreementId: idOf(await addAgreement(ctx('curator'), agreement)) };
};

test(
  'somebody from outside and somebody with a card stand in the bank by their names',
  story(async ({ db, ctx, given, journal }) => {
    const personId = await given.teacher({ last: 'Зыкова', first: 'Марина', post: 'педагог-психолог' });
    await addExpert(ctx('curator'), outsider);
    await addExpert(ctx('curator'), { ...outsider, personId, name: '', organisation: '', post: '' });

    const bank = await allExperts(db);
    expect(bank.map(({ shownName, shownPost }) => [shownName, shownPost])).toEqual([
      ['Зыкова Марина Петровна', 'педагог-психолог'],
      ['Мезенцева Алла Борисовна', 'методист'],
    ]);
    expect(await journal()).toEqual(['expert.added', 'expert.added']);
  }),
);

test(
  'nobody named, two named, no area and the same card twice are refused and nothing is written',
  story(async ({ db, ctx, given }) => {
    const curator = ctx('curator');
    const personId = await given.teacher({ last: 'Зыкова' });
    await addExpert(curator, { ...outsider, personId, name: '' });

    const refusals = [
      await addExpert(curator, { ...outsider, name: '' }),
      await addExpert(curator, { ...outsider, personId }),
      await addExpert(curator, { ...outsider, areas: [] }),
      await addExpert(curator, { ...outsider, personId, name: '' }),
    ];

    expect(refusals.map((one) => (one.ok ? '' : one.reason))).toEqual([
      'nobody-named',
      'two-named',
      'no-areas',
      'already-there',
    ]);
    expect(await allExperts(db)).toHaveLength(1);
  }),
);

test(
  'the second of two editors is told, and an expert who left may come back',
  story(async ({ db, ctx }) => {
    const curator = ctx('curator');
    const expertId = idOf(await addExpert(curator, outsider));
    await changeExpert(curator, { ...outsider, expertId, version: 1, note: 'first' });

    expect(await changeExpert(curator, { ...outsider, expertId, version: 1 })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    await releaseExpert(curator, { expertId, back: false });
    expect(await inviteExpert(curator, { expertId, day: today, purpose: 'Семинар' })).toEqual({
      ok: false,
      reason: 'left-the-bank',
    });
    await releaseExpert(curator, { expertId, back: true });
    expect((await expertById(db, expertId))?.leftOn).toBeNull();
  }),
);

test(
  'contracts and invitations make a history',
  story(async ({ db, ctx, journal }) => {
    const curator = ctx('curator');
    const expertId = idOf(await addExpert(curator, outsider));
    const contract = { expertId, number: '12', day: day('2026-09-15'), till: day('2026-12-31'), subject: 'Семинары' };
    await addContract(curator, contract);
    expect(await addContract(curator, contract)).toEqual({ ok: false, reason: 'number-taken' });
    expect(await addContract(curator, { ...contract, till: day('2026-09-14') })).toEqual({
      ok: false,
      reason: 'ends-before-start',
    });
    await inviteExpert(curator, { expertId, day: day('2026-10-20'), purpose: 'Семинар для наставников' });
    const [invitation] = await invitationsOf(db, expertId);
    await answerInvitation(curator, { invitationId: invitation?.id ?? '', outcome: 'came' });

    expect(await contractsOf(db, expertId)).toHaveLength(1);
    expect(await expertById(db, expertId)).toMatchObject({ contractTill: '2026-12-31', invitations: 1, came: 1 });
    expect(await journal()).toEqual(['expert.added', 'expert.contracted', 'expert.invited', 'expert.answered']);
  }),
);

test(
  'a partner gives its own people only, and the roadmap counts them while the agreement holds',
  story(async ({ db, ctx, given }) => {
    const curator = ctx('curator');
    const { organisationId, agreementId } = await partner({ db, ctx });
    const theirs = await given.teacher({ last: 'Окунев' });
    const stranger = await given.teacher({ last: 'Зыкова' });
    await db
      .updateTable('persons')
      .set({ kind: 'specialist', organisation_id: organisationId })
      .where('id', '=', theirs)
      .execute();

    expect(await giveSpecialists(curator, { agreementId, personIds: [theirs, stranger] })).toEqual({
      ok: false,
      reason: 'not-theirs',
    });
    await giveSpecialists(curator, { agreementId, personIds: [theirs, theirs] });
    await addExpert(curator, outsider);

    expect(await expertFacts(db, ['methods', 'study'], today)).toEqual({
      experts: 1,
      partners: 1,
      specialists: 1,
      uncovered: ['study'],
    });
    expect(await expertFacts(db, [], day('2027-09-01'))).toMatchObject({ partners: 0, specialists: 0 });
  }),
);

test(
  'an agreement is ended once; the same one is not written twice, nor with its days the wrong way round',
  story(async ({ db, ctx }) => {
    const curator = ctx('curator');
    const { agreement, agreementId } = await partner({ db, ctx }, null);

    expect(await addAgreement(curator, agreement)).toEqual({ ok: false, reason: 'number-taken' });
    expect(await addAgreement(curator, { ...agreement, number: '8', till: day('2026-08-31') })).toEqual({
      ok: false,
      reason: 'ends-before-start',
    });
    expect(await addAgreement(curator, { ...agreement, organisationId: agreementId })).toEqual({
      ok: false,
      reason: 'no-such-partner',
    });
    expect((await endAgreement(curator, agreementId)).ok).toBe(true);
    expect(await endAgreement(curator, agreementId)).toEqual({ ok: false, reason: 'already-over' });
    const ended = await agreementById(db, agreementId);
    expect(ended && termStateOf(periodOf(ended), day('2026-10-13'))).toBe('over');
  }),
);

test('a term ends the day after its last, and warns thirty days before', () => {
  const term = { from: day('2026-09-01'), till: day('2026-11-11') };

  expect(
    ['2026-08-31', '2026-10-11', '2026-10-12', '2026-11-11', '2026-11-12'].map((on) => termStateOf(term, day(on))),
  ).toEqual(['ahead', 'running', 'ends-soon', 'ends-soon', 'over']);
  expect(uncovered(['study', 'job'], [{ areas: ['study'], leftOn: today }])).toEqual(['study', 'job']);
});

const keepers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator', 'methodist'];
const readers: readonly Role[] = [...keepers, 'working-group', 'psychologist', 'social-teacher'];

test(
  'who keeps the bank and who reads it',
  story(async ({ ctx }) => {
    for (const role of roles) {
      const { actor } = ctx(role);
      expect([role, mayKeepExperts(actor) === true, mayReadExperts(actor) === true]).toEqual([
        role,
        keepers.includes(role),
        readers.includes(role),
      ]);
    }
    await expect(addExpert(ctx('psychologist'), outsider)).rejects.toThrow('experts.not-a-keeper');
  }),
);
