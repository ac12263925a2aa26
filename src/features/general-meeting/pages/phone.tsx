import { randomUUID } from 'node:crypto';
import { assetUrl } from '../../../platform/assets.ts';
import { now, today } from '../../../platform/clock.ts';
import { inCollege } from '../../../platform/db.ts';
import { sentValue } from '../../../platform/fields.ts';
import { limitAttempts } from '../../../platform/http/attempts.ts';
import { again, found, goTo, pageHeaders, param } from '../../../platform/http/replies.ts';
import type { Input, PublicCtx, PublicRoute, Reply } from '../../../platform/http/route.ts';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { readBallot } from '../ballot.ts';
import { ballotOf } from '../ballot-rows.ts';
import type { GuestRecord } from '../card.ts';
import { castVote } from '../cast-vote.ts';
import { comeBySlip, type Visitor } from '../come-in.ts';
import { guestOf, guestRecords } from '../guest-rows.ts';
import { doorBehind } from '../key-rows.ts';
import { heldFor } from '../live.ts';
import type { GeneralMeeting } from '../meeting.ts';
import { meetingById } from '../rows.ts';
import { seatsOfGuest } from '../seat-rows.ts';
import { comeRefusals, voteRefusals } from '../texts.ts';
import { PhoneHead, PhonePart, StepIn } from './phone-view.tsx';
import { VoteForm } from './vote-view.tsx';
import { labelsOf } from './words.tsx';

/** Guessing a key is hopeless; this keeps a broken script from trying all day. */
const mayMiss = limitAttempts({ most: 120, seconds: 60 });

/** Cards of a hall, for the moment when three hundred phones open the same page. */
const cards = heldFor<GuestRecord[]>(3000);

const message = (ctx: PublicCtx, title: string, text: string) =>
  screen(
    ctx,
    { title, frame: 'blank', script: assetUrl('hall.js') },
    <div class="hall-phone hall-message">
      <h1>{title}</h1>
      <p>{text}</p>
    </div>,
  );

/** Goes in by the key of the address: everything below happens in its college, as its guest. */
const visit = async (ctx: PublicCtx, input: Input, work: (visitor: Visitor) => Promise<Reply>): Promise<Reply> => {
  const door = await doorBehind(ctx.system, param(input, 'token'));
  if (!door) {
    const text = mayMiss(input.address)
      ? 'Листок заменён новым или набран с ошибкой. Подойдите к куратору: он напечатает другой.'
      : 'Слишком много попыток. Подождите минуту.';
    const page = await message(ctx, 'Листок не действует', text);
    return new Response(await page.toString(), { status: 404, headers: pageHeaders });
  }
  const { college, timeZone, meetingId, personId } = door;
  return inCollege(ctx.system, college, (db) => work({ db, today: today(timeZone), meetingId, personId }));
};

interface Sent {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly refusal: string;
}

const phone = async (ctx: PublicCtx, input: Input, visitor: Visitor, sent?: Sent) => {
  const { db, meetingId, personId } = visitor;
  const meeting = found(await meetingById(db, meetingId), 'general meeting');
  const guests = await cards(meetingId, () => guestRecords(db, meetingId, visitor.today));
  // The held cards may be older than an invitation or the press of a button.
  const { came } = found(await guestOf(db, meetingId, personId), 'guest');
  const held = guests.find((guest) => guest.personId === personId);
  const all = held ? guests : await guestRecords(db, meetingId, visitor.today);
  const own = found(
    all.find((guest) => guest.personId === personId),
    'guest',
  );
  const path = `/m/${param(input, 'token')}`;
  return screen(
    ctx,
    { title: meeting.title, frame: 'blank', script: assetUrl('hall.js') },
    <div
      class="hall-phone"
      data-live={`/meet/${meetingId}/state`}
      data-version={meeting.version}
      data-now={now().getTime()}
      data-ends={meeting.endsAt?.getTime()}
    >
      <PhoneHead meeting={meeting} />
      {came ? await part(visitor, meeting, own, all, path, sent) : <StepIn own={own} path={path} />}
    </div>,
  );
};

const part = async (
  { db, meetingId, personId }: Visitor,
  meeting: GeneralMeeting,
  own: GuestRecord,
  guests: readonly GuestRecord[],
  path: string,
  sent: Sent | undefined,
) => {
  const labels = labelsOf(await normsOf(db, 'topic'));
  const ballot = await ballotOf(db, meetingId, personId);
  if (meeting.state !== 'voting')
    return (
      <PhonePart
        meeting={meeting}
        own={own}
        guests={guests}
        seats={meeting.state === 'rounds' ? await seatsOfGuest(db, meetingId, personId) : []}
        labels={labels}
        voted={ballot !== undefined}
      />
    );
  const talked = (await seatsOfGuest(db, meetingId, personId))
    .filter(({ round }) => round <= meeting.round)
    .map(({ mentorId, menteeId }) => (own.side === 'mentor' ? menteeId : mentorId));
  return (
    <VoteForm
      path={path}
      meeting={meeting}
      own={own}
      others={guests.filter(({ side }) => side !== own.side)}
      talked={new Set(talked)}
      labels={labels}
      ballot={sent ? readBallot(sent.values) : ballot}
      votedAt={ballot?.at}
      refusal={sent?.refusal}
    />
  );
};

export const phonePage: PublicRoute = {
  method: 'GET',
  path: '/m/:token',
  who: 'public',
  handle: (ctx, input) => visit(ctx, input, (visitor) => phone(ctx, input, visitor)),
};

export const sayHere: PublicRoute = {
  method: 'POST',
  path: '/m/:token',
  who: 'public',
  handle: (ctx, input) =>
    visit(ctx, input, async (visitor) => {
      const outcome = await comeBySlip(visitor);
      if (!outcome.ok) return again(await message(ctx, 'Встреча закончена', comeRefusals[outcome.reason]));
      return goTo(`/m/${param(input, 'token')}`);
    }),
};

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

const plain = (status: number, text = ''): Response =>
  new Response(status === 204 ? null : text, {
    status,
    headers: { 'content-type': 'text/plain; charset=UTF-8', 'cache-control': 'no-store' },
  });

/** A vote: of a form without scripts it leads back to the page; of the script it is 204 stored, 422 wrong, 409 not now. */
export const putBallot: PublicRoute = {
  method: 'POST',
  path: '/m/:token/vote',
  who: 'public',
  handle: (ctx, input) =>
    visit(ctx, input, async (visitor) => {
      const { values } = input.form;
      const key = sentValue(input.form, 'key');
      const script = uuid.test(key);
      const at = script ? new Date(Number(sentValue(input.form, 'at'))) : now();
      if (Number.isNaN(at.getTime())) return plain(400);
      const outcome = await castVote(visitor, { ...readBallot(values), key: script ? key : randomUUID(), at });
      if (!outcome.ok) {
        const refusal = voteRefusals[outcome.reason];
        if (script) return plain(outcome.reason === 'closed' || outcome.reason === 'not-yet' ? 409 : 422, refusal);
        return again(await phone(ctx, input, visitor, { values, refusal }));
      }
      return script ? plain(204) : goTo(`/m/${param(input, 'token')}`);
    }),
};
