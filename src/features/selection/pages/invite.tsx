import { demand } from '../../../kernel/actor.ts';
import { type RawForm, sentValue } from '../../../platform/fields.ts';
import { found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { ComboField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Section } from '../../../ui/heading.tsx';
import { fullName } from '../../people/person.ts';
import { mayKeepSelection, mayReadInterview, selectionKeepers } from '../access.ts';
import { stepOf } from '../candidate.ts';
import { candidatesOf } from '../candidate-rows.ts';
import { type Interview, interviewById } from '../interview-rows.ts';
import { closeSlot, inviteCandidate } from '../plan-interviews.ts';
import { closeRefusals, inviteRefusals, stepWords } from '../texts.ts';

const path = '/selection/interviews/:interviewId';
const uuid = /^[0-9a-f-]{36}$/;

/** The interview of this address, for its readers and those who lead it. */
export const theInterview = async (ctx: PageCtx, input: Input): Promise<Interview> => {
  const interview = found(await interviewById(ctx.db, param(input, 'interviewId')), 'interview');
  demand(mayReadInterview(ctx.actor, interview));
  return interview;
};

/** The version that the form was shown with. */
const versionOf = (form: RawForm): number => Number(sentValue(form, 'version')) || 0;

/** A free slot: whom to ask. Those who are invited or decided upon are not offered. */
export const inviteSection = async (ctx: PageCtx, input: Input, interview: Interview) => {
  if (mayKeepSelection(ctx.actor) !== true) return null;
  const people = await candidatesOf(ctx.db, interview.year);
  const waiting = people.filter(({ track }) => track.invitedOn === null && track.decision === null);
  return (
    <Section title="Пригласить кандидата">
      <Form
        action={`/selection/interviews/${interview.id}/invite`}
        version={interview.version}
        actions={<Button kind="primary">Пригласить</Button>}
      >
        <ComboField
          name="personId"
          label="Кандидат"
          empty="выберите"
          value={input.query.get('person') ?? ''}
          options={waiting.map((one) => ({
            value: one.id,
            label: `${fullName(one)}, ${stepWords[stepOf(one.track)]}`,
          }))}
        />
      </Form>
    </Section>
  );
};

export const inviteForm: MemberRoute = {
  method: 'POST',
  path: `${path}/invite`,
  who: selectionKeepers,
  async handle(ctx, input) {
    const { id: interviewId } = await theInterview(ctx, input);
    const personId = sentValue(input.form, 'personId');
    if (!uuid.test(personId))
      return goTo('/selection/interviews', { toast: { text: 'Выберите кандидата и нажмите «Пригласить»' } });
    const outcome = await inviteCandidate(ctx, { interviewId, version: versionOf(input.form), personId });
    const text = outcome.ok ? 'Кандидат приглашён' : inviteRefusals[outcome.reason];
    return goTo('/selection/interviews', { toast: { text } });
  },
};

export const closeForm: MemberRoute = {
  method: 'POST',
  path: `${path}/close`,
  who: selectionKeepers,
  async handle(ctx, input) {
    const { id: interviewId } = await theInterview(ctx, input);
    const state = sentValue(input.form, 'state') === 'missed' ? 'missed' : 'cancelled';
    const outcome = await closeSlot(ctx, { interviewId, version: versionOf(input.form), state });
    const text = outcome.ok ? 'Записано' : closeRefusals[outcome.reason];
    return goTo('/selection/interviews', { toast: { text } });
  },
};
