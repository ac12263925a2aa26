import { holds } from '../../../kernel/actor.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Section } from '../../../ui/heading.tsx';
import { type Task, TaskList } from '../../../ui/task-list.tsx';
import { type GroupDuty, groupDuties } from '../day-rows.ts';

const tasksOf = ({ id, code, answered, members, unconsented }: GroupDuty): readonly Task[] => [
  ...(answered
    ? []
    : [
        {
          title: `Рассказать о запросах группы ${code}`,
          reason: 'Кому из группы нужна помощь и какая. Если никому, это тоже ответ',
          action: (
            <LinkButton size="s" href={`/needs/groups/${id}`}>
              Заполнить лист
            </LinkButton>
          ),
        },
      ]),
  ...(unconsented > 0
    ? [
        {
          title: `Собрать согласия в группе ${code}: не хватает ${unconsented} из ${members}`,
          reason: `Без согласия человека нельзя поставить в пару: ${counted(unconsented, 'человек ждёт', 'человека ждут', 'человек ждут')}`,
          action: (
            <LinkButton size="s" href={`/consents?group=${id}&state=absent`}>
              Показать, кого
            </LinkButton>
          ),
        },
      ]
    : []),
];

/** What a class teacher owes for the own groups; nothing for others, and nothing when all is done. */
export const GroupDuties = async ({ ctx, year }: { readonly ctx: PageCtx; readonly year: number }) => {
  const { actor, db, today } = ctx;
  if (!holds(actor, 'class-teacher') || actor.groupIds.length === 0) return null;
  const tasks = (await groupDuties(db, actor.groupIds, year, today)).flatMap(tasksOf);
  return tasks.length > 0 ? (
    <Section title="Ваши группы" icon="users" count={tasks.length}>
      <TaskList tasks={tasks} />
    </Section>
  ) : null;
};
