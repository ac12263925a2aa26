import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import type { ListedPair } from '../../pairs/rows.ts';
import { mayPlanMeeting, meetingPlanners } from '../access.ts';
import { cancelFields, planFields } from '../fields.ts';
import type { Meeting } from '../meeting.ts';
import { kindNames } from '../name-texts.ts';
import { nextKind } from '../norm.ts';
import { cancelMeeting, changeMeeting, planMeeting } from '../plan-meeting.ts';
import { meetingsOf } from '../rows.ts';
import { cancelRefusals, planRefusals } from '../texts.ts';
import { theMeeting, thePair } from '../the-pair.ts';
import { otherSide } from './the-own-pairs.ts';
import { phoneName, whenWords } from './words.tsx';

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors | undefined;
  readonly refusal?: string | undefined;
}

const planScreen = (ctx: PageCtx, pair: ListedPair, { form, errors = {}, refusal }: Sent) => {
  const whom = phoneName(otherSide(ctx, pair));
  return screen(
    ctx,
    { title: 'Назначить встречу' },
    <>
      <Heading
        title="Назначить встречу"
        crumbs={[{ label: 'Встречи пары', href: `/pairs/${pair.id}/meetings` }, { label: 'Новая встреча' }]}
        lead={`${whom} увидит её сразу. Письмо придёт за день, если человек не отказался от напоминаний.`}
      />
      <Form
        action={`/pairs/${pair.id}/meetings/new`}
        errors={errors}
        refusal={refusal}
        draft={`meeting-${pair.id}`}
        actions={
          <Button kind="primary" busy="Записываем…">
            Назначить
          </Button>
        }
      >
        <FormFields fields={planFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

const allowed = async (ctx: PageCtx, input: Input): Promise<ListedPair> => {
  const { pair, parties } = await thePair(ctx, param(input, 'pairId'));
  demand(mayPlanMeeting(ctx.actor, parties));
  return pair;
};

export const newMeetingPage: MemberRoute = {
  method: 'GET',
  path: '/pairs/:pairId/meetings/new',
  who: meetingPlanners,
  async handle(ctx, input) {
    const pair = await allowed(ctx, input);
    const kind = nextKind(await meetingsOf(ctx.db, [pair.id]));
    const minutes = kind === 'acquaintance' ? '40' : '60';
    return planScreen(ctx, pair, { form: formOf({ kind, minutes }) });
  },
};

export const newMeeting: MemberRoute = {
  method: 'POST',
  path: '/pairs/:pairId/meetings/new',
  who: meetingPlanners,
  async handle(ctx, input) {
    const pair = await allowed(ctx, input);
    const { form } = input;
    const read = readForm(planFields, form);
    if (!read.ok) return again(await planScreen(ctx, pair, { form, errors: read.errors }));
    const outcome = await planMeeting(ctx, { pairId: pair.id, ...read.value });
    if (!outcome.ok) return again(await planScreen(ctx, pair, { form, refusal: planRefusals[outcome.reason] }));
    return goTo(`/meetings/${outcome.value}`, { toast: { text: 'Встреча назначена' } });
  },
};

const changeScreen = (ctx: PageCtx, pair: ListedPair, meeting: Meeting, { form, errors = {}, refusal }: Sent) =>
  screen(
    ctx,
    { title: 'Изменить встречу' },
    <>
      <Heading
        title="Перенести или уточнить"
        crumbs={[
          { label: 'Встречи пары', href: `/pairs/${pair.id}/meetings` },
          { label: kindNames[meeting.kind], href: `/meetings/${meeting.id}` },
          { label: 'Изменить' },
        ]}
        lead={`Сейчас: ${[whenWords(meeting.day, meeting.starts), meeting.place].filter(Boolean).join(', ')}.`}
      />
      {meeting.state === 'planned' ? (
        <>
          <Form
            action={`/meetings/${meeting.id}/change`}
            version={meeting.version}
            errors={errors}
            refusal={refusal}
            actions={
              <Button kind="primary" busy="Записываем…">
                Записать
              </Button>
            }
          >
            <FormFields fields={planFields} form={form} errors={errors} />
          </Form>
          <Section title="Не получается встретиться?">
            <Form
              action={`/meetings/${meeting.id}/cancel`}
              version={meeting.version}
              actions={<Button kind="danger">Отменить встречу</Button>}
            >
              <FormFields fields={cancelFields} form={form} errors={errors} />
            </Form>
          </Section>
        </>
      ) : (
        <Note kind="warn" title="Эту встречу уже не перенести">
          {refusal ?? 'Она записана или отменена.'} <a href={`/meetings/${meeting.id}`}>Открыть встречу</a>
        </Note>
      )}
    </>,
  );

const changeable = async (ctx: PageCtx, input: Input) => {
  const the = await theMeeting(ctx, param(input, 'meetingId'));
  demand(mayPlanMeeting(ctx.actor, the.parties));
  return the;
};

export const changePage: MemberRoute = {
  method: 'GET',
  path: '/meetings/:meetingId/change',
  who: meetingPlanners,
  async handle(ctx, input) {
    const { pair, meeting } = await changeable(ctx, input);
    const { kind, day, starts, minutes, place, link } = meeting;
    const form = formOf({ kind, day: formatDay(day), starts, minutes: String(minutes), place, link });
    return changeScreen(ctx, pair, meeting, { form });
  },
};

export const changeForm: MemberRoute = {
  method: 'POST',
  path: '/meetings/:meetingId/change',
  who: meetingPlanners,
  async handle(ctx, input) {
    const { pair, meeting } = await changeable(ctx, input);
    const { form } = input;
    const read = readForm(planFields, form);
    if (!read.ok) return again(await changeScreen(ctx, pair, meeting, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version')) || 0;
    const outcome = await changeMeeting(ctx, { meetingId: meeting.id, version, ...read.value });
    if (!outcome.ok)
      return again(await changeScreen(ctx, pair, meeting, { form, refusal: planRefusals[outcome.reason] }));
    return goTo(`/meetings/${meeting.id}`, { toast: { text: 'Встреча изменена' } });
  },
};

export const cancelForm: MemberRoute = {
  method: 'POST',
  path: '/meetings/:meetingId/cancel',
  who: meetingPlanners,
  async handle(ctx, input) {
    const { pair, meeting } = await changeable(ctx, input);
    const { form } = input;
    const read = readForm(cancelFields, form);
    if (!read.ok) return again(await changeScreen(ctx, pair, meeting, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version')) || 0;
    const outcome = await cancelMeeting(ctx, { meetingId: meeting.id, version, reason: read.value.reason });
    if (!outcome.ok)
      return again(await changeScreen(ctx, pair, meeting, { form, refusal: cancelRefusals[outcome.reason] }));
    return goTo(`/meetings/${meeting.id}`, { toast: { text: 'Встреча отменена' } });
  },
};
