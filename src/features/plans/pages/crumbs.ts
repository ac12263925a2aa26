import type { PageCtx } from '../../../platform/http/route.ts';
import { mayReadRegister } from '../access.ts';
import type { ThePlan } from './the-plan.ts';

interface Crumb {
  readonly label: string;
  readonly href?: string;
}

/** Where a person came from: the register, or the own plans. */
export const planCrumbs = (ctx: PageCtx, { plan, pair }: Pick<ThePlan, 'plan' | 'pair'>, here?: string): Crumb[] => {
  const top =
    mayReadRegister(ctx.actor) === true
      ? { label: 'Планы пар', href: '/plans' }
      : { label: 'Мои планы', href: '/my-plans' };
  const label = `${pair.mentor.lastName} — ${pair.mentee.lastName}`;
  return here ? [top, { label, href: `/plans/${plan.id}` }, { label: here }] : [top, { label }];
};
