import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { found, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { mayKeepQuestionnaires, questionnaireKeepers } from '../access.ts';
import { type Section as Part, questionsOf } from '../definition.ts';
import { kindNames } from '../definition-texts.ts';
import { conditionText } from '../edit-definition.ts';
import { type FrozenVersion, isChanged, type Questionnaire } from '../questionnaire.ts';
import { questionnaireById, versionsOf } from '../rows.ts';
import { momentNames, sideNames } from '../texts.ts';

export const questionnaireIn = async (ctx: PageCtx, input: Input): Promise<Questionnaire> =>
  found(await questionnaireById(ctx.db, param(input, 'questionnaireId')), 'questionnaire');

/** Everybody who reads results of the whole college reads the questionnaires too. */
export const questionnaireReaders = questionnaireKeepers.concat('director', 'deputy', 'working-group');

const Arrange = ({ one, what, id }: { readonly one: Questionnaire; readonly what: string; readonly id: string }) => {
  const action = `/questionnaires/${one.id}/arrange`;
  const buttons = [
    ['up', 'Поднять', 'arrow-up'],
    ['down', 'Опустить', 'arrow-down'],
    ['remove', 'Удалить', 'trash-2'],
  ] as const;
  return (
    <>
      {buttons.map(([move, name, icon]) => (
        <PostButton action={action} hidden={{ version: one.version, what, id, move }}>
          <Button size="s" kind="quiet" icon={icon} name={name} />
        </PostButton>
      ))}
    </>
  );
};

const PartView = ({
  one,
  part,
  keeper,
}: {
  readonly one: Questionnaire;
  readonly part: Part;
  readonly keeper: boolean;
}) => {
  const base = `/questionnaires/${one.id}`;
  return (
    <Section
      title={part.title || 'Без названия'}
      count={part.questions.length}
      aside={
        keeper ? (
          <>
            <a href={`${base}/sections/${part.id}`}>Изменить раздел</a>
            <Arrange one={one} what="section" id={part.id} />
          </>
        ) : undefined
      }
    >
      {part.intro ? <p>{part.intro}</p> : null}
      <Table
        caption={`Вопросы раздела «${part.title}»`}
        rows={part.questions}
        columns={[
          {
            key: 'text',
            label: 'Вопрос',
            head: true,
            cell: ({ id, text }) => (keeper ? <a href={`${base}/questions/${id}`}>{text}</a> : text),
          },
          { key: 'kind', label: 'Вид', cell: ({ kind, to }) => (to ? `${kindNames[kind]} 1–${to}` : kindNames[kind]) },
          {
            key: 'required',
            label: 'Обязательный',
            secondary: true,
            cell: ({ required }) => (required ? 'да' : 'нет'),
          },
          {
            key: 'shown',
            label: 'Показывать, если',
            secondary: true,
            cell: (question) => {
              const source = questionsOf(one.draft).find(({ id }) => id === question.shownIf?.question);
              return source ? `«${source.text}» — ${conditionText(one.draft, question)}` : 'всегда';
            },
          },
          ...(keeper
            ? [
                {
                  key: 'move',
                  label: 'Место',
                  kind: 'actions' as const,
                  labelHidden: true,
                  cell: ({ id }: { id: string }) => <Arrange one={one} what="question" id={id} />,
                },
              ]
            : []),
        ]}
        empty={
          <Empty
            icon="list-checks"
            title="В разделе пока нет вопросов"
            action={
              keeper ? (
                <LinkButton href={`${base}/questions/new?section=${part.id}`}>Добавить вопрос</LinkButton>
              ) : undefined
            }
          />
        }
      />
    </Section>
  );
};

const Versions = ({ one, versions }: { readonly one: Questionnaire; readonly versions: readonly FrozenVersion[] }) => (
  <Section title="Редакции" count={versions.length}>
    <Table
      caption="Утверждённые редакции"
      rows={versions}
      columns={[
        {
          key: 'number',
          label: 'Редакция',
          head: true,
          cell: ({ number }) => <a href={`/questionnaires/${one.id}/preview?version=${number}`}>редакция {number}</a>,
        },
        { key: 'act', label: 'Акт', cell: ({ act }) => `${act.label} от ${formatDay(act.day)}` },
        {
          key: 'state',
          label: 'Состояние',
          cell: ({ number }) => (number === versions[0]?.number ? <Badge tone="ok">действует</Badge> : 'заменена'),
        },
      ]}
      empty={
        <Empty icon="file-check" title="Анкету ещё не утверждали">
          Рассылать можно только утверждённую: акт закрепляет её слова.
        </Empty>
      }
    />
  </Section>
);

const Aside = async ({
  ctx,
  one,
  keeper,
}: {
  readonly ctx: PageCtx;
  readonly one: Questionnaire;
  readonly keeper: boolean;
}) => {
  const forms = await normsOf(ctx.db, 'form');
  const base = `/questionnaires/${one.id}`;
  return (
    <>
      <DefinitionList
        rules
        terms={[
          { label: 'Форма', value: forms.find(({ code }) => code === one.form)?.label ?? 'любая' },
          { label: 'Кто отвечает', value: one.role ? sideNames[one.role] : 'кто угодно' },
          { label: 'Когда', value: momentNames[one.moment] },
        ]}
      />
      <Section title="Шкалы" count={one.draft.scales.length}>
        <ul>
          {one.draft.scales.map((scale) => (
            <li>{keeper ? <a href={`${base}/scales/${scale.id}`}>{scale.title}</a> : scale.title}</li>
          ))}
        </ul>
        {keeper ? (
          <LinkButton size="s" href={`${base}/scales/new`} icon="plus">
            Добавить шкалу
          </LinkButton>
        ) : null}
      </Section>
      <Section title="Файлы">
        <p>
          <a href={`${base}/export.json`} data-turbo="false">
            Выгрузить в JSON
          </a>
        </p>
        <p>
          <a href={`${base}/print`}>Бланк для печати</a>
        </p>
      </Section>
      {keeper ? (
        <PostButton action={`${base}/archive`} hidden={{ version: one.version, away: one.archivedOn ? '' : '1' }}>
          <Button kind="quiet" icon="archive">
            {one.archivedOn ? 'Вернуть из архива' : 'Убрать в архив'}
          </Button>
        </PostButton>
      ) : null}
    </>
  );
};

const stateWords = (one: Questionnaire, versions: readonly FrozenVersion[]): string => {
  const [newest] = versions;
  const size = counted(questionsOf(one.draft).length, 'вопрос', 'вопроса', 'вопросов');
  if (!newest) return `${size}. Ещё не утверждена.`;
  const same = !isChanged(one.draft, newest.definition);
  return `${size}. ${same ? `Утверждена: редакция ${newest.number}.` : `Есть правки после редакции ${newest.number}: они не действуют, пока их не утвердят.`}`;
};

export const questionnairePage: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/:questionnaireId',
  who: questionnaireReaders,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const versions = await versionsOf(ctx.db, one.id);
    const keeper = mayKeepQuestionnaires(ctx.actor) === true;
    const changed = isChanged(one.draft, versions[0]?.definition);
    const base = `/questionnaires/${one.id}`;
    return screen(
      ctx,
      { title: one.title },
      <>
        <Heading
          title={one.title}
          crumbs={[{ label: 'Анкеты', href: '/questionnaires' }, { label: one.title }]}
          lead={stateWords(one, versions)}
          actions={
            <>
              <LinkButton href={`${base}/preview`} icon="eye" plain>
                Посмотреть
              </LinkButton>
              {keeper && changed ? (
                <LinkButton kind="primary" href={`${base}/approve`} icon="badge-check">
                  Утвердить
                </LinkButton>
              ) : null}
              {keeper && versions.length > 0 ? (
                <LinkButton kind={changed ? 'secondary' : 'primary'} href={`${base}/rounds/new`} icon="send">
                  Разослать
                </LinkButton>
              ) : null}
            </>
          }
        />
        {one.archivedOn ? <Note kind="warn">Анкета в архиве с {formatDay(one.archivedOn)}.</Note> : null}
        <Columns aside={<Aside ctx={ctx} one={one} keeper={keeper} />}>
          {one.draft.sections.map((part) => (
            <PartView one={one} part={part} keeper={keeper} />
          ))}
          {keeper ? (
            <p class="actions">
              <LinkButton href={`${base}/sections/new`} icon="plus">
                Добавить раздел
              </LinkButton>
              {one.draft.sections.length > 0 ? (
                <LinkButton href={`${base}/questions/new`} icon="plus">
                  Добавить вопрос
                </LinkButton>
              ) : null}
            </p>
          ) : null}
          <Versions one={one} versions={versions} />
        </Columns>
      </>,
    );
  },
};
