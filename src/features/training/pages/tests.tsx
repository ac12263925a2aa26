import { addDays, formatDay } from '../../../kernel/day.ts';
import { formOf, type Option } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Section } from '../../../ui/heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { mayReadResults } from '../../questionnaires/access.ts';
import { approvedQuestionnaires } from '../../questionnaires/person-sheet-rows.ts';
import { type Round, roundState } from '../../questionnaires/round.ts';
import { roundById } from '../../questionnaires/round-rows.ts';
import { frozenVersion } from '../../questionnaires/rows.ts';
import { mostOf } from '../../questionnaires/scoring.ts';
import { openTestFields, testFields } from '../fields.ts';
import type { Participant, Programme } from '../programme.ts';
import { modulesOf } from '../programme-rows.ts';
import type { ProgrammeTest, TestResult } from '../programme-test.ts';
import type { Sent } from './the-programme.ts';

/** Scales of all approved questionnaires that a test may stand on. */
export const testChoices = async (ctx: PageCtx): Promise<Option[]> => {
  const choices: Option[] = [];
  for (const { title, number, versionId } of await approvedQuestionnaires(ctx.db)) {
    const definition = (await frozenVersion(ctx.db, versionId))?.definition;
    for (const scale of definition?.scales ?? [])
      choices.push({
        value: `${versionId}:${scale.id}`,
        label: `${title}, редакция ${number}: ${scale.title}, до ${mostOf(definition ?? { sections: [], scales: [] }, scale)}`,
      });
  }
  return choices;
};

export const moduleOptions = async (ctx: PageCtx, programmeId: string): Promise<Option[]> =>
  (await modulesOf(ctx.db, programmeId)).map(({ id, title }) => ({ value: id, label: title }));

interface Shown {
  readonly programme: Programme;
  readonly tests: readonly ProgrammeTest[];
  readonly people: readonly Participant[];
  readonly results: ReadonlyMap<string, readonly TestResult[]>;
  readonly keeps: boolean;
  readonly sent: Sent | undefined;
}

const OpenForm = ({
  ctx,
  test,
  round,
  sent,
}: {
  ctx: PageCtx;
  test: ProgrammeTest;
  round: Round | undefined;
  sent: Sent | undefined;
}) => {
  const own = sent?.part === 'open-test' && sent.id === test.id ? sent : undefined;
  return (
    <details open={own !== undefined || undefined}>
      <summary>{round ? 'Продлить или открыть снова' : 'Открыть участникам'}</summary>
      <Form
        action={`/training/tests/${test.id}/open`}
        errors={own?.errors}
        refusal={own?.refusal}
        actions={<Button size="s">Открыть тест</Button>}
      >
        <FormFields
          fields={openTestFields}
          form={own?.form ?? formOf({ closesOn: formatDay(addDays(ctx.today, 14)) })}
          errors={own?.errors}
        />
      </Form>
      {round ? null : (
        <PostButton action={`/training/tests/${test.id}/remove`}>
          <Button size="s" kind="quiet">
            Убрать тест
          </Button>
        </PostButton>
      )}
    </details>
  );
};

const stateOf = (ctx: PageCtx, round: Round | undefined) => {
  if (!round) return <Badge tone="mute">ещё не открыт</Badge>;
  return roundState(round, ctx.today) === 'running' ? (
    <Badge tone="warn">идёт до {formatDay(round.closesOn)}</Badge>
  ) : (
    <Badge tone="mute">закончен {formatDay(round.closedOn ?? round.closesOn)}</Badge>
  );
};

/** Tests of a programme: what they stand on, how many passed, and the way to open them. */
export const testSection = async (ctx: PageCtx, shown: Shown) => {
  const { programme, tests, people, results, keeps, sent } = shown;
  if (tests.length === 0 && !keeps) return null;
  const own = sent?.part === 'test' ? sent : undefined;
  const rounds = new Map<string, Round>();
  for (const { id, roundId } of tests) {
    const round = roundId === null ? undefined : await roundById(ctx.db, roundId);
    if (round) rounds.set(id, round);
  }
  const passed = ({ id }: ProgrammeTest) =>
    people.filter(({ personId }) => results.get(personId)?.some((one) => one.testId === id && one.passed)).length;
  return (
    <Section title="Тесты" count={tests.length}>
      {tests.length > 0 ? (
        <Table
          plain
          caption="Тесты программы"
          rows={tests}
          columns={[
            {
              key: 'title',
              label: 'Тест',
              head: true,
              cell: ({ title, number, moduleTitle, required }) => (
                <>
                  {title}, редакция {number}
                  <span class="hint">
                    {' '}
                    {moduleTitle ? `модуль «${moduleTitle}»` : 'вся программа'}
                    {required ? ', обязателен для удостоверения' : ''}
                  </span>
                </>
              ),
            },
            { key: 'mark', label: 'Проходной балл', kind: 'number', cell: ({ passMark }) => String(passMark) },
            {
              key: 'passed',
              label: 'Сдали',
              kind: 'number',
              cell: (test) => {
                const round = rounds.get(test.id);
                const count = `${passed(test)} из ${people.length}`;
                return round && mayReadResults(ctx.actor, round) === true ? (
                  <a href={`/questionnaires/rounds/${round.id}/results`}>{count}</a>
                ) : (
                  count
                );
              },
            },
            {
              key: 'state',
              label: 'Состояние',
              cell: (test) => (
                <>
                  {stateOf(ctx, rounds.get(test.id))}
                  {keeps ? <OpenForm ctx={ctx} test={test} round={rounds.get(test.id)} sent={sent} /> : null}
                </>
              ),
            },
          ]}
        />
      ) : (
        <p class="hint">Тестов нет: удостоверение выдаётся за посещённые часы.</p>
      )}
      {keeps ? await addForm(ctx, programme, own) : null}
    </Section>
  );
};

const addForm = async (ctx: PageCtx, programme: Programme, own: Sent | undefined) => {
  const choices = await testChoices(ctx);
  return (
    <details open={own !== undefined || undefined}>
      <summary>Назначить тест</summary>
      {choices.length === 0 ? (
        <p class="hint">
          Утверждённых анкет со шкалой нет. Соберите тест в <a href="/questionnaires">анкетах</a>: вопросы с баллами,
          шкала, утверждение.
        </p>
      ) : (
        <Form
          action={`/training/programmes/${programme.id}/tests`}
          errors={own?.errors}
          refusal={own?.refusal}
          actions={<Button>Назначить тест</Button>}
        >
          <FormFields
            fields={testFields(await moduleOptions(ctx, programme.id), choices)}
            form={own?.form ?? formOf({ required: 'on' })}
            errors={own?.errors}
          />
        </Form>
      )}
    </details>
  );
};
