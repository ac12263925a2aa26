import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { emptyForm, type RawForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { offeredTo } from '../../college/norms.ts';
import { normsOf, theCollege } from '../../college/rows.ts';
import { Place } from '../../consents/pages/words.tsx';
import { fullName, type Person } from '../../people/person.ts';
import { personsOfGroup } from '../../people/rows.ts';
import { mayEnterNeeds, mayReadSecrets, needWriters } from '../access.ts';
import { fillSheet } from '../fill-sheet.ts';
import { seen } from '../need.ts';
import { groupAnswers, openNeeds } from '../need-rows.ts';
import { needRefusals } from '../texts.ts';
import { labelsOf, NeedWords } from './words.tsx';

const path = '/needs/groups/:groupId';
const topicOf = (personId: string): string => `topic-${personId}`;

const sheetScreen = async (ctx: PageCtx, input: Input, form: RawForm = emptyForm, refusal?: string) => {
  const groupId = param(input, 'groupId');
  demand(mayEnterNeeds(ctx.actor, { groupId }));
  const { currentYear } = await theCollege(ctx.db);
  const [group] = await groupAnswers(ctx.db, currentYear, [groupId]);
  const { code, answeredOn } = found(group, 'group');
  const students = (await personsOfGroup(ctx.db, groupId)).filter(({ kind }) => kind === 'student');
  const needs = await openNeeds(
    ctx.db,
    currentYear,
    students.map(({ id }) => id),
  );
  const topics = await normsOf(ctx.db, 'topic');
  const labels = labelsOf(topics);
  const options = offeredTo(topics, 'student').map(({ code: value, label }) => ({ value, label }));
  const secrets = mayReadSecrets(ctx.actor) === true;
  const known = (person: Person) => {
    const own = needs.filter(({ personId }) => personId === person.id);
    if (own.length === 0) return '—';
    return own.map((need, index) => (
      <>
        {index > 0 ? ', ' : null}
        <NeedWords need={seen(need, secrets)} labels={labels} />
      </>
    ));
  };
  return screen(
    ctx,
    { title: `Запросы группы ${code}` },
    <>
      <Heading
        title={`Запросы группы ${code}`}
        crumbs={[{ label: 'Запросы', href: '/needs' }, { label: code }]}
        lead={
          answeredOn
            ? `Лист сдан ${formatDay(answeredOn)}. Можно дополнить: новые запросы добавятся к прежним.`
            : 'Выберите тему тем, кому нужен наставник. Остальных не трогайте. Если не нужен никому, сдайте лист пустым.'
        }
      />
      {students.length === 0 ? (
        <Empty icon="users" title="В группе никто не учится">
          Студентов заносят в общий список людей, потом здесь появится лист.
        </Empty>
      ) : (
        <Form
          action={`/needs/groups/${groupId}`}
          refusal={refusal}
          draft={`needs-${groupId}`}
          actions={<Button kind="primary">Сдать лист</Button>}
          note="Незаконченное сохраняется в этой вкладке"
        >
          <Table
            caption={`Студенты группы ${code}`}
            rows={students}
            columns={[
              { key: 'name', label: 'Студент', head: true, cell: fullName },
              {
                key: 'place',
                label: 'Возраст',
                secondary: true,
                cell: (person) => <Place person={person} today={ctx.today} />,
              },
              { key: 'known', label: 'Уже записано', cell: known },
              {
                key: 'topic',
                label: 'Новый запрос',
                cell: (person) => (
                  <SelectField
                    name={topicOf(person.id)}
                    label={`Запрос: ${fullName(person)}`}
                    labelHidden
                    optional
                    options={options}
                    empty="не нужен"
                    value={sentValue(form, topicOf(person.id))}
                  />
                ),
              },
            ]}
          />
        </Form>
      )}
    </>,
  );
};

export const sheetPage: Route = {
  method: 'GET',
  path,
  who: needWriters,
  handle: (ctx, input) => sheetScreen(ctx, input),
};

export const handInSheet: Route = {
  method: 'POST',
  path,
  who: needWriters,
  async handle(ctx, input) {
    const groupId = param(input, 'groupId');
    demand(mayEnterNeeds(ctx.actor, { groupId }));
    const students = await personsOfGroup(ctx.db, groupId);
    const chosen = students.map(({ id }): [string, string] => [id, sentValue(input.form, topicOf(id))]);
    const topics = Object.fromEntries(chosen.filter(([, topic]) => topic !== ''));
    const outcome = await fillSheet(ctx, { groupId, topics });
    if (!outcome.ok) return again(await sheetScreen(ctx, input, input.form, needRefusals[outcome.reason]));

    const said = `Лист сдан. ${outcome.value === 0 ? 'Новых запросов нет' : `Новых: ${counted(outcome.value, 'запрос', 'запроса', 'запросов')}`}`;
    return goTo('/needs', { toast: { text: said } });
  },
};
