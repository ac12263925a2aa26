import { holds } from '../../../kernel/actor.ts';
import { formatDay, formatDayMonth } from '../../../kernel/day.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Section } from '../../../ui/heading.tsx';
import { type Task, TaskList } from '../../../ui/task-list.tsx';
import { type BirthdayDuty, birthdayDuties } from '../../consents/birthday-rows.ts';
import { purposeNames } from '../../consents/texts.ts';
import { fullName } from '../../people/person.ts';

const most = 5;

const taskOf = (duty: BirthdayDuty, today: string): Task => ({
  title: `Новое согласие: ${[fullName(duty), duty.groupCode].filter(Boolean).join(', ')}`,
  href: `/consents/people/${duty.id}`,
  reason: [
    duty.adultOn > today
      ? `До ${formatDayMonth(duty.adultOn)}: исполняется 18, дальше подписывает сам человек`
      : `18 лет исполнилось ${formatDay(duty.adultOn)}, прежнее согласие больше не действует`,
    `Согласия: ${duty.purposes.map((purpose) => purposeNames[purpose]).join(', ')}`,
  ].join('. '),
  action: (
    <LinkButton size="s" href={`/consents/people/${duty.id}/${duty.purposes[0] ?? 'processing'}/new`}>
      Записать
    </LinkButton>
  ),
});

/** Who turns 18 and must sign anew: all for the curator, own groups for a class teacher; gone once the own paper is there. */
export const Birthdays = async (ctx: PageCtx) => {
  const { actor, today } = ctx;
  const visible = holds(actor, 'curator') ? 'all' : holds(actor, 'class-teacher') ? actor.groupIds : [];
  if (visible.length === 0) return null;
  const duties = await birthdayDuties(ctx.db, { visible, today });
  if (duties.length === 0) return null;
  return (
    <Section
      title="Совершеннолетие"
      icon="calendar-clock"
      count={duties.length}
      bad={duties.some(({ adultOn }) => adultOn <= today)}
      aside={duties.length > most ? <a href="/consents/renewal#birthdays">Показать всех</a> : undefined}
    >
      <TaskList tasks={duties.slice(0, most).map((duty) => taskOf(duty, today))} />
    </Section>
  );
};
