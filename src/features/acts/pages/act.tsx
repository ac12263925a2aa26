import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { checkUpload } from '../../../platform/files/check-upload.ts';
import { uploadRefusalText } from '../../../platform/files/texts.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { actKeepers, actReaders, mayKeepActs, mayReadActs } from '../access.ts';
import { type Act, staleCitations } from '../act.ts';
import { actFiles, attachFile } from '../attach-file.ts';
import { allActs, allCitations } from '../rows.ts';
import { levelNames, requisitesOf } from '../texts.ts';
import { StaleNote, StateOfAct } from './register.tsx';

export const theAct = async (ctx: PageCtx, input: Input): Promise<{ act: Act; acts: readonly Act[] }> => {
  demand(mayReadActs(ctx.actor));
  const acts = await allActs(ctx.db);
  const id = param(input, 'actId');
  return {
    acts,
    act: found(
      acts.find((one) => one.id === id),
      'act',
    ),
  };
};

const NamedActs = ({ acts, none }: { readonly acts: readonly Act[]; readonly none: string }) =>
  acts.length === 0 ? (
    <p class="hint">{none}</p>
  ) : (
    <List rows={acts.map((act) => ({ title: act.title, href: `/acts/${act.id}`, text: requisitesOf(act) }))} />
  );

const page = async (ctx: PageCtx, act: Act, acts: readonly Act[], wrongFile?: string) => {
  const citations = await allCitations(ctx.db);
  const those = (ids: readonly string[]) => acts.filter(({ id }) => ids.includes(id));
  const cites = those(citations.filter(({ actId }) => actId === act.id).map(({ citedId }) => citedId));
  const cited = those(citations.filter(({ citedId }) => citedId === act.id).map(({ actId }) => actId));
  const next = acts.find(({ id }) => id === act.supersededBy);
  const before = acts.filter(({ supersededBy }) => supersededBy === act.id);
  const stale = staleCitations(acts, citations, ctx.today).filter((one) => one.act.id === act.id);
  const keeper = mayKeepActs(ctx.actor) === true;
  return screen(
    ctx,
    { title: act.title },
    <>
      <Heading
        title={act.title}
        crumbs={[{ label: 'Акты', href: '/acts' }, { label: act.title }]}
        lead={requisitesOf(act)}
        actions={
          keeper ? (
            <LinkButton kind="primary" icon="pencil" href={`/acts/${act.id}/edit`}>
              Исправить
            </LinkButton>
          ) : null
        }
      />
      <StaleNote stale={stale} />
      <DefinitionList
        terms={[
          { label: 'Состояние', value: <StateOfAct act={act} acts={acts} ctx={ctx} /> },
          {
            label: 'Сверен с источником',
            value: act.unconfirmed ? (
              <Badge tone="warn" icon="search">
                проверьте
              </Badge>
            ) : (
              'да'
            ),
          },
          { label: 'Уровень', value: levelNames[act.level] },
          { label: 'Кто принял', value: act.issuer },
          { label: 'Редакция от', value: act.revisedOn && formatDay(act.revisedOn) },
          { label: 'Действует с', value: act.inForceFrom && formatDay(act.inForceFrom) },
          { label: 'Действует по', value: act.lapsesOn && formatDay(act.lapsesOn) },
          { label: 'Пересмотреть до', value: act.reviewBy && formatDay(act.reviewBy) },
          { label: 'Заменён актом', value: next ? <a href={`/acts/${next.id}`}>{next.title}</a> : null },
          {
            label: 'Заменил',
            value: before.length > 0 ? before.map((one) => <a href={`/acts/${one.id}`}>{one.title}</a>) : null,
          },
          { label: 'Что важно', value: act.note },
          {
            label: 'Документ колледжа',
            value: act.documentId ? <a href={`/documents/${act.documentId}`}>Открыть в реестре документов</a> : null,
          },
          {
            label: 'Текст',
            value: act.fileId ? (
              <a href={`/acts/${act.id}/file`} data-turbo="false">
                Открыть файл
              </a>
            ) : null,
          },
        ]}
      />
      <Section title="Ссылается на" count={cites.length}>
        <NamedActs acts={cites} none="Ссылок не записано. Отметьте их в правке: система предупредит о замене." />
      </Section>
      <Section title="На него ссылаются" count={cited.length}>
        <NamedActs acts={cited} none="Пока никто." />
      </Section>
      {keeper ? (
        <Section title="Текст акта">
          <Form
            action={`/acts/${act.id}/file`}
            files
            errors={wrongFile ? { file: wrongFile } : undefined}
            actions={
              <Button icon="upload" busy="Загружаем…">
                {act.fileId ? 'Заменить файл' : 'Приложить файл'}
              </Button>
            }
          >
            <FileField
              name="file"
              label="Файл"
              hint="PDF, DOCX, ODT, JPEG или PNG, до 25 МБ"
              invite="Перетащите файл или выберите его"
              accept=".pdf,.docx,.odt,.jpg,.jpeg,.png"
              error={wrongFile}
            />
          </Form>
        </Section>
      ) : null}
    </>,
  );
};

export const actPage: MemberRoute = {
  method: 'GET',
  path: '/acts/:actId',
  who: actReaders,
  async handle(ctx, input) {
    const { act, acts } = await theAct(ctx, input);
    return page(ctx, act, acts);
  },
};

export const putFile: MemberRoute = {
  method: 'POST',
  path: '/acts/:actId/file',
  who: actKeepers,
  async handle(ctx, input) {
    const { act, acts } = await theAct(ctx, input);
    const [file] = input.form.files.file ?? [];
    if (!file) return again(await page(ctx, act, acts, 'Выберите файл'));
    const checked = await checkUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, actFiles);
    if (!checked.ok) return again(await page(ctx, act, acts, uploadRefusalText(checked)));
    await attachFile(ctx, act.id, checked.value);
    return goTo(`/acts/${act.id}`, { toast: { text: 'Файл приложен' } });
  },
};

export const openFile: MemberRoute = {
  method: 'GET',
  path: '/acts/:actId/file',
  who: actReaders,
  async handle(ctx, input) {
    const { act } = await theAct(ctx, input);
    const file = await fileById(ctx.db, found(act.fileId, 'file of this act'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};
