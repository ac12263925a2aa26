import { z } from 'zod';
import { emptyForm, type FormErrors, field, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { pairKeepers } from '../../pairs/access.ts';
import { wishRefusals } from '../../pairs/texts.ts';
import { unwishPair, wishPair } from '../../pairs/wish-pair.ts';
import { answerSoon } from '../ask-aside.ts';
import { type Conditions, conditionNames } from '../candidate.ts';
import { refusePair } from '../decide-pairs.ts';
import { deskPairs } from '../desk-rows.ts';
import type { Proposal } from '../proposal.ts';
import { proposeSoon } from '../propose-pairs.ts';
import type { Beside } from '../question.ts';
import { proposeRefusals } from '../texts.ts';
import { goOn } from './matching.tsx';
import { choiceOf, deskPage, theProposal } from './proposal.tsx';

const decision = (word: 'lock' | 'unwish' | 'refuse', toast: string): Route => ({
  method: 'POST',
  path: `/matching/:proposalId/${word}`,
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const choice = choiceOf(sentValue(input.form, 'pair'));
    const pair = (await deskPairs(ctx.db, proposal.id)).find(
      (one) => one.mentorId === choice.mentorId && one.menteeId === choice.menteeId,
    );
    if (!pair)
      return again(await deskPage(ctx, proposal, { refusals: ['Этой пары нет в предложении. Обновите страницу.'] }));
    if (word === 'lock') await wishPair(ctx, { ...choice, kind: 'lock', reason: '' });
    else if (word === 'unwish') await unwishPair(ctx, choice);
    else await refusePair(ctx, proposal.id, choice);
    return goTo(`/matching/${proposal.id}`, { toast: { text: toast } });
  },
});

export const lockPair = decision('lock', 'Пара закреплена: следующие расчёты её не тронут');
export const freePair = decision('unwish', 'Снято. Пересчитайте предложение');
export const refuseProposed = decision('refuse', 'Отказ записан');

const vetoFields = {
  reason: field({
    label: 'Почему эту пару нельзя составлять',
    hint: 'Видят только те, кто составляет пары',
    kind: 'text',
    schema: z
      .string()
      .min(3, 'Напишите причину: следующий куратор спросит')
      .max(300, 'Слишком длинно: не больше 300 знаков'),
  }),
};

const vetoForm = async (ctx: PageCtx, proposal: Proposal, key: string, form: RawForm, errors: FormErrors = {}) => {
  const choice = choiceOf(key);
  const pair = (await deskPairs(ctx.db, proposal.id)).find(
    (one) => one.mentorId === choice.mentorId && one.menteeId === choice.menteeId,
  );
  if (!pair) return deskPage(ctx, proposal, { refusals: ['Этой пары нет в предложении. Обновите страницу.'] });
  return screen(
    ctx,
    { title: 'Запретить пару' },
    <>
      <Heading
        title="Запретить пару?"
        crumbs={[
          { label: 'Подбор пар', href: '/matching' },
          { label: `Предложение № ${proposal.number}`, href: `/matching/${proposal.id}` },
          { label: 'Запрет' },
        ]}
        lead={`${pair.mentorName} и ${pair.menteeName}. Ни один расчёт больше не предложит эту пару, пока запрет не снимут.`}
      />
      <Form
        action={`/matching/${proposal.id}/veto`}
        hidden={{ pair: key }}
        errors={errors}
        actions={
          <Button kind="danger" busy="Записываем…">
            Запретить пару
          </Button>
        }
      >
        <FormFields fields={vetoFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const vetoPage: Route = {
  method: 'GET',
  path: '/matching/:proposalId/veto',
  who: pairKeepers,
  handle: async (ctx, input) => vetoForm(ctx, await theProposal(ctx, input), input.query.get('pair') ?? '', emptyForm),
};

export const vetoProposed: Route = {
  method: 'POST',
  path: '/matching/:proposalId/veto',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const key = sentValue(input.form, 'pair');
    const read = readForm(vetoFields, input.form);
    if (!read.ok) return again(await vetoForm(ctx, proposal, key, input.form, read.errors));
    const outcome = await wishPair(ctx, { ...choiceOf(key), kind: 'veto', reason: read.value.reason });
    if (!outcome.ok) return again(await deskPage(ctx, proposal, { refusals: [wishRefusals[outcome.reason]] }));
    return goTo(`/matching/${proposal.id}`, { toast: { text: 'Пара запрещена. Пересчитайте предложение' } });
  },
};

const flipped = (conditions: Conditions, name: string): Conditions => {
  const condition = conditionNames.find((one) => one === name);
  return condition ? { ...conditions, [condition]: !conditions[condition] } : conditions;
};

/** The same question over today's registers; with one condition switched when «Что, если…» was pressed. */
export const proposeAgain = (beside: Beside): Route => ({
  method: 'POST',
  path: '/matching/:proposalId/again',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const { forms, mode, from, till } = proposal;
    const conditions = flipped(proposal.conditions, sentValue(input.form, 'switch'));
    const outcome = await proposeSoon(ctx, { forms, mode, from, till, conditions }, { beside, answerSoon });
    if (!outcome.ok) return again(await deskPage(ctx, proposal, { refusals: [proposeRefusals[outcome.reason]] }));
    return goOn(ctx, outcome.value, 'Посчитано заново');
  },
});
