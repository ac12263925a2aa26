import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { sentValue } from '../../../platform/fields.ts';
import { download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Reading } from '../../../ui/reading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { libraryKeepers, libraryReaders, mayAsk, mayKeepLibrary, mayReadMaterial } from '../access.ts';
import { archiveMaterial } from '../keep-material.ts';
import type { Material } from '../material.ts';
import { momentNames, readerNames } from '../name-texts.ts';
import { materialById } from '../rows.ts';
import { formOptions, formWords } from './forms.ts';

export const theMaterial = async (ctx: PageCtx, input: Input): Promise<Material> => {
  const material = found(await materialById(ctx.db, param(input, 'materialId')), 'material');
  demand(mayReadMaterial(ctx.actor, material));
  if (material.archivedOn !== null) demand(mayKeepLibrary(ctx.actor));
  return material;
};

const Keeping = ({ material }: { readonly material: Material }) => (
  <div class="actions">
    <LinkButton icon="pencil" href={`/library/${material.id}/edit`}>
      Исправить
    </LinkButton>
    <PostButton action={`/library/${material.id}/archive`} hidden={{ back: material.archivedOn ? 'yes' : '' }}>
      <Button kind="quiet">{material.archivedOn ? 'Вернуть из архива' : 'Убрать в архив'}</Button>
    </PostButton>
  </div>
);

export const materialPage: MemberRoute = {
  method: 'GET',
  path: '/library/:materialId',
  who: libraryReaders,
  async handle(ctx, input) {
    const material = await theMaterial(ctx, input);
    const forms = await formOptions(ctx.db);
    const keeper = mayKeepLibrary(ctx.actor) === true;
    return screen(
      ctx,
      { title: material.title },
      <>
        <Heading
          title={material.title}
          crumbs={[{ label: 'Библиотека', href: '/library' }, { label: material.title }]}
          lead={material.summary || undefined}
        />
        {material.archivedOn ? (
          <Note kind="warn">Материал в архиве с {formatDay(material.archivedOn)}: читатели его не видят.</Note>
        ) : null}
        <Reading text={material.body} />
        <div class="actions">
          {material.fileId ? (
            <LinkButton icon="download" href={`/library/${material.id}/file`} download>
              {material.fileName ?? 'Файл'}
            </LinkButton>
          ) : null}
          {material.link ? (
            <LinkButton icon="external-link" href={material.link} newTab>
              Открыть на сайте
            </LinkButton>
          ) : null}
          {mayAsk(ctx.actor) === true ? (
            <LinkButton kind="quiet" icon="message-circle" href="/questions/new">
              Спросить куратора
            </LinkButton>
          ) : null}
        </div>
        {keeper ? (
          <>
            <DefinitionList
              terms={[
                { label: 'Кому', value: material.readers.map((reader) => readerNames[reader]).join(', ') },
                { label: 'Когда нужен', value: momentNames[material.moment] },
                { label: 'Формы', value: formWords(material.forms, forms) },
                { label: 'Внесён', value: formatDay(material.addedOn) },
              ]}
            />
            <Keeping material={material} />
          </>
        ) : null}
      </>,
    );
  },
};

export const materialFile: MemberRoute = {
  method: 'GET',
  path: '/library/:materialId/file',
  who: libraryReaders,
  async handle(ctx, input) {
    const material = await theMaterial(ctx, input);
    const file = await fileById(ctx.db, found(material.fileId, 'file'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};

export const archiveThis: MemberRoute = {
  method: 'POST',
  path: '/library/:materialId/archive',
  who: libraryKeepers,
  async handle(ctx, input) {
    const materialId = param(input, 'materialId');
    const back = sentValue(input.form, 'back') !== '';
    await archiveMaterial(ctx, { materialId, back });
    return goTo(`/library/${materialId}`, {
      toast: { text: back ? 'Материал снова в библиотеке' : 'Материал в архиве' },
    });
  },
};
