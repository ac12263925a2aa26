import type { PageCtx } from '../../../platform/http/route.ts';
import { List } from '../../../ui/chips.tsx';
import { Section } from '../../../ui/heading.tsx';
import type { ListedPair } from '../../pairs/rows.ts';
import { mayReadFlag } from '../access.ts';
import { flagsOfPair } from '../flag-rows.ts';
import { flagWords, reasonNames } from '../texts.ts';

/** Flags of a pair on its page, for those who deal with them; the two sides see nothing of it. */
export const riskSection = async (ctx: PageCtx, pair: ListedPair) => {
  const flags = (await flagsOfPair(ctx.db, pair.id)).filter(
    (flag) => flag.closedOn === null && mayReadFlag(ctx.actor, flag) === true,
  );
  if (flags.length === 0) return null;
  return (
    <Section title="Под вопросом" icon="circle-alert" count={flags.length} bad>
      <List
        rows={flags.map(({ id, reason, details }) => ({
          title: reasonNames[reason],
          href: `/risks/${id}`,
          text: flagWords(reason, details),
        }))}
      />
    </Section>
  );
};
