import { expect, test } from 'vitest';
import { story } from '../../../../test/story.ts';
import { routes } from '../../../app/routes.ts';
import { type Role, roles } from '../../../kernel/actor.ts';
import { day } from '../../../kernel/day.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { mayFollow } from '../access.ts';
import { installTemplate } from '../install-template.ts';
import { livingRoadmap } from '../living-roadmap.ts';

const doorOf = (href: string): MemberRoute | undefined => {
  const path = href.split(/[?#]/u)[0] ?? '';
  const matches = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path);
  const fitting = routes.filter((route) => route.method === 'GET' && matches(route.path));
  const door = fitting.find((route) => route.path === path) ?? fitting[0];
  return door && door.who !== 'public' ? door : undefined;
};

test(
  'whatever a fact leads to is a door of the house, and open to those who see the link',
  story(async (world) => {
    const { given, db } = world;
    const hrefs = new Set<string>();
    const collect = async (): Promise<void> => {
      const roadmap = await livingRoadmap(world.ctx('curator'), 2026);
      for (const { action, chip } of (roadmap?.rows ?? []).flatMap(({ facts }) => facts)) {
        if (action) hrefs.add(action.href);
        if (chip) hrefs.add(chip.href);
      }
    };
    await installTemplate(world.ctx('curator'), 2026);
    await collect();
    const [mentor, mentee] = [
      await given.student({ last: 'Лис', group: 'ЭМ-11' }),
      await given.student({ last: 'Ким' }),
    ];
    await given.mentor(mentor);
    await given.mentee(mentee);
    await db
      .insertInto('documents')
      .values([
        { kind: 'roadmap-order', series: 'order', title: 'Приказ', origin: 'registered', year: 2026 },
        {
          ...{ kind: 'regulation', series: 'regulation', title: 'Положение', origin: 'registered', year: 2020 },
          ...{ status: 'signed', number: '1', day: day('2020-10-19'), review_by: day('2025-09-01') },
        },
      ])
      .execute();
    await collect();
    const actorOf = (role: Role) => world.ctx(role).actor;

    expect(hrefs.size).toBeGreaterThan(25);
    expect([...hrefs].filter((href) => !doorOf(href))).toEqual([]);
    const shut = [...hrefs].flatMap((href) =>
      roles
        .filter((role) => mayFollow(actorOf(role), href) && !doorOf(href)?.who.includes(role))
        .map((role) => `${role} ${href}`),
    );
    expect(shut).toEqual([]);
    expect([...hrefs].filter((href) => !roles.some((role) => mayFollow(actorOf(role), href)))).toEqual([]);
  }),
);
