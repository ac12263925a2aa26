import type { Option } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { fullName } from '../../people/person.ts';
import { trainerNames } from '../programme-rows.ts';

/** Staff and specialists of employers who may lead a session. */
export const staffOptions = async (ctx: PageCtx): Promise<Option[]> =>
  (await trainerNames(ctx.db)).map(({ id, place, ...name }) => ({
    value: id,
    label: [fullName(name), place].filter(Boolean).join(', '),
  }));
