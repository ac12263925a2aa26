import { demand } from '../../../kernel/actor.ts';
import { formatDay, weekdayShort } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DateMark, List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { StatRow } from '../../../ui/stat-row.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { mayKeepTraining, mayReadTraining, trainingKeepers, trainingReaders } from '../access.ts';
import { trainingFacts } from '../fact-rows.ts';
import { programmeFields } from '../fields.ts';
import { makeProgramme } from '../make-programme.ts';
import type { Programme } from '../programme.ts';
import { programmesOf } from '../programme-rows.ts';
import { nameOf, type Session } from '../session.ts';
import { sessionsOf } from '../session-rows.ts';
import { programmeStates } from '../texts.ts';
import { TrainingTabs, trainingCrumb } from './training-tabs.tsx';

const stateTones = { draft: 'warn', approved: 'ok', superseded: 'mute' } as const;

export const StateOf = ({ state }: Pick<Programme, 'state'>) => (
  <Badge tone={stateTones[state]}>{programmeStates[state]}</Badge>
);

/** Sessions as a list of events. */
export const SessionList = ({
  sessions,
  linked = true,
}: {
  readonly sessions: readonly Session[];
  readonly linked?: boolean;
}) => (
  <List
    label="Занятия"
    rows={sessions.map((one) => ({
      title: nameOf(one),
      ...(linked ? { href: `/training/sessions/${one.id}` } : {}),
      before: <DateMark day={Number(one.day.slice(8))} weekday={weekdayShort(one.day)} />,
      text: [formatDay(one.day), `${one.starts}–${one.ends}`, one.place, one.trainer].filter(Boolean).join(' · '),
      after: one.cancelledOn ? (
        <Badge tone="mute">отменено</Badge>
      ) : (
        <span class="hint">
          {one.present} из {one.invited}
        </span>
      ),
    }))}
  />
);

const trainingScreen = async (ctx: PageCtx) => {
  demand(mayReadTraining(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const facts = await trainingFacts(ctx.db, currentYear, ctx.today);
  const programmes = await programmesOf(ctx.db, currentYear);
  const sessions = await sessionsOf(ctx.db, { year: currentYear });
  const ahead = sessions.filter(({ day }) => day >= ctx.today);
  const over = sessions.filter(({ day }) => day < ctx.today).toReversed();
  const keeps = mayKeepTraining(ctx.actor) === true;
  const percent = facts.mentors === 0 ? 0 : Math.round((facts.prepared * 100) / facts.mentors);
  return screen(
    ctx,
    { title: 'Обучение наставников' },
    <>
      <Heading
        title="Обучение наставников"
        lead={`Обучены или освобождены: ${facts.prepared} из ${counted(facts.mentors, 'утверждённого наставника', 'утверждённых наставников', 'утверждённых наставников')}.`}
        actions={
          <>
            <LinkButton href="/training/calendar" icon="calendar-days" download>
              Календарь
            </LinkButton>
            {keeps ? (
              <LinkButton kind="primary" href="/training/programmes/new" icon="plus">
                Новая программа
              </LinkButton>
            ) : null}
          </>
        }
      />
      <TrainingTabs current="/training" />
      <StatRow
        stats={[
          {
            value: facts.prepared,
            label: 'обучены или освобождены',
            href: '/training/people?state=ready',
            bar: { percent, tone: percent === 100 ? 'ok' : 'run' },
          },
          {
            value: facts.mentors - facts.prepared,
            label: 'ещё не обучены',
            href: '/training/people?state=waiting',
          },
          { value: facts.certificates, label: 'удостоверений выдано', href: '/training/certificates' },
        ]}
      />
      <Columns
        aside={
          <Section title="Ближайшие занятия" count={ahead.length}>
            {ahead.length === 0 ? (
              <p class="hint">Занятий впереди нет.</p>
            ) : (
              <SessionList sessions={ahead.slice(0, 8)} />
            )}
          </Section>
        }
      >
        <Section title="Программы" count={programmes.length}>
          <Table
            plain
            caption="Программы обучения"
            rows={programmes}
            columns={[
              {
                key: 'title',
                label: 'Программа',
                head: true,
                cell: (row) => <a href={`/training/programmes/${row.id}`}>{row.title}</a>,
              },
              { key: 'number', label: 'Версия', kind: 'number', cell: (row) => String(row.number) },
              { key: 'hours', label: 'Часов', kind: 'number', cell: (row) => String(row.hours) },
              { key: 'state', label: 'Состояние', cell: (row) => <StateOf state={row.state} /> },
            ]}
            empty={
              <Empty
                icon="book-open"
                title="Программы обучения ещё нет"
                action={keeps ? <LinkButton href="/training/programmes/new">Создать программу</LinkButton> : undefined}
              >
                Внесите модули с часами, утвердите программу и назначьте занятия.
              </Empty>
            }
          />
        </Section>
        {over.length > 0 ? (
          <Section title="Прошедшие занятия" count={over.length}>
            <SessionList sessions={over} />
          </Section>
        ) : null}
      </Columns>
    </>,
  );
};

export const trainingPage: MemberRoute = {
  method: 'GET',
  path: '/training',
  who: trainingReaders,
  handle: (ctx) => trainingScreen(ctx),
};

const newScreen = (ctx: PageCtx, form: RawForm, errors: FormErrors = {}) =>
  screen(
    ctx,
    { title: 'Новая программа обучения' },
    <>
      <Heading
        title="Новая программа обучения"
        crumbs={[trainingCrumb, { label: 'Новая программа' }]}
        lead="Модули и часы вносят на следующем шаге."
      />
      <Form
        action="/training/programmes/new"
        errors={errors}
        actions={<Button kind="primary">Создать программу</Button>}
      >
        <FormFields fields={programmeFields} form={form} errors={errors} />
      </Form>
    </>,
  );

export const newProgrammePage: MemberRoute = {
  method: 'GET',
  path: '/training/programmes/new',
  who: trainingKeepers,
  handle: (ctx) => newScreen(ctx, formOf({ leastShare: '75' })),
};

export const newProgramme: MemberRoute = {
  method: 'POST',
  path: '/training/programmes/new',
  who: trainingKeepers,
  async handle(ctx, { form }) {
    const read = readForm(programmeFields, form);
    if (!read.ok) return again(await newScreen(ctx, form, read.errors));
    const outcome = await makeProgramme(ctx, read.value);
    return goTo(`/training/programmes/${outcome.value}`, { toast: { text: 'Программа создана. Внесите модули' } });
  },
};
