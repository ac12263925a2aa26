import { type Day, formatDay, partsOf, quarterOf } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { Badge } from '../../../ui/badge.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { FactRows } from '../../../ui/facts.tsx';
import { Section } from '../../../ui/heading.tsx';
import { sideName } from '../../pairs/pages/words.tsx';
import { dueOf, isLate, type Marked, type PlanTask, type PlanVersion } from '../plan.ts';
import { formatWords, markNames, sideNames, versionStates } from '../texts.ts';
import type { ThePlan } from './the-plan.ts';

const roman = ['I', 'II', 'III', 'IV'] as const;

/** «IV квартал 2026» */
const periodOf = (due: Day): string => `${roman[quarterOf(due) - 1] ?? ''} квартал ${partsOf(due).year}`;

/** Quarters count on from year to year. */
const quarterNumber = (value: Day): number => partsOf(value).year * 4 + quarterOf(value);

const whenOf = (due: Day, today: Day): string => {
  const ahead = quarterNumber(due) - quarterNumber(today);
  if (ahead === 0) return 'идёт';
  return ahead > 0 ? 'впереди' : 'прошёл';
};

const stateOf = (task: PlanTask, marked: Marked | undefined, today: Day): 'ok' | 'wait' | 'bad' => {
  if (marked?.mark === 'done') return 'ok';
  return isLate(task, marked, today) || marked?.mark === 'not-done' ? 'bad' : 'wait';
};

const whenWords = (task: PlanTask, marked: Marked | undefined, today: Day): string => {
  const due = dueOf(task, marked);
  if (!marked) return due < today ? `срок прошёл ${formatDay(due)}` : `до ${formatDay(due)}`;
  if (marked.mark === 'moved')
    return `${due < today ? 'срок прошёл' : 'перенесено на'} ${formatDay(due)} (было ${formatDay(task.due)})`;
  return `${markNames[marked.mark].toLowerCase()} ${formatDay(marked.markedOn)}`;
};

const words = (task: PlanTask, marked: Marked | undefined, today: Day) => (
  <>
    {whenWords(task, marked, today)}
    {task.expected ? `. ${marked?.mark === 'done' ? 'Ждали' : 'Что получится'}: ${task.expected}` : ''}
    {marked?.result ? (
      <>
        . <strong>Итог: {marked.result}</strong>
      </>
    ) : null}
  </>
);

/** Tasks by quarters, each with how it went; `href` leads to where a task is marked or written. */
export const TaskSections = ({
  tasks,
  marks,
  today,
  href,
}: {
  readonly tasks: readonly PlanTask[];
  readonly marks: ReadonlyMap<string, Marked>;
  readonly today: Day;
  readonly href?: ((task: PlanTask) => string) | undefined;
}) => {
  const sorted = tasks.toSorted((a, b) => dueOf(a, marks.get(a.id)).localeCompare(dueOf(b, marks.get(b.id))));
  const periods = Map.groupBy(sorted, (task) => periodOf(dueOf(task, marks.get(task.id))));
  return (
    <>
      {[...periods].map(([title, inPeriod]) => (
        <Section
          title={title}
          count={inPeriod.length}
          aside={inPeriod[0] ? whenOf(dueOf(inPeriod[0], marks.get(inPeriod[0].id)), today) : undefined}
        >
          <FactRows
            facts={inPeriod.map((task) => ({
              state: stateOf(task, marks.get(task.id), today),
              title: href ? <a href={href(task)}>{task.title}</a> : task.title,
              reason: words(task, marks.get(task.id), today),
            }))}
          />
        </Section>
      ))}
    </>
  );
};

/** Goals, strengths, what is hard, formats. */
export const PlanTerms = ({ version }: { readonly version: PlanVersion }) => (
  <DefinitionList
    rules
    terms={[
      { label: 'Цели', value: version.goals || 'ещё не написаны' },
      { label: 'Сильные стороны', value: version.strengths || 'ещё не написаны' },
      { label: 'Что даётся трудно', value: version.weaknesses || 'ещё не написано' },
      { label: 'Формы работы', value: formatWords(version.formats, version.otherFormat) || 'ещё не выбраны' },
    ]}
  />
);

const tones = { draft: 'warn', proposed: 'run', agreed: 'ok', superseded: 'mute' } as const;

export const VersionState = ({ version }: { readonly version: PlanVersion }) => (
  <Badge tone={tones[version.state]}>
    версия {version.number}: {versionStates[version.state]}
  </Badge>
);

const agreedWords = ({ agreements, plan }: ThePlan, { id }: PlanVersion) =>
  agreements
    .filter(({ versionId }) => versionId === id)
    .map(({ side, way, agreedOn, accountName, scanFileId }) => (
      <li>
        {sideNames[side]}: {formatDay(agreedOn)},{' '}
        {way === 'account' ? 'в системе' : `на бумаге${accountName ? `, записано: ${accountName}` : ''}`}
        {scanFileId ? (
          <>
            {' '}
            <a href={`/plans/${plan.id}/scans/${scanFileId}`} data-turbo="false">
              скан
            </a>
          </>
        ) : null}
      </li>
    ));

/** Who agreed to which version and when; older versions can be compared. */
export const Trace = ({ the }: { readonly the: ThePlan }) => (
  <Section title="Версии и согласие" count={the.versions.length}>
    {the.versions.map((version, index) => {
      const former = the.versions[index + 1];
      return (
        <>
          <p>
            <a href={`/plans/${the.plan.id}?version=${version.number}`}>
              <VersionState version={version} />
            </a>{' '}
            {former ? (
              <a href={`/plans/${the.plan.id}/compare?from=${former.number}&to=${version.number}`}>
                что изменилось с&nbsp;версии {former.number}
              </a>
            ) : null}
          </p>
          {version.reason ? <p class="hint">Почему правили: {version.reason}</p> : null}
          <ul class="plain-list">{agreedWords(the, version)}</ul>
        </>
      );
    })}
  </Section>
);

export const pairWords = ({ pair }: Pick<ThePlan, 'pair'>): string =>
  `${sideName(pair.mentor)} и ${sideName(pair.mentee)}`;

/** «сделано 3 из 8, просрочено 2» */
export const progressWords = (tasks: readonly PlanTask[], marks: ReadonlyMap<string, Marked>, today: Day): string => {
  const finished = tasks.filter(({ id }) => marks.get(id)?.mark === 'done').length;
  const late = tasks.filter((task) => isLate(task, marks.get(task.id), today)).length;
  const all = counted(tasks.length, 'задача', 'задачи', 'задач');
  return `${all}, сделано ${finished}${late > 0 ? `, срок прошёл у ${late}` : ''}`;
};
