import { formatDay } from '../../../kernel/day.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { pairKeepers } from '../access.ts';
import { orderEnd } from '../order-pairs.ts';
import { endedPairs } from '../order-rows.ts';
import { type ListedPair, pairsBy } from '../rows.ts';
import { endOrderRefusals } from '../texts.ts';
import { sideName } from './words.tsx';

/** Orders in force whose pairs ended early, each with the button that drafts the amending order; null when there is none. */
export const endedOrders = async (ctx: PageCtx) => {
  const orders = await endedPairs(ctx.db);
  if (orders.length === 0) return null;
  const sections = [];
  for (const { orderId, pairIds } of orders) {
    const pairs = await pairsBy(ctx.db, { orderId }, ctx.today, { limit: 5000 });
    const ended = pairs.filter(({ id }) => pairIds.includes(id));
    sections.push(<EndedOrder orderId={orderId} pairs={ended} />);
  }
  return <>{sections}</>;
};

const EndedOrder = ({ orderId, pairs }: { readonly orderId: string; readonly pairs: readonly ListedPair[] }) => {
  const [first] = pairs;
  const named = first?.orderDay ? `№ ${first.orderNumber} от ${formatDay(first.orderDay)}` : '';
  return (
    <Section title="Завершены раньше срока" count={pairs.length}>
      <p>
        Эти пары закреплены <a href={`/documents/${orderId}`}>приказом {named}</a>. Их досрочное завершение оформляет
        приказ об изменении.
      </p>
      <Table
        caption={`Завершённые пары приказа ${named}`}
        columns={[
          {
            key: 'pair',
            label: 'Пара',
            head: true,
            cell: (pair: ListedPair) => (
              <a href={`/pairs/${pair.id}`}>
                {sideName(pair.mentor)} и {sideName(pair.mentee)}
              </a>
            ),
          },
          { key: 'till', label: 'Последний день', cell: (pair) => formatDay(pair.till) },
          { key: 'reason', label: 'Причина', cell: (pair) => pair.endReason },
        ]}
        rows={pairs}
      />
      <PostButton action={`/pairs/order/${orderId}/end`}>
        <Button icon="file-pen" busy="Составляем…">
          Проект приказа об изменении
        </Button>
      </PostButton>
    </Section>
  );
};

export const endThisOrder: MemberRoute = {
  method: 'POST',
  path: '/pairs/order/:documentId/end',
  who: pairKeepers,
  async handle(ctx, input) {
    const outcome = await orderEnd(ctx, param(input, 'documentId'));
    if (outcome.ok)
      return goTo(`/documents/${outcome.value}`, { toast: { text: 'Составлен проект приказа об изменении' } });
    return again(
      await screen(
        ctx,
        { title: 'Приказ об изменении' },
        <>
          <Heading
            title="Приказ об изменении"
            crumbs={[{ label: 'Пары и группы', href: '/pairs' }, { label: 'Приказ об изменении' }]}
          />
          <Note kind="warn">{endOrderRefusals[outcome.reason]}</Note>
          {await endedOrders(ctx)}
        </>,
      ),
    );
  },
};
