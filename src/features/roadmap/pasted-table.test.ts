import { describe, expect, test } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import type { Roadmap } from './roadmap.ts';
import { roadmapJson } from './roadmap-json.ts';

/** Cells on lines of their own after a TAB; the first row is cut to its end. */
const exported = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `\t${cell}`).join('\n')).join('\n');

const cutText = exported([
  [
    'совета)',
    ' (выпускники, партнёры\n\nи родители) и кабинета для встреч',
    '',
    '',
    'Приказ о совете наставников\n№ 17/3 от 02.09.2024г.\n\n',
  ],
  [
    '1.2 ',
    'Обновление положения',
    'Сверка с законом,\n\n Положение',
    'До 02.09.2024',
    'Директор колледжа',
    'Положение, утверждённое приказом № 88 от 11.10.2021г.\n',
  ],
  [
    '1.3',
    'План на год',
    'Семь шагов',
    '02.09.2024',
    'Директор колледжа, совет наставников колледжа',
    'План, приказ № 17/4 от 02.09.2024\n',
  ],
  [
    '1.4.',
    'Страница на сайте',
    'Новости',
    'Постоянно\nЕжемесяч-но ',
    'Кураторы, ответственные за ведение сайта и канала',
    'Страница «Наставник».\n\nЗаметки о встречах\n',
  ],
  ['   2.', 'Кому нужна помощь', 'Запросы студентов', ' Ежегодно\nсентябрь-октябрь', '', '\n'],
  [
    '2.1\n\n',
    'Сбор запросов \n\nпо группам',
    'Беседы.\nРабота психологи-ческого центра',
    'по запросам наставля-емых',
    'Педагог-психолог,\nСоц.педагог',
    'База запросов;\n\nанкеты\n\n',
  ],
  ['  3.', 'Обучение', 'Школа наставника', '', '', '\n'],
  [
    '3.1',
    'Курс',
    'Занятия',
    '1 п/е уч.года',
    'Зам. директора по УВР, УМР, зав.УиПП\n',
    'Протоколы/ пресс-релизы занятий; удостоверения, сертификаты',
  ],
  [
    '3.1.1',
    'Программа',
    'Темы',
    'Ежегодно\n\nдо 30 июня',
    'Директор колледжа\nКураторы\n\nНаставники',
    'Справка по итогам/Протокол совета/ Протокол педсовета\n\nОбновлённая база',
  ],
]);

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

describe('a text with each cell on its own lines', () => {
  const roadmap = read(cutText);

  test('gives every row, the cut one too, and the stage that only numbers tell', () => {
    expect(roadmap.rows.map((row) => row.number)).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '2',
      '2.1',
      '3',
      '3.1',
      '3.1.1',
    ]);
    expect(roadmap.stages).toEqual([
      { number: 1, title: '', implied: true },
      { number: 2, title: 'Кому нужна помощь', implied: false },
      { number: 3, title: 'Обучение', implied: false },
    ]);
  });

  test('a row cut to its end keeps what is left, and asks for the rest', () => {
    const row = rowOf(roadmap, '1.1');
    expect(row.content).toBe('(выпускники, партнёры и родители) и кабинета для встреч');
    expect(row.documents).toEqual(['Приказ о совете наставников № 17/3 от 02.09.2024г.']);
    expect(row.doubts.map((doubt) => doubt.because)).toEqual([
      'number-guessed',
      'title-cut',
      'term-missing',
      'responsible-missing',
    ]);
  });

  test('a date in a cell of its own is a term, not the number of a row', () => {
    expect(rowOf(roadmap, '1.3').term).toMatchObject({ text: '02.09.2024', kind: 'date', year: 2024 });
  });

  test('terms are understood, those of stages too', () => {
    expect(roadmap.rows.map((row) => row.term.kind)).toEqual([
      'none',
      'until',
      'date',
      'monthly',
      'months',
      'on-request',
      'none',
      'half',
      'until',
    ]);
  });

  test('people are divided, and a head word said once is given to each', () => {
    expect(rowOf(roadmap, '3.1').responsible).toEqual(['зам. директора по УВР', 'зам. директора по УМР', 'зав. УиПП']);
    expect(rowOf(roadmap, '1.4').responsible).toEqual(['кураторы', 'ответственные за ведение сайта и канала']);
    expect(rowOf(roadmap, '1.3').responsible).toEqual(['директор колледжа', 'совет наставников колледжа']);
    expect(rowOf(roadmap, '2.1').responsible).toEqual(['педагог-психолог', 'соц. педагог']);
    expect(rowOf(roadmap, '3.1.1').responsible).toEqual(['директор колледжа', 'кураторы', 'наставники']);
  });

  test('documents are divided, alternatives of one name are not', () => {
    expect(rowOf(roadmap, '3.1').documents).toEqual(['Протоколы/пресс-релизы занятий', 'удостоверения', 'сертификаты']);
    expect(rowOf(roadmap, '3.1.1').documents).toEqual([
      'Справка по итогам',
      'Протокол совета',
      'Протокол педсовета',
      'Обновлённая база',
    ]);
    expect(rowOf(roadmap, '1.4').documents).toEqual(['Страница «Наставник»', 'Заметки о встречах']);
    expect(rowOf(roadmap, '1.2').documents).toEqual(['Положение, утверждённое приказом № 88 от 11.10.2021г.']);
  });

  test('acts are found by number and date', () => {
    expect(roadmap.rows.flatMap((row) => row.acts)).toEqual([
      { kind: 'order', number: '17/3', day: '2024-09-02' },
      { kind: 'order', number: '88', day: '2021-10-11' },
      { kind: 'order', number: '17/4', day: '2024-09-02' },
    ]);
  });

  test('hyphens of line breaks are joined', () => {
    expect(rowOf(roadmap, '2.1').content).toContain('психологического');
    expect(rowOf(roadmap, '2.1').title).toBe('Сбор запросов по группам');
  });
});

describe('a table pasted as text', () => {
  const lines = [
    ['№', 'Мероприятие', 'Содержание', 'Срок', 'Ответственный', 'Документ'],
    ['1.1', 'Совещание', '"Рассказ\nо программе"', 'октябрь', 'Куратор', 'Протокол'],
    ['1.2', 'Сайт', 'Новости', 'Постоянно', 'Методист', 'Публикации'],
    ['1.3', 'Итоги', 'Опрос', 'до 30 июня', 'Куратор', 'Справка'],
  ];

  test.each(['\t', ';', ' | '])('is read whatever divides its cells: «%s»', (separator) => {
    const text = lines.map((line) => line.join(separator)).join('\n');
    const source = separator === ' | ' ? text.replace('"Рассказ\nо программе"', 'Рассказ о программе') : text;
    const roadmap = read(`\uFEFF${source}`);
    expect(roadmap.rows.map((row) => row.number)).toEqual(['1.1', '1.2', '1.3']);
    expect(rowOf(roadmap, '1.1').content).toBe('Рассказ о программе');
  });
});

describe('the JSON of a roadmap', () => {
  test('has windows of the year asked for, acts with their rows, and doubts', () => {
    const json = roadmapJson(readRoadmap(cutText), 2026);
    expect(json).toMatchObject({
      ok: true,
      year: 2026,
      acts: [{ row: '1.1', number: '17/3' }, { row: '1.2' }, { row: '1.3' }],
    });
    const { rows } = json as { readonly rows: readonly object[] };
    expect(rows[4]).toEqual({
      kind: 'stage',
      number: '2',
      stage: 2,
      title: 'Кому нужна помощь',
      content: 'Запросы студентов',
      term: {
        text: 'Ежегодно сентябрь-октябрь',
        kind: 'months',
        yearly: true,
        windows: [{ from: '2026-09-01', till: '2026-10-31' }],
      },
      responsible: [],
      documents: [],
      acts: [],
    });
  });
});
