import { assetUrl } from '../../../platform/assets.ts';
import { today } from '../../../platform/clock.ts';
import { inCollege } from '../../../platform/db.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { limitAttempts } from '../../../platform/http/attempts.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx, PublicCtx, PublicRoute } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Entrance } from '../../accounts/pages/entrance.tsx';
import { possibleGuests } from '../access.ts';
import { comeByAccount, comeByCode } from '../come-in.ts';
import { codeField } from '../fields.ts';
import { doorByCode, meetingAtDoor } from '../key-rows.ts';
import { liveAnswer } from '../live.ts';
import { liveAtDoor } from '../live-rows.ts';
import { meetingById } from '../rows.ts';
import { comeRefusals } from '../texts.ts';

/** A hall shares one address of the college's network. Eight digits stand three hundred wrong tries a minute for years. */
const mayMiss = limitAttempts({ most: 300, seconds: 60 });

interface Shown {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = (
  ctx: PublicCtx,
  id: string,
  { title, collegeName }: { readonly title: string; readonly collegeName: string },
  { form, errors, refusal }: Shown,
) =>
  screen(
    ctx,
    { title, frame: 'blank', script: assetUrl('hall.js') },
    <Entrance ctx={ctx}>
      <h1>{title}</h1>
      <p>{collegeName}</p>
      <Form
        action={`/meet/${id}`}
        errors={errors}
        refusal={refusal}
        actions={
          <Button kind="primary" size="l" wide busy="Входим…">
            Войти на встречу
          </Button>
        }
        note="На листке есть и свой QR-код: с ним ничего набирать не нужно. Листок личный, не отдавайте его."
      >
        <FormFields fields={codeField} form={form} errors={errors} />
      </Form>
      <p>
        Нет листка, но есть учётная запись? <a href={`/general-meetings/${id}/here`}>Войти под ней</a>. Нет ни того ни
        другого — подойдите к куратору.
      </p>
    </Entrance>,
  );

export const doorPage: PublicRoute = {
  method: 'GET',
  path: '/meet/:generalMeetingId',
  who: 'public',
  async handle(ctx, input) {
    const id = param(input, 'generalMeetingId');
    return page(ctx, id, found(await meetingAtDoor(ctx.system, id), 'general meeting'), { form: emptyForm });
  },
};

export const comeWithCode: PublicRoute = {
  method: 'POST',
  path: '/meet/:generalMeetingId',
  who: 'public',
  async handle(ctx, input) {
    const id = param(input, 'generalMeetingId');
    const meeting = found(await meetingAtDoor(ctx.system, id), 'general meeting');
    const { form } = input;
    const read = readForm(codeField, form);
    if (!read.ok) return again(await page(ctx, id, meeting, { form, errors: read.errors }));
    const door = await doorByCode(ctx.system, id, read.value.code);
    if (!door) {
      const words = mayMiss(input.address)
        ? 'Такого кода на этой встрече нет. Проверьте цифры или попросите новый листок'
        : 'Слишком много ошибок. Подождите минуту';
      return again(await page(ctx, id, meeting, { form, errors: { code: words } }));
    }
    const outcome = await inCollege(ctx.system, door.college, (db) =>
      comeByCode({ db, today: today(door.timeZone), meetingId: door.meetingId, personId: door.personId }),
    );
    if (!outcome.ok) return again(await page(ctx, id, meeting, { form, refusal: comeRefusals[outcome.reason] }));
    return goTo(`/m/${outcome.value}`);
  },
};

/** What phones and the projector ask every few seconds: answered from memory, and by 304 while nothing has changed. */
export const liveState: PublicRoute = {
  method: 'GET',
  path: '/meet/:generalMeetingId/state',
  who: 'public',
  async handle(ctx, input) {
    const id = param(input, 'generalMeetingId');
    const answer = found(await liveAnswer(id, () => liveAtDoor(ctx.system, id)), 'general meeting');
    const headers = {
      etag: answer.etag,
      'cache-control': 'no-cache',
      'content-type': 'application/json; charset=UTF-8',
    };
    if (input.request.headers.get('if-none-match') === answer.etag) return new Response(null, { status: 304, headers });
    return new Response(answer.body, { headers });
  },
};

const herePage = async (ctx: PageCtx, id: string, refusal?: string) => {
  const meeting = found(await meetingById(ctx.db, id), 'general meeting');
  return screen(
    ctx,
    { title: meeting.title },
    <>
      <Heading title={meeting.title} lead={[meeting.starts, meeting.place].filter(Boolean).join(', ')} />
      <Form
        action={`/general-meetings/${id}/here`}
        refusal={refusal}
        actions={
          <Button kind="primary" size="l" wide busy="Входим…">
            Я на встрече
          </Button>
        }
      />
    </>,
  );
};

export const openHere: MemberRoute = {
  method: 'GET',
  path: '/general-meetings/:generalMeetingId/here',
  who: possibleGuests,
  handle: (ctx, input) => herePage(ctx, param(input, 'generalMeetingId')),
};

/** With an account: this browser goes on by a key, as those without an account do. */
export const comeWithAccount: MemberRoute = {
  method: 'POST',
  path: '/general-meetings/:generalMeetingId/here',
  who: possibleGuests,
  async handle(ctx, input) {
    const id = param(input, 'generalMeetingId');
    const outcome = await comeByAccount(ctx, id);
    if (!outcome.ok) return again(await herePage(ctx, id, comeRefusals[outcome.reason]));
    return goTo(`/m/${outcome.value}`);
  },
};
