import type { Child } from 'hono/jsx';
import { formatDay } from '../../../kernel/day.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { List } from '../../../ui/chips.tsx';
import { Section } from '../../../ui/heading.tsx';
import type { Consequence } from '../../consents/consequence.ts';
import type { MemberColumn } from '../../registers/mentee.ts';
import { mayReadPairs } from '../access.ts';
import { endPairsOf } from '../end-pair.ts';
import { countPaired, pairsOfMentees, placesTaken } from '../register-rows.ts';
import { pairsBy } from '../rows.ts';
import { periodWords, StateOf, sideName } from './words.tsx';

/** «Пара» in the register of mentees. */
export const pairColumn: MemberColumn = {
  title: 'Пара',
  async cells(ctx: Ctx, ids) {
    const pairs = await pairsOfMentees(ctx.db, ids, ctx.today);
    return new Map<string, Child>(
      pairs.map(({ menteeId, pairId, mentor, from }) => [
        menteeId,
        <>
          <a href={`/pairs/${pairId}`}>{mentor}</a>
          {from > ctx.today ? <span class="hint"> с {formatDay(from)}</span> : null}
        </>,
      ]),
    );
  },
  stat: async (ctx) => ({ count: await countPaired(ctx.db, 'mentee_id', ctx.today), label: 'в паре', href: '/pairs' }),
};

/** «Занято мест» in the register of mentors. */
export const placesColumn: MemberColumn = {
  title: 'Занято мест',
  async cells(ctx: Ctx, ids) {
    const taken = await placesTaken(ctx.db, ids, ctx.today);
    return new Map<string, Child>([...taken].map(([id, count]) => [id, String(count)]));
  },
  stat: async (ctx) => ({
    count: await countPaired(ctx.db, 'mentor_id', ctx.today),
    label: 'работают в паре',
    href: '/pairs',
  }),
};

/** The pairs of a person, on the person's card. */
export const pairsSection = async (ctx: PageCtx, { id: personId }: { readonly id: string }): Promise<Child | null> => {
  if (mayReadPairs(ctx.actor) !== true) return null;
  const pairs = await pairsBy(ctx.db, { personId }, ctx.today, { limit: 20 });
  if (pairs.length === 0) return null;
  return (
    <Section title="Пары">
      <List
        rows={pairs.map((pair) => ({
          href: `/pairs/${pair.id}`,
          title:
            pair.mentorId === personId
              ? `Наставляемый: ${sideName(pair.mentee)}`
              : `Наставник: ${sideName(pair.mentor)}`,
          text: periodWords(pair),
          after: <StateOf pair={pair} today={ctx.today} />,
        }))}
      />
    </Section>
  );
};

/** Without a consent to processing nobody works in a pair. */
export const pairConsequence: Consequence = {
  async describe(ctx, personId) {
    const pairs = await pairsBy(ctx.db, { personId }, ctx.today, { limit: 100 });
    return pairs
      .filter(({ till }) => till >= ctx.today)
      .map((pair) => `Прекратится пара «${sideName(pair.mentor)} — ${sideName(pair.mentee)}»`);
  },
  apply: (ctx, personId, day) => endPairsOf(ctx, personId, day, 'Отозвано согласие на обработку данных'),
};
