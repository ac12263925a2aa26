import { demand } from '../../../kernel/actor.ts';
import { now } from '../../../platform/clock.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Qr } from '../../../ui/qr.tsx';
import { screen } from '../../../ui/screen.tsx';
import { mayShowCode, meetingLoggers, pairPeople, sideOf } from '../access.ts';
import { codeState, hereCode } from '../here-code.ts';
import { markHere } from '../mark-here.ts';
import { hereRefusals } from '../texts.ts';
import { type Opened, openMeeting } from './opened.ts';
import { phoneName, signatureOf, whenWords } from './words.tsx';

const minute = 60_000;
const screenMinutes = 15;
const slipMinutes = 18 * 60;

/** On the mentor's phone, or printed as a slip that is good for the day. */
export const codePage: MemberRoute = {
  method: 'GET',
  path: '/meetings/:meetingId/code',
  who: meetingLoggers,
  async handle(ctx, input) {
    const the = await openMeeting(ctx, input);
    const { meeting, pair, parties } = the;
    demand(mayShowCode(ctx.actor, parties));
    const slip = input.query.get('slip') === 'yes';
    const minutes = slip ? slipMinutes : screenMinutes;
    const code = hereCode(meeting, new Date(now().getTime() + minutes * minute));
    return screen(
      ctx,
      { title: 'Код встречи', frame: 'bare' },
      <>
        <Heading
          title={slip ? 'Листок с кодом' : 'Код встречи'}
          crumbs={[{ label: 'Встреча', href: `/meetings/${meeting.id}` }, { label: 'Код' }]}
          lead={`${phoneName(pair.mentee)} наводит камеру телефона, и присутствие отмечено. ${whenWords(meeting.day, meeting.starts)}.`}
        />
        {meeting.state === 'planned' && meeting.day === ctx.today ? (
          <>
            <Qr text={`${ctx.baseUrl}/meetings/${meeting.id}/here/${code}`} size={300} label="Код встречи" />
            <p class="hint">
              {slip
                ? 'Код действует сегодня до конца дня.'
                : `Код действует ${screenMinutes} минут. Обновите страницу, если время вышло.`}
            </p>
            {slip ? null : (
              <p>
                <LinkButton href={`/meetings/${meeting.id}/code?slip=yes`} icon="printer">
                  Листок на весь день
                </LinkButton>
              </p>
            )}
          </>
        ) : (
          <Note title="Код нужен в день встречи">
            Он появится здесь, когда встреча назначена на сегодня. Эта: {whenWords(meeting.day, meeting.starts)}.
          </Note>
        )}
      </>,
    );
  },
};

const hereScreen = (ctx: PageCtx, { meeting, pair, parties }: Opened, code: string, refusal?: string) => {
  const mentee = sideOf(ctx.actor, parties) === 'mentee';
  return screen(
    ctx,
    { title: 'Отметка о присутствии' },
    <>
      <Heading
        title="Отметка о присутствии"
        lead={`Встреча с наставником: ${signatureOf(pair.mentor)}, ${whenWords(meeting.day, meeting.starts)}`}
      />
      {mentee && meeting.menteeHere ? (
        <Note kind="ok" title="Вы отмечены" actions={<LinkButton href="/my-meetings">Мои встречи</LinkButton>}>
          Больше ничего делать не нужно.
        </Note>
      ) : refusal ? (
        <Note kind="bad" title="Отметиться не получилось">
          {refusal}
        </Note>
      ) : (
        <Form
          action={`/meetings/${meeting.id}/here/${code}`}
          actions={
            <Button kind="primary" size="l" wide busy="Отмечаем…">
              Я на встрече
            </Button>
          }
        />
      )}
    </>,
  );
};

const path = '/meetings/:meetingId/here/:code';

export const herePage: MemberRoute = {
  method: 'GET',
  path,
  who: pairPeople,
  async handle(ctx, input) {
    const the = await openMeeting(ctx, input);
    const code = param(input, 'code');
    const state = codeState(the.meeting, code, now());
    const refusal =
      sideOf(ctx.actor, the.parties) !== 'mentee'
        ? hereRefusals['not-the-mentee']
        : state === 'good'
          ? undefined
          : hereRefusals[state === 'over' ? 'code-over' : 'wrong-code'];
    return hereScreen(ctx, the, code, refusal);
  },
};

export const sayHere: MemberRoute = {
  method: 'POST',
  path,
  who: pairPeople,
  async handle(ctx, input) {
    const the = await openMeeting(ctx, input);
    const code = param(input, 'code');
    const outcome = await markHere(ctx, { meetingId: the.meeting.id, code, now: now() });
    if (!outcome.ok) return again(await hereScreen(ctx, the, code, hereRefusals[outcome.reason]));
    return goTo(`/meetings/${the.meeting.id}/here/${code}`);
  },
};
