import { formatDayLong } from '../../../kernel/day.ts';
import { today } from '../../../platform/clock.ts';
import { inCollege } from '../../../platform/db.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { limitAttempts } from '../../../platform/http/attempts.ts';
import { again, found, param } from '../../../platform/http/replies.ts';
import type { Input, PublicCtx, PublicRoute } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Entrance } from '../../accounts/pages/entrance.tsx';
import { type DoorEvent, eventAtDoor } from '../door-rows.ts';
import { doorFields } from '../fields.ts';
import { markByCode } from '../mark-guests.ts';
import { hereRefusals } from '../texts.ts';

/** A whole hall shares one address of the college's network, so the limit is for guessing, not for guests. */
const mayTry = limitAttempts({ most: 600, seconds: 60 });

const theEvent = async (ctx: PublicCtx, input: Input): Promise<DoorEvent> =>
  found(await eventAtDoor(ctx.system, param(input, 'eventId')), 'event');

const page = (
  ctx: PublicCtx,
  event: DoorEvent,
  shown: { form: RawForm; errors?: FormErrors; refusal?: string } = { form: emptyForm },
) =>
  screen(
    ctx,
    { title: event.title, frame: 'blank' },
    <Entrance ctx={ctx}>
      <h1>{event.title}</h1>
      <p>{[formatDayLong(event.day), event.starts, event.place, event.collegeName].filter(Boolean).join(', ')}</p>
      <p>
        Есть учётная запись? <a href={`/events/${event.id}/here`}>Отметиться под ней</a>
      </p>
      <Form
        action={`/come/${event.id}`}
        errors={shown.errors}
        refusal={shown.refusal}
        actions={
          <Button kind="primary" size="l" wide busy="Отмечаем…">
            Я здесь
          </Button>
        }
        note="Имя останется в списке участников события и нигде не публикуется."
      >
        <FormFields fields={doorFields} form={shown.form} errors={shown.errors} />
      </Form>
    </Entrance>,
  );

export const doorPage: PublicRoute = {
  method: 'GET',
  path: '/come/:eventId',
  who: 'public',
  handle: async (ctx, input) => page(ctx, await theEvent(ctx, input)),
};

export const comeIn: PublicRoute = {
  method: 'POST',
  path: '/come/:eventId',
  who: 'public',
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    const { form } = input;
    if (!mayTry(input.address))
      return again(await page(ctx, event, { form, refusal: 'Слишком много попыток. Подождите минуту.' }));
    const read = readForm(doorFields, form);
    if (!read.ok) return again(await page(ctx, event, { form, errors: read.errors }));
    const outcome = await inCollege(ctx.system, event.college, (db) =>
      markByCode({ db, today: today(event.timeZone) }, { ...read.value, eventId: event.id }),
    );
    if (!outcome.ok) {
      const words = hereRefusals[outcome.reason];
      const shown = outcome.reason === 'wrong-code' ? { form, errors: { code: words } } : { form, refusal: words };
      return again(await page(ctx, event, shown));
    }
    return screen(
      ctx,
      { title: event.title, frame: 'blank' },
      <Entrance ctx={ctx}>
        <h1>Вы отмечены</h1>
        <p>{event.title}. Спасибо, что пришли. Страницу можно закрыть.</p>
      </Entrance>,
    );
  },
};
