import { demand } from '../../../kernel/actor.ts';
import { formatDay, weekdayName } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { emptyForm, type FormErrors, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { staffNames } from '../../people/rows.ts';
import { interviewVisitors, mayKeepSelection, mayReadSelection, selectionKeepers } from '../access.ts';
import { slotFields } from '../fields.ts';
import { type Interview, interviewsOf } from '../interview-rows.ts';
import { openSlots } from '../plan-interviews.ts';
import { outcomeNames, slotsRefusals, stateNames } from '../texts.ts';
import { selectionCrumb } from './words.tsx';

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const staffOptions = async (ctx: PageCtx) =>
  (await staffNames(ctx.db)).map(({ id, post, ...name }) => ({
    value: id,
    label: `${fullName(name)}${post ? `, ${post}` : ''}`,
  }));

const Actions = ({ one, personId }: { readonly one: Interview; readonly personId: string }) => {
  if (one.state !== 'planned') return null;
  const hidden = { version: one.version };
  if (one.personId === null)
    return (
      <>
        <LinkButton size="s" href={`/selection/interviews/${one.id}${personId ? `?person=${personId}` : ''}`}>
          Пригласить
        </LinkButton>
        <PostButton action={`/selection/interviews/${one.id}/close`} hidden={{ ...hidden, state: 'cancelled' }}>
          <Button size="s" kind="quiet">
            Убрать
          </Button>
        </PostButton>
      </>
    );
  return (
    <>
      <PostButton action={`/selection/interviews/${one.id}/close`} hidden={{ ...hidden, state: 'missed' }}>
        <Button size="s" kind="quiet">
          Не пришёл
        </Button>
      </PostButton>
      <PostButton action={`/selection/interviews/${one.id}/close`} hidden={{ ...hidden, state: 'cancelled' }}>
        <Button size="s" kind="quiet">
          Отменить
        </Button>
      </PostButton>
    </>
  );
};

const stateOf = ({ state, personId, outcome }: Interview) => {
  if (state === 'planned') return personId === null ? <Badge tone="mute">свободно</Badge> : stateNames.planned;
  return outcome ? (
    <Badge tone={outcome === 'recommend' ? 'ok' : 'warn'}>{outcomeNames[outcome]}</Badge>
  ) : (
    stateNames[state]
  );
};

/** Slots and interviews: all for those who read the selection, the own ones for those who were asked to lead. */
export const interviewsScreen = async (ctx: PageCtx, input: Input, sent?: Sent) => {
  const { currentYear } = await theCollege(ctx.db);
  const reads = mayReadSelection(ctx.actor) === true;
  const mine = !reads || input.query.get('mine') === 'yes';
  const all = await interviewsOf(
    ctx.db,
    currentYear,
    mine ? { interviewerId: ctx.actor.personId ?? '00000000-0000-0000-0000-000000000000' } : {},
  );
  const past = input.query.get('past') === 'yes';
  const rows = all.filter(({ state }) => (state === 'planned') !== past);
  const keeps = mayKeepSelection(ctx.actor) === true;
  const personId = input.query.get('person') ?? '';
  const free = all.filter(({ state, personId }) => state === 'planned' && personId === null).length;
  return screen(
    ctx,
    { title: 'Собеседования' },
    <>
      <Heading
        title="Собеседования"
        crumbs={reads ? [selectionCrumb, { label: 'Собеседования' }] : []}
        lead={
          all.length === 0
            ? 'Ни одного собеседования пока не назначено.'
            : `Свободно: ${free}. Проведено: ${counted(all.filter(({ state }) => state === 'held').length, 'собеседование', 'собеседования', 'собеседований')}.`
        }
      />
      <FilterBar>
        <FilterPill href="/selection/interviews" label="Впереди" active={!past && !(reads && mine)} removable={false} />
        <FilterPill href="/selection/interviews?past=yes" label="Прошедшие" active={past} removable={false} />
        {reads && ctx.actor.personId !== null ? (
          <FilterPill href="/selection/interviews?mine=yes" label="Провожу я" active={mine} removable={false} />
        ) : null}
      </FilterBar>
      <Table
        caption="Собеседования"
        rows={rows}
        columns={[
          {
            key: 'when',
            label: 'Когда',
            head: true,
            cell: (one) => (
              <a href={`/selection/interviews/${one.id}`}>
                {formatDay(one.day)}, {one.starts}
                <span class="sr">, {weekdayName(one.day)}</span>
              </a>
            ),
          },
          { key: 'place', label: 'Где', cell: ({ place }) => place },
          { key: 'who', label: 'Кандидат', cell: (one) => one.personName ?? '—' },
          {
            key: 'interviewers',
            label: 'Кто собеседует',
            secondary: true,
            cell: ({ interviewers }) => interviewers.map(({ name }) => name).join(', ') || '—',
          },
          { key: 'state', label: 'Состояние', cell: stateOf },
          ...(keeps
            ? [
                {
                  key: 'actions',
                  label: 'Действия',
                  kind: 'actions' as const,
                  cell: (one: Interview) => <Actions one={one} personId={personId} />,
                },
              ]
            : []),
        ]}
        empty={
          <Empty icon="calendar-clock" title={past ? 'Прошедших собеседований нет' : 'Впереди собеседований нет'}>
            {keeps
              ? 'Откройте время ниже: потом на каждое можно пригласить кандидата.'
              : 'Когда вас попросят провести собеседование, оно появится здесь.'}
          </Empty>
        }
      />
      {keeps ? (
        <Section title="Открыть время">
          <Form
            action="/selection/interviews"
            errors={sent?.errors}
            refusal={sent?.refusal}
            draft="interview-slots"
            actions={<Button kind="primary">Открыть время</Button>}
          >
            <FormFields
              fields={slotFields(await staffOptions(ctx))}
              form={sent?.form ?? emptyForm}
              errors={sent?.errors}
            />
          </Form>
        </Section>
      ) : null}
    </>,
  );
};

export const interviewsPage: MemberRoute = {
  method: 'GET',
  path: '/selection/interviews',
  who: interviewVisitors,
  handle: (ctx, input) => interviewsScreen(ctx, input),
};

export const openSlotsForm: MemberRoute = {
  method: 'POST',
  path: '/selection/interviews',
  who: selectionKeepers,
  async handle(ctx, input) {
    demand(mayKeepSelection(ctx.actor));
    const { form } = input;
    const read = readForm(slotFields(await staffOptions(ctx)), form);
    if (!read.ok) return again(await interviewsScreen(ctx, input, { form, errors: read.errors }));
    const outcome = await openSlots(ctx, read.value);
    if (!outcome.ok) {
      const field =
        outcome.reason === 'no-interviewers' ? 'interviewerIds' : outcome.reason === 'day-past' ? 'day' : 'times';
      return again(await interviewsScreen(ctx, input, { form, errors: { [field]: slotsRefusals[outcome.reason] } }));
    }
    const text = `Открыто: ${counted(outcome.value, 'собеседование', 'собеседования', 'собеседований')}`;
    return goTo('/selection/interviews', { toast: { text } });
  },
};
