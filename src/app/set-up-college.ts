import { changeCollege } from '../features/college/change-college.ts';
import type { CollegeInput } from '../features/college/college.ts';
import { setController, setDirector, theCollege } from '../features/college/rows.ts';
import { fullName, type Person, personOf } from '../features/people/person.ts';
import { insertPersons, personById, updatePerson } from '../features/people/rows.ts';
import { done, type Outcome } from '../kernel/outcome.ts';
import { genderOf } from '../kernel/russian/names.ts';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/journal.ts';

export interface SetUpInput {
  readonly college: CollegeInput;
  /** «Коротаев Андрей Викторович» */
  readonly directorName: string;
  readonly directorPost: string;
  /** Person who controls the programme in orders; null when the director does. */
  readonly controllerId: string | null;
}

/** The college's details with the people whom its papers name. A new name of the director is a new person of the staff. */
export const setUpCollege = async (ctx: Ctx, input: SetUpInput): Promise<Outcome<undefined>> => {
  const outcome = await changeCollege(ctx, input.college);
  if (!outcome.ok) return outcome;

  const { directorId } = await theCollege(ctx.db);
  const now = directorId ? await personById(ctx.db, directorId) : undefined;
  if (!now || fullName(now) !== input.directorName.trim().replace(/\s+/g, ' ')) await nameDirector(ctx, input);
  else if (now.post !== input.directorPost)
    await updatePerson(ctx.db, now.id, now.version, { ...now, post: input.directorPost });
  await setController(ctx.db, input.controllerId);
  return done();
};

const nameDirector = async (ctx: Ctx, { directorName, directorPost }: SetUpInput): Promise<void> => {
  const [lastName = '', firstName = '', ...rest] = directorName.trim().split(/\s+/);
  const name = { lastName, firstName, patronymic: rest.join(' ') };
  const gender = genderOf({ last: lastName, first: firstName, middle: name.patronymic }) ?? null;
  const [id = ''] = await insertPersons(ctx.db, [personOf('staff', name, { post: directorPost, gender })]);
  await setDirector(ctx.db, id);
  await record(ctx, 'college.director-named', { kind: 'person', id });
};

/** The director as the papers know them, or undefined while nobody is named. */
export const directorOf = async (ctx: Ctx): Promise<Person | undefined> => {
  const { directorId } = await theCollege(ctx.db);
  return directorId ? personById(ctx.db, directorId) : undefined;
};
