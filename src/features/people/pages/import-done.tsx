import { type Day, formatDay } from '../../../kernel/day.ts';
import { plural } from '../../../kernel/russian/plural.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { StatRow } from '../../../ui/stat-row.tsx';
import { undoTill } from '../confirm-import.ts';
import type { Import, ImportCounts, UndoneReport } from '../import.ts';
import { countRows } from '../import-rows.ts';
import { fullName } from '../person.ts';
import { personsByIds } from '../rows.ts';
import { keptReasons } from '../texts.ts';
import { ImportSteps, people, rowsWord } from './import-parts.tsx';

const crumbs = (one: Import) => [
  { label: 'Люди', href: '/people' },
  { label: 'Загрузка', href: '/people/import' },
  { label: one.fileName },
];

const Written = ({ one, counts, till, today }: { one: Import; counts: ImportCounts; till: Day | null; today: Day }) => (
  <>
    <StatRow
      stats={[
        {
          value: counts.fresh,
          label: plural(counts.fresh, 'новый', 'новых', 'новых'),
          href: `/people/import/${one.id}/fresh`,
        },
        {
          value: counts.updates,
          label: plural(counts.updates, 'обновление', 'обновления', 'обновлений'),
          href: `/people/import/${one.id}/updates`,
        },
        { value: counts.merged, label: 'объединено' },
        { value: counts.stopped + counts.skipped, label: 'не записано' },
      ]}
    />
    {counts.stopped > 0 ? (
      <Note
        kind="warn"
        title={`Не записано: ${rowsWord(counts.stopped)} с ошибками`}
        actions={
          <LinkButton icon="file-down" href={`/people/import/${one.id}/errors`} plain>
            Скачать ошибки в&nbsp;Excel
          </LinkButton>
        }
      >
        Исправьте их в&nbsp;файле и загрузите его ещё раз: тех, кто уже записан, система узнает.
      </Note>
    ) : null}
    <Note title="Что дальше">
      Проверьте <a href="/people?gaps=1">тех, у кого не хватает данных</a> и назначьте{' '}
      <a href="/groups">классных руководителей</a>.
    </Note>
    {till && till >= today ? (
      <Section title="Загрузили не то?">
        <p>
          Загрузку можно отменить целиком до {formatDay(till)}: новые карточки уберутся, обновлённые станут прежними.
          Карточки, с которыми уже работали, останутся.
        </p>
        <PostButton action={`/people/import/${one.id}/undo`}>
          <Button kind="danger" icon="undo-2">
            Отменить загрузку целиком
          </Button>
        </PostButton>
      </Section>
    ) : null}
  </>
);

const Undone = async ({ ctx, report }: { ctx: PageCtx; report: UndoneReport }) => {
  const shown = report.kept.slice(0, 200);
  const persons = new Map(
    (
      await personsByIds(
        ctx.db,
        shown.map(({ personId }) => personId),
      )
    ).map((one) => [one.id, one]),
  );
  return (
    <>
      <Note kind="ok" title={`Убрано: ${people(report.removed)}`}>
        {report.restored > 0 ? `Прежние данные возвращены: ${people(report.restored)}.` : null}
      </Note>
      {report.kept.length > 0 ? (
        <Section title="Что осталось и почему" count={report.kept.length}>
          <List
            label="Карточки, которые остались"
            rows={shown.map(({ personId, why }) => {
              const person = persons.get(personId);
              return {
                title: person ? fullName(person) : 'карточки уже нет',
                ...(person ? { href: `/people/${personId}` } : {}),
                text: keptReasons[why],
              };
            })}
          />
        </Section>
      ) : null}
    </>
  );
};

const titles: Readonly<Record<string, string>> = { undone: 'Загрузка отменена', cancelled: 'Файл не загружен' };

/** A file whose way is over: written, taken back, or dropped. */
export const donePage = async (ctx: PageCtx, one: Import, refusal?: string) => {
  const counts = await countRows(ctx.db, one.id);
  const title = titles[one.state] ?? `Записано: ${people(counts.fresh + counts.updates)}`;
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        crumbs={crumbs(one)}
        lead={one.fileName}
        actions={
          one.state === 'written' ? (
            <ImportSteps current={3} />
          ) : (
            <LinkButton kind="primary" href="/people/import">
              Загрузить другой файл
            </LinkButton>
          )
        }
      />
      {refusal ? <Note kind="bad" title={refusal} /> : null}
      {one.state === 'written' ? <Written one={one} counts={counts} till={undoTill(one)} today={ctx.today} /> : null}
      {one.understanding.undone ? await Undone({ ctx, report: one.understanding.undone }) : null}
      {one.state === 'cancelled' ? <p>Ничего не записано, прочитанное удалено.</p> : null}
    </>,
  );
};
