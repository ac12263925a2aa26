import { formatDay } from '../../../kernel/day.ts';
import { again, found, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { trainees } from '../access.ts';
import { attendByDoor } from '../attend-session.ts';
import { doorRefusal, nameOf, type Session } from '../session.ts';
import { presentAt, sessionById } from '../session-rows.ts';
import { attendRefusals } from '../texts.ts';

const path = '/training/sessions/:sessionId/here/:code';

const hereScreen = async (ctx: PageCtx, session: Session, code: string, refusal: string | undefined) => {
  const { personId } = ctx.actor;
  const present = personId !== null && (await presentAt(ctx.db, session.id)).has(personId);
  return screen(
    ctx,
    { title: 'Отметка о присутствии' },
    <>
      <Heading
        title="Отметка о присутствии"
        lead={`${nameOf(session)}, ${formatDay(session.day)}, ${session.starts}–${session.ends}`}
      />
      {present ? (
        <Note kind="ok" title="Вы отмечены" actions={<LinkButton href="/my-training">Моё обучение</LinkButton>}>
          Больше ничего делать не нужно.
        </Note>
      ) : refusal ? (
        <Note kind="bad" title="Отметиться не получилось">
          {refusal}
        </Note>
      ) : (
        <Form
          action={`/training/sessions/${session.id}/here/${code}`}
          actions={
            <Button kind="primary" size="l" wide busy="Отмечаем…">
              Я на занятии
            </Button>
          }
        />
      )}
    </>,
  );
};

const theSession = async (ctx: PageCtx, input: Input): Promise<Session> =>
  found(await sessionById(ctx.db, param(input, 'sessionId')), 'session');

export const herePage: MemberRoute = {
  method: 'GET',
  path,
  who: trainees,
  async handle(ctx, input) {
    const session = await theSession(ctx, input);
    const code = param(input, 'code');
    const closed = doorRefusal(session, code, ctx.today);
    return hereScreen(ctx, session, code, closed ? attendRefusals[closed] : undefined);
  },
};

export const hereForm: MemberRoute = {
  method: 'POST',
  path,
  who: trainees,
  async handle(ctx, input) {
    const session = await theSession(ctx, input);
    const code = param(input, 'code');
    const outcome = await attendByDoor(ctx, session.id, code);
    if (!outcome.ok) return again(await hereScreen(ctx, session, code, attendRefusals[outcome.reason]));
    return hereScreen(ctx, session, code, undefined);
  },
};
