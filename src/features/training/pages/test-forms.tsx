import { counted } from '../../../kernel/russian/plural.ts';
import { readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { trainingKeepers } from '../access.ts';
import { openTestFields, testFields } from '../fields.ts';
import { programmeById } from '../programme-rows.ts';
import { testById } from '../programme-test-rows.ts';
import { addTest, openTest, removeTest } from '../set-test.ts';
import { testRefusals } from '../texts.ts';
import { programmeScreen } from './programme.tsx';
import { moduleOptions, testChoices } from './tests.tsx';
import { theProgramme } from './the-programme.ts';

export const addTestForm: MemberRoute = {
  method: 'POST',
  path: '/training/programmes/:programmeId/tests',
  who: trainingKeepers,
  async handle(ctx, input) {
    const programme = await theProgramme(ctx, input);
    const { form } = input;
    const read = readForm(testFields(await moduleOptions(ctx, programme.id), await testChoices(ctx)), form);
    if (!read.ok) return again(await programmeScreen(ctx, programme, { part: 'test', form, errors: read.errors }));
    const { test, ...rest } = read.value;
    const outcome = await addTest(ctx, { programmeId: programme.id, ...test, ...rest });
    if (!outcome.ok)
      return again(
        await programmeScreen(ctx, programme, { part: 'test', form, refusal: testRefusals[outcome.reason] }),
      );
    return goTo(`/training/programmes/${programme.id}`, { toast: { text: 'Тест назначен' } });
  },
};

export const openTestForm: MemberRoute = {
  method: 'POST',
  path: '/training/tests/:testId/open',
  who: trainingKeepers,
  async handle(ctx, input) {
    const test = found(await testById(ctx.db, param(input, 'testId')), 'test');
    const programme = found(await programmeById(ctx.db, test.programmeId), 'programme');
    const { form } = input;
    const part = { part: 'open-test', id: test.id, form } as const;
    const read = readForm(openTestFields, form);
    if (!read.ok) return again(await programmeScreen(ctx, programme, { ...part, errors: read.errors }));
    const outcome = await openTest(ctx, test.id, read.value.closesOn);
    if (!outcome.ok)
      return again(await programmeScreen(ctx, programme, { ...part, refusal: testRefusals[outcome.reason] }));
    const people = counted(outcome.value, 'участника', 'участников', 'участников');
    return goTo(`/training/programmes/${programme.id}`, {
      toast: { text: `Тест ждёт среди «Моих анкет» у ${people}` },
    });
  },
};

export const removeTestForm: MemberRoute = {
  method: 'POST',
  path: '/training/tests/:testId/remove',
  who: trainingKeepers,
  async handle(ctx, input) {
    const test = found(await testById(ctx.db, param(input, 'testId')), 'test');
    const outcome = await removeTest(ctx, test.id);
    const text = outcome.ok ? 'Тест убран' : testRefusals[outcome.reason];
    return goTo(`/training/programmes/${test.programmeId}`, { toast: { text } });
  },
};
