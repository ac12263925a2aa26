import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { nextStep, type OwnPair, type OwnState } from './next-step.ts';
import { stepWords } from './texts.ts';

const pair: OwnPair = {
  ...{
    pairId: 'p',
    side: 'mentor',
    planId: null,
    plan: 'none',
    toAgree: false,
    toWrite: false,
    till: day('2027-06-30'),
  },
  partner: {
    id: 'o',
    lastName: 'Олина',
    firstName: 'Ольга',
    patronymic: '',
    groupId: null,
    groupCode: null,
    place: '',
  },
};
const calm: OwnState = {
  ...{ consentWanted: false, meetingToLog: undefined, questionnaire: undefined, nextMeeting: true, pairs: [pair] },
};
const everything: OwnState = {
  consentWanted: true,
  meetingToLog: { id: 'm', day: day('2026-10-11'), asMentor: true },
  questionnaire: { id: 'q', title: 'Анкета', till: day('2026-10-20') },
  nextMeeting: false,
  pairs: [
    { ...pair, toWrite: true },
    { ...pair, pairId: 'other', planId: 'x', toAgree: true },
  ],
};

test('one thing comes after the other: consent, meeting, agreement, answers, writing, the next meeting', () => {
  const { consentWanted: _, ...rest } = everything;
  const signed = { ...rest, consentWanted: false };
  const logged = { ...signed, meetingToLog: undefined };
  const agreed = { ...logged, pairs: [{ ...pair, toWrite: true }] };
  const answered = { ...agreed, questionnaire: undefined };

  expect(nextStep(everything).kind).toBe('sign-consent');
  expect(nextStep(signed)).toMatchObject({ kind: 'log-meeting', id: 'm' });
  expect(nextStep(logged)).toMatchObject({ kind: 'agree-plan', pair: { pairId: 'other' } });
  expect(nextStep(agreed).kind).toBe('answer');
  expect(nextStep(answered).kind).toBe('write-plan');
  expect(nextStep({ ...answered, pairs: [pair] }).kind).toBe('plan-meeting');
  expect(nextStep(calm).kind).toBe('log-another');
  expect(nextStep({ ...calm, pairs: [] }).kind).toBe('wait');
});

test('a mentee agrees and answers before writing a meeting down: the mentor is asked for that first', () => {
  const meetingToLog = { id: 'm', day: day('2026-10-11'), asMentor: false };
  const mentee = { ...everything, consentWanted: false, meetingToLog };

  expect(nextStep(mentee).kind).toBe('agree-plan');
  expect(nextStep({ ...mentee, pairs: [pair], questionnaire: undefined }).kind).toBe('log-meeting');
});

test('every step but waiting has a button that leads somewhere', () => {
  expect(stepWords(nextStep({ ...calm, pairs: [] }))).toBeUndefined();
  for (const state of [everything, calm, { ...calm, nextMeeting: false }])
    expect(stepWords(nextStep(state))?.href).toMatch(/^\//);
  expect(stepWords({ kind: 'write-plan', pair })?.href).toBe('/pairs/p/plan');
  expect(stepWords({ kind: 'agree-plan', pair: { ...pair, planId: 'x' } })?.href).toBe('/plans/x');
});
