import { counted } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { fullName } from '../../people/person.ts';
import { trainingKeepers } from '../access.ts';
import { trainingStates } from '../people-rows.ts';
import { enrolMentors } from '../plan-session.ts';
import type { Programme } from '../programme.ts';
import { participantsOf } from '../programme-rows.ts';
import { enrolRefusals } from '../texts.ts';
import { idsIn } from './programme-forms.tsx';
import { theProgramme } from './the-programme.ts';
import { trainingCrumb } from './training-tabs.tsx';

const path = '/training/programmes/:programmeId/enrol';

const enrolScreen = async (ctx: PageCtx, programme: Programme) => {
  const inside = new Set((await participantsOf(ctx.db, programme.id)).map(({ personId }) => personId));
  const people = (await trainingStates(ctx.db, programme.year)).filter(({ id }) => !inside.has(id));
  return screen(
    ctx,
    { title: 'Записать участников' },
    <>
      <Heading
        title="Записать участников"
        crumbs={[
          trainingCrumb,
          { label: programme.title, href: `/training/programmes/${programme.id}` },
          { label: 'Запись' },
        ]}
        lead="Отмечены утверждённые наставники, которые в этом году ещё не обучены."
      />
      <Table
        caption="Кого можно записать"
        rows={people}
        columns={[
          { key: 'name', label: 'Наставник', head: true, cell: fullName },
          { key: 'place', label: 'Группа или должность', cell: ({ place }) => place || '—' },
          {
            key: 'state',
            label: 'Обучение',
            cell: ({ preparation, approved }) =>
              preparation ? (
                <Badge tone="ok">{preparation}</Badge>
              ) : approved ? (
                'не обучен'
              ) : (
                <Badge tone="mute">ещё не утверждён</Badge>
              ),
          },
        ]}
        selectable={{
          value: ({ id }) => id,
          label: fullName,
          checked: ({ preparation, approved }) => approved && preparation === null,
          action: `/training/programmes/${programme.id}/enrol`,
          forms: ['наставник', 'наставника', 'наставников'],
          actions: (
            <Button kind="primary" size="s" icon="user-plus">
              Записать отмеченных
            </Button>
          ),
        }}
        empty={
          <Empty
            icon="users"
            title="Записывать некого"
            action={<LinkButton href={`/training/programmes/${programme.id}`}>Вернуться к программе</LinkButton>}
          >
            Все наставники базы уже записаны на эту программу.
          </Empty>
        }
      />
    </>,
  );
};

export const enrolPage: MemberRoute = {
  method: 'GET',
  path,
  who: trainingKeepers,
  handle: async (ctx, input) => enrolScreen(ctx, await theProgramme(ctx, input)),
};

export const enrolForm: MemberRoute = {
  method: 'POST',
  path,
  who: trainingKeepers,
  async handle(ctx, input) {
    const programme = await theProgramme(ctx, input);
    const outcome = await enrolMentors(ctx, programme.id, idsIn(input.form));
    const text = outcome.ok
      ? `Записано: ${counted(outcome.value, 'участник', 'участника', 'участников')}`
      : enrolRefusals[outcome.reason];
    return goTo(`/training/programmes/${programme.id}`, { toast: { text } });
  },
};
