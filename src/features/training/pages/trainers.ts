import { formatDay } from '../../../kernel/day.ts';
import type { Option } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { allExperts } from '../../experts/rows.ts';
import { fullName } from '../../people/person.ts';
import { trainerNames } from '../programme-rows.ts';

/** Staff, then the bank of experts with how their contract stands; values are read by the session's fields. */
export const trainerOptions = async (ctx: PageCtx): Promise<Option[]> => {
  const staff = await trainerNames(ctx.db);
  const own = new Set(staff.map(({ id }) => id));
  const experts = (await allExperts(ctx.db)).filter(
    ({ leftOn, personId }) => leftOn === null && (personId === null || !own.has(personId)),
  );
  return [
    ...staff.map(({ id, place, ...name }) => ({
      value: `staff:${id}`,
      label: [fullName(name), place].filter(Boolean).join(', '),
    })),
    ...experts.map(({ id, shownName, shownOrganisation, contractTill }) => ({
      value: `expert:${id}`,
      label: [
        shownName,
        shownOrganisation,
        contractTill !== null && contractTill >= ctx.today
          ? `договор до ${formatDay(contractTill)}`
          : 'нет действующего договора',
      ]
        .filter(Boolean)
        .join(', '),
    })),
  ];
};
