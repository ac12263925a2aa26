import { Button } from '../button.tsx';
import { FactLink } from '../facts.tsx';
import { Heading } from '../heading.tsx';
import { Layout } from '../layout.tsx';
import { Note } from '../note.tsx';
import type { Shell } from '../shell.ts';
import { SidePanel } from '../side-panel.tsx';
import { ActionsPart } from './actions.tsx';
import { InputsPart } from './inputs.tsx';
import { PicturesPart } from './pictures.tsx';
import { TablesPart } from './tables.tsx';
import { exampleShell } from './words.ts';

/** The parts of the gallery, each a page: `/ui?part=inputs`. */
export const galleryParts = {
  tables: TablesPart,
  actions: ActionsPart,
  inputs: InputsPart,
  pictures: PicturesPart,
} as const;
export type GalleryPart = keyof typeof galleryParts;

const Panel = () => (
  <SidePanel
    number="5.1"
    state={{ tone: 'warn', label: 'срок близко' }}
    title="Организация встреч"
    close="/ui#row-1.5"
    terms={[
      { label: 'Срок', value: 'октябрь, осталось 19 дней' },
      { label: 'Отвечают', value: 'Гусев О. П.' },
    ]}
    progress={{ done: 3, total: 8, label: 'Факты: 3 из 8', aside: 'закроется сама при 8 из 8' }}
    facts={[
      {
        state: 'wait',
        title: 'Встреча проведена',
        reason: 'Назначена на 22 октября',
        action: <FactLink href="#1">Открыть пульт</FactLink>,
      },
      {
        state: 'bad',
        title: 'Согласия: 171 из 178',
        reason: 'Семеро не сдали',
        action: <FactLink href="#2">Напечатать 7 согласий</FactLink>,
      },
      { state: 'ok', title: 'Приглашены все: 156 из 156' },
    ]}
    warnings={<Note kind="warn">Соседняя строка закрывается позже. Это предупреждение: работать можно.</Note>}
    journal={{ title: 'Журнал строки', lines: ['9 октября, 16:20 — Тихонова А. В. разослала приглашения'] }}
  />
);

/** Every component in its states; mounted at `/ui` in development only. */
export const gallery = ({
  shell = exampleShell(),
  part = 'tables',
  panel = false,
}: {
  readonly shell?: Shell;
  readonly part?: GalleryPart;
  readonly panel?: boolean;
} = {}) => {
  const Part = galleryParts[part];
  return (
    <Layout shell={shell} title="Детали" wide={panel} panel={panel ? <Panel /> : undefined}>
      <Heading
        title="Детали"
        crumbs={[{ label: 'Разработка', href: '/' }, { label: part }]}
        lead="Из чего сложены страницы. Одна строка просрочена, до встречи десять дней."
        actions={
          <>
            <Button icon="file-up">Загрузить</Button>
            <Button kind="primary" icon="user-plus">
              Добавить
            </Button>
          </>
        }
      />
      <p>
        {Object.keys(galleryParts).map((name) => (
          <>
            <a href={`/ui?part=${name}`}>{name}</a>{' '}
          </>
        ))}
      </p>
      <Part />
    </Layout>
  );
};
