import type { PageCtx } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import type { Import } from '../import.ts';
import { ImportSteps } from './import-parts.tsx';

/** A file that could not be read, and why. */
export const refusedPage = (ctx: PageCtx, one: Import) =>
  screen(
    ctx,
    { title: 'Файл не принят' },
    <>
      <Heading
        title="Файл не принят"
        crumbs={[
          { label: 'Люди', href: '/people' },
          { label: 'Загрузка', href: '/people/import' },
          { label: one.fileName },
        ]}
        actions={<ImportSteps current={0} />}
      />
      <Note
        kind="bad"
        title={one.fileName}
        actions={
          <LinkButton kind="primary" href="/people/import">
            Выбрать другой файл
          </LinkButton>
        }
      >
        {one.refusal ?? ''} Ничего не записано.
      </Note>
    </>,
  );

/** A file that is being read or written right now. */
export const waitingPage = (ctx: PageCtx, one: Import) =>
  screen(
    ctx,
    { title: one.fileName, head: <meta http-equiv="refresh" content="2" /> },
    <Heading
      title={one.state === 'reading' ? 'Файл читается' : 'Люди записываются'}
      crumbs={[
        { label: 'Люди', href: '/people' },
        { label: 'Загрузка', href: '/people/import' },
        { label: one.fileName },
      ]}
      lead="Страница обновится сама. Можно заняться другим."
    />,
  );
