import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { eventKeepers } from '../access.ts';
import type { ProgrammeEvent } from '../event.ts';
import { eventFields } from '../fields.ts';
import { eventById } from '../rows.ts';
import { addEvent, changeEvent } from '../save-event.ts';
import { eventRefusals } from '../texts.ts';

interface Shown {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = (ctx: PageCtx, event: ProgrammeEvent | undefined, { form, errors = {}, refusal }: Shown) => {
  const title = event?.title ?? 'Новое событие';
  const here = event ? `/events/${event.id}` : '/events';
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        crumbs={[
          { label: 'События', href: '/events' },
          ...(event ? [{ label: title, href: here }] : []),
          { label: event ? 'Правка' : title },
        ]}
      />
      <Form
        action={event ? `${here}/edit` : '/events/new'}
        version={event?.version}
        errors={errors}
        refusal={refusal}
        draft={event ? `event-${event.id}` : 'event-new'}
        actions={
          <>
            <Button kind="primary" busy="Записываем…">
              Записать событие
            </Button>
            <LinkButton kind="quiet" href={here}>
              Не записывать
            </LinkButton>
          </>
        }
      >
        <FormFields fields={eventFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const newEventPage: MemberRoute = {
  method: 'GET',
  path: '/events/new',
  who: eventKeepers,
  handle: (ctx, { query }) =>
    page(ctx, undefined, {
      form: formOf({ kind: 'meeting', aim: query.get('aim') ?? 'mentees', audiences: ['students'] }),
    }),
};

export const createEvent: MemberRoute = {
  method: 'POST',
  path: '/events/new',
  who: eventKeepers,
  async handle(ctx, { form }) {
    const read = readForm(eventFields, form);
    if (!read.ok) return again(await page(ctx, undefined, { form, errors: read.errors }));
    const outcome = await addEvent(ctx, read.value);
    if (!outcome.ok) return again(await page(ctx, undefined, { form, refusal: eventRefusals[outcome.reason] }));
    return goTo(`/events/${outcome.value}`, { toast: { text: 'Событие внесено' } });
  },
};

export const editEventPage: MemberRoute = {
  method: 'GET',
  path: '/events/:eventId/edit',
  who: eventKeepers,
  async handle(ctx, input) {
    const event = found(await eventById(ctx.db, param(input, 'eventId')), 'event');
    const { kind, title, aim, audiences, place, starts, ends, note } = event;
    const form = formOf({ kind, title, aim, audiences, place, day: formatDay(event.day), starts, ends, note });
    return page(ctx, event, { form });
  },
};

export const saveEvent: MemberRoute = {
  method: 'POST',
  path: '/events/:eventId/edit',
  who: eventKeepers,
  async handle(ctx, input) {
    const event = found(await eventById(ctx.db, param(input, 'eventId')), 'event');
    const { form } = input;
    const read = readForm(eventFields, form);
    if (!read.ok) return again(await page(ctx, event, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await changeEvent(ctx, { ...read.value, eventId: event.id, version });
    if (!outcome.ok) return again(await page(ctx, event, { form, refusal: eventRefusals[outcome.reason] }));
    return goTo(`/events/${event.id}`, { toast: { text: 'Событие записано' } });
  },
};
