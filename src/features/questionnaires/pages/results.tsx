import { counted } from '../../../kernel/russian/plural.ts';
import { param } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { BarChart } from '../../../ui/chart.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { resultReaders } from '../access.ts';
import { yesNoWords } from '../definition-texts.ts';
import { type Results, readResults } from '../read-results.ts';
import { leastShown, type QuestionResult, resultOf, type ScaleResult, scaleResult } from '../results.ts';

const said = (value: number): string => String(value).replace('.', ',');
const people = (count: number): string => counted(count, 'ответ', 'ответа', 'ответов');
const share = (count: number, of: number): string =>
  of === 0 ? '0' : `${count} (${Math.round((count / of) * 100)} %)`;

const One = ({ result, base }: { readonly result: QuestionResult; readonly base: string }) => {
  const { question, answered } = result;
  if (result.show === 'texts')
    return (
      <p>
        <a href={`${base}/open/${question.id}`}>Прочитать {people(answered)}</a>
      </p>
    );
  if (result.show === 'places')
    return (
      <BarChart
        title="Среднее место: чем меньше, тем важнее"
        summary={`Первым чаще ставят «${result.rows[0]?.label ?? ''}»`}
        rows={result.rows.map(({ label, mean }) => ({ label, value: mean, text: said(mean) }))}
      />
    );
  if (result.show === 'table')
    return (
      <Table
        caption={question.text}
        plain
        rows={result.rows}
        columns={[
          { key: 'row', label: 'Строка', head: true, cell: ({ label }) => label },
          ...(question.columns ?? []).map((column, index) => ({
            key: column.id,
            label: column.label,
            kind: 'number' as const,
            cell: ({ counts }: { counts: readonly number[] }) => share(counts[index] ?? 0, answered),
          })),
        ]}
      />
    );
  return (
    <BarChart
      title={`${people(answered)}${result.mean === undefined ? '' : `, среднее ${said(result.mean)}`}`}
      summary={result.bars.map(({ label, count }) => `${label}: ${count}`).join(', ')}
      rows={result.bars.map(({ label, count }) => ({ label, value: count, text: share(count, answered) }))}
    />
  );
};

const ScaleView = ({ result: { scale, scored, mean, bands } }: { readonly result: ScaleResult }) => (
  <Section title={scale.title}>
    <BarChart
      title={`${scale.how === 'sum' ? 'Сумма баллов' : 'Среднее'}: ${said(mean)} по ${scored} анкетам`}
      summary={bands.map(({ label, count }) => `${label}: ${count}`).join(', ')}
      rows={bands.map(({ label, count }) => ({ label, value: count, text: share(count, scored) }))}
    />
  </Section>
);

const Persons = ({ results, base }: { readonly results: Results; readonly base: string }) => (
  <Section title="По людям" count={results.sheets.length}>
    <Table
      caption="Кто ответил"
      rows={results.sheets}
      columns={[
        {
          key: 'name',
          label: 'Кто',
          head: true,
          cell: ({ personId, name }) =>
            personId ? <a href={`${base}/persons/${personId}`}>{name}</a> : 'по общей ссылке',
        },
        { key: 'group', label: 'Группа', cell: ({ groupCode }) => groupCode ?? '—' },
        ...results.scales.map((scale) => ({
          key: scale.id,
          label: scale.title,
          kind: 'number' as const,
          cell: (sheet: Results['sheets'][number]) => {
            const { scored, mean } = scaleResult(scale, [sheet], results.versions);
            return scored === 0 ? '—' : said(mean);
          },
        })),
      ]}
    />
  </Section>
);

export const resultsPage: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/rounds/:roundId/results',
  who: resultReaders,
  async handle(ctx, input) {
    const group = input.query.get('group');
    const results = await readResults(ctx, param(input, 'roundId'), group);
    const { round, sheets } = results;
    const base = `/questionnaires/rounds/${round.id}`;
    return screen(
      ctx,
      { title: `Результаты: ${round.title}` },
      <>
        <Heading
          title={`Результаты: ${round.title}`}
          crumbs={[
            { label: 'Анкеты', href: '/questionnaires' },
            { label: round.title, href: base },
            { label: 'Результаты' },
          ]}
          lead={`Отправлено анкет: ${results.total}. Незаконченные не считаются.`}
          actions={
            sheets.length > 0 ? (
              <LinkButton href={`${base}/results.xlsx`} icon="download" plain>
                Выгрузить в Excel
              </LinkButton>
            ) : undefined
          }
        />
        {results.groups.length > 1 || group !== null ? (
          <FilterBar live={`Анкет: ${sheets.length}`}>
            {results.groups.map(({ groupId, code, count }) => (
              <FilterPill
                label={code ?? '—'}
                count={count}
                active={group === groupId}
                href={group === groupId ? `${base}/results` : `${base}/results?group=${groupId}`}
              />
            ))}
          </FilterBar>
        ) : null}
        {results.tooFew ? (
          <Note icon="lock" title="Пока не показываем">
            Ответы безымянные. Пока их меньше {leastShown}, можно угадать, чьи они, поэтому они скрыты.
          </Note>
        ) : null}
        {sheets.length === 0 && !results.tooFew ? (
          <Empty
            icon="chart-column"
            title="Ответов ещё нет"
            action={<LinkButton href={base}>Раздать ссылки</LinkButton>}
          />
        ) : null}
        {sheets.length > 0 ? (
          <>
            {results.scales.map((scale) => (
              <ScaleView result={scaleResult(scale, sheets, results.versions)} />
            ))}
            {results.questions.map((question) => (
              <Section title={question.text}>
                <One result={resultOf(question, sheets, yesNoWords)} base={base} />
              </Section>
            ))}
            {round.anonymous ? null : <Persons results={results} base={base} />}
          </>
        ) : null}
      </>,
    );
  },
};
