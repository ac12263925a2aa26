import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { installNorms } from '../college/rows.ts';
import { addRule, chooseDemands } from '../selection/change-settings.ts';
import { usualDemands } from '../selection/demand.ts';
import { keepBasis } from '../selection/keep-basis.ts';
import { addClearance } from '../selection/keep-clearance.ts';
import { exemptMentor } from '../selection/prepare-mentor.ts';
import { barriersTo, formPair } from './form-pair.ts';

const papers = paperStories();

const sides = async ({ given }: World) => {
  const mentorId = await given.teacher({ last: 'Окунева' });
  const menteeId = await given.student({ last: 'Аннина' });
  await given.mentor(mentorId, 5);
  await given.mentee(menteeId);
  await given.consent(mentorId);
  await given.consent(menteeId);
  return { mentorId, menteeId, variant: '', from: day('2026-10-15'), till: day('2027-06-30') };
};

test(
  'an expired clearance is a word or a stop, as the college chose; a new one opens the way',
  story(async (world) => {
    const { ctx } = world;
    const pair = { ...(await sides(world)), form: 'teacher-student' };
    const curator = papers.at(ctx('curator'));
    const old = { kind: 'medical', number: '1', issuedOn: day('2025-10-01'), validTill: day('2026-10-14') } as const;
    await addClearance(curator, pair.mentorId, old);

    expect(await barriersTo(curator, pair)).toEqual({ blocked: undefined, warnings: ['clearance'] });
    await chooseDemands(curator, { ...usualDemands, clearance: 'block' });
    expect(await formPair(curator, pair)).toEqual({ ok: false, reason: 'clearance-lacking' });
    await addClearance(curator, pair.mentorId, { ...old, issuedOn: day('2026-10-12'), validTill: null });
    expect((await formPair(curator, pair)).ok).toBe(true);
  }),
);

test(
  'a clearance that a rule of the form wants is asked of this form only',
  story(async (world) => {
    const { ctx } = world;
    const pair = await sides(world);
    await installNorms(world.db);
    const wanted = { form: 'teacher-student', kind: 'clearance', least: null, clearance: 'no-record' } as const;
    await addRule(ctx('curator'), { ...wanted, words: 'Есть справка' });

    expect((await barriersTo(ctx('curator'), { ...pair, form: 'teacher-student' })).warnings).toEqual(['clearance']);
    expect((await barriersTo(ctx('curator'), { ...pair, form: 'student-student' })).warnings).toEqual([]);
  }),
);

test(
  'teacher to teacher by assignment wants the whole package of art. 351.8 on the first day',
  story(async (world) => {
    const { ctx } = world;
    const pair = { ...(await sides(world)), form: 'teacher-teacher' };
    const curator = papers.at(ctx('curator'));
    await chooseDemands(curator, { ...usualDemands, basis: 'block' });
    const basis = {
      relation: 'assignment',
      consentOn: day('2026-10-05'),
      agreementNumber: '7',
      agreementOn: day('2026-10-06'),
      content: 'взаимное посещение занятий',
      from: day('2026-10-07'),
      till: day('2027-06-30'),
      pay: '',
      noticeOn: null,
      version: 0,
      forColleagues: false,
    } as const;

    await keepBasis(curator, pair.mentorId, basis);
    expect(await formPair(curator, pair)).toEqual({ ok: false, reason: 'basis-lacking' });
    expect(await keepBasis(curator, pair.mentorId, { ...basis, pay: 'без доплаты' })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    await keepBasis(curator, pair.mentorId, { ...basis, pay: 'без доплаты', version: 1 });
    expect((await barriersTo(curator, pair)).blocked).toBeUndefined();
    expect(await keepBasis(curator, pair.mentorId, { ...basis, from: day('2026-10-01'), version: 2 })).toEqual({
      ok: false,
      reason: 'consent-after-start',
    });
  }),
);

test(
  'training is asked when the college wants it; an exemption with a reason is enough',
  story(async (world) => {
    const { ctx } = world;
    const pair = { ...(await sides(world)), form: 'teacher-student' };
    expect((await barriersTo(ctx('curator'), pair)).warnings).toEqual([]);
    await chooseDemands(ctx('curator'), { ...usualDemands, training: 'block' });
    expect(await formPair(ctx('curator'), pair)).toEqual({ ok: false, reason: 'training-lacking' });

    expect(await exemptMentor(ctx('curator'), pair.mentorId, '')).toEqual({ ok: false, reason: 'reason-missing' });
    await exemptMentor(ctx('curator'), pair.mentorId, 'сам преподаёт на этих курсах');
    expect((await formPair(ctx('curator'), pair)).ok).toBe(true);
  }),
);
