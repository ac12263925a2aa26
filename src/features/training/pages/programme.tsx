import { formatDay } from '../../../kernel/day.ts';
import { formOf } from '../../../platform/fields.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { FileField, TextField } from '../../../ui/fields.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { fullName } from '../../people/person.ts';
import { mayKeepTraining, trainingReaders } from '../access.ts';
import { sessionFields } from '../fields.ts';
import { hasEarned, type Participant, type Programme, shareOf } from '../programme.ts';
import { materialsOf, modulesOf, participantsOf } from '../programme-rows.ts';
import { type ProgrammeTest, type TestResult, unpassed } from '../programme-test.ts';
import { resultsOf, testsOf } from '../programme-test-rows.ts';
import { sessionsOf } from '../session-rows.ts';
import { resultWords } from '../texts.ts';
import { approveSection, moduleSection } from './programme-draft.tsx';
import { testSection } from './tests.tsx';
import { type Sent, theProgramme } from './the-programme.ts';
import { trainerOptions } from './trainers.ts';
import { SessionList, StateOf } from './training.tsx';
import { trainingCrumb } from './training-tabs.tsx';

const of = (sent: Sent | undefined, part: Sent['part']) => (sent?.part === part ? sent : undefined);

interface Tested {
  readonly tests: readonly ProgrammeTest[];
  readonly results: ReadonlyMap<string, readonly TestResult[]>;
}

const passedBy = ({ tests, results }: Tested, { personId }: Participant): boolean =>
  unpassed(tests, results.get(personId) ?? []).length === 0;

const progressOf = (programme: Programme, person: Participant, tested: Tested) => {
  if (person.certificateNumber !== null) return <Badge tone="ok">удостоверение № {person.certificateNumber}</Badge>;
  const share = shareOf(person.attended, programme.hours);
  if (!hasEarned(programme, person.attended)) return `${share} %`;
  return passedBy(tested, person) ? (
    <Badge tone="warn">ждёт удостоверения</Badge>
  ) : (
    <Badge tone="mute">осталось сдать тест</Badge>
  );
};

const testColumn = ({ tests, results }: Tested) => ({
  key: 'tests',
  label: 'Тест',
  cell: ({ personId }: Participant) => {
    const own = results.get(personId) ?? [];
    if (own.length === 0) return '—';
    return own
      .map((result) => {
        const title = tests.length > 1 ? `${tests.find(({ id }) => id === result.testId)?.title ?? ''}: ` : '';
        return `${title}${resultWords(result)}`;
      })
      .join('; ');
  },
});

const participantSection = (
  programme: Programme,
  people: readonly Participant[],
  tested: Tested,
  keeps: boolean,
  sent: Sent | undefined,
) => {
  const own = of(sent, 'issue');
  const earned = (person: Participant) =>
    own
      ? (own.form.values.ids ?? []).includes(person.personId)
      : person.certificateNumber === null && hasEarned(programme, person.attended) && passedBy(tested, person);
  return (
    <Section
      title="Участники"
      count={people.length}
      aside={
        keeps ? (
          <LinkButton size="s" href={`/training/programmes/${programme.id}/enrol`} icon="user-plus">
            Записать участников
          </LinkButton>
        ) : undefined
      }
    >
      {own?.refusal ? <p class="hint">{own.refusal}</p> : null}
      {people.length === 0 ? (
        <p class="hint">Пока никто не записан.</p>
      ) : (
        <Table
          plain
          caption="Участники программы"
          rows={people}
          columns={[
            {
              key: 'name',
              label: 'Участник',
              head: true,
              cell: (row) => <a href={`/mentors/${row.personId}`}>{fullName(row)}</a>,
            },
            { key: 'code', label: 'Код у входа', secondary: true, cell: ({ code }) => code },
            {
              key: 'attended',
              label: 'Часов посещено',
              kind: 'number',
              cell: ({ attended }) => `${attended} из ${programme.hours}`,
            },
            ...(tested.tests.length > 0 ? [testColumn(tested)] : []),
            { key: 'state', label: 'Итог', cell: (row) => progressOf(programme, row, tested) },
          ]}
          selectable={
            keeps
              ? {
                  value: ({ personId }) => personId,
                  label: fullName,
                  checked: earned,
                  action: `/training/programmes/${programme.id}/issue`,
                  forms: ['участник', 'участника', 'участников'],
                  actions: (
                    <Button size="s" kind="primary" icon="award" busy="Выдаём…">
                      Выдать удостоверения
                    </Button>
                  ),
                }
              : undefined
          }
        />
      )}
    </Section>
  );
};

const sessionSection = async (ctx: PageCtx, programme: Programme, keeps: boolean, sent: Sent | undefined) => {
  const sessions = await sessionsOf(ctx.db, { programmeId: programme.id });
  const own = of(sent, 'session');
  const modules = (await modulesOf(ctx.db, programme.id)).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Section title="Занятия" count={sessions.length}>
      {sessions.length === 0 ? <p class="hint">Занятий ещё нет.</p> : <SessionList sessions={sessions} />}
      {keeps ? (
        <details open={own !== undefined || undefined}>
          <summary>Назначить занятие</summary>
          <Form
            action={`/training/programmes/${programme.id}/sessions`}
            errors={own?.errors}
            refusal={own?.refusal}
            actions={<Button>Назначить занятие</Button>}
          >
            <FormFields
              fields={sessionFields(modules, await trainerOptions(ctx))}
              form={own?.form ?? formOf({ hours: '2' })}
              errors={own?.errors}
            />
          </Form>
        </details>
      ) : null}
    </Section>
  );
};

const materialSection = async (ctx: PageCtx, programme: Programme, keeps: boolean, sent: Sent | undefined) => {
  const materials = await materialsOf(ctx.db, programme.id);
  const own = of(sent, 'material');
  return (
    <Section title="Материалы" count={materials.length}>
      {materials.length === 0 ? (
        <p class="hint">Файлов пока нет.</p>
      ) : (
        <List rows={materials.map(({ id, title }) => ({ title, href: `/training/materials/${id}` }))} />
      )}
      {keeps ? (
        <details open={own !== undefined || undefined}>
          <summary>Загрузить файл</summary>
          <Form
            action={`/training/programmes/${programme.id}/materials`}
            files
            errors={own?.errors}
            actions={<Button>Загрузить файл</Button>}
          >
            <TextField name="title" label="Название" optional value={own?.form.values.title?.[0] ?? ''} />
            <FileField
              name="file"
              label="Файл"
              hint="PDF, DOCX, XLSX, JPEG или PNG, до 25 МБ"
              invite="Перетащите файл или выберите его"
              error={own?.errors?.file}
            />
          </Form>
        </details>
      ) : null}
    </Section>
  );
};

/** A programme's page; a form that came back stands with what was typed. */
export const programmeScreen = async (ctx: PageCtx, programme: Programme, sent?: Sent) => {
  const keeps = mayKeepTraining(ctx.actor) === true;
  const draft = programme.state === 'draft';
  const works = keeps && programme.state === 'approved';
  const people = draft ? [] : await participantsOf(ctx.db, programme.id);
  const tests = await testsOf(ctx.db, programme.id);
  const tested = { tests, results: await resultsOf(ctx.db, tests) };
  return screen(
    ctx,
    { title: programme.title },
    <>
      <Heading
        title={programme.title}
        crumbs={[trainingCrumb, { label: programme.title }]}
        lead={
          <>
            <StateOf state={programme.state} /> Версия {programme.number}, для удостоверения надо посетить не меньше{' '}
            {programme.leastShare} % часов.
          </>
        }
        actions={
          works ? (
            <PostButton action={`/training/programmes/${programme.id}/version`}>
              <Button icon="git-branch">Новая версия</Button>
            </PostButton>
          ) : undefined
        }
      />
      <Columns
        aside={
          <>
            {programme.goal ? (
              <Section title="Цель">
                <p>{programme.goal}</p>
              </Section>
            ) : null}
            {programme.approvedOn ? (
              <Section title="Утверждена">
                <p>
                  {programme.documentId ? (
                    <a href={`/documents/${programme.documentId}`}>Актом от {formatDay(programme.approvedOn)}</a>
                  ) : (
                    formatDay(programme.approvedOn)
                  )}
                </p>
              </Section>
            ) : null}
            {await materialSection(ctx, programme, keeps, sent)}
            {draft && keeps ? approveSection(programme, sent) : null}
          </>
        }
      >
        {await moduleSection(ctx, programme, keeps && draft, sent)}
        {draft ? null : await sessionSection(ctx, programme, works, sent)}
        {
          await testSection(ctx, {
            programme,
            ...tested,
            people,
            keeps: keeps && programme.state !== 'superseded',
            sent,
          })
        }
        {draft ? null : participantSection(programme, people, tested, works, sent)}
      </Columns>
    </>,
  );
};

export const programmePage: MemberRoute = {
  method: 'GET',
  path: '/training/programmes/:programmeId',
  who: trainingReaders,
  handle: async (ctx, input) => programmeScreen(ctx, await theProgramme(ctx, input)),
};
