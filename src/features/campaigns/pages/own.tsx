import { demand } from '../../../kernel/actor.ts';
import { formatDay, formatDayLong } from '../../../kernel/day.ts';
import { emptyForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import { personById } from '../../people/rows.ts';
import { groupChoices } from '../../people/study-group-rows.ts';
import { mayTellOfOthers, mayTellOfSelf, selfTellers, tellers } from '../access.ts';
import { answeredOn } from '../answer-rows.ts';
import { type Asker, stateOf } from '../campaign.ts';
import { openCampaign } from '../campaign-rows.ts';
import { type Choices, readAnswer } from '../fields.ts';
import { giveAnswer } from '../give-answer.ts';
import { answerRefusals } from '../texts.ts';
import { AnswerFields, type SentAnswer, WhoSees } from './answer-form.tsx';

type Who = 'self' | 'others';

const paths: Readonly<Record<Who, string>> = { self: '/my-need', others: '/campaigns/tell' };
const titles: Readonly<Record<Who, string>> = { self: 'Мой запрос', others: 'Рассказать о запросе студента' };

/** Who answers by this account; undefined when nobody is asked now. */
const askerOf = async ({ actor, db, today }: PageCtx, who: Who): Promise<Asker | undefined> => {
  demand(who === 'self' ? mayTellOfSelf(actor) : mayTellOfOthers(actor));
  const campaign = await openCampaign(db, (await theCollege(db)).currentYear);
  const audience = who === 'self' ? 'student' : 'psychologist';
  if (!campaign || stateOf(campaign, today) !== 'running' || !campaign.audiences.includes(audience)) return undefined;
  const person = actor.personId === null ? undefined : await personById(db, actor.personId);
  if (who === 'self' && person?.kind !== 'student') return undefined;
  return {
    campaign,
    audience,
    subjectId: who === 'self' ? actor.personId : null,
    tellerId: who === 'self' ? null : actor.personId,
    groupId: null,
    accountId: actor.accountId,
  };
};

const choicesOf = async ({ db }: PageCtx): Promise<Choices> => ({
  topics: await normsOf(db, 'topic'),
  groups: await groupChoices(db),
});

const quietScreen = (ctx: PageCtx, who: Who) =>
  screen(
    ctx,
    { title: titles[who] },
    <>
      <Heading title={titles[who]} />
      <Empty icon="message-circle" title="Сейчас сбора запросов нет">
        Если помощь нужна, скажите об этом куратору или классному руководителю: они запишут запрос и без сбора.
      </Empty>
    </>,
  );

const answeredNote = async (ctx: PageCtx, { campaign, audience, subjectId }: Asker) => {
  if (subjectId === null) return null;
  const day = await answeredOn(ctx.db, { campaignId: campaign.id, audience, personId: subjectId });
  return day === null ? null : (
    <Note kind="ok" title={`Ответ записан ${formatDay(day)}`}>
      Его можно дополнить: прежнее останется, одна и та же тема дважды не запишется.
    </Note>
  );
};

const ownScreen = async (ctx: PageCtx, who: Who, asker: Asker, sent: SentAnswer = { form: emptyForm }) =>
  screen(
    ctx,
    { title: titles[who] },
    <>
      <Heading
        title={titles[who]}
        lead={`${asker.campaign.title}. Ответы принимаем до ${formatDayLong(asker.campaign.tillDay)}`}
      />
      {await answeredNote(ctx, asker)}
      <WhoSees />
      <Form
        action={paths[who]}
        errors={sent.errors}
        refusal={sent.refusal}
        draft={`own-${who}`}
        actions={<Button kind="primary">Отправить ответ</Button>}
      >
        <AnswerFields asker={asker} choices={await choicesOf(ctx)} sent={sent} />
      </Form>
    </>,
  );

const pageOf = (who: Who): MemberRoute => ({
  method: 'GET',
  path: paths[who],
  who: who === 'self' ? selfTellers : tellers,
  async handle(ctx) {
    const asker = await askerOf(ctx, who);
    return asker ? ownScreen(ctx, who, asker) : quietScreen(ctx, who);
  },
});

const sendOf = (who: Who): MemberRoute => ({
  method: 'POST',
  path: paths[who],
  who: who === 'self' ? selfTellers : tellers,
  async handle(ctx, { form }) {
    const asker = await askerOf(ctx, who);
    if (!asker) return again(await quietScreen(ctx, who));
    const read = readAnswer(asker, await choicesOf(ctx), form);
    if (!read.ok) return again(await ownScreen(ctx, who, asker, { form, errors: read.errors }));

    const outcome = await giveAnswer(ctx, asker, read.value);
    if (!outcome.ok) return again(await ownScreen(ctx, who, asker, { form, refusal: answerRefusals[outcome.reason] }));
    const kept = 'Записано. Студента с таким именем в группе не нашли: куратор разберётся';
    return goTo(paths[who], { toast: { text: outcome.value === 'kept' ? kept : 'Ответ записан' } });
  },
});

export const ownRoutes: readonly MemberRoute[] = [pageOf('self'), sendOf('self'), pageOf('others'), sendOf('others')];
