import type { Child } from 'hono/jsx';
import { formatDay, formatDayLong } from '../../../kernel/day.ts';
import { emptyForm, type RawForm, sentValue } from '../../../platform/fields.ts';
import { limitAttempts } from '../../../platform/http/attempts.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PublicCtx, PublicRoute, Reply } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { groupChoices } from '../../people/study-group-rows.ts';
import { answeredOn } from '../answer-rows.ts';
import { throughLink, type Visit } from '../enter-door.ts';
import { type Choices, readAnswer } from '../fields.ts';
import { finishSheet } from '../finish-sheet.ts';
import { giveAnswer } from '../give-answer.ts';
import { hashOf } from '../issue-links.ts';
import { draftOfVisit, keepDraft, keepsDraft } from '../keep-draft.ts';
import { dropDraft } from '../link-rows.ts';
import { answerRefusals, doorRefusals, draftRefusals, tooMany } from '../texts.ts';
import { AnswerFields, type SentAnswer, WhoSees } from './answer-form.tsx';

const mayGuess = limitAttempts({ most: 30, seconds: 60 });
const maySend = limitAttempts({ most: 90, seconds: 60 });

const bare = (ctx: PublicCtx, title: string, body: Child) => screen(ctx, { title, frame: 'bare' }, body);

const choicesOf = async ({ ctx: { db } }: Visit): Promise<Choices> => ({
  topics: await normsOf(db, 'topic'),
  groups: await groupChoices(db),
});

/** «Мария И.»: enough for the owner of a link, too little for a finder. */
const hintOf = ({ subject }: Visit): string => (subject ? `${subject.firstName} ${subject.lastName.slice(0, 1)}.` : '');

const leadOf = ({ door, asker: { audience, campaign } }: Visit): string => {
  const whom = {
    student: 'Наставник помогает с учёбой, профессией или привыкнуть к колледжу. Расскажите, нужен ли он вам.',
    parent:
      'Наставник помогает студенту с учёбой, профессией или привыкнуть к колледжу. Расскажите, нужен ли он ребёнку.',
    'class-teacher': 'Расскажите, кому из группы нужен наставник. По одному студенту за раз.',
    psychologist: 'Расскажите, кому из студентов нужен наставник. По одному студенту за раз.',
  }[audience];
  return `${door.collegeName}. ${whom} Ответы принимаем до ${formatDayLong(campaign.tillDay)}`;
};

const alreadyAnswered = async (visit: Visit) => {
  const { asker, ctx } = visit;
  if (asker.subjectId === null) return null;
  const day = await answeredOn(ctx.db, {
    campaignId: asker.campaign.id,
    audience: asker.audience,
    personId: asker.subjectId,
  });
  return day === null ? null : (
    <Note kind="ok" title={`Ответ записан ${formatDay(day)}`}>
      Его можно дополнить: прежнее останется, одна и та же тема дважды не запишется.
    </Note>
  );
};

const askScreen = async (ctx: PublicCtx, token: string, visit: Visit, sent?: SentAnswer) => {
  const draft = await draftOfVisit(visit);
  const form: RawForm = draft ? { values: draft.values, files: {} } : emptyForm;
  const { asker } = visit;
  const action = `/ask/${token}`;
  return bare(
    ctx,
    asker.campaign.title,
    <>
      <Heading title={asker.campaign.title} lead={leadOf(visit)} />
      {visit.subject ? (
        <p>
          {asker.audience === 'parent' ? 'О ком: ' : 'Кто отвечает: '}
          <strong>{hintOf(visit)}</strong>
        </p>
      ) : null}
      {await alreadyAnswered(visit)}
      <WhoSees />
      <Form
        id="answer"
        action={action}
        errors={sent?.errors}
        refusal={sent?.refusal}
        draft={`ask-${hashOf(token).slice(0, 12)}`}
        hidden={draft ? { draftVersion: draft.version } : {}}
        actions={
          <Button kind="primary" size="l" wide busy="Отправляем…">
            Отправить ответ
          </Button>
        }
      >
        <AnswerFields asker={asker} choices={await choicesOf(visit)} sent={sent ?? { form }} />
      </Form>
      {keepsDraft(visit) ? (
        <p>
          <Button form="answer" formaction={`${action}/draft`}>
            Отложить и закончить позже
          </Button>
        </p>
      ) : null}
      {asker.audience === 'class-teacher' && asker.groupId !== null ? <FinishSheet action={`${action}/done`} /> : null}
    </>,
  );
};

const FinishSheet = ({ action }: { readonly action: string }) => (
  <Note title="Рассказали обо всех?" icon="list-checks">
    <p>Сдайте лист группы. Если наставник не нужен никому, это тоже ответ.</p>
    <PostButton action={action}>
      <Button>Сдать лист группы</Button>
    </PostButton>
  </Note>
);

/** After an answer; the same words whether the typed person was recognised or not. */
const thanksScreen = (ctx: PublicCtx, token: string, visit: Visit) => {
  const more = visit.asker.subjectId === null;
  return bare(
    ctx,
    'Ответ записан',
    <>
      <Heading title="Спасибо, ответ записан" lead={visit.door.collegeName} />
      <Note kind="ok">
        {more
          ? 'Наставника подбирает колледж. Если что-то непонятно, с вами поговорит классный руководитель или куратор.'
          : 'Наставника подбирает колледж. До конца сбора по этой же ссылке ответ можно дополнить.'}
      </Note>
      <p>
        <LinkButton href={`/ask/${token}`} size="l" wide>
          {more ? 'Рассказать ещё об одном человеке' : 'Дополнить ответ'}
        </LinkButton>
      </p>
      {visit.asker.audience === 'class-teacher' && visit.asker.groupId !== null ? (
        <FinishSheet action={`/ask/${token}/done`} />
      ) : null}
    </>,
  );
};

const refusalScreen =
  ([title, words]: readonly [string, string]) =>
  (ctx: PublicCtx) =>
    bare(
      ctx,
      title,
      <>
        <Heading title={title} />
        <Note kind="warn">{words}</Note>
      </>,
    );

/** Opens the door for one request; whoever guesses tokens is slowed down. */
const visiting = async (
  ctx: PublicCtx,
  input: Input,
  work: (visit: Visit, token: string) => Promise<Reply>,
): Promise<Reply> => {
  const token = param(input, 'token');
  const outcome = await throughLink(ctx.system, token, (visit) => work(visit, token));
  if (outcome.ok) return outcome.value;
  const slow = outcome.reason === 'no-such-link' && !mayGuess(input.address);
  const page = await refusalScreen(slow ? ['Подождите минуту', tooMany] : doorRefusals[outcome.reason])(ctx);
  return input.request.method === 'GET' ? page : again(page);
};

const path = '/ask/:token';

export const askPage: PublicRoute = {
  method: 'GET',
  path,
  who: 'public',
  handle: (ctx, input) =>
    visiting(ctx, input, (visit, token) =>
      input.query.get('said') ? thanksScreen(ctx, token, visit) : askScreen(ctx, token, visit),
    ),
};

export const sendAnswer: PublicRoute = {
  method: 'POST',
  path,
  who: 'public',
  handle: (ctx, input) =>
    visiting(ctx, input, async (visit, token) => {
      const { form } = input;
      const show = async (sent: Omit<SentAnswer, 'form'>) =>
        again(await askScreen(ctx, token, visit, { form, ...sent }));
      if (!maySend(`${input.address} ${visit.door.linkId}`)) return show({ refusal: tooMany });
      const read = readAnswer(visit.asker, await choicesOf(visit), form);
      if (!read.ok) return show({ errors: read.errors });

      const outcome = await giveAnswer(visit.ctx, visit.asker, read.value);
      if (!outcome.ok) return show({ refusal: answerRefusals[outcome.reason] });
      if (keepsDraft(visit)) await dropDraft(visit.ctx.db, visit.door.linkId);
      return goTo(`/ask/${token}?said=1`);
    }),
};

export const putAside: PublicRoute = {
  method: 'POST',
  path: `${path}/draft`,
  who: 'public',
  handle: (ctx, input) =>
    visiting(ctx, input, async (visit, token) => {
      const version = Number.parseInt(sentValue(input.form, 'draftVersion'), 10) || 0;
      const outcome = await keepDraft(visit, input.form.values, version);
      const refusal = draftRefusals['draft-changed'];
      if (!outcome.ok) return again(await askScreen(ctx, token, visit, { form: input.form, refusal }));
      const closed = sentValue(input.form, 'confidential') !== '';
      const text = closed ? 'Отложено, кроме слов для психолога: их не храним, допишите перед отправкой' : 'Отложено';
      return goTo(`/ask/${token}`, { toast: { text } });
    }),
};

export const handInByLink: PublicRoute = {
  method: 'POST',
  path: `${path}/done`,
  who: 'public',
  handle: (ctx, input) =>
    visiting(ctx, input, async (visit, token) => {
      const outcome = await finishSheet(visit.ctx, visit.asker);
      const text = outcome.ok ? 'Лист группы сдан' : 'Лист сдаёт классный руководитель по своей ссылке';
      return goTo(`/ask/${token}?said=1`, { toast: { text } });
    }),
};
