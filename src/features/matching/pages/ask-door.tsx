import { formatDayLong } from '../../../kernel/day.ts';
import type { Ctx } from '../../../platform/context.ts';
import { emptyForm, type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { limitAttempts } from '../../../platform/http/attempts.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type {
  Input,
  Markup,
  MemberRoute,
  PageCtx,
  PublicCtx,
  PublicRoute,
  Reply,
} from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { answerByLink, answerOwnAsk, throughAskLink } from '../answer-ask.ts';
import { type Ask, type AskDoor, type AskedSide, asksOf } from '../ask-rows.ts';
import { answerFields } from '../fields.ts';
import { askRefusals, sideStates } from '../texts.ts';
import { choiceOf } from './proposal.tsx';

const mayGuess = limitAttempts({ most: 30, seconds: 60 });

interface Sent {
  readonly key: string;
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const keyOf = ({ proposalId, mentorId, menteeId }: Ask): string => `${mentorId} ${menteeId} ${proposalId}`;

const AskCard = ({ ask, action, form, sent }: { ask: Ask; action: string; form: string; sent: Sent | undefined }) => {
  const mine = sent?.key === keyOf(ask) ? sent : undefined;
  const typed = mine?.form ?? (ask.answer ? formOf({ answer: ask.answer, reason: ask.reason }) : emptyForm);
  const whom = ask.side === 'mentor' ? 'Наставляемый' : 'Наставник';
  return (
    <Section
      title={ask.otherName}
      aside={
        ask.answer ? <Badge tone={ask.answer === 'agree' ? 'ok' : 'bad'}>{sideStates[ask.answer]}</Badge> : undefined
      }
    >
      <p>
        {whom}: {ask.otherName}
        {ask.otherPlace ? `, ${ask.otherPlace}` : ''}. {form}, с {formatDayLong(ask.from)} по {formatDayLong(ask.till)}.
      </p>
      <Form
        action={action}
        hidden={{ key: keyOf(ask), side: ask.side }}
        errors={mine?.errors ?? {}}
        refusal={mine?.refusal}
        actions={
          <Button kind="primary" size="l" wide busy="Отправляем…">
            {ask.answer ? 'Изменить ответ' : 'Ответить'}
          </Button>
        }
      >
        <FormFields fields={answerFields} form={typed} errors={mine?.errors ?? {}} />
      </Form>
    </Section>
  );
};

const body = (asks: readonly Ask[], labels: ReadonlyMap<string, string>, action: string, sent?: Sent) =>
  asks.length === 0 ? (
    <Empty icon="handshake" title="Вопросов нет">
      Когда куратор предложит вам пару, здесь появится вопрос, согласны ли вы.
    </Empty>
  ) : (
    <>
      <Note icon="eye">
        Ответ видит куратор. Второй человек узнает только, состоялась ли пара; причину ему не скажут.
      </Note>
      {asks.map((ask) => (
        <AskCard ask={ask} action={action} form={labels.get(ask.form) ?? ask.form} sent={sent} />
      ))}
    </>
  );

const labelsOf = async (ctx: Pick<PageCtx, 'db'>) =>
  new Map((await normsOf(ctx.db, 'form')).map(({ code, label }) => [code, label]));

const title = 'Согласны ли вы работать вместе?';

interface ReadAsk {
  readonly key: string;
  readonly proposalId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly side: AskedSide;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const nobody = '00000000-0000-0000-0000-000000000000';
const known = (id: string): string => (uuid.test(id) ? id : nobody);

const askIn = ({ form }: Input): ReadAsk => {
  const key = sentValue(form, 'key');
  const { mentorId, menteeId } = choiceOf(key);
  const side: AskedSide = sentValue(form, 'side') === 'mentor' ? 'mentor' : 'mentee';
  const proposalId = known(key.split(' ')[2] ?? '');
  return { key, proposalId, mentorId: known(mentorId), menteeId: known(menteeId), side };
};

const visiting = async (
  ctx: PublicCtx,
  input: Input,
  work: (token: string, show: (sent?: Sent) => Promise<Markup>, visit: readonly [Ctx, AskDoor]) => Promise<Reply>,
): Promise<Reply> => {
  const token = param(input, 'token');
  const outcome = await throughAskLink(ctx.system, token, async (inside, door) => {
    const show = async (sent?: Sent) => {
      const asks = await asksOf(inside.db, door.personId, door.proposalId);
      const labels = await labelsOf(inside);
      return screen(
        ctx,
        { title, frame: 'bare' },
        <>
          <Heading title={title} lead={door.collegeName} />
          {body(asks, labels, `/pair/${token}`, sent)}
        </>,
      );
    };
    return work(token, show, [inside, door]);
  });
  if (outcome.ok) return outcome.value;
  const words = mayGuess(input.address)
    ? 'Такой ссылки нет. Проверьте адрес или попросите у куратора новую.'
    : 'Слишком много попыток. Подождите минуту.';
  const page = await screen(
    ctx,
    { title: 'Ссылка не найдена', frame: 'bare' },
    <>
      <Heading title="Ссылка не найдена" />
      <Note kind="warn">{words}</Note>
    </>,
  );
  return input.request.method === 'GET' ? page : again(page);
};

/** The personal link on a phone: what this person is asked, and the answer. */
export const askDoor: PublicRoute = {
  method: 'GET',
  path: '/pair/:token',
  who: 'public',
  handle: (ctx, input) => visiting(ctx, input, (_, show) => show()),
};

export const answerAtDoor: PublicRoute = {
  method: 'POST',
  path: '/pair/:token',
  who: 'public',
  handle: (ctx, input) =>
    visiting(ctx, input, async (token, show, [inside, door]) => {
      const { key, ...ask } = askIn(input);
      const read = readForm(answerFields, input.form);
      const refuse = async (more: Omit<Sent, 'key' | 'form'>) => again(await show({ key, form: input.form, ...more }));
      if (!read.ok) return refuse({ errors: read.errors });
      const outcome = await answerByLink(inside, door, { ...ask, ...read.value });
      if (!outcome.ok) return refuse({ refusal: askRefusals[outcome.reason] });
      return goTo(`/pair/${token}`, { toast: { text: 'Ответ записан. Спасибо!' } });
    }),
};

const own = async (ctx: PageCtx, sent?: Sent) => {
  const asks = ctx.actor.personId ? await asksOf(ctx.db, ctx.actor.personId) : [];
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        lead="Ответьте о каждом человеке отдельно. Пока пара не составлена, ответ можно изменить."
      />
      {body(asks, await labelsOf(ctx), '/my/pair-asks', sent)}
    </>,
  );
};

/** The same questions for whoever has an account. */
export const myAsksPage: MemberRoute = {
  method: 'GET',
  path: '/my/pair-asks',
  who: ['mentor', 'mentee'],
  handle: (ctx) => own(ctx),
};

export const myAsks: MemberRoute = {
  method: 'POST',
  path: '/my/pair-asks',
  who: ['mentor', 'mentee'],
  async handle(ctx, input) {
    const { key, ...ask } = askIn(input);
    const read = readForm(answerFields, input.form);
    if (!read.ok) return again(await own(ctx, { key, form: input.form, errors: read.errors }));
    const outcome = await answerOwnAsk(ctx, { ...ask, ...read.value });
    if (!outcome.ok) return again(await own(ctx, { key, form: input.form, refusal: askRefusals[outcome.reason] }));
    return goTo('/my/pair-asks', { toast: { text: 'Ответ записан. Спасибо!' } });
  },
};
