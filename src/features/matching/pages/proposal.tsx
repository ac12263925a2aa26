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
import { confirmPairs } from '../decide-pairs.ts';
import type { Proposal } from '../proposal.ts';
import { type DeskPair, deskPairs, menteeNames, proposalById } from '../rows.ts';
import { Desk } from './desk.tsx';
import { ConditionsList, Unmatched, WhatIfs } from './proposal-aside.tsx';
import { type Show, shown, shows } from './shown-pairs.ts';

export const theProposal = async (ctx: PageCtx, input: Input): Promise<Proposal> =>
  found(await proposalById(ctx.db, param(input, 'proposalId')), 'proposal');

const Figures = ({ proposal, pairs }: { proposal: Proposal; pairs: readonly DeskPair[] }) => (
  <StatRow
    look="under"
    stats={[
      { value: proposal.totals.met, label: `из ${proposal.totals.wanted} получают наставника` },
      { value: shown(pairs, 'locked').length, label: 'закреплены вами', href: `/matching/${proposal.id}?show=locked` },
      { value: proposal.unmatched.length, label: 'пока без наставника', href: '#unmatched' },
    ]}
    aside={
      proposal.totals.proved ? (
        <Note kind="ok" icon="shield-check" title="Лучше нельзя — доказано">
          При ваших условиях больше пар не составить, а сумма баллов {proposal.totals.score.toLocaleString('ru-RU')}{' '}
          наибольшая.
        </Note>
      ) : null
    }
  />
);

export const deskPage = async (
  ctx: PageCtx,
  proposal: Proposal,
  { show = 'all', refusals = [] }: { show?: Show; refusals?: readonly string[] } = {},
) => {
  const pairs = await deskPairs(ctx.db, proposal.id);
  const labels = new Map(
    [...(await normsOf(ctx.db, 'topic')), ...(await normsOf(ctx.db, 'form'))].map(({ code, label }) => [code, label]),
  );
  const names = await menteeNames(
    ctx.db,
    proposal.unmatched.map(({ menteeId }) => menteeId),
  );
  const open = shown(pairs, 'open').filter(({ wish }) => wish !== 'veto').length;
  const formed = pairs.filter(({ decision }) => decision === 'confirmed').length;
  return screen(
    ctx,
    { title: `Предложение № ${proposal.number}` },
    <>
      <Heading
        title={`Предложение № ${proposal.number}`}
        crumbs={[{ label: 'Подбор пар', href: '/matching' }, { label: labels.get(proposal.form) ?? proposal.form }]}
        lead={`Пары с ${formatDay(proposal.from)} по ${formatDay(proposal.till)}. Данные в реестрах могли измениться: пересчитайте, если правили карточки.`}
        actions={
          <>
            <Button form="recount" icon="refresh-cw" busy="Считаем…">
              Пересчитать
            </Button>
            {open > 0 ? (
              <Button
                kind="primary"
                form="desk"
                field="everything"
                value="yes"
                icon="check-check"
                busy="Составляем пары…"
              >
                Подтвердить все: {open}
              </Button>
            ) : formed > 0 ? (
              <LinkButton kind="primary" href="/pairs/order" icon="file-text">
                Проект приказа
              </LinkButton>
            ) : null}
          </>
        }
      />
      <form id="recount" method="post" action={`/matching/${proposal.id}/again`} />
      {refusals.length > 0 ? (
        <Note kind="warn" title={`Не составлены: ${counted(refusals.length, 'пара', 'пары', 'пар')}`}>
          <ul>
            {refusals.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      <Figures proposal={proposal} pairs={pairs} />
      <Columns
        aside={
          <>
            <WhatIfs proposal={proposal} />
            <ConditionsList proposal={proposal} />
            <Note kind="info">Предложение — не решение. Состав пар утверждает рабочая группа, закрепляет приказ.</Note>
          </>
        }
      >
        <Desk proposal={proposal} pairs={pairs} show={show} labels={labels} />
        <Unmatched proposal={proposal} names={names} />
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
    return deskPage(ctx, await theProposal(ctx, input), { show });
  },
};

/** Ticks come as «mentor mentee». */
export const choiceOf = (value: string): { mentorId: string; menteeId: string } => {
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
    const chosen = input.form.values.everything
      ? pairs.filter(({ wish }) => wish !== 'veto')
      : (input.form.values.pairs ?? []).map(choiceOf);
    const outcome = await confirmPairs(ctx, proposal.id, chosen);
    if (!outcome.ok)
      return again(
        await deskPage(ctx, proposal, { refusals: ['Отметьте хотя бы одну пару, о которой ещё не решили.'] }),
      );
    const { formed, refused } = outcome.value;
    const nameOf = (id: string) => pairs.find(({ menteeId }) => menteeId === id)?.menteeName ?? '';
    const words = refused.map(({ menteeId, reason }) => `${nameOf(menteeId)}: ${pairRefusals[reason]}`);
    if (words.length > 0) return deskPage(ctx, proposal, { refusals: words });
    return goTo(`/matching/${proposal.id}`, {
      toast: { text: `Составлено: ${counted(formed, 'пара', 'пары', 'пар')}` },
    });
  },
};
