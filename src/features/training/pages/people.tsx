import { demand } from '../../../kernel/actor.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { personById } from '../../people/rows.ts';
import { mentorById } from '../../registers/mentor-rows.ts';
import { mayKeepSelection, selectionKeepers } from '../../selection/access.ts';
import { exemptMentor } from '../../selection/prepare-mentor.ts';
import { mayKeepTraining, mayReadTraining, trainingReaders } from '../access.ts';
import { exemptFields } from '../fields.ts';
import { type TrainingState, trainingStates } from '../people-rows.ts';
import { TrainingTabs, trainingCrumb } from './training-tabs.tsx';

const perPage = 50;

const states = {
  all: { label: 'Все', fits: (_: TrainingState) => true },
  waiting: {
    label: 'Не обучены',
    fits: ({ approved, preparation }: TrainingState) => approved && preparation === null,
  },
  ready: { label: 'Обучены или освобождены', fits: ({ preparation }: TrainingState) => preparation !== null },
  exempt: { label: 'Освобождены', fits: ({ exempt }: TrainingState) => exempt },
} as const;
type StateName = keyof typeof states;
const stateNames: readonly StateName[] = ['all', 'waiting', 'ready', 'exempt'];

const StateCell = ({ preparation, exempt, approved }: TrainingState) => {
  if (preparation === null)
    return approved ? <Badge tone="warn">не обучен</Badge> : <Badge tone="mute">кандидат</Badge>;
  return exempt ? <>освобождён: {preparation}</> : <>{preparation}</>;
};

const peopleScreen = async (ctx: PageCtx, { query }: Input) => {
  demand(mayReadTraining(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const all = await trainingStates(ctx.db, currentYear);
  const state = stateNames.find((name) => name === query.get('state')) ?? 'all';
  const rows = all.filter(states[state].fits);
  const page = Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1);
  const keeps = mayKeepTraining(ctx.actor) === true;
  const exempts = mayKeepSelection(ctx.actor) === true;
  return screen(
    ctx,
    { title: 'Кто обучен' },
    <>
      <Heading
        title="Кто обучен"
        crumbs={[trainingCrumb, { label: 'Кто обучен' }]}
        lead={`Не обучены ${all.filter(states.waiting.fits).length} из ${all.filter(({ approved }) => approved).length} утверждённых наставников.`}
      />
      <TrainingTabs current="/training/people" />
      <FilterBar live={`Найдено: ${rows.length}`}>
        {stateNames.map((name) => (
          <FilterPill
            href={name === 'all' ? '/training/people' : `/training/people?state=${name}`}
            label={states[name].label}
            count={all.filter(states[name].fits).length}
            active={name === state}
            removable={false}
          />
        ))}
      </FilterBar>
      <Table
        caption="Обучение наставников"
        rows={rows.slice((page - 1) * perPage, page * perPage)}
        columns={[
          {
            key: 'name',
            label: 'Наставник',
            head: true,
            cell: (row) => <a href={`/mentors/${row.id}`}>{fullName(row)}</a>,
          },
          { key: 'place', label: 'Группа или должность', cell: ({ place }) => place || '—' },
          { key: 'state', label: 'Обучение', cell: (row) => <StateCell {...row} /> },
          {
            key: 'actions',
            label: 'Действия',
            kind: 'actions',
            cell: ({ id, preparation }) =>
              preparation === null && keeps ? (
                <>
                  <LinkButton size="s" kind="quiet" href={`/training/courses?person=${id}`}>
                    На курсы
                  </LinkButton>
                  {exempts ? (
                    <LinkButton size="s" kind="quiet" href={`/training/people/${id}/exempt`}>
                      Освободить
                    </LinkButton>
                  ) : null}
                </>
              ) : null,
          },
        ]}
        pages={{
          page,
          perPage,
          total: rows.length,
          href: (next) => `/training/people?state=${state}&page=${next}`,
        }}
        empty={
          <Empty icon="graduation-cap" title={all.length === 0 ? 'Наставников пока нет' : 'Никого не нашлось'}>
            {all.length === 0 ? 'Сначала соберите базу наставников.' : 'Выберите другой отбор.'}
          </Empty>
        }
      />
    </>,
  );
};

export const peoplePage: MemberRoute = {
  method: 'GET',
  path: '/training/people',
  who: trainingReaders,
  handle: peopleScreen,
};

const path = '/training/people/:personId/exempt';

const exemptScreen = async (ctx: PageCtx, input: Input, form: RawForm = emptyForm, errors: FormErrors = {}) => {
  demand(mayKeepSelection(ctx.actor));
  const person = found(await personById(ctx.db, param(input, 'personId')), 'person');
  found(await mentorById(ctx.db, person.id), 'mentor');
  return screen(
    ctx,
    { title: 'Освободить от обучения' },
    <>
      <Heading
        title="Освободить от обучения"
        crumbs={[trainingCrumb, { label: 'Кто обучен', href: '/training/people' }, { label: fullName(person) }]}
        lead={`${fullName(person)}. Освобождение действует до конца учебного года.`}
      />
      <Form
        action={`/training/people/${person.id}/exempt`}
        errors={errors}
        actions={<Button kind="primary">Освободить от обучения</Button>}
      >
        <FormFields fields={exemptFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const exemptPage: MemberRoute = {
  method: 'GET',
  path,
  who: selectionKeepers,
  handle: (ctx, input) => exemptScreen(ctx, input),
};

export const exemptForm: MemberRoute = {
  method: 'POST',
  path,
  who: selectionKeepers,
  async handle(ctx, input) {
    const { form } = input;
    const read = readForm(exemptFields, form);
    if (!read.ok) return again(await exemptScreen(ctx, input, form, read.errors));
    const outcome = await exemptMentor(ctx, param(input, 'personId'), read.value.reason);
    if (!outcome.ok) return again(await exemptScreen(ctx, input, form, { reason: 'Напишите причину' }));
    return goTo('/training/people', { toast: { text: 'Освобождение записано' } });
  },
};
