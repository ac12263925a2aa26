import { BarChart, DotChart } from '../chart.tsx';
import { DocumentChip } from '../chips.tsx';
import { Section } from '../heading.tsx';
import { Heat } from '../heat.tsx';
import { Paper, PaperBlank, PaperDesk, PaperName } from '../paper.tsx';
import { Qr } from '../qr.tsx';
import { StageRibbon } from '../stage-ribbon.tsx';
import { StatusChain } from '../status-chain.tsx';
import { Stepper, TimedSteps } from '../stepper.tsx';
import { sampleMarks, Timeline, TimelineLegend, type TimelineRow } from '../timeline.tsx';

const row = (
  number: string,
  title: string,
  rest: Omit<TimelineRow, 'id' | 'number' | 'title' | 'href' | 'sentence' | 'who'>,
): TimelineRow => ({
  id: `row-${number}`,
  number,
  title,
  href: `#row-${number}`,
  who: 'Гусев О. П.',
  sentence: `${rest.state.label}`,
  ...rest,
});

const rows: readonly TimelineRow[] = [
  row('1.1', 'Закрытая строка', {
    marks: [{ shape: 'closed', from: '2026-09-01', till: '2026-09-10' }],
    state: { tone: 'ok', label: 'закрыта' },
    chips: (
      <DocumentChip state="present" href="#d">
        Приказ № 118
      </DocumentChip>
    ),
  }),
  row('1.3', 'Просроченная', {
    marks: [
      { shape: 'overdue', from: '2026-09-08', till: '2026-10-12' },
      { shape: 'date', from: '2026-09-08', tone: 'bad' },
    ],
    state: { tone: 'bad', label: 'просрочена' },
    facts: '1 из 2',
    chips: (
      <DocumentChip state="outdated" href="#d">
        Положение
      </DocumentChip>
    ),
  }),
  row('1.5', 'Срок близко', {
    marks: [{ shape: 'window', from: '2026-09-01', till: '2026-10-31', share: 0.8, tone: 'warn' }],
    state: { tone: 'warn', label: 'срок близко' },
    facts: '21 из 26',
    selected: true,
    chips: (
      <DocumentChip state="missing" href="#d">
        Протокол
      </DocumentChip>
    ),
  }),
  row('1.6', 'Постоянно', {
    marks: [{ shape: 'constant', from: '2026-09-01', till: '2027-08-31', tone: 'ok' }],
    state: { tone: 'ok', label: 'закрыта' },
  }),
  row('1.8', 'Ежемесячно', {
    marks: [
      { shape: 'closed', from: '2026-09-03', till: '2026-09-27' },
      { shape: 'window', from: '2026-10-03', till: '2026-10-27', share: 0, tone: 'warn' },
      ...['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06'].map(
        (month) => ({ shape: 'ahead', from: `${month}-03`, till: `${month}-27` }) as const,
      ),
    ],
    state: { tone: 'warn', label: 'срок близко' },
    facts: '1 из 10',
  }),
  row('6.4', 'Ежеквартально', {
    marks: [
      { shape: 'window', from: '2026-10-02', till: '2026-12-31', share: 0.5, tone: 'run' },
      { shape: 'ahead', from: '2027-01-02', till: '2027-03-31' },
      { shape: 'ahead', from: '2027-04-02', till: '2027-06-30' },
    ],
    state: { tone: 'run', label: 'в окне' },
    facts: '31 из 58',
  }),
  row('7.1', 'Впереди', {
    marks: [{ shape: 'ahead', from: '2027-05-01', till: '2027-06-30' }],
    state: { tone: 'mute', label: 'до 30 июня' },
    facts: '0 из 5',
  }),
];

const TimelinePart = () => (
  <Timeline
    scale={{ from: '2026-09-01', till: '2027-08-31' }}
    today="2026-10-12"
    todayLabel="12 окт"
    groups={[
      { number: '1', title: 'Подготовка', note: 'закрыто 2 из 5', rows: rows.slice(0, 5) },
      { number: '6', title: 'Работа', note: 'закрыто 0 из 2', rows: rows.slice(5) },
    ]}
    legend={
      <>
        <TimelineLegend mark={sampleMarks.closed}>закрыта</TimelineLegend>
        <TimelineLegend mark={sampleMarks.run}>в окне, заливка — доля фактов</TimelineLegend>
        <TimelineLegend mark={sampleMarks.overdue}>просрочена</TimelineLegend>
        <TimelineLegend mark={sampleMarks.ahead}>впереди</TimelineLegend>
        <TimelineLegend mark={sampleMarks.constant}>постоянно</TimelineLegend>
        <TimelineLegend mark={sampleMarks.date}>срок-дата</TimelineLegend>
      </>
    }
  />
);

const RibbonPart = () => (
  <StageRibbon
    label="Этапы"
    stages={[
      {
        number: 1,
        name: 'Подготовка условий',
        href: '#1',
        note: 'закрыто 4 из 9',
        parts: [
          { percent: 45, tone: 'ok' },
          { percent: 43, tone: 'warn' },
          { percent: 12, tone: 'bad' },
        ],
        state: { tone: 'bad', label: '1 просрочена' },
      },
      {
        number: 2,
        name: 'Первая база',
        href: '#2',
        note: 'закрыто 0 из 2',
        parts: [{ percent: 70, tone: 'run' }],
        state: { tone: 'run', label: 'в окне' },
      },
      {
        number: 3,
        name: 'Вторая база',
        href: '#3',
        note: 'закрыто 0 из 2',
        parts: [{ percent: 45, tone: 'run' }],
        state: { tone: 'run', label: 'в окне' },
      },
      {
        number: 4,
        name: 'Отбор и обучение',
        href: '#4',
        note: 'закрыто 0 из 6',
        parts: [{ percent: 38, tone: 'run' }],
        state: { tone: 'run', label: 'в окне' },
      },
      {
        number: 5,
        name: 'Встречи',
        href: '#5',
        note: 'закрыто 0 из 1',
        parts: [{ percent: 37, tone: 'warn' }],
        state: { tone: 'warn', label: 'срок близко' },
      },
      {
        number: 6,
        name: 'Работа',
        href: '#6',
        note: 'закрыто 1 из 4',
        parts: [
          { percent: 25, tone: 'ok' },
          { percent: 25, tone: 'run' },
        ],
        state: { tone: 'run', label: 'в окне' },
      },
      {
        number: 7,
        name: 'Завершение',
        href: '#7',
        note: 'закрыто 0 из 3',
        parts: [],
        state: { tone: 'mute', label: 'с мая 2027' },
      },
    ]}
  />
);

const Charts = () => (
  <Section title="Графики">
    <DotChart
      title="До и после"
      summary="Выросли вовлечённость и готовность; по общению изменение не доказано."
      unit="Среднее, баллы из 100"
      rows={[
        { label: 'Вовлечённость', before: 54, after: 68, difference: 14, interval: [9, 19], n: 71 },
        {
          label: 'Тревожность',
          note: 'меньше — лучше',
          before: 47,
          after: 41,
          difference: -6,
          interval: [-11, -1],
          n: 68,
        },
        { label: 'Общение', before: 63, after: 66, difference: 3, interval: [-2, 8], n: 71 },
      ]}
    />
    <BarChart
      title="Ответы"
      summary="Больше всего хвалят доверие"
      rows={[
        { label: 'Доверие', value: 88, href: '#1' },
        { label: 'Непонятный план', value: 29, tone: 'warn' },
      ]}
    />
    <p class="chips">
      {([0, 1, 2, 3, 4] as const).map((level) => (
        <Heat level={level} href="#heat" name={`Запросов: ${level * 3}`}>
          {level * 3}
        </Heat>
      ))}
    </p>
  </Section>
);

const Papers = () => (
  <Section title="Документ">
    <StatusChain
      label="Жизнь документа"
      steps={[
        { title: 'Проект', text: '12 октября', state: 'done' },
        { title: 'На подписи', text: 'Гусев О. П.', state: 'current' },
        { title: 'Подписан', text: 'номер, дата, скан', state: 'ahead' },
        { title: 'Изменён или отменён', state: 'possible', icon: 'git-branch' },
      ]}
    />
    <PaperDesk label="Проект приказа">
      <Paper>
        <p>
          Приказ от <PaperBlank>дата подписания</PaperBlank> № <PaperBlank>номер</PaperBlank>
        </p>
        <p>
          Назначить <PaperName>Тихонову Анну Викторовну</PaperName>.
        </p>
        <Qr text="https://example.ru/d/1" size={96} label="QR-код документа" />
      </Paper>
    </PaperDesk>
    <Stepper
      label="Загрузка"
      current={2}
      steps={[
        { label: 'Файл', href: '#1' },
        { label: 'Столбцы', href: '#2' },
        { label: 'Проверка' },
        { label: 'Готово' },
      ]}
    />
    <TimedSteps
      steps={[
        { title: 'Колледж', text: 'Название, руководитель, группы', time: '2 минуты', state: 'done', href: '#1' },
        {
          title: 'Люди',
          text: 'Списки из Excel, как есть',
          time: '5 минут',
          state: 'current',
          children: <p>Здесь форма шага.</p>,
        },
        { title: 'Документы', text: 'Ваши бланки', time: 'по желанию', state: 'ahead' },
      ]}
    />
  </Section>
);

/** Ribbon, timeline, charts, papers, steps. */
export const PicturesPart = () => (
  <>
    <RibbonPart />
    <TimelinePart />
    <Charts />
    <Papers />
  </>
);
