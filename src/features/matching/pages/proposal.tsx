import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Columns, Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { StatRow } from '../../../ui/stat-row.tsx';
import { normsOf } from '../../college/rows.ts';
import { pairKeepers } from '../../pairs/access.ts';
import { pairRefusals } from '../../pairs/texts.ts';
import { openCasesOf } from '../../support-cases/rows.ts';
import { type Choice, confirmPairs } from '../decide-pairs.ts';
import { type DeskPair, deskPairs, movesOf } from '../desk-rows.ts';
import { matchingNorms } from '../norm-rows.ts';
import { noteAgreed } from '../note-agreed.ts';
import type { Proposal } from '../proposal.ts';
import { publishable } from '../publish-proposal.ts';
import { personNames, proposalById, proposalsOf } from '../rows.ts';
import { notAgreed } from '../texts.ts';
import { Desk } from './desk.tsx';
import { ConditionsList, Unmatched, WhatIfs } from './proposal-aside.tsx';
import { Run } from './run.tsx';
import { type Show, shown, shows } from './shown-pairs.ts';

export const theProposal = async (ctx: PageCtx, input: Input): Promise<Proposal> =>
  found(await proposalById(ctx.db, param(input, 'proposalId')), 'proposal');

interface FiguresProps {
  readonly proposal: Proposal;
  readonly pairs: readonly DeskPair[];
  /** Moves made by hand that stand. */
  readonly moves: number;
}

const Figures = ({ proposal, pairs, moves }: FiguresProps) => {
  const standing = pairs.filter(({ decision }) => decision !== 'refused');
  const score = standing.reduce((sum, pair) => sum + pair.score, 0);
  const asked = standing.filter(({ mentorSays, menteeSays }) => mentorSays !== 'none' || menteeSays !== 'none');
  const agreed = asked.filter(({ mentorSays, menteeSays }) => mentorSays === 'agree' && menteeSays === 'agree');
  const chosen = standing.filter(({ reasons }) => reasons.some(({ criterion }) => criterion === 'preference'));
  return (
    <StatRow
      look="under"
      stats={[
        { value: standing.length, label: `из ${proposal.totals.wanted} получают наставника` },
        ...(chosen.length > 0 ? [{ value: chosen.length, label: 'с тем, кого выбрали сами' }] : []),
        {
          value: shown(pairs, 'locked').length,
          label: 'закреплены вами',
          href: `/matching/${proposal.id}?show=locked`,
        },
        asked.length > 0
          ? { value: agreed.length, label: 'согласны оба', href: `/matching/${proposal.id}/asks` }
          : {
              value: Math.max(0, proposal.totals.wanted - standing.length),
              label: 'пока без наставника',
              href: '#unmatched',
            },
      ]}
      aside={
        moves > 0 ? (
          <Note kind="info" icon="git-branch" title={`Правлено вручную: ${counted(moves, 'ход', 'хода', 'ходов')}`}>
            Сумма баллов {score.toLocaleString('ru-RU')}, у расчёта была {proposal.totals.score.toLocaleString('ru-RU')}
            .
          </Note>
        ) : proposal.totals.proved ? (
          <Note kind="ok" icon="shield-check" title="Лучше нельзя — доказано">
            При ваших условиях больше пар не составить, а сумма баллов {proposal.totals.score.toLocaleString('ru-RU')}{' '}
            наибольшая.
          </Note>
        ) : null
      }
    />
  );
};

interface Actions {
  readonly proposal: Proposal;
  readonly ready: number;
  readonly formed: number;
  readonly earlier: Proposal | undefined;
}

const HeadActions = ({ proposal, ready, formed, earlier }: Actions) => (
  <>
    {earlier ? (
      <LinkButton href={`/matching/${proposal.id}/compare?with=${earlier.id}`} icon="git-compare">
        Сравнить с № {earlier.number}
      </LinkButton>
    ) : null}
    <Button form="recount" icon="refresh-cw" busy="Считаем…">
      Пересчитать
    </Button>
    <LinkButton href={`/matching/${proposal.id}/desk`} icon="grip-vertical">
      Стол
    </LinkButton>
    <LinkButton href={`/matching/${proposal.id}/asks`} icon="message-circle">
      Согласия сторон
    </LinkButton>
    {ready > 0 ? (
      <LinkButton kind="primary" href={`/matching/${proposal.id}/publish`} icon="file-text">
        Опубликовать: {ready}
      </LinkButton>
    ) : formed > 0 ? (
      <LinkButton kind="primary" href="/pairs/order" icon="file-text">
        Проект приказа
      </LinkButton>
    ) : null}
  </>
);

const namesFor = (ctx: PageCtx, { unmatched }: Proposal) =>
  personNames(
    ctx.db,
    unmatched.flatMap(({ menteeId, fix }) => (fix ? [menteeId, fix.mentorId] : [menteeId])),
  );

export const formLabels = async (ctx: PageCtx) =>
  new Map(
    [...(await normsOf(ctx.db, 'topic')), ...(await normsOf(ctx.db, 'form'))].map(({ code, label }) => [code, label]),
  );

/** What a proposal is best compared with: the one before it over the same forms. */
const earlierOf = ({ number, forms }: Proposal, others: readonly Proposal[]): Proposal | undefined => {
  const before = others.filter((one) => one.number < number);
  return before.find((one) => one.forms.join() === forms.join()) ?? before[0];
};

export const deskPage = async (
  ctx: PageCtx,
  proposal: Proposal,
  { show = 'all', refusals = [], page = 1 }: { show?: Show; refusals?: readonly string[]; page?: number } = {},
) => {
  const pairs = await deskPairs(ctx.db, proposal.id);
  const labels = await formLabels(ctx);
  const { ask } = await matchingNorms(ctx.db);
  const others = await proposalsOf(ctx.db, proposal.year);
  const placed = new Set(pairs.filter(({ decision }) => decision !== 'refused').map(({ menteeId }) => menteeId));
  return screen(
    ctx,
    { title: `Предложение № ${proposal.number}` },
    <>
      <Heading
        title={`Предложение № ${proposal.number}`}
        crumbs={[
          { label: 'Подбор пар', href: '/matching' },
          { label: proposal.forms.map((form) => labels.get(form) ?? form).join(', ') },
        ]}
        lead={`${proposal.mode === 'groups' ? 'Группы' : 'Пары'} с ${formatDay(proposal.from)} по ${formatDay(proposal.till)}. Данные в реестрах могли измениться: пересчитайте, если правили карточки.`}
        actions={
          <HeadActions
            proposal={proposal}
            ready={publishable(pairs, ask).length}
            formed={pairs.filter(({ decision }) => decision === 'confirmed').length}
            earlier={earlierOf(proposal, others)}
          />
        }
      />
      <form id="recount" method="post" action={`/matching/${proposal.id}/again`} />
      {refusals.length > 0 ? (
        <Note kind="warn" title={`Не получилось: ${refusals.length}`}>
          <ul>
            {refusals.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      <Figures proposal={proposal} pairs={pairs} moves={(await movesOf(ctx.db, proposal.id)).length} />
      <Columns
        aside={
          <>
            <WhatIfs proposal={proposal} />
            <ConditionsList proposal={proposal} />
            <Run proposal={proposal} />
            <Note kind="info">Предложение — не решение. Состав пар утверждает рабочая группа, закрепляет приказ.</Note>
          </>
        }
      >
        <Desk proposal={proposal} pairs={pairs} show={show} labels={labels} page={page} />
        <Unmatched
          ctx={ctx}
          cases={
            await openCasesOf(
              ctx.db,
              proposal.unmatched.map(({ menteeId }) => menteeId),
            )
          }
          proposal={{ ...proposal, unmatched: proposal.unmatched.filter(({ menteeId }) => !placed.has(menteeId)) }}
          names={await namesFor(ctx, proposal)}
        />
      </Columns>
    </>,
  );
};

export const proposalPage: Route = {
  method: 'GET',
  path: '/matching/:proposalId',
  who: pairKeepers,
  async handle(ctx, input) {
    const show = shows.find((one) => one === input.query.get('show')) ?? 'all';
    const page = Math.max(1, Number(input.query.get('page')) || 1);
    return deskPage(ctx, await theProposal(ctx, input), { show, page });
  },
};

/** Ticks come as «mentor mentee». */
export const choiceOf = (value: string): Choice => {
  const [mentorId = '', menteeId = ''] = value.split(' ');
  return { mentorId, menteeId };
};

export const confirmChosen: Route = {
  method: 'POST',
  path: '/matching/:proposalId/confirm',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const pairs = await deskPairs(ctx.db, proposal.id);
    const outcome = await confirmPairs(ctx, proposal.id, (input.form.values.pairs ?? []).map(choiceOf));
    if (!outcome.ok)
      return again(
        await deskPage(ctx, proposal, { refusals: ['Отметьте хотя бы одну пару, о которой ещё не решили.'] }),
      );
    const { formed, refused } = outcome.value;
    const nameOf = (id: string) => pairs.find(({ menteeId }) => menteeId === id)?.menteeName ?? '';
    const words = refused.map(
      ({ menteeId, reason }) => `${nameOf(menteeId)}: ${reason === 'not-agreed' ? notAgreed : pairRefusals[reason]}`,
    );
    if (words.length > 0) return again(await deskPage(ctx, proposal, { refusals: words }));
    return goTo(`/matching/${proposal.id}`, {
      toast: { text: `Составлено: ${counted(formed, 'пара', 'пары', 'пар')}` },
    });
  },
};

/** Both sides said yes to the curator: on paper, at the general meeting, by telephone. */
export const agreedChosen: Route = {
  method: 'POST',
  path: '/matching/:proposalId/agreed',
  who: pairKeepers,
  async handle(ctx, input) {
    const proposal = await theProposal(ctx, input);
    const outcome = await noteAgreed(ctx, proposal.id, (input.form.values.pairs ?? []).map(choiceOf));
    if (!outcome.ok)
      return again(await deskPage(ctx, proposal, { refusals: ['Отметьте пары, обе стороны которых согласны.'] }));
    return goTo(`/matching/${proposal.id}`, {
      toast: { text: `Записано согласие: ${counted(outcome.value, 'пара', 'пары', 'пар')}` },
    });
  },
};
