import { describe, expect, test } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import type { Grid, Roadmap } from './roadmap.ts';
import { roadmapTemplate } from './roadmap-template.ts';

const read = (source: Parameters<typeof readRoadmap>[0]): Roadmap => {
  const reading = readRoadmap(source);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.value;
};

const rowOf = (roadmap: Roadmap, number: string) => {
  const found = roadmap.rows.find((row) => row.number === number);
  if (!found) throw new Error(`no row ${number}`);
  return found;
};

const header = [
  '№\nп/п',
  'Наименование этапа',
  'Содержание деятель-\nности',
  'Сроки\nреализации',
  'Ответствен-\nные',
  'Планируемый результат (вид документа)',
];

describe('tables of a file', () => {
  test('merged stage rows, a header typed again and a table cut in two are one roadmap', () => {
    const first: Grid = [
      header,
      ['1', '2', '3', '4', '5', '6'],
      ['1.', 'Начало — Всё готово к работе\nЕжегодно сентябрь', '', '', '', ''],
      ['1.1', 'Совещание', 'Рассказ', 'до 15 сентября', 'Зам. директора по УВР', 'Протокол № 2 от 30.08.2024г.'],
      ['1.2', 'Страница', 'Новости', 'В течение года', '', 'Страница'],
    ];
    const second: Grid = [
      header,
      ['2.', 'Поиск', 'Запросы', 'октябрь', '', ''],
      ['2.1', 'Опрос', 'Анкеты в группах', 'октябрь-ноябрь', 'Кураторы', 'Анкеты'],
    ];
    const roadmap = read([first, second]);
    expect(roadmap.rows.map((row) => [row.kind, row.number, row.title])).toEqual([
      ['stage', '1', 'Начало'],
      ['activity', '1.1', 'Совещание'],
      ['activity', '1.2', 'Страница'],
      ['stage', '2', 'Поиск'],
      ['activity', '2.1', 'Опрос'],
    ]);
    expect(rowOf(roadmap, '1')).toMatchObject({
      content: 'Всё готово к работе',
      term: { kind: 'months', yearly: true },
    });
    expect(rowOf(roadmap, '1.2').responsible).toEqual(['зам. директора по УВР']);
    expect(rowOf(roadmap, '1.2').doubts).toMatchObject([{ because: 'responsible-from-above' }]);
    expect(rowOf(roadmap, '1.1').acts).toEqual([{ kind: 'minutes', number: '2', day: '2024-08-30' }]);
  });

  test('columns in another order are found by their header', () => {
    const roadmap = read([
      [
        ['№', 'Мероприятие', 'Срок реализации', 'Ответственный исполнитель', 'Результат, вид документа'],
        ['1', '2', '3', '4', '5'],
        ['Этап 1. Нормативная основа', '', '', '', ''],
        ['1', 'Утвердить положение', 'сентябрь 2026 г.', 'Директор', 'Приказ'],
        ['2', 'Открыть страницу', 'до 1 октября', 'Методист', 'Ссылка на страницу'],
        ['II этап. Работа пар', '', '', '', ''],
        ['3', 'Проводить встречи', 'ежемесячно', 'Наставники', 'Отчёты о встречах'],
      ],
    ]);
    expect(roadmap.stages.map((stage) => stage.title)).toEqual(['Нормативная основа', 'Работа пар']);
    expect(
      roadmap.rows.filter((row) => row.kind === 'activity').map((row) => [row.number, row.stage, row.term.kind]),
    ).toEqual([
      ['1', 1, 'months'],
      ['2', 1, 'until'],
      ['3', 2, 'monthly'],
    ]);
    expect(rowOf(roadmap, '3').documents).toEqual(['Отчёты о встречах']);
  });

  test('a stage in a column of its own, filled once, holds the rows below', () => {
    const roadmap = read([
      [
        ['№ п/п', 'Этап', 'Мероприятия', 'Содержание', 'Сроки', 'Ответственные'],
        ['1', 'Подготовка', 'Собрать группу', 'Приказ о составе', 'сентябрь', 'директор'],
        ['', '', 'Открыть страницу', 'Раздел сайта', 'октябрь', 'методист'],
        ['2', 'Отбор', 'Провести беседы', 'Собеседования', 'октябрь-ноябрь', 'куратор'],
      ],
    ]);
    expect(roadmap.stages.map((stage) => stage.title)).toEqual(['Подготовка', 'Отбор']);
    const activities = roadmap.rows.filter((row) => row.kind === 'activity');
    expect(activities.map((row) => [row.stage, row.title])).toEqual([
      [1, 'Собрать группу'],
      [1, 'Открыть страницу'],
      [2, 'Провести беседы'],
    ]);
  });

  test('without a header columns are told by what stands in them', () => {
    const roadmap = read([
      [
        ['1.1', 'до 15 сентября', 'Совещание о программе', 'Зам. директора', 'Протокол', 'Рассказ о целях на год'],
        ['1.2', 'октябрь', 'Страница на сайте', 'Методист', 'Публикации', 'Новости каждую неделю'],
        ['1.3', 'Ежемесячно', 'Встречи пар по плану', 'Наставники', 'Отчёты', 'Беседы и общие дела'],
      ],
    ]);
    expect(rowOf(roadmap, '1.2')).toMatchObject({
      title: 'Страница на сайте',
      content: 'Новости каждую неделю',
      term: { kind: 'months' },
      responsible: ['методист'],
      documents: ['Публикации'],
    });
  });

  test('a tenth row that a spreadsheet turned into the first is mended and shown', () => {
    const rows = Array.from({ length: 10 }, (_, index) => [
      index === 9 ? '1.1' : `1.${index + 1}`,
      `Мероприятие ${index + 1}`,
      'Содержание работы',
      'октябрь',
      'куратор',
      'Протокол',
    ]);
    const roadmap = read([[header, ...rows]]);
    expect(roadmap.rows.at(-1)).toMatchObject({ number: '1.10', doubts: [{ because: 'number-mended' }] });
  });

  test('what is not understood is kept and asked about', () => {
    const roadmap = read([
      [
        header,
        ['1.1', 'Совещание', 'Рассказ', 'после приезда гостей', 'Куратор', 'Протокол'],
        ['1.2', 'Страница', 'Новости', 'октябрь', 'Куратор', 'Публикации'],
        ['1.3', 'Встречи', 'Беседы', 'Ежемесячно', 'Куратор', 'Отчёты'],
      ],
    ]);
    expect(roadmap.doubts).toEqual([
      { number: '1', because: 'stage-implied', field: 'stage', text: '', understood: '1' },
      {
        number: '1.1',
        because: 'term-unknown',
        field: 'term',
        text: 'после приезда гостей',
        understood: 'срок не понят',
      },
    ]);
  });

  test('other tables beside the roadmap are passed by', () => {
    const signatures: Grid = [
      ['СОГЛАСОВАНО', 'УТВЕРЖДАЮ'],
      ['Председатель совета', 'Директор колледжа'],
    ];
    const roadmap = read([
      signatures,
      [
        header,
        ['1.1', 'Совещание', 'Рассказ', 'октябрь', 'Куратор', 'Протокол'],
        ['1.2', 'Сайт', 'Новости', 'май', 'Куратор', 'План'],
      ],
      signatures,
    ]);
    expect(roadmap.rows).toHaveLength(2);
  });
});

describe('the built-in roadmap', () => {
  const rows = roadmapTemplate.flatMap((stage) => stage.rows);

  test('has seven stages and all rows of the method in order', () => {
    expect(roadmapTemplate.map((stage) => stage.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(rows[0]?.number).toBe('1.1');
    expect(rows.at(-1)?.number).toBe('7.3');
    expect(rows.every((row) => roadmapTemplate.some((stage) => row.number.startsWith(`${stage.number}.`)))).toBe(true);
  });

  test('is itself read back whole, without a doubt', () => {
    const grid: Grid = [
      header,
      ...roadmapTemplate.flatMap((stage) => [
        [`${stage.number}.`, stage.title, stage.goal, stage.term, '', ''],
        ...stage.rows.map((row) => [
          row.number,
          row.title,
          row.content,
          row.term,
          row.responsible.join(', '),
          row.documents.join('; '),
        ]),
      ]),
    ];
    const roadmap = read([grid]);
    expect(roadmap.doubts).toEqual([]);
    expect(
      roadmap.rows
        .filter((row) => row.kind === 'activity')
        .map(({ number, responsible, documents }) => ({ number, responsible, documents })),
    ).toEqual(rows.map(({ number, responsible, documents }) => ({ number, responsible, documents })));
  });
});
