import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Heat } from '../../../ui/heat.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import { mayReadSecrets } from '../../registers/access.ts';
import { groupAnswers } from '../../registers/need-rows.ts';
import { mayKeepPreparation, preparationReaders } from '../access.ts';
import { decisionOf, needLines } from '../choice-rows.ts';
import { type FormNeed, formNeeds, heatOf, peopleIn, proposeForms } from '../form-need.ts';
import { DecisionForm, type DecisionShown, DecisionTable } from './decision.tsx';
import { PreparationTabs, yearWords } from './tabs.tsx';

/** A row of the map; null: people without a group. */
interface Line {
  readonly id: string | null;
  readonly code: string;
}

/** What the map and the list behind it are made of. */
export const gatherNeeds = async (ctx: PageCtx) => {
  const { currentYear } = await theCollege(ctx.db);
  const secrets = mayReadSecrets(ctx.actor) === true;
  const lines = await needLines(ctx.db, currentYear);
  return {
    currentYear,
    lines,
    needs: formNeeds(lines, secrets),
    forms: await normsOf(ctx.db, 'form'),
    topics: await normsOf(ctx.db, 'topic'),
    groups: await groupAnswers(ctx.db, currentYear),
  };
};

export const secretTopic = 'secret';

/** The topic of an address: a code, null for what was told in confidence, undefined for all. */
export const topicIn = (query: URLSearchParams): string | null | undefined => {
  const topic = query.get('topic') ?? '';
  return topic === '' ? undefined : topic === secretTopic ? null : topic;
};

const behind = (form: string, groupId: string | null, topic: string | null | undefined): string => {
  const query = new URLSearchParams({ form, group: groupId ?? 'none' });
  if (topic !== undefined) query.set('topic', topic ?? secretTopic);
  return `/preparation/forms/people?${query}`;
};

const columnsOf = (
  needs: readonly FormNeed[],
  forms: readonly { code: string; label: string }[],
  topic: string | null | undefined,
  most: number,
): readonly Column<Line>[] => [
  { key: 'group', label: 'Группа', head: true, cell: ({ code }) => code },
  ...forms.map(
    ({ code: form, label }): Column<Line> => ({
      key: form,
      label,
      kind: 'number',
      cell: ({ id, code }) => {
        const people = peopleIn(needs, { form, groupId: id, topic }).length;
        return (
          <Heat level={heatOf(people, most)} href={behind(form, id, topic)} name={`${code}, ${label}: ${people}`}>
            {people}
          </Heat>
        );
      },
    }),
  ),
];

const TopicPills = ({
  needs,
  topics,
  topic,
}: {
  readonly needs: readonly FormNeed[];
  readonly topics: readonly { code: string; label: string }[];
  readonly topic: string | null | undefined;
}) => {
  const all: readonly { readonly code: string | null; readonly label: string }[] = [
    ...topics,
    { code: null, label: 'Сказано доверительно' },
  ];
  return (
    <FilterBar>
      {all
        .map((one) => ({ ...one, people: peopleIn(needs, { topic: one.code }).length }))
        .filter(({ people, code }) => people > 0 || code === topic)
        .map(({ code, label, people }) => (
          <FilterPill
            href={code === topic ? '/preparation/forms' : `/preparation/forms?topic=${code ?? secretTopic}`}
            label={label}
            count={people}
            active={code === topic}
          />
        ))}
    </FilterBar>
  );
};

/** The map of needs, what it proposes, and the decision. */
export const formsScreen = async (ctx: PageCtx, query: URLSearchParams, sent?: DecisionShown) => {
  const { currentYear, lines, needs, forms, topics, groups } = await gatherNeeds(ctx);
  const topic = topicIn(query);
  const decision = await decisionOf(ctx.db, currentYear);
  const proposals = proposeForms(
    formNeeds(lines, false),
    forms.map(({ code }) => code),
  );
  const rows: readonly Line[] = [
    ...groups.map(({ id, code }) => ({ id, code })),
    { id: null, code: 'Без группы' },
  ].filter(({ id }) => peopleIn(needs, { groupId: id, topic }).length > 0);
  const used = forms.filter(({ code }) => peopleIn(needs, { form: code }).length > 0);
  const most = Math.max(
    0,
    ...rows.flatMap(({ id }) => used.map(({ code }) => peopleIn(needs, { form: code, groupId: id, topic }).length)),
  );
  const people = peopleIn(needs, {}).length;
  const keeper = mayKeepPreparation(ctx.actor) === true;
  return screen(
    ctx,
    { title: 'Выбор форм' },
    <>
      <Heading
        title="Подготовка программы"
        lead={`${yearWords(currentYear)}. Формы выбирают по запросам: их назвали ${counted(people, 'человек', 'человека', 'человек')}.`}
        actions={
          keeper && decision ? (
            <PostButton action="/preparation/forms/minutes">
              <Button icon="file-plus" busy="Составляем…">
                Проект протокола
              </Button>
            </PostButton>
          ) : null
        }
      />
      <PreparationTabs now="forms" />
      {decision ? (
        <Note kind="ok" title={`Решение записано ${formatDay(decision.decidedOn)}`}>
          {decision.minutesId ? (
            <a href={`/documents/${decision.minutesId}`}>Открыть протокол</a>
          ) : (
            'Протокол по нему ещё не составлен.'
          )}
        </Note>
      ) : null}
      <Section title="Кому какая форма нужна" id="map">
        <TopicPills needs={needs} topics={topics} topic={topic} />
        <Table
          caption="Запросы по группам и формам, человек"
          columns={columnsOf(needs, used, topic, most)}
          rows={rows}
          empty={
            <Empty icon="message-circle" title="Запросов пока нет" action={<a href="/needs">Открыть запросы</a>}>
              Когда группы расскажут о запросах, здесь будет видно, какая форма где нужна.
            </Empty>
          }
        />
        <p class="hint">
          Форма берётся из пожеланий человека. Если он её не назвал: сотруднику «педагог — педагог», запросам о рабочем
          месте, профессии и работе «работодатель — студент», остальным «студент — студент».
        </p>
      </Section>
      <Section title={keeper ? 'Решение рабочей группы' : 'Предложение и решение'} id="decision">
        {keeper && sent?.refusal && decision ? (
          <DecisionTable forms={forms} proposals={proposals} decision={decision} />
        ) : null}
        {keeper ? (
          <DecisionForm forms={forms} proposals={proposals} decision={decision} sent={sent} />
        ) : (
          <DecisionTable forms={forms} proposals={proposals} decision={decision} />
        )}
      </Section>
    </>,
  );
};

export const formsPage: MemberRoute = {
  method: 'GET',
  path: '/preparation/forms',
  who: preparationReaders,
  handle: (ctx, input) => formsScreen(ctx, input.query),
};
