import { roles } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Filling } from '../give-answers.ts';
import { issueOwnLink } from '../issue-links.ts';
import { type Round, roundState } from '../round.ts';
import { invitationOf, roundById, roundsFor } from '../round-rows.ts';
import { linkRefusals, stateNames } from '../texts.ts';
import { showFilling, takeAnswer, takeStep } from './fill-steps.tsx';
import { fillMessage } from './fill-view.tsx';

const home = '/my-questionnaires';

type OwnRound = Round & { readonly answered: boolean };

const Way = ({ round, ctx }: { readonly round: OwnRound; readonly ctx: PageCtx }) => {
  if (roundState(round, ctx.today) !== 'running') return <>{round.answered ? 'принята' : '—'}</>;
  if (!round.anonymous)
    return (
      <LinkButton kind={round.answered ? 'secondary' : 'primary'} href={`${home}/${round.id}`} plain>
        {round.answered ? 'Посмотреть ответы' : 'Ответить'}
      </LinkButton>
    );
  if (round.answered) return <>принята, ответы без имён</>;
  return (
    <PostButton action={`${home}/${round.id}/begin`} answersPage>
      <Button kind="primary">Ответить</Button>
    </PostButton>
  );
};

/** Everybody's own page: what they are asked now and what they have answered. */
export const ownList: MemberRoute = {
  method: 'GET',
  path: home,
  who: roles,
  async handle(ctx) {
    const { personId } = ctx.actor;
    const rounds = personId === null ? [] : await roundsFor(ctx.db, personId);
    const open = rounds.filter((round) => !round.answered && roundState(round, ctx.today) === 'running');
    return screen(
      ctx,
      { title: 'Мои анкеты' },
      <>
        <Heading
          title="Мои анкеты"
          lead={
            open.length > 0 ? 'Ответы сохраняются сразу: можно прерваться и вернуться.' : 'Сейчас отвечать не на что.'
          }
        />
        <Table
          caption="Анкеты, на которые вас просят ответить"
          rows={rounds}
          columns={[
            { key: 'title', label: 'Анкета', head: true, cell: ({ title }) => title },
            { key: 'till', label: 'Ответить до', cell: ({ closesOn }) => formatDay(closesOn) },
            {
              key: 'state',
              label: 'Состояние',
              cell: (round) =>
                round.answered ? (
                  <Tick>вы ответили</Tick>
                ) : roundState(round, ctx.today) === 'running' ? (
                  <Badge tone="warn">ждёт ответа</Badge>
                ) : (
                  stateNames[roundState(round, ctx.today)]
                ),
            },
            { key: 'way', label: 'Действие', labelHidden: true, cell: (round) => <Way round={round} ctx={ctx} /> },
          ]}
          empty={
            <Empty icon="clipboard-list" title="Анкет для вас нет">
              Когда вас попросят ответить, анкета появится здесь.
            </Empty>
          }
        />
      </>,
    );
  },
};

const ownFilling = async (ctx: PageCtx, input: Input): Promise<Filling> => {
  const round = found(await roundById(ctx.db, param(input, 'roundId')), 'round');
  const { personId } = ctx.actor;
  const invited = found(personId === null ? undefined : await invitationOf(ctx.db, round.id, personId), 'invitation');
  found(round.anonymous ? undefined : round, 'round with names');
  const owner = {
    personId: invited.personId,
    keyHash: null,
    groupId: invited.groupId,
    way: 'account' as const,
    accountId: null,
  };
  return { db: ctx.db, today: ctx.today, round, owner, invitedId: invited.personId };
};

const doorOf = (ctx: PageCtx, { round }: Filling) => ({ ctx, path: `${home}/${round.id}`, back: home, hidden: {} });

export const ownSheet: MemberRoute = {
  method: 'GET',
  path: `${home}/:roundId`,
  who: roles,
  async handle(ctx, input) {
    const filling = await ownFilling(ctx, input);
    const state = roundState(filling.round, ctx.today);
    if (state !== 'running')
      return fillMessage(ctx, { title: filling.round.title, text: `Сбор ответов: ${stateNames[state]}.` });
    return showFilling(filling, doorOf(ctx, filling), input);
  },
};

export const ownStep: MemberRoute = {
  method: 'POST',
  path: `${home}/:roundId`,
  who: roles,
  async handle(ctx, input) {
    const filling = await ownFilling(ctx, input);
    return takeStep(filling, doorOf(ctx, filling), input);
  },
};

export const ownAnswer: MemberRoute = {
  method: 'POST',
  path: `${home}/:roundId/answer`,
  who: roles,
  handle: async (ctx, input) => takeAnswer(await ownFilling(ctx, input), input),
};

/** Into an anonymous round: from here on nothing ties the answers to the account. */
export const beginNameless: MemberRoute = {
  method: 'POST',
  path: `${home}/:roundId/begin`,
  who: roles,
  async handle(ctx, input) {
    const round = found(await roundById(ctx.db, param(input, 'roundId')), 'round');
    if (!round.anonymous) return goTo(`${home}/${round.id}`);
    const link = await issueOwnLink(ctx, round.id);
    if (!link.ok && link.reason === 'not-asked') found(undefined, 'invitation');
    return link.ok ? goTo(`/q/${link.value}`) : goTo(home, { toast: { text: linkRefusals[link.reason] } });
  },
};
