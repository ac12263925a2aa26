import { openAccount } from '../../features/accounts/open-account.ts';
import { roleNames } from '../../features/accounts/texts.ts';
import { fullName } from '../../features/people/person.ts';
import { type Actor, type Role, roles } from '../../kernel/actor.ts';
import type { Ctx } from '../../platform/context.ts';
import { passwordHash } from '../../platform/session.ts';
import { must } from './must.ts';
import type { DemoGroup, DemoPeople, DemoPerson } from './people.ts';

/** One for all: the demo is for looking round, not for people's data. */
export const demoPassword = 'vyatka-2026';

export interface DemoSignIn {
  readonly role: Role;
  readonly roleName: string;
  readonly login: string;
  readonly password: string;
}

/** The login of each role is the role's own name. */
export const demoSignIns: readonly DemoSignIn[] = roles.map((role) => ({
  role,
  roleName: roleNames[role],
  login: role,
  password: demoPassword,
}));

export type DemoActors = Readonly<Record<Role, Actor>>;

const firstOf = (group: DemoGroup | undefined, place: number): DemoPerson => {
  const student = group?.students[place];
  if (!student) throw new Error('a student for an account');
  return student;
};

const owners = ({ leaders, teachers, groups, specialists, parent }: DemoPeople): Record<Role, DemoPerson | string> => ({
  administrator: leaders.administrator,
  director: leaders.director,
  deputy: leaders.deputy,
  'working-group': leaders.practiceHead,
  curator: leaders.curator,
  methodist: leaders.methodist,
  'class-teacher': leaders.classTeacher,
  psychologist: leaders.psychologist,
  'social-teacher': leaders.socialTeacher,
  editor: leaders.editor,
  mentor: firstOf(
    groups.find(({ course }) => course === 3),
    3,
  ),
  mentee: firstOf(groups[0], 0),
  parent,
  expert: teachers[30] ?? leaders.methodHead,
  employer: specialists[0] ?? leaders.practiceHead,
  institute: 'Институт развития образования',
});

/** An account with a password for every role. */
export const fillAccounts = async (ctx: Ctx, people: DemoPeople): Promise<DemoActors> => {
  const owner = owners(people);
  const hash = await passwordHash(demoPassword);
  const actors: [Role, Actor][] = [];
  for (const role of roles) {
    const who = owner[role];
    const [name, personId] = typeof who === 'string' ? [who, null] : [fullName(who), who.id];
    const input = { name, login: role, email: '', roles: [role], personId, hash };
    const accountId = must(await openAccount(ctx, input));
    const groupIds = people.groups.filter(({ classTeacher }) => classTeacher.id === personId).map(({ id }) => id);
    actors.push([
      role,
      {
        college: ctx.actor.college,
        accountId,
        personId,
        name,
        roles: [role],
        groupIds: role === 'class-teacher' ? groupIds : [],
      },
    ]);
  }
  return Object.fromEntries(actors) as DemoActors;
};

/** The class teacher of a group as an actor. All but one have no account until they are given a personal link. */
export const teacherOf = ({ classTeacher, id }: DemoGroup, actors: DemoActors): Actor => {
  const own = actors['class-teacher'];
  return classTeacher.id === own.personId
    ? own
    : { ...own, personId: classTeacher.id, name: fullName(classTeacher), groupIds: [id] };
};
